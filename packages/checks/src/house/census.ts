import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf, type PublishedPackage } from "../acceptance/workspace.ts";

/** A source file that is written by hand. */
export interface SourceFile {
  /** The path, relative to the repository. */
  readonly file: string;
  readonly lines: number;
}

/**
 * The limits on the number and size of source files. The number was 185 when the layout was made; signing in, session tokens, the
 * audit log and the commands that came with them added the others. Where files are merged, lower it.
 */
export const LIMITS = { files: 185, smallShare: 0.15, small: 25, large: 400 };

/** The packages whose files are counted together. Of lifecycle, only the size of each file is limited. */
export const COUNTED = ["api", "users", "testing", "cli"] as const;

/** Returns all source files of packages, without generated ones. */
export function sourceFiles(names: readonly PublishedPackage[]): SourceFile[] {
  return names.flatMap((name) => {
    const folder = join(folderOf(name), "src");
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts") && !file.split("/").includes("generated"))
      .map((file) => ({ file: `packages/${name}/src/${file}`, lines: countLines(join(folder, file)) }))
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  });
}

/** Describes the files in one line. */
export function describeFiles(files: readonly SourceFile[]): string {
  const sizes = files.map(({ lines }) => lines).sort((a, b) => a - b);
  const median = sizes[Math.floor(sizes.length / 2)] ?? 0;
  return `${files.length} files, ${smallFiles(files).length} under ${LIMITS.small} lines, median ${median}, largest ${sizes.at(-1) ?? 0}`;
}

export function smallFiles(files: readonly SourceFile[]): SourceFile[] {
  return files.filter(({ lines }) => lines < LIMITS.small);
}

export function largeFiles(files: readonly SourceFile[]): SourceFile[] {
  return files.filter(({ lines }) => lines > LIMITS.large);
}

function countLines(file: string): number {
  return readFileSync(file, "utf8").split("\n").length - 1;
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { folderOf } from "../../acceptance/workspace.ts";

/** Code whose tests are tested with mutants. */
export interface Area {
  readonly name: AreaName;
  readonly package: PackageName;
  /** The packages whose tests test it, its own first. */
  readonly tests: readonly PackageName[];
  /** The files that are mutated, relative to the package. */
  readonly files: RegExp;
}

export type PackageName = "api" | "users" | "lifecycle" | "testing" | "cli";

export type AreaName = "users" | "lifecycle" | "fake" | "cli";

export const AREAS: readonly Area[] = [
  { name: "users", package: "users", tests: ["users"], files: /^src\// },
  // The command line runs every plan.
  { name: "lifecycle", package: "lifecycle", tests: ["lifecycle", "cli"], files: /^src\// },
  // What the fake server does.
  { name: "fake", package: "testing", tests: ["testing"], files: /^src\/operations\// },
  // What stands between a command line and a change: plans, guards, prompts, reports and exit codes.
  { name: "cli", package: "cli", tests: ["cli"], files: /^src\/(?:bulk\/|errors\.ts$|terminal\/questions\.ts$)/ },
];

/** A source file and its syntax tree. */
export interface Source {
  /** The absolute path. */
  readonly path: string;
  /** The path, relative to the package. */
  readonly file: string;
  readonly code: string;
  readonly tree: ts.SourceFile;
}

/** Reads the source files of a package that are written by hand, or some of them. */
export function readSources({ package: name, files }: Pick<Area, "package"> & Partial<Pick<Area, "files">>): Source[] {
  const folder = folderOf(name);
  return readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.startsWith("src/generated/") && (files?.test(file) ?? true))
    .toSorted()
    .map((file) => parseSource(join(folder, file), file, readFileSync(join(folder, file), "utf8")));
}

/** Parses the code of a file. */
export function parseSource(path: string, file: string, code: string): Source {
  return { path, file, code, tree: ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true) };
}

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MutatedPackage } from "./mutant.ts";

/** The folder of a package of this workspace. */
export function folderOf(name: MutatedPackage): string {
  return fileURLToPath(new URL(`../../../${name}`, import.meta.url));
}

/** A file of a package as it is. */
export function readSource(name: MutatedPackage, file: string): string {
  return readFileSync(join(folderOf(name), file), "utf8");
}

/**
 * Its source files that are written by hand, below its folder. Without the programs: their tests start processes, which read
 * the files as they are.
 */
export function sourceFiles(name: MutatedPackage): string[] {
  return readdirSync(join(folderOf(name), "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(?:generated|command-line)\//.test(file))
    .map((file) => join("src", file))
    .toSorted();
}

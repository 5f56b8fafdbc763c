import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { folderOf } from "../../acceptance/workspace.ts";

/** A package whose tests are tested with mutants. */
export type MutatedPackage = "users" | "lifecycle" | "testing";

export const MUTATED_PACKAGES: readonly MutatedPackage[] = ["users", "lifecycle", "testing"];

/** A source file of a package and its syntax tree. */
export interface Source {
  /** The path, relative to the package. */
  readonly file: string;
  readonly code: string;
  readonly tree: ts.SourceFile;
}

/** A replacement of a part of a file. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

/** A changed file of a package. */
export interface Mutation {
  readonly package: MutatedPackage;
  /** The path, relative to the package. */
  readonly file: string;
  /** The new content of the file. */
  readonly code: string;
  /** The place and the change. */
  readonly description: string;
}

/**
 * Reads the source files of a package that are written by hand. Leaves out its programs: their tests start processes, which
 * would read the original files.
 */
export function readSources(name: MutatedPackage, folder: string = folderOf(name)): Source[] {
  return readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !/^src\/(?:generated|cli)\//.test(file))
    .toSorted()
    .map((file) => {
      const code = readFileSync(join(folder, file), "utf8");
      return { file, code, tree: ts.createSourceFile(file, code, ts.ScriptTarget.ES2023, true) };
    });
}

/** Returns a source file with an edit. */
export function mutate(name: MutatedPackage, { file, code, tree }: Source, edit: Edit): Mutation {
  const { line } = tree.getLineAndCharacterOfPosition(edit.start);
  const [before, after] = [code.slice(edit.start, edit.end), edit.code].map((part) =>
    part.replaceAll(/\s+/g, " ").slice(0, 60),
  );
  return {
    package: name,
    file,
    code: code.slice(0, edit.start) + edit.code + code.slice(edit.end),
    description: `${file}:${line + 1}: ${before ?? ""} → ${after === "" ? "nothing" : (after ?? "")}`,
  };
}

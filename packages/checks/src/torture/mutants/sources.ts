import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testingMutants } from "./testing-mutants.ts";
import { usersMutants } from "./users-mutants.ts";

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

/** A file as it is to be while the tests of a package run. */
export interface Mutation {
  readonly package: MutatedPackage;
  /** Below the package's folder. */
  readonly file: string;
  /** What the file says instead; undefined to leave it as it is, to see that the tests pass. */
  readonly text: string | undefined;
}

/** What the tests make of a mutation. */
export type Verdict = "killed" | "survived" | "timed out";

/** A package whose tests are put to the test. */
export type MutatedPackage = "users" | "testing";

/** A mistake to make in a file on purpose. */
export interface Mutant {
  readonly package: MutatedPackage;
  /** Below the package's folder. */
  readonly file: string;
  /** What stands there; exactly once. */
  readonly search: string;
  readonly replace: string;
  /** What would be wrong for somebody if nobody noticed. */
  readonly why: string;
}

/** The text with the mistake in it. Throws if the place is not there, or not certain: the data is out of date then. */
export function mutate(text: string, { file, search, replace }: Pick<Mutant, "file" | "search" | "replace">): string {
  const parts = text.split(search);
  if (parts.length !== 2)
    throw new Error(`${file} has ${parts.length - 1} places that read ${JSON.stringify(search)}.`);
  return parts.join(replace);
}

/** For each file: what stands there, what is to stand there instead, and why that would be wrong. */
export type MutantTable = Readonly<
  Record<string, readonly (readonly [search: string, replace: string, why: string])[]>
>;

/** The mutants of a table. */
export function mutantsOf(name: MutatedPackage, table: MutantTable): readonly Mutant[] {
  return Object.entries(table).flatMap(([file, mutants]) =>
    mutants.map(([search, replace, why]) => ({ package: name, file, search, replace, why })),
  );
}

/** Every mistake that was thought of. */
export const mutants: readonly Mutant[] = [...usersMutants, ...testingMutants];

import type { MutatedPackage, Mutant } from "./mutant.ts";

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

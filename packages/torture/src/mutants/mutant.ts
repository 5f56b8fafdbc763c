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

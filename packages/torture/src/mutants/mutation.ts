import type { MutatedPackage } from "./mutant.ts";

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

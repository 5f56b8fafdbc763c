import type { PickedMutant } from "./picked.ts";
import type { MutatedPackage } from "./sources.ts";
import { testingMutants } from "./testing-mutants.ts";
import { usersMutants } from "./users-mutants.ts";

/** The picked mutants of each package. */
export const pickedMutants: Readonly<Record<MutatedPackage, readonly PickedMutant[]>> = {
  users: usersMutants,
  testing: testingMutants,
};

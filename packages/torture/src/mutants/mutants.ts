import { testingMutants } from "./data/testing-mutants.ts";
import { usersMutants } from "./data/users-mutants.ts";
import type { Mutant } from "./mutant.ts";

/** Every mistake that was thought of. */
export const mutants: readonly Mutant[] = [...usersMutants, ...testingMutants];

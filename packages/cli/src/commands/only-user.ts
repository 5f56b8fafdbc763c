import { usageError } from "../errors/cli-error.ts";
import type { LockFlags } from "../plan/lock-many.ts";

/** The USER of a command that names one alone; `undefined` when it takes a plan. */
export function onlyUser(names: readonly string[], { file, dryRun, report }: LockFlags): string | undefined {
  if (names.length === 0 && file === undefined) {
    throw usageError("USER is missing.", "Name one USER or more, or a file with --file FILE.");
  }
  const asksForPlan = file !== undefined || dryRun === true || report !== undefined;
  return names.length === 1 && !asksForPlan ? names[0] : undefined;
}

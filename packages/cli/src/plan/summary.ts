import type { Result, Status } from "./plan.ts";

/** Number of results per status. */
export type Summary = Readonly<Record<Status, number>>;

/** Counts results by status. */
export function summarize(results: readonly Result[]): Summary {
  const summary: Record<Status, number> = {
    planned: 0,
    done: 0,
    unchanged: 0,
    refused: 0,
    invalid: 0,
    failed: 0,
    "not attempted": 0,
  };
  for (const { status } of results) summary[status] += 1;
  return summary;
}

import type { ErrorDescription } from "../errors.ts";
import type { Entry } from "./plan.ts";

/** What became of an entry. */
export type Outcome =
  | {
      readonly status: "done";
      /** The guid of a user who was created. */
      readonly guid?: string;
      readonly note?: string;
    }
  | { readonly status: "failed"; readonly error: ErrorDescription }
  | { readonly status: "not attempted" };

/** An entry, with what became of it when it was planned. */
export interface Settled {
  readonly entry: Entry;
  readonly outcome?: Outcome | undefined;
}

/** The word that rows and summaries use for it. */
export type SettledStatus = Outcome["status"] | Entry["verdict"]["status"];

export function statusOf({ entry, outcome }: Settled): SettledStatus {
  return outcome?.status ?? entry.verdict.status;
}

/** How many there are of each status. */
export function countStatuses(settled: readonly Settled[]): ReadonlyMap<SettledStatus, number> {
  const counts = new Map<SettledStatus, number>();
  for (const each of settled) counts.set(statusOf(each), (counts.get(statusOf(each)) ?? 0) + 1);
  return counts;
}

import type { Context } from "../context.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { Settled } from "./outcome.ts";
import { planLine } from "./plan-line.ts";
import type { PlanFlags } from "./plan-flags.ts";
import type { Plan } from "./plan.ts";
import { summarize } from "./summary.ts";

/** Shows what is about to happen: all of it in a line, and before a question the first rows as well. */
export function showPlan(
  { source }: Plan,
  planned: readonly Settled[],
  { yes, json }: PlanFlags & GlobalFlags,
  { note }: Pick<Context, "note">,
): void {
  if (yes !== true) {
    const telling = planned.filter(({ entry }) => entry.verdict.status !== "unchanged");
    for (const each of telling.slice(0, SHOWN)) note(planLine(each));
    if (telling.length > SHOWN)
      note(`… and ${(telling.length - SHOWN).toLocaleString("en-US")} more; --dry-run shows them all.`);
  }
  // Under --json standard error has one line at most, and that is an error.
  if (yes !== true || json !== true) note(`Plan for ${source}: ${summarize(planned)}.`);
}

const SHOWN = 20;

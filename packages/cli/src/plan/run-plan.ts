import type { Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { CliError, describeError } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { RowsResult } from "../terminal/result.ts";
import { executePlan, type Execution } from "./execute-plan.ts";
import { guardPlan, needsGuard } from "./guards.ts";
import type { Settled } from "./outcome.ts";
import { badNews, invalidRows } from "./plan-errors.ts";
import type { PlanFlags } from "./plan-flags.ts";
import { planResult } from "./plan-result.ts";
import type { Entry, Plan } from "./plan.ts";
import { reportText } from "./report.ts";
import { showPlan } from "./show-plan.ts";
import { countOf, summarize } from "./summary.ts";

/** What a plan is run with. */
export interface RunOptions {
  readonly flags: GlobalFlags & PlanFlags;
  readonly context: Context;
  readonly users: Users;
  /** The guid behind the key. */
  readonly ownGuid: string;
  /** The command line that goes on where this run ends. */
  readonly again: string;
}

/**
 * Takes a plan through everything that follows it: the guards, the question, the changes, the report. Returns the outcome of
 * each row.
 *
 * - Rows that make no sense end it before anything is sent, unless `--skip-invalid` leaves them out.
 * - `--dry-run` ends it with the plan itself.
 * - An interruption lets what is in flight finish; then the report is written as ever.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RowsResult> {
  const { flags, context } = options;
  const entries = await guard(plan.entries, options);
  const planned: Settled[] = entries.map((entry) => ({ entry }));
  const report = async (settled: readonly Settled[]): Promise<void> => {
    if (flags.report !== undefined) await context.files.write(flags.report, await reportText(settled));
  };

  const invalid = planned.filter(({ entry }) => entry.verdict.status === "invalid");
  if (invalid.length > 0 && flags.skipInvalid !== true) {
    await report(planned);
    return planResult(invalid, flags, { error: invalidRows(plan, invalid) });
  }

  const work = entries.filter(({ verdict }) => verdict.status === "planned").length;
  // The report is begun before anything is sent: a name that cannot be written to must not be noticed only afterwards.
  await report(planned);
  if (flags.dryRun === true) {
    return planResult(planned, flags, {
      note: `Plan for ${plan.source}: ${summarize(planned)}. Nothing was changed.`,
      whole: true,
    });
  }
  if (work === 0) {
    return planResult(planned, flags, {
      note: `Nothing to do for ${plan.source}: ${summarize(planned)}.`,
      error: badNews(planned, options),
    });
  }
  showPlan(plan, planned, flags, context);
  if (flags.yes !== true && !(await context.ask.confirm(`Change ${countOf(work, "user")}?`))) {
    return planResult([], flags, { note: "Nothing was changed.", exitCode: 1 });
  }

  const { settled, stopped } = await carryOut(entries, work, options);
  // What was done must be told even when the report cannot be written any more.
  const unwritten = await failureOf(report(settled));
  if (unwritten !== undefined) context.warn(unwritten.message);
  const error = badNews(settled, { ...options, stopped, interrupted: context.signal.aborted }) ?? unwritten;
  return planResult(settled, flags, { note: `${plan.source}: ${summarize(settled)}.`, error });
}

async function failureOf(attempt: Promise<void>): Promise<CliError | undefined> {
  try {
    await attempt;
    return undefined;
  } catch (error) {
    const { kind, message, fix } = describeError(error);
    return new CliError(kind, message, fix);
  }
}

async function carryOut(
  entries: readonly Entry[],
  work: number,
  { flags, context, users, ownGuid }: RunOptions,
): Promise<Execution> {
  const progress = context.progress("Changing users", work);
  const explain = (): void => {
    progress.end();
    if (flags.json !== true)
      context.note("Finishing what is under way. Ctrl-C again ends it at once, without a report.");
  };
  context.signal.addEventListener("abort", explain, { once: true });
  try {
    return await executePlan(entries, {
      users,
      ownGuid,
      concurrency: flags.concurrency ?? 6,
      signal: context.signal,
      settled: () => {
        progress.advance();
      },
    });
  } finally {
    context.signal.removeEventListener("abort", explain);
    progress.end();
  }
}

/** Asks the guards, which need to know the own account and the other administrators, only where they have a say. */
async function guard(
  entries: readonly Entry[],
  { flags, users, ownGuid, context: { signal } }: RunOptions,
): Promise<readonly Entry[]> {
  if (!entries.some(needsGuard)) return entries;
  const administrators = new Set<string>();
  for await (const user of users.find({ user_role: "administrator" }, { signal })) {
    if (!user.locked) administrators.add(user.guid);
  }
  return guardPlan(entries, { ownGuid, administrators, force: flags.force === true });
}

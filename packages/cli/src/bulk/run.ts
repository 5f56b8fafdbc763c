import type { Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { CliError, describeError } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import { executeChanges, type Executed } from "../plan/execute.ts";
import { guardChanges } from "../plan/guards.ts";
import { type Change, type Plan, type Result, summarize } from "../plan/plan.ts";
import type { RowsResult } from "../terminal/result.ts";
import type { PlanFlags } from "./flags.ts";
import { countOf, describeProblem, PLAN_COLUMNS, planOutput, planRow, previewLines, summaryLine } from "./show.ts";

/** What a plan is built and executed with. */
export interface PlanSession {
  readonly users: Users;
  /** Guid of the account that the API key belongs to. */
  readonly ownGuid: string;
}

/**
 * Connects as an administrator.
 *
 * @throws CliError of kind `permission` if the API key belongs to another role: every row would fail.
 */
export async function openPlan({ connect, signal }: Pick<Context, "connect" | "signal">): Promise<PlanSession> {
  const connection = await connect();
  const me = await connection.me({ signal });
  if (me.user_role !== "administrator") {
    throw new CliError(
      "permission",
      `${me.username} is a ${me.user_role} and cannot change other users.`,
      "Use an administrator's API key.",
    );
  }
  return { users: connection.users, ownGuid: me.guid };
}

/** How to run a plan. */
export interface RunOptions extends PlanSession {
  readonly flags: GlobalFlags & PlanFlags;
  readonly context: Context;
  /** The command line that resumes this run. */
  readonly resume: string;
}

/**
 * Runs a plan: guards, confirmation, execution and report. Returns the result of each row.
 *
 * - Invalid rows end the run before anything is sent, unless `--skip-invalid` is given.
 * - `--dry-run` returns the plan itself.
 * - After an interruption, changes in progress are finished and the report is still written.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RowsResult> {
  const { flags, context, users, ownGuid } = options;
  const { signal } = context;
  const changes = await guardChanges(plan.changes, { users, ownGuid, force: flags.force === true, signal });
  const planned = changes.map((change): Result => ({ change, status: change.decision.status }));
  const summary = summarize(planned);
  // Writing the report first shows a bad file name before anything is sent.
  await writeReport(planned, options);
  if (summary.invalid > 0 && flags.skipInvalid !== true) {
    const invalid = planned.filter(({ status }) => status === "invalid");
    return planOutput(invalid, flags, { error: invalidRows(plan, invalid) });
  }
  if (flags.dryRun === true) {
    const note = `Plan for ${plan.source}: ${summaryLine(planned)}. Nothing was changed.`;
    return planOutput(planned, flags, { note, showAll: true });
  }
  if (summary.planned === 0) {
    const note = `Nothing to do for ${plan.source}: ${summaryLine(planned)}.`;
    return planOutput(planned, flags, { note, error: failureOf({ results: planned, stopped: undefined }, options) });
  }
  if (flags.yes !== true) for (const line of previewLines(planned)) context.note(line);
  // With --json, standard error is reserved for the error.
  if (flags.yes !== true || flags.json !== true) context.note(`Plan for ${plan.source}: ${summaryLine(planned)}.`);
  if (flags.yes !== true && !(await context.ask.confirm(`Change ${countOf(summary.planned, "user")}?`))) {
    return planOutput([], flags, { note: "Nothing was changed.", exitCode: 1 });
  }

  const executed = await execute(changes, summary.planned, options);
  const { results } = executed;
  // A report that cannot be written must not hide the results.
  const reportError = await writeReport(results, options).then(() => undefined, asCliError);
  if (reportError !== undefined) context.warn(reportError.message);
  const error = failureOf(executed, options) ?? reportError;
  return planOutput(results, flags, { note: `${plan.source}: ${summaryLine(results)}.`, error });
}

async function execute(
  changes: readonly Change[],
  total: number,
  { flags, context, users, ownGuid }: RunOptions,
): Promise<Executed> {
  const { signal } = context;
  const progress = context.progress("Changing users", total);
  const explain = (): void => {
    progress.end();
    if (flags.json !== true) {
      context.note("Finishing the changes in progress. Press Ctrl-C again to quit at once, without a report.");
    }
  };
  signal.addEventListener("abort", explain, { once: true });
  try {
    return await executeChanges(changes, {
      users,
      ownGuid,
      concurrency: flags.concurrency ?? 6,
      signal,
      onResult: () => {
        progress.advance();
      },
    });
  } finally {
    signal.removeEventListener("abort", explain);
    progress.end();
  }
}

/** Writes the result of each row as CSV that is safe to open in a spreadsheet. */
async function writeReport(results: readonly Result[], { flags, context }: RunOptions): Promise<void> {
  if (flags.report === undefined) return;
  const { csv } = await import("../terminal/csv.ts");
  const rows = results.map((result) => planRow(result, { structured: false }));
  let text = "";
  for await (const chunk of csv(rows, PLAN_COLUMNS, { raw: false })) text += chunk;
  await context.files.write(flags.report, text);
}

function asCliError(error: unknown): CliError {
  const { kind, message, fix } = describeError(error);
  return new CliError(kind, message, fix);
}

/** Returns the error to report after the rows; `undefined` if nothing failed. */
function failureOf({ results, stopped }: Executed, { resume, context }: RunOptions): CliError | undefined {
  const summary = summarize(results);
  const left = summary["not attempted"];
  const rerun = `Re-run to resume; completed rows are skipped: ${resume}`;
  const progress = `${countOf(summary.done, "user")} done, ${left.toLocaleString("en-US")} not attempted.`;

  if (stopped !== undefined) {
    const kind = stopped.kind === "authentication" || stopped.kind === "permission" ? stopped.kind : "partial";
    return new CliError(kind, `${stopped.message} Stopped: ${progress}`, kind === "partial" ? rerun : stopped.fix);
  }
  if (left > 0 && context.signal.aborted) return new CliError("partial", `Interrupted: ${progress}`, rerun);
  const failed = summary.failed + summary.invalid;
  if (failed > 0) {
    const message = `${failed.toLocaleString("en-US")} of ${countOf(results.length, "row")} failed.`;
    return new CliError("partial", message, `See the message of each row. ${rerun}`);
  }
  if (summary.refused === 0) return undefined;
  const { decision } = results.find(({ status }) => status === "refused")?.change ?? {};
  const fix = decision?.status === "refused" ? decision.fix : "";
  return new CliError("refused", `${countOf(summary.refused, "row")} refused.`, fix);
}

/** Returns the error that says why nothing was sent. */
function invalidRows({ source, changes }: Plan, invalid: readonly Result[]): CliError {
  const [first] = invalid;
  const line = first?.change.line === undefined ? "" : `line ${first.change.line}, `;
  const example = first === undefined ? "" : ` First: ${line}${describeProblem(first) ?? ""}`;
  const count = `${invalid.length.toLocaleString("en-US")} of ${countOf(changes.length, "row")}`;
  const message = `${source}: ${count} cannot be used, so nothing was sent.${example}`;
  const fix = "Correct them, or add --skip-invalid to process the rest.";
  const kinds = invalid.flatMap(({ change: { decision } }) => (decision.status === "invalid" ? [decision.kind] : []));
  const [kind = "usage"] = kinds;
  return new CliError(kinds.every((other) => other === kind) ? kind : "usage", message, fix);
}

import type { Users } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { CliError, describeError } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import { executeChanges, type Executed as ExecutedChanges } from "../plan/execute.ts";
import { guardChanges } from "../plan/guards.ts";
import { type Change, type Plan, type Result, summarize } from "../plan/plan.ts";
import type { Row, RowsResult } from "../terminal/result.ts";
import type { PlanFlags } from "./flags.ts";
import { type Journal, type JournalRow, openJournal } from "./journal.ts";
import {
  countOf,
  describeProblem,
  PLAN_COLUMNS,
  planOutput,
  planRow,
  previewLines,
  question,
  summaryLine,
} from "./show.ts";

/** What a plan is built and executed with. */
export interface PlanSession {
  readonly users: Users;
  /** Guid of the account that the API key belongs to. */
  readonly ownGuid: string;
  /** URL of the server. */
  readonly server: string;
  /** Username of that account. */
  readonly actor: string;
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
  return { users: connection.users, ownGuid: me.guid, server: connection.url, actor: me.username };
}

/** How to run a plan. */
export interface RunOptions extends PlanSession {
  readonly flags: GlobalFlags & PlanFlags;
  readonly context: Context;
  /** Name of the command, for its report. */
  readonly command: string;
  /** The command line that resumes this run. */
  readonly resume: string;
}

/**
 * Runs a plan: guards, confirmation, execution and report. Returns the result of each row.
 *
 * - Invalid rows end the run before anything is sent, unless `--skip-invalid` is given.
 * - `--dry-run` returns the plan itself.
 * - Each row is in the report as soon as it is settled. After an interruption, changes in progress are finished.
 * - With `--ndjson`, each row is printed as soon as it is settled.
 */
export async function runPlan(plan: Plan, options: RunOptions): Promise<RowsResult> {
  const { flags, context, users, ownGuid } = options;
  const { signal } = context;
  const changes = await guardChanges(plan.changes, { users, ownGuid, force: flags.force === true, signal });
  const planned = changes.map((change): Result => ({ change, status: change.decision.status }));
  const summary = summarize(planned);
  // Opened first, so that a bad file name is shown before anything is sent.
  const journal = await openJournal(options);
  const report = (results: readonly Result[]): void => {
    for (const result of results) journal.append(toJournalRow(result));
  };
  let isOpen = false;
  try {
    if (summary.invalid > 0 && flags.skipInvalid !== true) {
      const invalid = planned.filter(({ status }) => status === "invalid");
      report(invalid);
      return planOutput(invalid, flags, { error: invalidRows(plan, invalid) });
    }
    if (flags.dryRun === true) {
      report(planned);
      const note = `Plan for ${plan.source}: ${summaryLine(planned)}. Nothing was changed.`;
      return planOutput(planned, flags, {
        note,
        showAll: true,
        // As the real run exits, as far as the plan can know.
        error: failureOf({ results: planned, stopped: undefined }, options),
      });
    }
    if (summary.planned === 0) {
      report(planned);
      const note = `Nothing to do for ${plan.source}: ${summaryLine(planned)}.`;
      return planOutput(planned, flags, { note, error: failureOf({ results: planned, stopped: undefined }, options) });
    }
    if (flags.yes !== true) for (const line of previewLines(planned)) context.note(line);
    // With --json, standard error is reserved for the error.
    if (flags.yes !== true || flags.json !== true) context.note(`Plan for ${plan.source}: ${summaryLine(planned)}.`);
    if (flags.yes !== true && !(await context.ask.confirm(question(planned)))) {
      return planOutput([], flags, { note: "Nothing was changed.", exitCode: 1 });
    }
    report(planned.filter(({ status }) => status !== "planned"));
    isOpen = true;
  } finally {
    if (!isOpen) journal.close();
  }
  const run = (onResult: (result: Result) => void): Promise<Executed> =>
    execute(changes, summary.planned, options, { journal, onResult }).finally(journal.close);
  const output = ({ results, stopped, reportError }: Executed): RowsResult =>
    planOutput(results, flags, {
      note: `${plan.source}: ${summaryLine(results)}.`,
      error: failureOf({ results, stopped }, options) ?? reportError,
    });
  if (flags.ndjson !== true) return output(await run(() => undefined));
  return streamOutput(planned, run, output);
}

function toJournalRow(result: Result): JournalRow {
  const { line, username, action } = result.change;
  const { guid, changes, message, fix } = planRow(result, { structured: false });
  return {
    line,
    username,
    guid,
    action,
    status: result.status,
    changes: typeof changes === "string" ? changes : JSON.stringify(changes),
    error: message,
    fix,
  };
}

/** What happened, and why the report is not complete, if it is not. */
interface Executed extends ExecutedChanges {
  readonly reportError?: CliError | undefined;
}

interface Observers {
  readonly journal: Journal;
  readonly onResult: (result: Result) => void;
}

async function execute(
  changes: readonly Change[],
  total: number,
  { flags, context, users, ownGuid }: RunOptions,
  { journal, onResult }: Observers,
): Promise<Executed> {
  // A change that the report cannot hold is the last one.
  const end = new AbortController();
  let reportError: CliError | undefined;
  const report = (result: Result): void => {
    if (reportError !== undefined) return;
    try {
      journal.append(toJournalRow(result));
    } catch (error) {
      reportError = asCliError(error);
      context.warn(reportError.message);
      end.abort();
    }
  };
  const { signal } = context;
  const progress = context.progress("Changing users", total);
  const explain = (): void => {
    progress.end();
    if (flags.json !== true) {
      context.note("Finishing the changes in progress. Press Ctrl-C again to quit at once.");
    }
  };
  signal.addEventListener("abort", explain, { once: true });
  try {
    const executed = await executeChanges(changes, {
      users,
      ownGuid,
      concurrency: flags.concurrency ?? 6,
      signal: AbortSignal.any([signal, end.signal]),
      onResult: (result) => {
        report(result);
        onResult(result);
        progress.advance();
      },
    });
    for (const result of executed.results) {
      if (result.status !== "not attempted") continue;
      report(result);
      onResult(result);
    }
    return { ...executed, reportError };
  } finally {
    signal.removeEventListener("abort", explain);
    progress.end();
  }
}

/** Executes while its rows are printed. What is printed besides them is known when they are. */
function streamOutput(
  planned: readonly Result[],
  run: (onResult: (result: Result) => void) => Promise<Executed>,
  output: (executed: Executed) => RowsResult,
): RowsResult {
  let ended: RowsResult | undefined;
  async function* rows(): AsyncGenerator<Row, void, undefined> {
    const settled = planned.filter(({ status }) => status !== "planned");
    let wake: () => void = () => undefined;
    const state = { isDone: false };
    const running = run((result) => {
      settled.push(result);
      wake();
    }).finally(() => {
      state.isDone = true;
      wake();
    });
    try {
      for (;;) {
        for (const result of settled.splice(0)) yield planRow(result, { structured: true });
        if (settled.length > 0) continue;
        if (state.isDone) return;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    } finally {
      // Also when nobody reads the rows any more.
      ended = output(await running);
    }
  }
  return {
    kind: "rows",
    rows: rows(),
    isLive: true,
    columns: PLAN_COLUMNS,
    get note() {
      return ended?.note;
    },
    get done() {
      return ended?.done;
    },
    get error() {
      return ended?.error;
    },
  };
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

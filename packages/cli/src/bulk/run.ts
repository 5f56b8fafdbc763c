import { isApiError } from "@connect-sdk/api";
import type { ApplyOptions, Plan, PlanResult, PlanStep, StepOutcome } from "@connect-sdk/lifecycle";
import type { Connection } from "@connect-sdk/users";
import type { Context } from "../context.ts";
import { CliError, describeError, EXIT, sentence, waitOf } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { Row, RowsResult } from "../terminal/result.ts";
import { asFlags, type PlanFlags, requirePlanFile, savePlan } from "./flags.ts";
import { type Journal, openJournal } from "./journal.ts";
import {
  countOf,
  describeProblem,
  journalRow,
  kindSummary,
  PLAN_COLUMNS,
  plannedStep,
  planOutput,
  planQuestion,
  planRow,
  previewLines,
  settledStep,
  type Shown,
  summarize,
  summaryLine,
} from "./show.ts";

/** What a plan is built with. */
export interface PlanSession {
  readonly connection: Connection;
  /** Username of the caller. */
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
  return { connection, actor: me.username };
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

interface Run extends RunOptions {
  readonly journal: Journal;
  /** Name of the input for messages: `users.csv`, `5 users`. */
  readonly source: string;
}

/**
 * Runs a plan: confirmation, execution and report. Returns the result of each row.
 *
 * - Invalid rows end the run before anything is sent, unless `--skip-invalid` is given.
 * - `--dry-run` returns the plan itself, with the exit code of the real run.
 * - Each row is in the report as soon as it is settled. After an interruption, changes in progress are finished.
 * - With `--ndjson`, each row is printed as soon as it is settled.
 */
export async function runPlan(createPlan: () => Promise<Plan>, options: RunOptions): Promise<RowsResult> {
  const { flags, connection, context } = options;
  await requirePlanFile(flags.planOut, context);
  // Opened first, so that a bad file name is shown before anything is sent.
  const journal = await openJournal({ ...options, server: connection.url });
  let isOpen = true;
  try {
    const plan = await createPlan();
    const run = { ...options, journal, source: plan.subject };
    const result = await confirmPlan(plan, run);
    if (result !== undefined) return result;
    isOpen = false;
    return flags.ndjson === true ? stream(plan, run) : await executeAll(plan, run);
  } finally {
    if (isOpen) journal.close();
  }
}

/** Returns the output of a plan that is not executed. */
async function confirmPlan(plan: Plan, options: Run): Promise<RowsResult | undefined> {
  const { steps, notes } = plan;
  const { flags, context, source } = options;
  const isPreview = flags.dryRun === true || flags.planOut !== undefined;
  const planned = steps.map(plannedStep);
  const summary = summarize(planned);
  const isBlocked = summary.invalid > 0 && flags.skipInvalid !== true;
  const report = (results: readonly Shown[]): void => {
    for (const shown of results) options.journal.append(journalRow(shown));
  };
  if (isBlocked) {
    const invalid = planned.filter(({ status }) => status === "invalid");
    report(invalid);
    return planOutput(invalid, flags, { error: invalidRows(planned, invalid, source) });
  }
  if (isPreview || summary.planned === 0) report(planned);
  if (flags.json !== true) for (const note of notes) context.note(asFlags(note));
  if (isPreview) {
    const saved = await savePlan(plan, flags, context);
    const note = `Plan for ${source}: ${summaryLine(planned)}. Nothing was changed.${saved}`;
    const error = failureOf(planned, {}, options);
    return planOutput(planned, flags, { note, summary: kindSummary(planned), showAll: true, error });
  }
  if (summary.planned === 0) {
    const note = `Nothing to do for ${source}: ${summaryLine(planned)}.`;
    return planOutput(planned, flags, { note, error: failureOf(planned, {}, options) });
  }
  if (flags.yes !== true) for (const line of previewLines(planned)) context.note(line);
  // With --json, standard error is reserved for the error.
  if (flags.yes !== true || flags.json !== true) context.note(`Plan for ${source}: ${summaryLine(planned)}.`);
  if (flags.yes === true || (await context.ask.confirm(planQuestion(planned)))) return undefined;
  return planOutput([], flags, { note: "Nothing was changed.", exitCode: EXIT.failed });
}

async function executeAll(plan: Plan, options: Run): Promise<RowsResult> {
  const { flags, source } = options;
  const { results, error } = await execute(plan, options, () => undefined);
  return planOutput(results, flags, { note: `${source}: ${summaryLine(results)}.`, error });
}

/** Executes a plan while its rows are printed. */
function stream(plan: Plan, options: Run): RowsResult {
  return streamRows(PLAN_COLUMNS, async (print) => {
    const { results, error } = await execute(plan, options, (shown) => {
      print(planRow(shown, { structured: true }));
    });
    return { note: `${options.source}: ${summaryLine(results)}.`, error };
  });
}

/** How a run ended, known after its last row. */
export interface RunEnd {
  readonly note: string;
  readonly error: Error | undefined;
}

/** Returns rows that are printed while a plan is executed. What is known at the end is read after the rows. */
export function streamRows(
  columns: readonly string[],
  executeInto: (print: (row: Row) => void) => Promise<RunEnd>,
): RowsResult {
  let end: RunEnd | undefined;
  async function* rows(): AsyncGenerator<Row, void, void> {
    const settled: Row[] = [];
    const state = { isDone: false };
    let wake = (): void => undefined;
    const running = executeInto((row) => {
      settled.push(row);
      wake();
    }).finally(() => {
      state.isDone = true;
      wake();
    });
    try {
      for (;;) {
        yield* settled.splice(0);
        if (settled.length > 0) continue;
        if (state.isDone) break;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      // Also when nobody reads the rows any more.
      end = await running;
    }
  }
  return {
    kind: "rows",
    rows: rows(),
    isLive: true,
    columns,
    get note() {
      return end?.note;
    },
    get done() {
      return end?.note;
    },
    get error() {
      return end?.error;
    },
  };
}

interface Executed {
  readonly results: readonly Shown[];
  readonly error: CliError | undefined;
}

async function execute(plan: Plan, options: Run, onSettled: (shown: Shown) => void): Promise<Executed> {
  const { flags, context, journal } = options;
  const progress = context.progress("Changing users", plan.summary.planned);
  const explain = (): void => {
    progress.end();
    if (flags.json !== true) {
      context.note("Finishing the changes in progress. Press Ctrl-C again to quit at once.");
    }
  };
  context.signal.addEventListener("abort", explain, { once: true });
  // A change that the report cannot hold is the last one.
  const end = new AbortController();
  let reportError: CliError | undefined;
  const report = (shown: Shown): void => {
    if (reportError !== undefined) return;
    try {
      journal.append(journalRow(shown));
    } catch (error) {
      reportError = asCliError(error);
      context.warn(reportError.message);
      end.abort();
    }
  };
  const onStep = (outcome: StepOutcome): void => {
    const shown = settledStep(outcome);
    report(shown);
    if (outcome.step.state === "planned" && outcome.status !== "differs") progress.advance();
    onSettled(shown);
  };
  let result: PlanResult;
  try {
    const signal = AbortSignal.any([context.signal, end.signal]);
    result = await applyPatiently(plan, { concurrency: flags.concurrency ?? 6, signal, onStep });
  } finally {
    context.signal.removeEventListener("abort", explain);
    progress.end();
    journal.close();
  }
  const results = result.outcomes.map(settledStep);
  return { results, error: failureOf(results, result, options) ?? reportError };
}

/**
 * Applies a plan, and applies it again for the steps that failed because the server limits requests: it has not executed them.
 * Ends when a round gets nothing done.
 */
export async function applyPatiently(plan: Plan, { onStart, onStep, ...options }: ApplyOptions): Promise<PlanResult> {
  const started = new Set<PlanStep>();
  const settled = new Map<PlanStep, StepOutcome>();
  const settle = (outcome: StepOutcome): void => {
    settled.set(outcome.step, outcome);
    onStep?.(outcome);
  };
  for (;;) {
    const held: StepOutcome[] = [];
    const before = settled.size;
    let changed = 0;
    const result = await plan.apply({
      ...options,
      onStart(step) {
        if (!started.has(step)) onStart?.(step);
        started.add(step);
      },
      onStep(outcome) {
        // A later round repeats what is known, but for what its verification finds.
        if (settled.has(outcome.step) && outcome.status !== "differs") return;
        // A step that needs a limited one has been skipped.
        if (isLimited(outcome) || (outcome.status === "skipped" && held.length > 0)) held.push(outcome);
        else {
          if (outcome.step.state === "planned") changed += 1;
          settle(outcome);
        }
      },
    });
    const isOver =
      held.length === 0 || changed === 0 || options.signal?.aborted === true || result.stopped !== undefined;
    if (!isOver) continue;
    held.forEach(settle);
    if (before === 0) return result;
    const outcomes = [...settled.values()];
    const summary = { ...NOTHING };
    for (const { status } of outcomes) summary[status] += 1;
    return { ...result, outcomes: inOrder(outcomes, plan.steps), summary };
  }
}

const NOTHING: PlanResult["summary"] = {
  ...{ done: 0, unchanged: 0, differs: 0, failed: 0 },
  ...{ skipped: 0, refused: 0, manual: 0, "not attempted": 0 },
};

/** Whether the server limits requests, and accepts others soon. */
function isLimited({ status, error }: StepOutcome): boolean {
  return status === "failed" && isApiError(error, { status: 429 }) && !(Number(error.retryAfter) > 600);
}

function inOrder(outcomes: readonly StepOutcome[], steps: readonly PlanStep[]): StepOutcome[] {
  const places = new Map(steps.map((step, at) => [step, at]));
  const placeOf = ({ step }: StepOutcome): number => places.get(step) ?? Infinity;
  return outcomes.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : placeOf(a) > placeOf(b) ? 1 : 0));
}

/** Returns any failure as one of the program. */
export function asCliError(error: unknown): CliError {
  const { kind, message, fix } = describeError(error);
  return new CliError(kind, message, fix);
}

/** Returns the error to report after the rows; `undefined` if nothing failed. */
function failureOf(
  results: readonly Shown[],
  { stopped, left: notDone = [] }: Partial<Pick<PlanResult, "stopped" | "left">>,
  { resume, context, flags }: RunOptions,
): CliError | undefined {
  const summary = summarize(results);
  const left = summary["not attempted"];
  const rerun = `Re-run to resume; completed rows are skipped: ${resume}`;
  const progress = `${countOf(summary.done, "user")} done, ${left.toLocaleString("en-US")} not attempted.`;

  if (stopped !== undefined) {
    const { kind, message, fix } = describeError(stopped);
    const isDenied = kind === "authentication" || kind === "permission";
    const wait = waitOf(stopped)?.concat(". ") ?? "";
    return new CliError(isDenied ? kind : "partial", `${message} Stopped: ${progress}`, isDenied ? fix : wait + rerun);
  }
  if (left > 0 && context.signal.aborted) return new CliError("partial", `Interrupted: ${progress}`, rerun);
  const failed = summary.failed + summary.invalid;
  if (failed > 0) {
    const isPlan = flags.dryRun === true || flags.planOut !== undefined;
    const count = `${failed.toLocaleString("en-US")} of ${countOf(results.length, "row")}`;
    const fix = isPlan ? "See the message of each row." : `See the message of each row. ${rerun}`;
    return new CliError("partial", `${count} ${isPlan ? "would fail" : "failed"}.`, fix);
  }
  if (notDone.length > 0) {
    const [first = ""] = notDone;
    const what =
      summary.differs > 0
        ? `After the run, ${countOf(summary.differs, "user")} differ${summary.differs === 1 ? "s" : ""}. First: ${sentence(first)}`
        : `After the run: ${sentence(first)}`;
    const fix = "Check whether the sign-in provider, or another program, changes these users back.";
    return new CliError("partial", what, summary.differs > 0 ? fix : rerun);
  }
  if (summary.refused === 0) return undefined;
  const first = results.find(({ status }) => status === "refused");
  return new CliError("refused", `${countOf(summary.refused, "row")} refused.`, asFlags(first?.step.fix ?? ""));
}

/** Returns the error that says why nothing was sent. */
function invalidRows(planned: readonly Shown[], invalid: readonly Shown[], source: string): CliError {
  const [first] = invalid;
  const line = first?.step.line === undefined ? "" : `line ${first.step.line}, `;
  const example = first === undefined ? "" : ` First: ${line}${describeProblem(first) ?? ""}`;
  const count = `${invalid.length.toLocaleString("en-US")} of ${countOf(planned.length, "row")}`;
  const message = `${source}: ${count} cannot be used, so nothing was sent.${example}`;
  const fix = "Correct them, or add --skip-invalid to process the rest.";
  const kinds = invalid.map(({ step }) => step.problem?.kind ?? "usage");
  const [kind = "usage"] = kinds;
  return new CliError(kinds.every((other) => other === kind) ? kind : "usage", message, fix);
}

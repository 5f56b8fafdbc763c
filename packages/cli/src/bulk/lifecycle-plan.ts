/* Runs a plan of `@connect-sdk/lifecycle` as a command: guards, confirmation, progress, report and exit code. */
import type { Plan, PlanResult, PlanStep, Refusal, StepOutcome, StepStatus } from "@connect-sdk/lifecycle";
import { isApiError } from "@connect-sdk/api";
import type { Connection } from "@connect-sdk/users";
import type { FlagParametersForType } from "@stricli/core";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { Context } from "../context.ts";
import { CliError, describeError, EXIT, refusal, sentence } from "../errors.ts";
import type { Row, RowsResult } from "../terminal/result.ts";
import { asFlags, planFlags, type PlanFlags, requireConfirmation, requirePlanFile, savePlan } from "./flags.ts";
import { type Journal, openJournal } from "./journal.ts";
import { applyPatiently, asCliError, type RunEnd, streamRows } from "./run.ts";
import { countOf, describeField, PLAN_COLUMNS, planRow, problemOf, type ShownStep } from "./show.ts";

/** Flags of every command that runs such a plan. */
export interface LifecycleFlags extends GlobalFlags, Omit<PlanFlags, "skipInvalid"> {
  readonly check?: boolean | undefined;
}

export const lifecycleFlags: FlagParametersForType<Omit<LifecycleFlags, keyof GlobalFlags>> = {
  dryRun: planFlags.dryRun,
  planOut: planFlags.planOut,
  check: {
    kind: "boolean",
    optional: true,
    withNegated: false,
    brief: "Print the plan without changing anything, and exit with 10 if there is something to do",
  },
  yes: planFlags.yes,
  report: planFlags.report,
  concurrency: planFlags.concurrency,
  force: { kind: "boolean", optional: true, withNegated: false, brief: "Allow what a guard protects: see the message" },
};

/** How to run a plan. */
export interface LifecycleRun {
  readonly flags: LifecycleFlags;
  readonly context: Context;
  /** The command line that resumes this run. */
  readonly resume: string;
}

/**
 * Plans, asks, and applies.
 *
 * - A refused plan changes nothing: exit 6, or 3 if the caller is not an administrator.
 * - `--dry-run` and `--check` return the plan itself.
 * - After an interruption, steps in progress are finished and the report is still written.
 */
export async function runLifecyclePlan(
  createPlan: (connection: Connection, signal: AbortSignal) => Promise<Plan>,
  run: LifecycleRun,
): Promise<RowsResult> {
  const { flags, context } = run;
  if (flags.check !== true || flags.planOut !== undefined) requireConfirmation(flags, context);
  await requirePlanFile(flags.planOut, context);
  const connection = await context.connect();
  const plan = await createPlan(connection, context.signal).catch((error: unknown) => {
    throw withFlags(error);
  });
  const { kind, subject, steps, refusals } = plan;
  // What was done before is not this run's work, and `undo` must not take it back.
  const planned = steps.map((step): Shown => ({ step, status: step.state === "done" ? "unchanged" : step.state }));
  const source = `${kind} ${subject}`;
  const journal = await openReport(plan, connection, run);
  let isOpen = false;
  try {
    const [first] = refusals;
    if (first !== undefined) return output(planned, flags, { error: refusedPlan(refusals, first) });
    if (flags.json !== true) for (const note of plan.notes) context.note(`note: ${asFlags(note)}`);
    if (flags.dryRun === true || flags.check === true || flags.planOut !== undefined) {
      report(planned, journal);
      const saved = await savePlan(plan, flags, context);
      const isDrift = flags.check === true && plan.summary.planned > 0;
      const note = `Plan for ${source}: ${summaryLine(planned) || "nothing to do"}. Nothing was changed.${saved}`;
      return output(planned, flags, {
        note,
        showAll: true,
        ...(isDrift ? { exitCode: EXIT.drift } : { error: refusedSteps(planned) }),
      });
    }
    if (plan.summary.planned === 0) {
      report(planned, journal);
      const summary = summaryLine(planned);
      const note = `Nothing to do for ${source}${summary === "" ? "" : `: ${summary}`}.`;
      return output(planned, flags, { note, error: refusedSteps(planned) });
    }
    if (flags.yes !== true) for (const line of previewLines(planned)) context.note(line);
    if (flags.yes !== true || flags.json !== true) {
      const requests = `about ${plan.requests.toLocaleString("en-US")} requests`;
      context.note(`Plan for ${source}: ${summaryLine(planned)} (${requests}).`);
    }
    if (flags.yes !== true && !(await context.ask.confirm(`Make ${countOf(plan.summary.planned, "change")}?`))) {
      return output([], flags, { note: "Nothing was changed.", exitCode: EXIT.failed });
    }
    isOpen = true;
  } finally {
    if (!isOpen) journal.close();
  }
  const execute = async (onSettled: (outcome: StepOutcome) => void): Promise<RunEnd & { shown: Shown[] }> => {
    const { reportError, ...result } = await apply(plan, run, journal, onSettled).finally(journal.close);
    const shown = result.outcomes.map((outcome): Shown => outcome);
    if (flags.json !== true) for (const left of result.left) context.warn(sentence(left));
    return { shown, note: `${source}: ${summaryLine(shown)}.`, error: failureOf(result, run) ?? reportError };
  };
  if (flags.ndjson !== true) {
    const { shown, ...end } = await execute(() => undefined);
    return output(shown, flags, end);
  }
  return streamRows(COLUMNS, async (print) =>
    execute((outcome) => {
      print(dataRow(outcome, { structured: true }));
    }),
  );
}

/** A step with its state before, or its status after it was applied. */
interface Shown extends ShownStep {
  readonly status: StepStatus | PlanStep["state"] | "started";
}

async function apply(
  plan: Plan,
  { flags, context }: LifecycleRun,
  journal: Journal,
  onSettled: (outcome: StepOutcome) => void,
): Promise<PlanResult & { readonly reportError?: CliError | undefined }> {
  const { signal } = context;
  // A step that the report cannot hold is the last one.
  const end = new AbortController();
  let reportError: CliError | undefined;
  const progress = context.progress("Making changes", plan.summary.planned);
  const explain = (): void => {
    progress.end();
    if (flags.json !== true) context.note("Finishing the changes in progress. Press Ctrl-C again to quit at once.");
  };
  signal.addEventListener("abort", explain, { once: true });
  try {
    const onStep = (outcome: StepOutcome): void => {
      if (outcome.step.state === "planned" && outcome.status !== "differs") progress.advance();
      try {
        if (reportError === undefined) report([outcome], journal);
      } catch (error) {
        reportError = asCliError(error);
        context.warn(reportError.message);
        end.abort();
      }
      onSettled(outcome);
    };
    // What a later run could not see on the server is in the report before the first request.
    const onStart = (step: PlanStep): void => {
      if (step.isDivided === true) report([{ step, status: "started", time: new Date() }], journal);
    };
    const run = { concurrency: flags.concurrency ?? 6, signal: AbortSignal.any([signal, end.signal]), onStart, onStep };
    return { ...(await applyPatiently(plan, run)), reportError };
  } finally {
    signal.removeEventListener("abort", explain);
    progress.end();
  }
}

/** Returns an error of the library that speaks of flags instead of options. */
function withFlags(error: unknown): unknown {
  const { kind, message, fix } = describeError(error);
  const isSame = asFlags(fix) === fix && asFlags(message) === message;
  return isSame ? error : new CliError(kind, asFlags(message), asFlags(fix), { cause: error });
}

function refusedPlan(refusals: readonly Refusal[], { guard, fix }: Refusal): CliError {
  const reasons = new Set(refusals.map(({ reason }) => reason));
  const message = `Refused: ${[...reasons].join("; ")}. Nothing was changed.`;
  return guard === "not-administrator"
    ? new CliError("permission", message, asFlags(fix))
    : refusal(message, asFlags(fix));
}

function refusedSteps(shown: readonly Shown[]): CliError | undefined {
  const refused = shown.filter(({ status }) => status === "refused");
  const [first] = refused;
  if (first === undefined) return undefined;
  const { message, fix } = problemOf(first);
  return refusal(`${countOf(refused.length, "step")} refused. First: ${sentence(message ?? "")}`, fix ?? "");
}

/** Returns the error to report after the rows; `undefined` if everything that the API can do is done. */
function failureOf(result: PlanResult, { resume, context }: LifecycleRun): CliError | undefined {
  const { summary, outcomes, left, stopped } = result;
  const rerun = `Re-run to resume; what is done is skipped: ${resume}`;
  const open = summary["not attempted"];
  const progress = `${countOf(summary.done, "change")} made, ${open.toLocaleString("en-US")} not attempted.`;
  if (stopped !== undefined) {
    const { kind, message, fix } = describeError(stopped);
    const isDenied = kind === "authentication" || kind === "permission";
    return new CliError(isDenied ? kind : "partial", `${message} Stopped: ${progress}`, isDenied ? fix : rerun);
  }
  if (open > 0 && context.signal.aborted) return new CliError("partial", `Interrupted: ${progress}`, rerun);
  const refused = refusedSteps(outcomes);
  const failed = summary.failed + summary.skipped;
  // What only waits for a refused step is not solved by another run.
  if (summary.failed > 0 || (failed > 0 && refused === undefined)) {
    const message = `${failed.toLocaleString("en-US")} of ${countOf(outcomes.length, "step")} failed.`;
    return new CliError("partial", message, `See the message of each step. ${rerun}`);
  }
  if (refused !== undefined || left.length === 0) return refused;
  const again = "Check whether the sign-in provider, or another program, changes it back.";
  return new CliError("partial", sentence(`After the run: ${left.join("; ")}`), summary.differs > 0 ? again : rerun);
}

/** Opens the report, so that a bad file name is shown before anything is sent. */
async function openReport({ kind }: Plan, connection: Connection, { flags, context }: LifecycleRun): Promise<Journal> {
  const actor = flags.report === undefined ? "" : await readActor(connection, context.signal);
  return await openJournal({ flags, context, server: connection.url, actor, command: kind });
}

async function readActor(connection: Connection, signal: AbortSignal): Promise<string> {
  try {
    return (await connection.me({ signal })).username;
  } catch (error) {
    // A service has no account.
    if (isApiError(error, { status: 403, code: 22 })) return "";
    throw error;
  }
}

function report(shown: readonly Shown[], journal: Journal): void {
  for (const each of shown) {
    const { step, status, time, correlationId, guid = step.target.guid } = each;
    const { action, target, from = null, to = null } = step;
    const { message, fix } = problemOf(each);
    const changes = from === null && to === null ? fieldsOf(step) : `${String(from ?? "")} → ${String(to ?? "")}`;
    journal.append({
      ...{ time, username: target.name, guid, action, status, changes, fix },
      error: message,
      fields: step.changes,
      correlationId,
    });
  }
}

/** The columns of every plan, and those of steps. */
const COLUMNS = [...PLAN_COLUMNS, "name", "from", "to", "reason", "id"] as const;

/** Returns a step as a row of data: that of every plan, and the fields of a step. */
function dataRow(shown: Shown, options: { structured: boolean }): Row {
  const { id, target, from = null, to = null, reason } = shown.step;
  return { ...planRow(shown, options), name: target.name, from, to, reason, id };
}

interface OutputOptions {
  readonly note?: string | undefined;
  readonly error?: Error | undefined;
  readonly exitCode?: number | undefined;
  readonly showAll?: boolean | undefined;
}

/** A program gets every step. A person gets only what needs attention when there is too much to read. */
function output(
  shown: readonly Shown[],
  flags: GlobalFlags,
  { note, showAll = false, ...rest }: OutputOptions,
): RowsResult {
  const { json, ndjson, csv, csvRaw, fields } = flags;
  const forPeople = json !== true && ndjson !== true && csv !== true && csvRaw !== true && fields === undefined;
  const isShortened = forPeople && !showAll && shown.length > MAX_LINES;
  const lines = new Map<Row, string>();
  const rows = shown
    .filter((each) => !isShortened || ATTENTION.has(each.status))
    .map((each) => {
      const row = dataRow(each, { structured: json === true || ndjson === true });
      lines.set(row, lineOf(each));
      return row;
    });
  const hint = isShortened ? "Use --csv, --json or --report FILE to get every step." : "";
  return {
    kind: "rows",
    rows,
    columns: COLUMNS,
    line: (row) => lines.get(row) ?? "",
    // With --json, standard error is reserved for the error.
    note: json === true ? undefined : [note, hint].filter(Boolean).join(" ") || undefined,
    ...rest,
  };
}

const MAX_LINES = 50;
const ATTENTION: ReadonlySet<Shown["status"]> = new Set([
  "failed",
  "differs",
  "skipped",
  "refused",
  "manual",
  "not attempted",
]);

/** Returns what to read before confirming: risky steps in full, the others by kind if there are many. */
function previewLines(planned: readonly Shown[]): string[] {
  const open = planned.filter(({ status }) => status !== "unchanged");
  const isRisky = ({ step, status }: Shown): boolean =>
    RISKY.has(step.action) || step.risks !== undefined || status !== "planned";
  const risky = open.filter(isRisky);
  const others = open.filter((each) => !isRisky(each));
  if (others.length <= MAX_PREVIEW) return [...risky, ...others].map(lineOf);
  const more = `${countOf(others.length, "step")}${risky.length > 0 ? " more" : ""}, by kind; --dry-run shows all of them:`;
  return [...risky.map(lineOf), `${risky.length > 0 ? "… and " : ""}${more}`, ...kindLines(others)];
}

/** Counts steps by action. Changes of roles are listed in full. */
function kindLines(shown: readonly Shown[]): string[] {
  const counts = new Map<string, number>();
  for (const { step } of shown) counts.set(step.action, (counts.get(step.action) ?? 0) + 1);
  const width = Math.max(0, ...[...counts.values()].map((number) => number.toLocaleString("en-US").length));
  return [...counts].map(([kind, number]) => `  ${number.toLocaleString("en-US").padStart(width)}  ${kind}`);
}

const MAX_PREVIEW = 20;
const RISKY: ReadonlySet<string> = new Set(["promote", "demote", "lock"]);

/** Counts steps for people: `1 lock planned, 40 move-content planned, 1 usermanager-transfer manual`. Empty without steps. */
function summaryLine(shown: readonly Shown[]): string {
  const counts = new Map<string, number>();
  for (const { step, status } of shown) {
    const key = `${step.action} ${wordOf({ step, status })}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => `${count.toLocaleString("en-US")} ${key}`).join(", ");
}

/** Returns the status in words: what was done before this run must not look like its work. */
function wordOf({ step, status }: Shown): string {
  return step.state === "done" ? "already done" : status;
}

/** Returns the changed fields of a step that has more than one value. */
function fieldsOf({ changes = [] }: PlanStep): string {
  return changes.map(describeField).join("; ");
}

/** Returns a step as a line for people: `~ move-content app: jdoe → ann (owned by jdoe)`. */
function lineOf(shown: Shown): string {
  const { step, status } = shown;
  const { action, target, from, to, reason } = step;
  const { message, fix } = problemOf(shown);
  const fields = from === undefined && to === undefined && status !== "unchanged" ? fieldsOf(step) : "";
  const values = typeof from === "string" && typeof to === "string" ? `${from} → ${to}` : fields;
  const change = values === "" ? "" : `: ${values}`;
  const words = status === "planned" ? "" : ` ${wordOf(shown)}`;
  const mark = step.state === "done" ? "=" : MARKS[status];
  const risks = status === "planned" && step.risks !== undefined ? ` — ${step.risks.join("; ")}` : "";
  const details = [message === reason ? undefined : message, ATTENTION.has(status) ? fix : undefined]
    .filter(Boolean)
    .join(" ");
  return `${mark} ${action} ${target.name}${change}${words} (${reason})${details === "" ? "" : `: ${details}`}${risks}`;
}

const MARKS: Readonly<Record<Shown["status"], string>> = {
  planned: "~",
  started: "~",
  done: "~",
  unchanged: "=",
  failed: "!",
  differs: "!",
  skipped: "!",
  refused: "!",
  manual: "*",
  "not attempted": " ",
};

import type { FieldChange, PlanStep, StepOutcome } from "@connect-sdk/lifecycle";
import { describeError, sentence } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { Row, RowsResult } from "../terminal/result.ts";
import { asFlags, type PlanFlags } from "./flags.ts";
import type { JournalRow } from "./journal.ts";

/** A step of any plan before or after it was applied. */
export interface ShownStep extends Partial<Omit<StepOutcome, "step" | "status">> {
  readonly step: PlanStep;
  readonly status: string;
}

/** A step of a plan that creates, updates and locks accounts. */
export interface Shown extends ShownStep {
  readonly status: Status;
}

export type Status = "planned" | "done" | "unchanged" | "refused" | "invalid" | "failed" | "differs" | "not attempted";

/** Returns a step as it is planned. */
export function plannedStep(step: PlanStep): Shown {
  if (step.state === "planned") return { step, status: "planned" };
  if (step.state === "done") return { step, status: "unchanged" };
  return { step, status: step.problem === undefined ? "refused" : "invalid" };
}

/** Returns a step with its outcome. */
export function settledStep(outcome: StepOutcome): Shown {
  const { step, status } = outcome;
  if (step.state !== "planned") return { ...outcome, status: plannedStep(step).status };
  return { ...outcome, status: SETTLED.find((each) => each === status) ?? "not attempted" };
}

const SETTLED = ["done", "unchanged", "failed", "differs"] as const;

/** Number of steps per status. */
export function summarize(shown: readonly Shown[]): Readonly<Record<Status, number>> {
  const summary = {
    planned: 0,
    done: 0,
    unchanged: 0,
    refused: 0,
    invalid: 0,
    failed: 0,
    differs: 0,
    "not attempted": 0,
  };
  for (const { status } of shown) summary[status] += 1;
  return summary;
}

/** What is printed besides the rows. */
export interface PlanOutputOptions {
  readonly note?: string | undefined;
  readonly error?: Error | undefined;
  readonly summary?: readonly string[] | undefined;
  readonly exitCode?: number | undefined;
  /** Shows all rows to a person, even if there are many. */
  readonly showAll?: boolean | undefined;
}

/**
 * Returns results as the output of a command. A program gets every row. A person gets only the rows with problems when there
 * are too many to read.
 */
export function planOutput(
  results: readonly Shown[],
  flags: GlobalFlags & Pick<PlanFlags, "report">,
  { note, summary, showAll = false, ...rest }: PlanOutputOptions,
): RowsResult {
  const { json, ndjson, csv, csvRaw, fields, report } = flags;
  const forPeople = json !== true && ndjson !== true && csv !== true && csvRaw !== true && fields === undefined;
  const shortened = forPeople && !showAll && results.length > MAX_LINES;
  const all =
    report === undefined ? "Use --csv, --json or --report FILE to get every row." : `Every row is in ${report}.`;
  const hint = shortened ? all : "";
  const lines = new Map<Row, string>();
  const shown = shortened ? results.filter(needsAttention) : results;
  const rows = (forPeople && showAll ? riskyFirst(shown) : shown).map((result): Row => {
    const row = planRow(result, { structured: json === true || ndjson === true });
    lines.set(row, planLine(result));
    return row;
  });
  return {
    kind: "rows",
    rows,
    columns: PLAN_COLUMNS,
    line: (row) => lines.get(row) ?? "",
    done: note,
    summary: json === true ? undefined : summary,
    // With --json, standard error is reserved for the error.
    note: json === true ? undefined : [note, hint].filter(Boolean).join(" ") || undefined,
    ...rest,
  };
}

const MAX_LINES = 50;

function needsAttention({ status }: Shown): boolean {
  return status === "failed" || status === "refused" || status === "invalid" || status === "differs";
}

function isRisky({ step, status }: Shown): boolean {
  return step.risks !== undefined || status === "refused" || status === "invalid";
}

function riskyFirst(shown: readonly Shown[]): Shown[] {
  return [...shown.filter(isRisky), ...shown.filter((each) => !isRisky(each))];
}

/** Returns what to read before confirming: all risky changes in full, then the others, by kind if there are many. */
export function previewLines(planned: readonly Shown[]): string[] {
  const changed = planned.filter(({ status }) => status !== "unchanged");
  const risky = changed.filter(isRisky);
  const others = changed.filter((each) => !isRisky(each));
  const heading = risky.length > 0 && others.length > 0 ? [`Check ${countOf(risky.length, "row")} first:`] : [];
  if (others.length <= MAX_PREVIEW) return [...heading, ...risky.map(planLine), ...others.map(planLine)];
  const more = `${summaryLine(others)}; --dry-run shows all of them.`;
  return [...heading, ...risky.map(planLine), `${risky.length > 0 ? "And " : ""}${more}`, ...kindLines(others)];
}

const MAX_PREVIEW = 20;

/** Counts planned changes by kind, one line each. Empty if they are so few that they can be read one by one. */
export function kindSummary(planned: readonly Shown[]): string[] {
  const open = planned.filter(({ status }) => status === "planned");
  return open.length <= MAX_PREVIEW ? [] : ["By kind:", ...kindLines(open)];
}

function kindLines(shown: readonly Shown[]): string[] {
  const counts = new Map<string, number>();
  for (const { step, status } of shown) if (status === "planned") for (const kind of kindsOf(step)) count(counts, kind);
  const sorted = [...counts].sort(([a], [b]) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));
  const width = Math.max(0, ...sorted.map(([, number]) => formatCount(number).length));
  return sorted.map(([kind, number]) => `  ${formatCount(number).padStart(width)}  ${kind}`);
}

/**
 * Returns what a step does, in words that are the same for all steps that do it: `create as viewer`,
 * `promote viewer → publisher`, `change email`, `lock`. An update can be of several kinds.
 */
export function kindsOf(step: PlanStep): string[] {
  const { action, changes = [] } = step;
  const role = changes.find(({ field }) => field === "user_role");
  const lock = changes.find(({ field }) => field === "locked");
  const locks = lock === undefined ? [] : [lock.to === true ? "lock" : "unlock"];
  if (action === "create")
    return [`create ${role === undefined ? "with the default role" : `as ${String(role.to)}`}`, ...locks];
  if (action !== "update") return [action];
  const others = changes.filter((change) => change !== role && change !== lock).map(({ field }) => `change ${field}`);
  const roles = role === undefined ? [] : [`${verbOf(step)} ${String(role.from)} → ${String(role.to)}`];
  return [...roles, ...locks, ...others];
}

function verbOf({ risks = [] }: PlanStep): "promote" | "demote" {
  return risks.some((risk) => risk.startsWith("demotes")) ? "demote" : "promote";
}

/** Says what will happen, as a question: `Create 40 users, promote 2 to administrator, lock 3?` */
export function planQuestion(planned: readonly Shown[]): string {
  const counts = new Map<string, number>();
  for (const { step, status } of planned)
    if (status === "planned") for (const work of worksOf(step)) count(counts, work);
  const parts = [...counts]
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([work, number], at) => {
      const [verb = "", ...rest] = work.split(" ");
      const users = at === 0 ? ` ${number === 1 ? "user" : "users"}` : "";
      const start = at === 0 ? `${verb.slice(0, 1).toUpperCase()}${verb.slice(1)}` : verb;
      return `${start} ${formatCount(number)}${users}${rest.map((word) => ` ${word}`).join("")}`;
    });
  return `${parts.join(", ")}?`;
}

/** Returns what a question names: a new role, a lock, or else the action. */
function worksOf(step: PlanStep): string[] {
  const { action, changes = [] } = step;
  if (action === "lock" || action === "unlock") return [action];
  const role = changes.find(({ field, from }) => field === "user_role" && from !== undefined)?.to;
  const lock = changes.find(({ field }) => field === "locked")?.to;
  const locks = lock === undefined ? [] : [lock === true ? "lock" : "unlock"];
  return [role === undefined ? action : `${verbOf(step)} to ${String(role)}`, ...locks];
}

const ORDER = ["create", "promote", "demote", "lock", "unlock", "update", "change"];

function orderOf(work: string): number {
  return ORDER.indexOf(work.split(" ")[0] ?? "");
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Counts results for people: `2,480 to create, 20 to update, 2,500 unchanged`. */
export function summaryLine(results: readonly Shown[]): string {
  const counts = new Map<string, number>(SUMMARY_WORDS.map((word) => [word, 0]));
  for (const { step, status } of results) {
    count(counts, status === "planned" ? `to ${step.action}` : status === "done" ? past(step.action) : status);
  }
  const parts = [...counts]
    .filter(([, number]) => number > 0)
    .map(([word, number]) => `${formatCount(number)} ${word}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

const PAST: ReadonlyMap<string, string> = new Map([
  ["create", "created"],
  ["update", "updated"],
  ["lock", "locked"],
  ["unlock", "unlocked"],
]);

function past(action: string): string {
  return PAST.get(action) ?? `${action} done`;
}

/** In the order in which they are printed. */
const SUMMARY_WORDS = [
  ...[...PAST.keys()].map((action) => `to ${action}`),
  ...PAST.values(),
  "unchanged",
  "refused",
  "invalid",
  "failed",
  "differs",
  "not attempted",
];

/** Returns `1 user`, `5,000 users`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function formatCount(count: number): string {
  return count.toLocaleString("en-US");
}

/** Returns a result as a line for people: `+ jdoe: create (email: jo@example.com)`. */
function planLine(result: Shown): string {
  return showMarks(describeStep(result));
}

/** Escapes accents that are characters of their own: `rené` and `rene\u0301` look the same, and are two usernames. */
function showMarks(text: string): string {
  return text.replace(/\P{M}\p{M}+/gu, (cluster) =>
    cluster.normalize("NFC") === cluster
      ? cluster
      : cluster.replace(/\p{M}/gu, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`),
  );
}

function describeStep(result: Shown): string {
  const { step, status } = result;
  const { line, action, target, changes = [], risks = [], reason } = step;
  const username = target.name;
  const isLock = action === "lock" || action === "unlock";
  const why = isLock && REASONS_NOT_SHOWN.every((start) => !reason.startsWith(start)) ? ` (${reason})` : "";
  const details = changes.length === 0 || isLock ? why : ` (${changes.map(describeField).join("; ")})`;
  const description = describeProblem(result);
  const problem = description === undefined ? "" : `: ${description}`;
  switch (status) {
    case "planned":
      return `${mark(action)} ${username}: ${action}${details}${problem}${risks.length === 0 ? "" : ` — ${risks.join("; ")}`}`;
    case "done":
      return `${mark(action)} ${username}: ${past(action)}${details}${problem}`;
    case "unchanged":
      return `= ${username}: unchanged${step.state === "planned" ? problem : ""}`;
    case "not attempted":
      return `  ${username}: ${action} not attempted`;
    case "differs":
      return `! ${username}: ${past(action)}${problem}`;
    case "failed":
    case "refused":
      return `! ${username}: ${action} ${status}${problem}`;
    case "invalid":
      return `! ${[line === undefined ? "" : `line ${line}`, username].filter(Boolean).join(", ")}${problem}`;
  }
}

/** Reasons that only repeat the command. */
const REASONS_NOT_SHOWN = ["named", "in "];

const MARKS: ReadonlyMap<string, string> = new Map([
  ["create", "+"],
  ["lock", "-"],
]);

function mark(action: string): string {
  return MARKS.get(action) ?? "~";
}

/** The columns of a plan. */
export const PLAN_COLUMNS = [
  "line",
  "username",
  "guid",
  "action",
  "status",
  "changes",
  "column",
  "field",
  "kind",
  "message",
  "fix",
] as const;

/** Returns a result as a row of data. With `structured`, the changed fields are an object, for JSON. */
export function planRow(result: ShownStep, { structured }: { structured: boolean }): Row {
  const { step, status, guid = step.target.guid } = result;
  const { changes = [], line, action, target } = step;
  return {
    line: line ?? null,
    username: target.name,
    guid: guid ?? null,
    action,
    status,
    changes: structured ? changesOf(step) : changes.map(describeField).join("; "),
    ...problemOf(result),
    ...(structured && { kinds: kindsOf(step) }),
  };
}

/** Returns a result as a row of the journal. */
export function journalRow(result: Shown): JournalRow {
  const { step, status, guid = step.target.guid } = result;
  const { changes = [], line, action, target } = step;
  const { fix } = problemOf(result);
  return {
    line,
    username: target.name,
    guid,
    action,
    status,
    changes: changes.map(describeField).join("; "),
    error: describePlace(result),
    fix,
    fields: changes,
    correlationId: result.correlationId,
  };
}

/** Returns the changed fields as an object; a new account has `null` as the old value. */
export function changesOf({
  changes = [],
}: PlanStep): Record<string, { from: string | boolean | null; to: string | boolean }> {
  return Object.fromEntries(changes.map(({ field, from, to }) => [field, { from: from ?? null, to }]));
}

/** Returns why a change is not done, in one or two sentences; `undefined` if there is no problem. */
export function describeProblem(result: Shown): string | undefined {
  const what = describePlace(result);
  if (what === undefined) return undefined;
  const { fix } = problemOf(result);
  return fix === null || what.includes(fix) ? what : `${sentence(what)} ${fix}`;
}

/** Returns what is wrong, and where in the file. */
function describePlace(result: Shown): string | undefined {
  const { message, column, field } = problemOf(result);
  if (message === null) return undefined;
  const place = column === null ? field : `column ${column}${field === null ? "" : ` (${field})`}`;
  return place === null ? message : `${place}: ${message}`;
}

/** Returns `user_role: viewer → publisher`, or `user_role: viewer` for a new user. */
export function describeField({ field, from, to }: FieldChange): string {
  return from === undefined ? `${field}: ${formatValue(to)}` : `${field}: ${formatValue(from)} → ${formatValue(to)}`;
}

function formatValue(value: FieldChange["to"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === "" ? "(empty)" : value;
}

interface RowProblemColumns {
  readonly column: number | null;
  readonly field: string | null;
  readonly kind: string | null;
  readonly message: string | null;
  readonly fix: string | null;
}

const NO_PROBLEM: RowProblemColumns = { column: null, field: null, kind: null, message: null, fix: null };

/** Returns why a step is not done, or what else there is to say about it. */
export function problemOf({ step, status, error, note }: ShownStep): RowProblemColumns {
  if (error !== undefined) {
    const { kind, message, fix } = describeError(error);
    return { ...NO_PROBLEM, kind, message, fix: asFlags(fix) };
  }
  const fix = step.fix === undefined || status === "done" || status === "unchanged" ? null : asFlags(step.fix);
  if (status === "refused" || status === "invalid") {
    const { kind = "usage", column = null, field = null } = step.problem ?? { kind: "refused" };
    return { kind, message: step.reason, fix, column, field };
  }
  return { ...NO_PROBLEM, message: note ?? step.note ?? null, fix };
}

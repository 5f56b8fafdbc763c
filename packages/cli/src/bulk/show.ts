import { sentence } from "../errors.ts";
import type { GlobalFlags } from "../command-line/flags.ts";
import type { Action, Change, FieldChange, Result } from "../plan/plan.ts";
import { riskOf } from "../plan/risk.ts";
import type { Row, RowsResult } from "../terminal/result.ts";

/** What is printed besides the rows. */
export interface PlanOutputOptions {
  readonly note?: string | undefined;
  readonly error?: Error | undefined;
  readonly exitCode?: number | undefined;
  /** Shows all rows to a person, even if there are many. */
  readonly showAll?: boolean | undefined;
}

/**
 * Returns results as the output of a command. A program gets every row. A person gets only the rows with problems when there
 * are too many to read.
 */
export function planOutput(
  results: readonly Result[],
  flags: GlobalFlags,
  { note, showAll = false, ...rest }: PlanOutputOptions,
): RowsResult {
  const { json, ndjson, csv, csvRaw, fields } = flags;
  const forPeople = json !== true && ndjson !== true && csv !== true && csvRaw !== true && fields === undefined;
  const shortened = forPeople && !showAll && results.length > MAX_LINES;
  const hint = shortened ? "Use --csv, --json or --report FILE to get every row." : "";
  const lines = new Map<Row, string>();
  const rows = results.flatMap((result): Row[] => {
    if (shortened && !needsAttention(result)) return [];
    const row = planRow(result, { structured: json === true || ndjson === true });
    lines.set(row, planLine(result));
    return [row];
  });
  return {
    kind: "rows",
    rows,
    columns: PLAN_COLUMNS,
    line: (row) => lines.get(row) ?? "",
    done: note,
    // With --json, standard error is reserved for the error.
    note: json === true ? undefined : [note, hint].filter(Boolean).join(" ") || undefined,
    ...rest,
  };
}

const MAX_LINES = 50;

function needsAttention({ status }: Result): boolean {
  return status === "failed" || status === "refused" || status === "invalid";
}

/** Returns a plan as lines to read before confirming: what is risky first and in full, then the rest, by kind if it is long. */
export function previewLines(planned: readonly Result[]): string[] {
  const changed = planned.filter(({ status }) => status !== "unchanged");
  const needsReading = (result: Result): boolean => riskOf(result.change) !== undefined || needsAttention(result);
  const risky = changed.filter(needsReading);
  const rest = changed.filter((result) => !needsReading(result));
  const lines = risky.map((result) => {
    const risk = riskOf(result.change);
    return risk === undefined
      ? planLine(result)
      : `! ${risk}: ${planLine({ ...result, change: plain(result.change) })}`;
  });
  if (rest.length <= MAX_PREVIEW) return [...lines, ...rest.map(planLine)];
  const kinds = new Map<string, number>();
  for (const { change } of rest) {
    const kind =
      change.action === "update" ? `update ${change.fields.map(({ field }) => field).join(", ")}` : change.action;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const parts = [...kinds].map(([kind, count]) => `  ${kind}: ${countOf(count, "user")}`);
  return [
    ...lines,
    ...parts,
    `--dry-run shows ${risky.length === 0 ? "" : "also "}the ${formatCount(rest.length)} of them.`,
  ];
}

/** Returns a change without the warning that its line starts with. */
function plain(change: Change): Change {
  return { ...change, note: undefined };
}

/** Asks for what will happen: `Create 40 users, make 2 administrators, lock 3?`. */
export function question(planned: readonly Result[]): string {
  const counts = new Map<string, number>();
  const count = (word: string): void => void counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { change, status } of planned) {
    if (status !== "planned") continue;
    const { action, fields } = change;
    const locks = fields.find(({ field }) => field === "locked")?.to;
    if (action === "create" || action === "update") count(action);
    if (fields.some(({ field, to }) => field === "user_role" && to === "administrator")) count("make");
    if (locks !== undefined) count(locks === true ? "lock" : "unlock");
  }
  const words = ["create", "update", "make", "lock", "unlock"].flatMap((word, at): string[] => {
    const found = counts.get(word);
    if (found === undefined) return [];
    if (word === "make") return [`make ${countOf(found, "administrator")}`];
    const isFirst = ["create", "update", "lock", "unlock"].find((each) => counts.has(each)) === word;
    return [`${word} ${isFirst || at === 0 ? countOf(found, "user") : formatCount(found)}`];
  });
  const text = words.join(", ");
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}?`;
}

const MAX_PREVIEW = 20;

/** Counts results for people: `2,480 to create, 20 to update, 2,500 unchanged`. */
export function summaryLine(results: readonly Result[]): string {
  const counts = new Map<string, number>(SUMMARY_WORDS.map((word) => [word, 0]));
  for (const { change, status } of results) {
    const word = status === "planned" ? `to ${change.action}` : status === "done" ? PAST[change.action] : status;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const parts = [...counts].filter(([, count]) => count > 0).map(([word, count]) => `${formatCount(count)} ${word}`);
  return parts.length === 0 ? "nothing" : parts.join(", ");
}

const PAST: Readonly<Record<Action, string>> = {
  create: "created",
  update: "updated",
  lock: "locked",
  unlock: "unlocked",
};

/** In the order in which they are printed. */
const SUMMARY_WORDS = [
  ...Object.keys(PAST).map((action) => `to ${action}`),
  ...Object.values(PAST),
  "unchanged",
  "refused",
  "invalid",
  "failed",
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
function planLine(result: Result): string {
  const { change, status } = result;
  const { line, username, action, fields } = change;
  const details =
    fields.length === 0 || action === "lock" || action === "unlock" ? "" : ` (${fields.map(describeField).join("; ")})`;
  const description = describeProblem(result);
  const problem = description === undefined ? "" : `: ${description}`;
  switch (status) {
    case "planned":
      return `${MARKS[action]} ${username}: ${action}${details}${problem}`;
    case "done":
      return `${MARKS[action]} ${username}: ${PAST[action]}${details}${problem}`;
    case "unchanged":
      return `= ${username}: unchanged`;
    case "not attempted":
      return `  ${username}: ${action} not attempted`;
    case "failed":
    case "refused":
      return `! ${username}: ${action} ${status}${problem}`;
    case "invalid":
      return `! ${[line === undefined ? "" : `line ${line}`, username].filter(Boolean).join(", ")}${problem}`;
  }
}

const MARKS: Readonly<Record<Action, string>> = { create: "+", update: "~", lock: "-", unlock: "~" };

/** The columns of a plan and of a report. */
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

/** A result as data. */
export interface PlanRow extends RowProblemColumns {
  readonly line: number | null;
  readonly username: string;
  readonly guid: string | null;
  readonly action: Action;
  readonly status: Result["status"];
  readonly changes: string | object;
}

/** Returns a result as a row of data. With `structured`, the changed fields are an object, for JSON. */
export function planRow(result: Result, { structured }: { structured: boolean }): PlanRow {
  const { change, status } = result;
  const { fields, line, username, action } = change;
  const guid = change.guid ?? (result.status === "done" ? result.guid : undefined);
  return {
    line: line ?? null,
    username,
    guid: guid ?? null,
    action,
    status,
    changes: structured
      ? Object.fromEntries(fields.map(({ field, from, to }) => [field, { from: from ?? null, to }]))
      : fields.map(describeField).join("; "),
    ...problemOf(result),
  };
}

/** Returns why a change is not done, in one or two sentences; `undefined` if there is no problem. */
export function describeProblem(result: Result): string | undefined {
  const { message, fix, column, field } = problemOf(result);
  if (message === null) return undefined;
  const place = column === null ? field : `column ${column}${field === null ? "" : ` (${field})`}`;
  const what = place === null ? message : `${place}: ${message}`;
  return fix === null || what.includes(fix) ? what : `${sentence(what)} ${fix}`;
}

/** Returns `user_role: viewer → publisher`, or `user_role: viewer` for a new user. */
function describeField({ field, from, to }: FieldChange): string {
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

function problemOf(result: Result): RowProblemColumns {
  if (result.status === "failed") return { ...NO_PROBLEM, ...result.error };
  const { note: warning, reason } = result.change;
  const note = (result.status === "done" ? result.note : undefined) ?? warning ?? reason;
  return note === undefined ? decisionProblem(result.change) : { ...NO_PROBLEM, message: note };
}

function decisionProblem({ decision }: Change): RowProblemColumns {
  if (decision.status === "refused") {
    return { ...NO_PROBLEM, kind: "refused", message: decision.reason, fix: decision.fix };
  }
  if (decision.status !== "invalid") return NO_PROBLEM;
  const { kind = "usage", reason, fix, column = null, field = null } = decision;
  return { kind, message: reason, fix, column, field };
}

import { sentence } from "../errors.ts";
import type { Row } from "../terminal/result.ts";
import { type Settled, statusOf } from "./outcome.ts";
import type { Change, Entry } from "./plan.ts";

/** The columns of a plan, and of a report. */
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

/** An entry as a row of data. `structured` keeps the changes as an object, for JSON. */
export function planTableRow(settled: Settled, { structured }: { structured: boolean }): Row {
  const { entry, outcome } = settled;
  const { changes, line, username, action } = entry;
  const guid = entry.guid ?? (outcome?.status === "done" ? outcome.guid : undefined);
  return {
    line: line ?? null,
    username,
    guid: guid ?? null,
    action,
    status: statusOf(settled),
    changes: structured ? Object.fromEntries(changes.map(asMember)) : changes.map(describeChange).join("; "),
    ...complaint(settled),
  };
}

/** `user_role: viewer → publisher`, or `user_role: viewer` for a new user. */
export function describeChange({ field, from, to }: Change): string {
  return from === undefined ? `${field}: ${show(to)}` : `${field}: ${show(from)} → ${show(to)}`;
}

/** What keeps an entry from being done, in one sentence or two; `undefined` when nothing does. */
export function describeComplaint(settled: Settled): string | undefined {
  const { message, fix, column, field } = complaint(settled);
  if (message === null) return undefined;
  const place = column === null ? field : `column ${column}${field === null ? "" : ` (${field})`}`;
  const what = place === null ? message : `${place}: ${message}`;
  return fix === null || what.includes(fix) ? what : `${sentence(what)} ${fix}`;
}

interface Complaint extends Row {
  readonly column: number | null;
  readonly field: string | null;
  readonly kind: string | null;
  readonly message: string | null;
  readonly fix: string | null;
}

const NONE: Complaint = { column: null, field: null, kind: null, message: null, fix: null };

function complaint({ entry, outcome }: Settled): Complaint {
  if (outcome?.status === "failed") return { ...NONE, ...outcome.error };
  const note = (outcome?.status === "done" ? outcome.note : undefined) ?? entry.note;
  if (note !== undefined) return { ...NONE, message: note };
  return planComplaint(entry);
}

function planComplaint({ verdict }: Entry): Complaint {
  if (verdict.status === "refused") return { ...NONE, kind: "refused", message: verdict.reason, fix: verdict.fix };
  if (verdict.status !== "invalid") return NONE;
  const { kind = "usage", reason, fix, column = null, field = null } = verdict;
  return { kind, message: reason, fix, column, field };
}

function asMember({ field, from, to }: Change): [string, { from: Change["from"] | null; to: Change["to"] }] {
  return [field, { from: from ?? null, to }];
}

function show(value: Change["to"]): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value === "" ? "(empty)" : value;
}

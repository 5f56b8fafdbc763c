import { PAST } from "./action-words.ts";
import { statusOf, type Settled } from "./outcome.ts";
import { describeChange, describeComplaint } from "./plan-table.ts";
import type { Action } from "./plan.ts";

/** An entry as a person reads it: `+ jdoe: create (email: jo@example.com)`. */
export function planLine(settled: Settled): string {
  const { line, username, action, changes } = settled.entry;
  const status = statusOf(settled);
  const isTold = changes.length === 0 || action === "lock" || action === "unlock";
  const details = isTold ? "" : ` (${changes.map(describeChange).join("; ")})`;
  const complaint = describeComplaint(settled);
  const reason = complaint === undefined ? "" : `: ${complaint}`;
  switch (status) {
    case "planned":
      return `${MARKS[action]} ${username}: ${action}${details}${reason}`;
    case "done":
      return `${MARKS[action]} ${username}: ${PAST[action]}${details}${reason}`;
    case "unchanged":
      return `= ${username}: unchanged`;
    case "not attempted":
      return `  ${username}: ${action} not attempted`;
    case "failed":
    case "refused":
      return `! ${username}: ${action} ${status}${reason}`;
    case "invalid":
      return `! ${[line === undefined ? "" : `line ${line}`, username].filter(Boolean).join(", ")}${reason}`;
  }
}

const MARKS: Readonly<Record<Action, string>> = { create: "+", update: "~", lock: "-", unlock: "~" };

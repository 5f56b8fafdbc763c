/*
 * The bulk engine: plans changes to many users, guards them and executes them.
 *
 * A plan is a list of changes, one per user. `decide.ts` makes each change and its decision, `guards.ts` may refuse it,
 * and `execute.ts` turns it into a result. A summary counts results. The engine knows no flags, terminal or files.
 */
import type { CreateUser, UpdateUser, User } from "@connect-sdk/users";
import type { ErrorDescription } from "../errors.ts";

/** The changes that a command wants to make. Building a plan only reads from the server. */
export interface Plan {
  /** Name of the input for messages: `users.csv`, `5 users`. */
  readonly source: string;
  /** In the order of the source. */
  readonly changes: readonly Change[];
}

/** A planned change to one user. */
export interface Change {
  /** Line of the input file, if there is one. */
  readonly line?: number | undefined;
  /** The username, or the name that was given in place of one. */
  readonly username: string;
  readonly guid?: string | undefined;
  readonly action: Action;
  /** The fields that get a new value. */
  readonly fields: readonly FieldChange[];
  readonly decision: Decision;
  /** A warning to read before confirming. */
  readonly note?: string | undefined;
  /** Why the command chose this user: `idle since 2026-01-31`. */
  readonly reason?: string | undefined;
}

export type Action = "create" | "update" | "lock" | "unlock";

/** One field with its old and new value. */
export interface FieldChange {
  readonly field: string;
  /** `undefined` for a new user. */
  readonly from?: FieldValue | undefined;
  readonly to: FieldValue;
}

type FieldValue = string | boolean;

/** Whether a change is executed, and why not. */
export type Decision =
  | PlannedCreate
  | PlannedUpdate
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly reason: string; readonly fix: string }
  | InvalidDecision;

/** Creates a user. */
export interface PlannedCreate {
  readonly status: "planned";
  readonly kind: "create";
  readonly values: CreateUser;
  /** Locks the account after creating it. */
  readonly lock: boolean;
}

/** Changes an existing user. */
export interface PlannedUpdate {
  readonly status: "planned";
  readonly kind: "update";
  readonly user: User;
  /** Not sent when empty. */
  readonly values: UpdateUser;
  /** Locks or unlocks the user. */
  readonly locked?: boolean | undefined;
}

/** The row is malformed, or its user does not exist or is ambiguous. */
export interface InvalidDecision {
  readonly status: "invalid";
  /** Default: `usage`. */
  readonly kind?: "usage" | "not_found" | "ambiguous";
  readonly reason: string;
  readonly fix: string;
  /** Column of the input file, from 1. */
  readonly column?: number | undefined;
  readonly field?: string | undefined;
}

/** What happened to a change. A change that was not executed has the status of its decision. */
export type Result = { readonly change: Change } & (
  | { readonly status: Decision["status"] | "not attempted" }
  | {
      readonly status: "done";
      /** Guid of a created user. */
      readonly guid?: string;
      readonly note?: string;
    }
  | { readonly status: "failed"; readonly error: ErrorDescription }
);

export type Status = Result["status"];

/** Number of results per status. */
export type Summary = Readonly<Record<Status, number>>;

/** Counts results by status. */
export function summarize(results: readonly Result[]): Summary {
  const summary: Record<Status, number> = {
    planned: 0,
    done: 0,
    unchanged: 0,
    refused: 0,
    invalid: 0,
    failed: 0,
    "not attempted": 0,
  };
  for (const { status } of results) summary[status] += 1;
  return summary;
}

import type { CreateUser, UpdateUser, User } from "@connect-sdk/users";

/** What a command wants to do to many users, made of everything that could be read and checked beforehand. */
export interface Plan {
  /** What the rows are, for messages: `users.csv`, `5 users`. */
  readonly source: string;
  /** In the order of the source. */
  readonly entries: readonly Entry[];
}

/** What is to happen to one user. */
export interface Entry {
  /** Line of the file; `undefined` where there is none. */
  readonly line?: number | undefined;
  /** The username, or what was given in place of one. */
  readonly username: string;
  readonly guid?: string | undefined;
  readonly action: Action;
  readonly changes: readonly Change[];
  readonly verdict: Verdict;
  /** Something to know before agreeing to it. */
  readonly note?: string | undefined;
}

export type Action = "create" | "update" | "lock" | "unlock";

/** One field that becomes another. */
export interface Change {
  readonly field: string;
  /** `undefined` for a new user. */
  readonly from?: FieldValue | undefined;
  readonly to: FieldValue;
}

type FieldValue = string | boolean;

/** Whether it will happen. */
type Verdict =
  | { readonly status: "planned"; readonly work: Work }
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly reason: string; readonly fix: string }
  | InvalidVerdict;

/** The row cannot be understood, or names nobody. */
export interface InvalidVerdict {
  readonly status: "invalid";
  /** Default: `usage`. */
  readonly kind?: "usage" | "not_found" | "ambiguous";
  readonly reason: string;
  readonly fix: string;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
}

/** What is sent for a planned entry. */
export type Work = CreateWork | ChangeWork;

export interface CreateWork {
  readonly kind: "create";
  readonly values: CreateUser;
  /** Locks the account once it is there. */
  readonly lock: boolean;
}

export interface ChangeWork {
  readonly kind: "change";
  readonly user: User;
  /** Sent when it names something. */
  readonly update: UpdateUser;
  readonly locked?: boolean | undefined;
}

/** The work of an entry that will happen. */
export function workOf({ verdict }: Entry): Work | undefined {
  return verdict.status === "planned" ? verdict.work : undefined;
}

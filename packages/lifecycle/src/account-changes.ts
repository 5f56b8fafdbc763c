/** The change that a row makes to one account, as decided by `planImport`, `planLock` and `planUndo`. */
import type { UserRole } from "@connect-sdk/api";
import { printable } from "@connect-sdk/api/internal";
import type { CreateUser, UpdateUser, User } from "@connect-sdk/users";
import type { DesiredUser } from "./desired-users.ts";
import { isLowerRole } from "./people.ts";
import type { FieldChange, RowProblem } from "./step.ts";

/** The desired state of one account. Fields that are missing stay as they are. */
export interface ImportRow extends DesiredUser {
  /** Column of the username, from 1. */
  readonly column?: number | undefined;
  /** The account, if it has been found already. Otherwise the row names it by guid, username or e-mail address. */
  readonly user?: User | undefined;
}

/** Fields that can be set on a new account and changed later. */
export interface AccountFields {
  readonly email?: string | undefined;
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly user_role?: UserRole | undefined;
}

/** The change of one account. */
export interface AccountChange {
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly username: string;
  readonly guid?: string | undefined;
  readonly action: "create" | "update" | "lock" | "unlock";
  /** The fields that get a new value. */
  readonly fields: readonly FieldChange[];
  readonly decision: Decision;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly risks: readonly string[];
}

/** Whether a change is made, and why not. */
export type Decision =
  | PlannedCreate
  | PlannedUpdate
  | { readonly status: "unchanged" }
  | { readonly status: "refused"; readonly reason: string; readonly fix: string }
  | InvalidDecision;

/** Creates an account. */
export interface PlannedCreate {
  readonly status: "planned";
  readonly kind: "create";
  readonly values: CreateUser;
  /** Locks the account after creating it. */
  readonly lock: boolean;
}

/** Changes an existing account. */
export interface PlannedUpdate {
  readonly status: "planned";
  readonly kind: "update";
  readonly user: User;
  /** Not sent when empty. */
  readonly values: UpdateUser;
  /** Locks or unlocks the account. */
  readonly locked?: boolean | undefined;
}

/** The row is malformed, or its account does not exist or is ambiguous. */
export interface InvalidDecision {
  readonly status: "invalid";
  readonly kind?: RowProblem["kind"];
  readonly reason: string;
  readonly fix: string;
  readonly column?: number | undefined;
  readonly field?: string | undefined;
}

/** Compares a row with the account and returns the change. Without `create`, a missing account is invalid. */
export function decideRow(row: ImportRow, user: User | undefined, { create }: { create: boolean }): AccountChange {
  if (user !== undefined) return decideUpdate(row, user);
  const { guid, username, email } = row;
  // Nobody can choose the guid of a new account.
  if (username !== undefined && guid === undefined && create) return decideCreate(row, username);
  const name = guid ?? username ?? email ?? "";
  return invalidChange(
    {
      line: row.line,
      column: row.column,
      field: username === undefined || guid !== undefined ? undefined : "username",
      username: username ?? name,
      message: name === "" ? "the row names no user" : `there is no user \`${printable(name)}\``,
      fix: fixOf(row, create),
    },
    "update",
  );
}

/** Returns what to do about a row whose user does not exist. */
function fixOf({ guid, username, email }: ImportRow, create: boolean): string {
  if (guid !== undefined) return create ? "Correct the guid, or leave it out to create a user." : "Correct the guid.";
  if (username !== undefined) {
    return "Correct the username (case matters), or use `import`, which creates missing users.";
  }
  if (email === undefined) return "Add a username, a guid or an e-mail address.";
  return create ? "Correct the address, or add the username of a new user." : "Correct the address.";
}

/** Returns the change that locks or unlocks an account. */
export function decideLock(user: User, locked: boolean, line: number | undefined, reason?: string): AccountChange {
  const unchanged = user.locked === locked;
  return {
    line,
    column: undefined,
    username: user.username,
    guid: user.guid,
    action: locked ? "lock" : "unlock",
    fields: unchanged ? [] : [{ field: "locked", from: user.locked, to: locked }],
    decision: unchanged ? { status: "unchanged" } : { status: "planned", kind: "update", user, values: {}, locked },
    reason,
    risks: unchanged || !locked ? [] : lockRisks(user),
  };
}

/** Returns the change of an invalid row. It is reported and never made. */
export function invalidChange(
  problem: Omit<RowProblem, "line"> & { readonly line: number | undefined },
  action: AccountChange["action"],
): AccountChange {
  const { line, column, field, kind, username = "", message, fix } = problem;
  return {
    line,
    column,
    username,
    action,
    fields: [],
    decision: { status: "invalid", kind, reason: message, fix, column, field },
    risks: [],
  };
}

function decideCreate(row: ImportRow, username: string): AccountChange {
  const { line, column, external_id, password, locked = false, user_role } = row;
  const base = { line, column, username, action: "create" } as const;
  if (username !== username.trim()) {
    const reason = "the username of a new user starts or ends with a space";
    const decision = { status: "invalid", reason, fix: "Remove the space.", column, field: "username" } as const;
    return { ...base, fields: [], decision, risks: [] };
  }
  // Empty fields are left out: a new user has none, and some servers reject empty values.
  const filled = pickFields(row, (field) => row[field] !== "");
  const values: CreateUser = {
    username,
    ...filled,
    ...(external_id !== undefined && { external_id }),
    ...(password !== undefined ? { password } : ({ user_must_set_password: true } as const)),
  };
  return {
    ...base,
    fields: [...fieldChanges(filled), ...(locked ? [{ field: "locked", to: true }] : [])],
    decision: { status: "planned", kind: "create", values, lock: locked },
    risks: user_role === "administrator" ? ["creates an administrator"] : [],
  };
}

function decideUpdate(row: ImportRow, user: User): AccountChange {
  const { line, column, external_id } = row;
  const base = { line, column, username: user.username, guid: user.guid, risks: [] };
  if (external_id !== undefined && user.external_id !== undefined && external_id !== user.external_id) {
    const reason = "the external_id of a user cannot be changed";
    const fix = "Leave the cell empty, or check that the row names the right user.";
    return { ...base, action: "update", fields: [], decision: { status: "refused", reason, fix } };
  }
  return changeAccount(
    user,
    pickFields(row, (field) => row[field] !== user[field]),
    { line, column, locked: row.locked },
  );
}

/** Returns the change that gives an account new values. */
export function changeAccount(
  user: User,
  values: AccountFields,
  { line, column, locked: wanted, reason }: Pick<ImportRow, "line" | "column" | "locked"> & { reason?: string },
): AccountChange {
  const locked = wanted === user.locked ? undefined : wanted;
  const changed = fieldChanges(values, user);
  const fields = locked === undefined ? changed : [...changed, { field: "locked", from: user.locked, to: locked }];
  const planned = { status: "planned", kind: "update", user, values, ...(locked !== undefined && { locked }) } as const;
  return {
    line,
    column,
    username: user.username,
    guid: user.guid,
    action: changed.length > 0 || locked === undefined ? "update" : locked ? "lock" : "unlock",
    fields,
    decision: fields.length === 0 ? { status: "unchanged" } : planned,
    reason,
    risks: [...roleRisks(user, values.user_role), ...(locked === true ? lockRisks(user) : [])],
  };
}

function roleRisks({ user_role: from }: User, to: UserRole | undefined): string[] {
  if (to === undefined || to === from) return [];
  return [isLowerRole(to, from) ? `demotes from ${from} to ${to}` : `promotes from ${from} to ${to}`];
}

function lockRisks({ user_role, username }: User): string[] {
  return user_role === "administrator" ? [`locks the administrator ${username}`] : [];
}

function pickFields(
  { email, first_name, last_name, user_role }: AccountFields,
  wanted: (field: keyof AccountFields) => boolean,
): AccountFields {
  return {
    ...(email !== undefined && wanted("email") && { email }),
    ...(first_name !== undefined && wanted("first_name") && { first_name }),
    ...(last_name !== undefined && wanted("last_name") && { last_name }),
    ...(user_role !== undefined && wanted("user_role") && { user_role }),
  };
}

/** Lists the new values in a fixed order, with the old ones of an existing account. */
function fieldChanges(values: AccountFields, user?: User): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const to = values[field];
    return to === undefined ? [] : [{ field, from: user?.[field], to }];
  });
}

const FIELDS = ["email", "first_name", "last_name", "user_role"] as const;

import type { UserRole } from "@connect-sdk/api";
import type { CreateUser, User } from "@connect-sdk/users";
import type { Existing } from "./find-users.ts";
import type { Change, FieldChange } from "./plan.ts";

/** The desired state of one user. Fields that are missing stay as they are. */
export interface UserRow {
  /** Line of the input file. */
  readonly line: number;
  readonly username: string;
  /** Column of the username, from 1. */
  readonly column: number;
  readonly fields: UserFields;
  readonly locked?: boolean;
  readonly external_id?: string;
  /** Without one, a new user chooses the password. */
  readonly password?: string;
}

/** Fields that can be set on a new user and changed later. */
export interface UserFields {
  readonly email?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly user_role?: UserRole;
}

/** Why a row is invalid. */
export interface RowProblem {
  readonly line: number;
  readonly column?: number;
  readonly field?: string;
  /** Username of the row, if it has one. */
  readonly username?: string;
  readonly message: string;
  readonly fix: string;
}

/** Compares a row with the existing user and returns the change. Without `create`, a missing user is invalid. */
export function decideRow(row: UserRow, { exact, similar }: Existing, { create }: { create: boolean }): Change {
  if (exact !== undefined) return decideUpdate(row, exact);
  if (!create) {
    return invalidChange({
      line: row.line,
      column: row.column,
      field: "username",
      username: row.username,
      message: `there is no user \`${row.username}\``,
      fix: "Correct the username (case matters), or use `import`, which creates missing users.",
    });
  }
  const change = decideCreate(row);
  return similar === undefined ? change : { ...change, note: `\`${similar}\` already exists and differs only in case` };
}

/** Returns the change that locks or unlocks a user. */
export function decideLock(user: User, locked: boolean, line?: number): Change {
  const unchanged = user.locked === locked;
  return {
    line,
    username: user.username,
    guid: user.guid,
    action: locked ? "lock" : "unlock",
    fields: unchanged ? [] : [{ field: "locked", from: user.locked, to: locked }],
    decision: unchanged ? { status: "unchanged" } : { status: "planned", kind: "update", user, values: {}, locked },
  };
}

/** Returns the change of an invalid row. It is reported and never executed. */
export function invalidChange({ line, column, field, username, message, fix }: RowProblem): Change {
  return {
    line,
    username: username ?? "",
    action: "update",
    fields: [],
    decision: { status: "invalid", reason: message, fix, column, field },
  };
}

function decideCreate(row: UserRow): Change {
  const { line, username, fields, external_id, password, locked = false } = row;
  const base = { line, username, action: "create" } as const;
  if (username !== username.trim()) {
    const reason = "the username of a new user starts or ends with a space";
    return {
      ...base,
      fields: [],
      decision: { status: "invalid", reason, fix: "Remove the space.", column: row.column, field: "username" },
    };
  }
  // Empty fields are left out: a new user has none, and some servers reject empty values.
  const filled = pickFields(fields, (field) => fields[field] !== "");
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
  };
}

function decideUpdate(row: UserRow, user: User): Change {
  const base = { line: row.line, username: row.username, guid: user.guid };
  if (row.external_id !== undefined && user.external_id !== undefined && row.external_id !== user.external_id) {
    const reason = "the external_id of a user cannot be changed";
    const fix = "Leave the cell empty, or check that the row names the right user.";
    return { ...base, action: "update", fields: [], decision: { status: "refused", reason, fix } };
  }
  const values = pickFields(row.fields, (field) => row.fields[field] !== user[field]);
  const locked = row.locked === user.locked ? undefined : row.locked;
  const fields = fieldChanges(values, user);
  if (locked === undefined) {
    const unchanged = fields.length === 0;
    return {
      ...base,
      action: "update",
      fields,
      decision: unchanged ? { status: "unchanged" } : { status: "planned", kind: "update", user, values },
    };
  }
  return {
    ...base,
    action: fields.length > 0 ? "update" : locked ? "lock" : "unlock",
    fields: [...fields, { field: "locked", from: user.locked, to: locked }],
    decision: { status: "planned", kind: "update", user, values, locked },
  };
}

function pickFields(
  { email, first_name, last_name, user_role }: UserFields,
  wanted: (field: keyof UserFields) => boolean,
): UserFields {
  return {
    ...(email !== undefined && wanted("email") && { email }),
    ...(first_name !== undefined && wanted("first_name") && { first_name }),
    ...(last_name !== undefined && wanted("last_name") && { last_name }),
    ...(user_role !== undefined && wanted("user_role") && { user_role }),
  };
}

/** Lists the new values in a fixed order, with the old ones of an existing user. */
function fieldChanges(values: UserFields, user?: User): FieldChange[] {
  return FIELDS.flatMap((field) => {
    const to = values[field];
    return to === undefined ? [] : [{ field, from: user?.[field], to }];
  });
}

const FIELDS = ["email", "first_name", "last_name", "user_role"] as const;

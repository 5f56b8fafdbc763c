import type { CreateUser, User } from "@connect-sdk/users";
import type { RowProblem, UserFields, UserRow } from "../rows/row.ts";
import type { Existing } from "./find-existing.ts";
import type { Change, Entry } from "./plan.ts";

/** Plans what a row of a file asks for, given who is there. */
export function planRow(row: UserRow, { exact, similar }: Existing, { create }: { create: boolean }): Entry {
  if (exact !== undefined) return planChange(row, exact);
  if (!create) {
    return invalidRow({
      line: row.line,
      column: row.column,
      field: "username",
      username: row.username,
      message: `there is no user \`${row.username}\``,
      fix: "Correct the username; upper and lower case differ. `import` creates users that are not there.",
    });
  }
  const planned = planCreate(row);
  if (similar === undefined) return planned;
  return { ...planned, note: `\`${similar}\` is there already and differs in upper and lower case only` };
}

/** An entry for a row that cannot be used. */
export function invalidRow({ line, column, field, username, message, fix }: RowProblem): Entry {
  return {
    line,
    username: username ?? "",
    action: "update",
    changes: [],
    verdict: { status: "invalid", reason: message, fix, column, field },
  };
}

function planCreate(row: UserRow): Entry {
  const { line, username, fields, external_id, password, locked = false } = row;
  const base = { line, username, action: "create" } as const;
  if (username !== username.trim()) {
    const reason = "the username of a new user has a space at its start or end";
    return {
      ...base,
      changes: [],
      verdict: { status: "invalid", reason, fix: "Take it away.", column: row.column, field: "username" },
    };
  }
  const filled = keep(fields, (field) => fields[field] !== "");
  // A new user's empty fields are empty anyway, and some servers refuse to be told so.
  const values: CreateUser = {
    username,
    ...filled,
    ...(external_id !== undefined && { external_id }),
    ...(password !== undefined ? { password } : ({ user_must_set_password: true } as const)),
  };
  const changes: Change[] = FIELDS.flatMap((field) => changeOf(field, undefined, filled[field]));
  if (locked) changes.push({ field: "locked", to: true });
  return { ...base, changes, verdict: { status: "planned", work: { kind: "create", values, lock: locked } } };
}

function planChange(row: UserRow, user: User): Entry {
  const base = { line: row.line, username: row.username, guid: user.guid };
  if (row.external_id !== undefined && user.external_id !== undefined && row.external_id !== user.external_id) {
    const reason = "the external_id of a user cannot be changed";
    const fix = "Leave the cell empty, or check that the row is about the right user.";
    return { ...base, action: "update", changes: [], verdict: { status: "refused", reason, fix } };
  }
  const update = keep(row.fields, (field) => row.fields[field] !== user[field]);
  const locked = row.locked !== undefined && row.locked !== user.locked ? row.locked : undefined;
  const changes: Change[] = FIELDS.flatMap((field) => changeOf(field, user[field], update[field]));
  if (locked !== undefined) changes.push({ field: "locked", from: user.locked, to: locked });
  const onlyLocks = locked !== undefined && changes.length === 1;
  return {
    ...base,
    action: onlyLocks ? (locked ? "lock" : "unlock") : "update",
    changes,
    verdict:
      changes.length === 0
        ? { status: "unchanged" }
        : { status: "planned", work: { kind: "change", user, update, locked } },
  };
}

type Field = keyof UserFields;

const FIELDS: readonly Field[] = ["email", "first_name", "last_name", "user_role"];

function keep({ email, first_name, last_name, user_role }: UserFields, wanted: (field: Field) => boolean): UserFields {
  return {
    ...(email !== undefined && wanted("email") && { email }),
    ...(first_name !== undefined && wanted("first_name") && { first_name }),
    ...(last_name !== undefined && wanted("last_name") && { last_name }),
    ...(user_role !== undefined && wanted("user_role") && { user_role }),
  };
}

function changeOf(field: Field, from: string | undefined, to: string | undefined): Change[] {
  return to === undefined ? [] : [{ field, from, to }];
}

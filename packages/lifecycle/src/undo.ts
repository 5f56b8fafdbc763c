/** Takes back what a journal says was done: `planUndo`. */
import { type UserRole, USER_ROLES } from "@connect-sdk/api";
import { checkInput, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection, User } from "@connect-sdk/users";
import { type AccountChange, type AccountFields, changeAccount } from "./account-changes.ts";
import { guardChanges } from "./account-guards.ts";
import { accountSteps, requestsOf } from "./account-steps.ts";
import { resolveUsers } from "./find-users.ts";
import { Plan } from "./plan.ts";
import { readServer, refuseCaller } from "./server.ts";
import type { FieldChange } from "./step.ts";

/** A row of a journal: one change that was made. */
export interface UndoRow {
  /** Line of the journal. */
  readonly line?: number | undefined;
  readonly guid: string;
  readonly username: string;
  readonly action: string;
  readonly changes: readonly FieldChange[];
}

/** How changes are taken back. */
export interface UndoOptions extends CallOptions {
  /** Allows to lock and demote your own account. Default: false. */
  readonly force?: boolean | undefined;
  /** Name of the journal, for messages. Default: `the journal`. */
  readonly source?: string | undefined;
}

/**
 * Plans the reverse of the changes of a journal, the last one first: locked accounts are unlocked, fields get their earlier
 * values. An account that was created cannot be deleted; it is locked. An account that has changed since is refused. Only reads.
 *
 * @throws InvalidArgumentError for an unknown option; nothing is sent then.
 */
export async function planUndo(
  connection: Connection,
  rows: readonly UndoRow[],
  options: UndoOptions = {},
): Promise<Plan> {
  const checked: UndoOptions = checkInput("options", options, "force:boolean source:string signal:signal");
  const { force = false, source = "the journal", signal } = checked;
  const call = { signal };
  const server = await readServer(connection, call);
  const refusal = refuseCaller(server);
  const ownGuid = server.me?.guid;
  const totals = addUp(rows);
  const found = await resolveUsers([...totals.keys()], connection.users, call);
  const changes = [...totals].map(([guid, total]) => reverse(total, found.get(guid)));
  const guarded = await guardChanges(connection, changes, { ownGuid, force, ...call });
  const created = changes.filter(({ decision }, at) => decision.status === "planned" && [...totals.values()][at]?.isNew);
  return new Plan({
    kind: "undo",
    subject: source,
    steps: accountSteps(guarded, { connection, ownGuid, isFromDirectory: false, reason: `done in ${source}` }),
    notes: created.length === 0 ? [] : ["Accounts cannot be deleted. Those that were created are locked instead."],
    refusals: refusal === undefined ? [] : [refusal],
    requests: requestsOf(guarded, false),
    connection,
  });
}

/** All changes of one account, from the state before the first to the state after the last. */
interface Total {
  readonly username: string;
  readonly line: number | undefined;
  readonly isNew: boolean;
  readonly fields: Map<string, FieldChange>;
}

function addUp(rows: readonly UndoRow[]): Map<string, Total> {
  const totals = new Map<string, Total>();
  for (const { guid, username, line, action, changes } of rows) {
    const key = normalizeGuid(guid);
    const total = totals.get(key) ?? { username, line, isNew: action === "create", fields: new Map() };
    totals.set(key, total);
    for (const { field, from, to } of changes) {
      const earlier = total.fields.get(field);
      total.fields.set(field, { field, from: earlier === undefined ? from : earlier.from, to });
    }
  }
  return totals;
}

function reverse({ username, line, isNew, fields }: Total, user: ReturnType<Map<string, User>["get"]> | object | undefined): AccountChange {
  const base = { line, column: undefined, username, action: "update", fields: [], risks: [] } as const;
  if (!isUser(user)) {
    return { ...base, decision: { status: "refused", reason: "there is no such account", fix: "Check the server." } };
  }
  if (isNew) return changeAccount(user, {}, { line, column: undefined, locked: true, reason: "created; cannot be deleted" });
  const values: { -readonly [Field in keyof AccountFields]: AccountFields[Field] } = {};
  let locked: boolean | undefined;
  for (const { field, from, to } of fields.values()) {
    const actual: unknown = Reflect.get(user, field);
    if (actual === from) continue;
    if (actual !== to) {
      const reason = `${field} has changed since: it is ${String(actual)}, not ${String(to)}`;
      const fix = "Decide what it should be, and change it yourself.";
      return { ...base, guid: user.guid, decision: { status: "refused", reason, fix } };
    }
    if (field === "locked" && typeof from === "boolean") locked = from;
    else if (field === "user_role" && isRole(from)) values.user_role = from;
    else if ((field === "email" || field === "first_name" || field === "last_name") && typeof from === "string") {
      values[field] = from;
    }
  }
  return changeAccount(user, values, { line, column: undefined, locked });
}

function isUser(user: unknown): user is User {
  return typeof user === "object" && user !== null && !("status" in user);
}

function isRole(value: unknown): value is UserRole {
  return USER_ROLES.some((role) => role === value);
}

/** Locks or unlocks many accounts: `planLock`. */
import { checkInput, checkValue, isObject, normalizeGuid } from "@connect-sdk/api/internal";
import type { CallOptions, Connection } from "@connect-sdk/users";
import { checkConnection, checkInvalid, checkProblems, readPerson } from "./arguments.ts";
import { type AccountChange, decideLock, type InvalidDecision, invalidChange } from "./account-changes.ts";
import { guardChanges } from "./account-guards.ts";
import { accountSteps, requestsOf } from "./account-steps.ts";
import { resolveUsers } from "./find-users.ts";
import type { Person } from "./people.ts";
import { Plan } from "./plan.ts";
import { providerNotes, readServer, refuseCaller } from "./server.ts";
import type { RowProblem } from "./step.ts";
import { stopsUnlocking } from "./sync-changes.ts";
import { countReads } from "./verify-accounts.ts";

/** An account to lock or unlock. */
export interface LockRow {
  /** A guid, a username, an e-mail address that only one user has, or a `User`. Or why there is none. */
  readonly user: Person | InvalidDecision;
  /** Name to show if there is no such user. */
  readonly name?: string | undefined;
  /** Line of the file. */
  readonly line?: number | undefined;
  /** One clause: `not active since 2026-01-31`. */
  readonly reason?: string | undefined;
}

/** How accounts are locked. */
export interface LockManyOptions extends CallOptions {
  /** False unlocks the accounts. Default: true. */
  readonly locked?: boolean | undefined;
  /** Allows to lock your own account. Default: false. */
  readonly force?: boolean | undefined;
  /** Rows that could not be read. They become steps that are refused. */
  readonly problems?: readonly RowProblem[] | undefined;
  /** What the plan is about, for messages. Default: the number of users. */
  readonly source?: string | undefined;
}

/**
 * Plans to lock or unlock accounts. One step per account, even if it is named more than once. Only reads.
 *
 * @throws InvalidArgumentError for an unknown option; nothing is sent then.
 *
 * @example
 * ```ts
 * const plan = await planLock(connection, ["jdoe", "amara@example.com"]);
 * await plan.apply();
 * ```
 */
export async function planLock(
  connection: Connection,
  users: readonly (Person | LockRow)[],
  options: LockManyOptions = {},
): Promise<Plan> {
  const rules = "locked:boolean force:boolean problems:array source:string signal:signal";
  const checked: LockManyOptions = checkInput("options", options, rules);
  const { locked = true, force = false, problems = [], signal } = checked;
  checkConnection(connection);
  checkProblems(problems);
  const rows = Array.from(checkValue("users", users, "array"), readRow);
  const call = { signal };
  const server = await readServer(connection, call);
  const refusal = refuseCaller(server);
  const ownGuid = server.me?.guid;
  const changes = refusal === undefined ? await decide(connection, rows, { locked, signal }) : [];
  const guarded = await guardChanges(connection, changes, { ownGuid, force, ...call });
  const action = locked ? "lock" : "unlock";
  const all = [...guarded, ...problems.map((problem) => invalidChange(problem, action))];
  const planned = all.flatMap(({ decision, username }) => (decision.status === "planned" ? [username] : []));
  const steps = accountSteps(all, { connection, ownGuid, isFromDirectory: false, reason: "named" });
  const { source } = checked;
  return new Plan({
    inputs: () => ({ locked, force, source, rows: rows.flatMap(toSavedRow) }),
    kind: action,
    subject: checked.source ?? `${all.length.toLocaleString("en-US")} ${all.length === 1 ? "user" : "users"}`,
    steps,
    accounts: await countReads(connection, steps, server, call),
    notes: locked && planned.length > 0 ? providerNotes(server, "these users") : [],
    refusals: refusal === undefined ? [] : [refusal],
    requests: requestsOf(all, false),
    stopsAction: stopsUnlocking,
    connection,
  });
}

/** Rows without an account are refused anyway. */
function toSavedRow({ user, ...row }: LockRow): object[] {
  if (typeof user === "string") return [{ ...row, user }];
  return "status" in user ? [] : [{ ...row, user: user.guid }];
}

function isRow(given: Person | LockRow): given is LockRow {
  return isObject(given) && "user" in given;
}

function readRow(given: Person | LockRow, index: number): LockRow {
  const place = `users[${index}]`;
  if (!isRow(given)) {
    readPerson(place, given);
    return { user: given };
  }
  const row = checkInput<LockRow>(place, given, "user:!string|object name:string line:integer reason:string");
  // A row may say why there is no user.
  if (isObject(row.user) && "status" in row.user) checkInvalid(`${place}.user`, row.user);
  else readPerson(place, row.user);
  return row;
}

async function decide(
  { users }: Connection,
  rows: readonly LockRow[],
  { locked, signal }: { readonly locked: boolean } & CallOptions,
): Promise<AccountChange[]> {
  const names = rows.flatMap(({ user }) => (typeof user === "string" ? [user] : []));
  const found = await resolveUsers(names, users, { signal });
  const seen = new Set<string>();
  return rows.flatMap(({ user: named, name, line, reason }): AccountChange[] => {
    const user = typeof named === "string" ? found.get(named) : named;
    if (user === undefined) return [];
    if ("status" in user) {
      const username = name ?? (typeof named === "string" ? named : "");
      const base = { line, column: user.column, username, fields: [], risks: [] };
      return [{ ...base, action: locked ? "lock" : "unlock", decision: user }];
    }
    const guid = normalizeGuid(user.guid);
    if (seen.has(guid)) return [];
    seen.add(guid);
    return [decideLock(user, locked, line, reason)];
  });
}

import type { UserRole } from "@connect-sdk/api";
import { planImport, planLock, type PlanResult, planSync, planUndo } from "@connect-sdk/lifecycle";
import { type Call, pick } from "./call.ts";
import { isHigher, type ModelChange, type ModelServer, type ModelUser } from "./model-server.ts";
import { planCall } from "./plan-call.ts";

// Plans that bring accounts into a desired state.

/** `planLock()`, for locking and unlocking. */
export function lockMany(who: readonly number[], locked: boolean): Call<PlanResult> {
  const usersOf = (model: ModelServer): ModelUser[] => [...new Set(who.map((each) => pick(model.users, each)))];
  return planCall({
    name: locked ? "lock" : "unlock",
    description: `users ${who.join(", ")}`,
    people: usersOf,
    isRefused: () => false,
    plan: (connection, model) =>
      planLock(
        connection,
        usersOf(model).map(({ guid }) => guid),
        { locked },
      ),
    change(model, me) {
      const users = usersOf(model).filter((user) => user.locked !== locked && user !== me);
      const changed = locked ? users : unlockInTurn(model, users);
      for (const user of changed) user.locked = locked;
      model.made = changed.map((user) => ({ action: locked ? "lock" : "unlock", user, fields: {} }));
      return users.length > changed.length && !locked ? 1 : 0;
    },
  });
}

/** Unlocks users until the license is used up. Returns those that were unlocked. */
function unlockInTurn(model: ModelServer, users: readonly ModelUser[]): ModelUser[] {
  const unlocked: ModelUser[] = [];
  for (const user of users) {
    if (model.isFull(user)) break;
    user.locked = false;
    unlocked.push(user);
  }
  return unlocked;
}

/** A row of a file. */
export interface FileRow {
  readonly username: string;
  readonly user_role?: UserRole | undefined;
  readonly first_name?: string | undefined;
}

/** `planImport()`. */
export function importRows(rows: readonly FileRow[]): Call<PlanResult> {
  return planCall({
    name: "import",
    description: JSON.stringify(rows),
    isRefused: () => rows.length === 0,
    plan: (connection) => planImport(connection, rows),
    change(model, me) {
      const before = [...model.users];
      const made: ModelChange[] = [];
      for (const row of rows) {
        const user = before.find(({ username }) => username === row.username);
        const change = user === undefined ? undefined : update(user, row, me);
        if (change !== undefined) made.push(change);
      }
      const isNew = ({ username }: FileRow): boolean => before.every((user) => user.username !== username);
      const fresh = rows.filter((row) => isNew(row) && row.username !== "users");
      for (const row of fresh) {
        const others = [...before, ...fresh.filter((other) => other !== row)];
        if (others.some((other) => isSameName(other, row))) continue;
        made.push({ action: "create", user: create(model, row), fields: {} });
      }
      model.made = made;
      return 0;
    },
  });
}

/** Gives a user the values of a row, unless the caller would lose a role. */
function update(user: ModelUser, { user_role, first_name }: FileRow, me: ModelUser): ModelChange | undefined {
  if (user === me && user_role !== undefined && isHigher(user.user_role, user_role)) return undefined;
  const wanted = { ...(user_role !== undefined && { user_role }), ...(first_name !== undefined && { first_name }) };
  const fields = Object.entries(wanted).flatMap(([field, to]) => {
    const from = field === "user_role" ? user.user_role : user.first_name;
    return from === to ? [] : [[field, { from, to }] as const];
  });
  Object.assign(user, wanted);
  return fields.length === 0 ? undefined : { action: "update", user, fields: Object.fromEntries(fields) };
}

/** Adds an account. Its guid is read from the server when the states are compared. */
function create(model: ModelServer, row: FileRow & CompleteRow): ModelUser {
  const { username, user_role = "viewer", first_name = "", locked = false } = row;
  const user = { guid: "", username, email: "", first_name, last_name: "", user_role, locked, activeDay: null };
  model.users.push(user);
  return user;
}

function isSameName(a: Pick<FileRow, "username">, b: Pick<FileRow, "username">): boolean {
  return a.username.toLowerCase() === b.username.toLowerCase();
}

/** A row of a file that is complete. */
export interface CompleteRow extends Pick<FileRow, "username" | "user_role"> {
  readonly locked?: boolean | undefined;
}

/** Options of a sync. */
export interface Syncing {
  readonly missing: "report" | "lock";
  /** Rows may change administrators. */
  readonly allowAdministrator: boolean;
  /** Administrators without a row are missing accounts. */
  readonly includeAdministrators: boolean;
}

/** `planSync()` with all users in scope. */
export function sync(rows: readonly CompleteRow[], options: Syncing): Call<PlanResult> {
  const { missing, allowAdministrator, includeAdministrators } = options;
  const isAmbiguous = (row: CompleteRow): boolean => rows.some((other) => other !== row && isSameName(other, row));
  const isProtected = ({ user_role }: ModelUser): boolean => user_role === "administrator" && !allowAdministrator;
  const isNeverMissing = ({ user_role }: ModelUser): boolean => user_role === "administrator" && !includeAdministrators;
  /** Whether a row or its look-alike names the user. */
  const isNamed = (user: ModelUser): boolean => rows.some((row) => isSameName(row, user));
  return planCall({
    name: "sync",
    description: `${JSON.stringify(rows)}, ${JSON.stringify(options)}`,
    isRefused(model, me) {
      if (rows.every(isAmbiguous)) return true;
      // None of the accounts of the file is in scope: it may be another server's.
      const isMatched = rows.some(({ username }) => model.users.some((user) => user.username === username));
      const isInScope = model.users.some(
        (user) => isNamed(user) && user !== me && !(isProtected(user) && isNeverMissing(user)),
      );
      return missing === "lock" && isMatched && !isInScope;
    },
    plan: (connection) => planSync(connection, rows, { ...options, scope: { prefix: "" }, maxLock: 1_000 }),
    change(model, me) {
      const before = [...model.users];
      const unlocks: ModelUser[] = [];
      const locks: ModelUser[] = [];
      let refused = 0;
      for (const row of rows) {
        const user = before.find(({ username }) => username === row.username);
        const { user_role, locked } = row;
        const changesRole = user_role !== undefined && user_role !== user?.user_role;
        const isRaised = user_role === "administrator" && !allowAdministrator;
        if (isAmbiguous(row)) refused++;
        else if (user === undefined) {
          if (isRaised || before.some((other) => isSameName(other, row))) refused++;
          else create(model, row);
        } else if (isProtected(user) || (!changesRole && (locked ?? user.locked) === user.locked)) continue;
        else if (user === me && (locked === true || (changesRole && isHigher(user.user_role, user_role)))) refused++;
        else if (changesRole && isRaised) refused++;
        else if (changesRole) user.user_role = user_role;
        else if (locked === true) locks.push(user);
        else unlocks.push(user);
      }
      const unlocked = unlockInTurn(model, unlocks);
      const left = before.filter((user) => !user.locked && user !== me && !isNeverMissing(user) && !isNamed(user));
      if (missing === "lock" && refused === 0) locks.push(...left);
      for (const user of locks) user.locked = true;
      return unlocked.length < unlocks.length ? 1 : 0;
    },
  });
}

/** `planUndo()` of the last import or lock. What was created is locked, what was changed since is left alone. */
export function undo(): Call<PlanResult> {
  const call = planCall({
    name: "undo",
    description: "",
    isRefused: ({ made }) => made.length === 0,
    plan: (connection, { made }) =>
      planUndo(
        connection,
        made.map(({ action, user: { guid, username }, fields }) => ({ action, guid, username, fields })),
      ),
    change(model, me) {
      const unlocks: ModelUser[] = [];
      for (const { action, user, fields } of model.made.toReversed()) {
        const { first_name, user_role } = fields;
        if (action === "unlock" || action === "create") {
          if (!user.locked && user !== me) user.locked = true;
        } else if (action === "lock") {
          if (user.locked) unlocks.push(user);
        } else {
          // A value that is already back is left as it is.
          const isChanged = (current: string, change?: { readonly from: string; readonly to: string }): boolean =>
            change !== undefined && ![change.from, change.to].includes(current);
          if (isChanged(user.first_name, first_name) || isChanged(user.user_role, user_role)) continue;
          const back =
            user_role === undefined
              ? user.user_role
              : (ROLES.find((role) => role === user_role.from) ?? user.user_role);
          if (user === me && isHigher(user.user_role, back)) continue;
          Object.assign(user, { first_name: first_name?.from ?? user.first_name, user_role: back });
        }
      }
      model.made = [];
      return unlockInTurn(model, unlocks).length < unlocks.length ? 1 : 0;
    },
  });
  return {
    ...call,
    judge(model, caller) {
      const verdict = call.judge(model, caller);
      // A caller that does not see the users has nothing to undo.
      return { ...verdict, open: !model.allows(caller, "administrator") };
    },
    accept(model, caller, result) {
      if (model.allows(caller, "administrator")) call.accept(model, caller, result);
    },
  };
}

const ROLES: readonly UserRole[] = ["viewer", "publisher", "administrator"];

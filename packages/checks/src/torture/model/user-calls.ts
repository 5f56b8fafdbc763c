import type { AccountStatus, UserRole } from "@connect-sdk/api";
import type { CreateUser, UpdateUser, User } from "@connect-sdk/users";
import { expectEqual } from "../expect-equal.ts";
import { ALLOWED, type Call, pick, type Verdict } from "./call.ts";
import { isHigher, type ModelKey, type ModelServer, type ModelUser } from "./model-server.ts";

/** Conditions of `find()`. */
export interface Filter {
  readonly prefix?: string | undefined;
  readonly user_role?: readonly UserRole[] | undefined;
  readonly account_status?: readonly AccountStatus[] | undefined;
}

/** `connection.me()`. */
export function me(): Call<User> {
  return {
    description: "me()",
    judge: () => ALLOWED,
    perform: (connection) => connection.me(),
    accept(_model, caller, user) {
      expectEqual(user.guid, caller.owner.guid, "me()");
    },
  };
}

/** `users.find()`: checks the users, their order and the visible fields. */
export function find(filter: Filter): Call<User[]> {
  return {
    description: `find(${JSON.stringify(filter)})`,
    judge: () => ALLOWED,
    perform: ({ users }) => users.find(filter),
    accept(model, caller, found) {
      const expected = select(model, caller, filter);
      // The order of a search is not documented; without a prefix it is.
      const ordered = filter.prefix === undefined ? expected.toSorted(inOrder) : expected.toSorted(byGuid);
      const actual = filter.prefix === undefined ? found : found.toSorted(byGuid);
      expectEqual(
        actual.map(({ guid, email }) => [guid, email]),
        ordered.map((user) => [user.guid, model.emailFor(caller, user)]),
        "find()",
      );
    },
  };
}

/** `users.count()`. */
export function count(filter: Omit<Filter, "prefix">): Call<number> {
  return {
    description: `count(${JSON.stringify(filter)})`,
    judge: () => ALLOWED,
    perform: ({ users }) => users.count(filter),
    accept(model, caller, number) {
      expectEqual(number, select(model, caller, filter).length, "count()");
    },
  };
}

/** `users.get()`, with the guid of a user or an unknown guid. */
export function get(who: number): Call<User> {
  const unknown = "00000000-0000-4000-8000-000000000000";
  const target = (model: ModelServer): ModelUser | undefined => (who === 0 ? undefined : pick(model.users, who));
  return {
    description: `get(user ${who})`,
    judge(model, caller) {
      const user = target(model);
      const known = user !== undefined && model.visibleTo(caller).includes(user);
      return known ? ALLOWED : { refusals: ["404/4"] };
    },
    perform: ({ users }, model) => users.get(target(model)?.guid ?? unknown),
    accept(model, caller, user) {
      const expected = target(model);
      expectEqual([user.guid, user.locked], [expected?.guid, expected?.locked], "get()");
      if (expected !== undefined) expectEqual(user.email, model.emailFor(caller, expected), "the address");
    },
  };
}

/** `users.lookup()` by username. */
export function lookup(who: number): Call<User> {
  return {
    description: `lookup(username of user ${who})`,
    judge(model, caller) {
      return model.visibleTo(caller).includes(pick(model.users, who)) ? ALLOWED : { refusals: ["NotFoundError"] };
    },
    perform: ({ users }, model) => users.lookup(pick(model.users, who).username),
    accept(model, _caller, user) {
      expectEqual(user.guid, pick(model.users, who).guid, "lookup()");
    },
  };
}

function select(model: ModelServer, caller: ModelKey, { prefix, user_role, account_status }: Filter): ModelUser[] {
  const start = prefix?.toLowerCase() ?? "";
  return model
    .visibleTo(caller)
    .filter((user) => user_role?.includes(user.user_role) ?? true)
    .filter((user) => account_status?.includes(model.statusOf(user)) ?? true)
    .filter(({ username, first_name, last_name }) =>
      [username, first_name, last_name].some((name) => name.toLowerCase().startsWith(start)),
    );
}

/** Orders by first name, last name, username and e-mail address, ignoring case. The names have only letters and digits. */
function inOrder(a: ModelUser, b: ModelUser): number {
  for (const field of ["first_name", "last_name", "username", "email"] as const) {
    const [left, right] = [a[field].toLowerCase(), b[field].toLowerCase()];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function byGuid(a: { readonly guid: string }, b: { readonly guid: string }): number {
  return a.guid < b.guid ? -1 : 1;
}

/** Usernames that collide with URLs of the dashboard. */
const PROHIBITED = ["users", "login"];

/** `users.create()`. */
export function create(details: CreateUser): Call<User> {
  const {
    username,
    email = "",
    first_name = "",
    last_name = "",
    user_role,
    password,
    user_must_set_password,
  } = details;
  return {
    description: `create(${JSON.stringify(details)})`,
    judge(model, caller) {
      if (!model.allows(caller, "administrator")) return { refusals: ["403/22"] };
      const refusals: string[] = [];
      if (model.users.some((user) => user.username === username)) refusals.push("409/8");
      if (PROHIBITED.includes(username)) refusals.push("400/7", "400/107");
      if (password !== undefined && password.length < 6) refusals.push("400/6");
      // The code for neither is not documented.
      if (password === undefined && user_must_set_password !== true) refusals.push("400");
      return { refusals };
    },
    perform: ({ users }) => users.create(details),
    accept(model, _caller, created) {
      const user: ModelUser = {
        guid: created.guid,
        username,
        email,
        first_name,
        last_name,
        user_role: user_role ?? "viewer",
        locked: false,
        activeDay: null,
      };
      expectEqual(created.active_time, null, "the activity of a new user");
      model.users.push(user);
    },
  };
}

/** `user.update()`. */
export function update(who: number, changes: UpdateUser): Call<User> {
  return {
    description: `update(user ${who}, ${JSON.stringify(changes)})`,
    judge: (model, caller) => judgeUpdate(model, caller, pick(model.users, who), changes),
    async perform({ users }, model) {
      const user = await users.get(pick(model.users, who).guid);
      await user.update(changes);
      return user;
    },
    accept(model, _caller, user) {
      const target = pick(model.users, who);
      const { email, username, first_name, last_name, user_role } = { ...target, ...changes };
      Object.assign(target, { email, username, first_name, last_name, user_role });
      expectEqual(
        [user.username, user.first_name, user.last_name, user.user_role],
        [username, first_name, last_name, user_role],
        "the object after its update",
      );
    },
  };
}

function judgeUpdate(model: ModelServer, caller: ModelKey, target: ModelUser, changes: UpdateUser): Verdict {
  if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
  const self = target === caller.owner;
  if (!model.allows(caller, "administrator") && !self) return { refusals: ["403/22"] };
  const refusals: string[] = [];
  const { username = target.username, email, user_role = target.user_role } = changes;
  if (username !== target.username && model.users.some((user) => user.username === username)) refusals.push("409/8");
  if (username !== target.username && PROHIBITED.includes(username)) refusals.push("400/7", "400/107");
  if (email === "") refusals.push("400/128");
  if (self && isHigher(user_role, target.user_role)) refusals.push("403/23");
  if (target.user_role === "administrator" && user_role !== "administrator") {
    const administrators = model.users.filter((user) => user.user_role === "administrator");
    if (administrators.length === 1) refusals.push("400/61");
    // Whether a locked user counts as a remaining administrator is not documented.
    else if (administrators.every((user) => user === target || user.locked)) {
      return { refusals: [...refusals, "400/61"], open: refusals.length === 0 };
    }
  }
  return { refusals };
}

/** `user.lock()`. */
export function lock(who: number, force: boolean): Call<User> {
  return {
    description: `lock(user ${who}, force: ${String(force)})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      if (target === caller.owner && !force) return { refusals: ["SelfLockError"] };
      return model.allows(caller, "administrator") ? { refusals: [] } : { refusals: ["403/49"] };
    },
    perform: (connection, model) => setLocked(connection.users.get(pick(model.users, who).guid), true, force),
    accept(model, _caller, user) {
      pick(model.users, who).locked = true;
      expectEqual(user.locked, true, "the object after its lock");
    },
  };
}

/** `user.unlock()`. */
export function unlock(who: number): Call<User> {
  return {
    description: `unlock(user ${who})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      if (!model.allows(caller, "administrator")) return { refusals: ["403/49"] };
      return { refusals: target.locked && model.isFull(target) ? ["400/64"] : [] };
    },
    perform: (connection, model) => setLocked(connection.users.get(pick(model.users, who).guid), false, false),
    accept(model, _caller, user) {
      pick(model.users, who).locked = false;
      expectEqual(user.locked, false, "the object after its unlock");
    },
  };
}

async function setLocked(getting: Promise<User>, locked: boolean, force: boolean): Promise<User> {
  const user = await getting;
  if (locked) await user.lock({ force });
  else await user.unlock();
  return user;
}

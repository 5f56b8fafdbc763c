import type { CreateUser, UpdateUser, User } from "@connect-sdk/users";
import { expectEqual } from "../../matrix/expect-equal.ts";
import { type Call, pick } from "../call.ts";
import { isHigher, type ModelKey, type ModelServer, type ModelUser } from "../model-server.ts";
import type { Verdict } from "../verdict.ts";

/** Usernames that the dashboard's addresses need for themselves. */
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
    text: `create(${JSON.stringify(details)})`,
    judge(model, caller) {
      if (!model.allows(caller, "administrator")) return { refusals: ["403/22"] };
      const refusals: string[] = [];
      if (model.users.some((user) => user.username === username)) refusals.push("409/8");
      if (PROHIBITED.includes(username)) refusals.push("400/7", "400/107");
      if (password !== undefined && password.length < 6) refusals.push("400/6");
      // Which code it is for neither is not documented.
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
      expectEqual(created.active_time, null, "the activity of someone new");
      model.users.push(user);
    },
  };
}

/** `user.update()`. */
export function update(who: number, changes: UpdateUser): Call<User> {
  return {
    text: `update(user ${who}, ${JSON.stringify(changes)})`,
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
  const { username = target.username, email = target.email, user_role = target.user_role } = changes;
  if (username !== target.username && model.users.some((user) => user.username === username)) refusals.push("409/8");
  if (username !== target.username && PROHIBITED.includes(username)) refusals.push("400/7", "400/107");
  if (email === "") refusals.push("400/128");
  if (self && isHigher(user_role, target.user_role)) refusals.push("403/23");
  if (target.user_role === "administrator" && user_role !== "administrator") {
    const administrators = model.users.filter((user) => user.user_role === "administrator");
    if (administrators.length === 1) refusals.push("400/61");
    // Whether someone who is locked counts as a remaining administrator is not documented.
    else if (administrators.every((user) => user === target || user.locked)) {
      return { refusals: [...refusals, "400/61"], open: refusals.length === 0 };
    }
  }
  return { refusals };
}

/** `user.lock()`. */
export function lock(who: number, force: boolean): Call<User> {
  return {
    text: `lock(user ${who}, force: ${String(force)})`,
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
    text: `unlock(user ${who})`,
    judge(model, caller) {
      const target = pick(model.users, who);
      if (!model.visibleTo(caller).includes(target)) return { refusals: ["404/4"] };
      if (!model.allows(caller, "administrator")) return { refusals: ["403/49"] };
      const { licence = Infinity } = model.settings;
      const counted = model.users.filter((user) => model.statusOf(user) === "licensed").length;
      const full = target.locked && model.isActive(target) && counted >= licence;
      return { refusals: full ? ["400/64"] : [] };
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

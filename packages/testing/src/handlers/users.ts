import { Problem } from "../errors/problem.ts";
import { callerOf } from "./call.ts";
import { createUser } from "./create-user.ts";
import { findUser } from "./find-object.ts";
import type { HandlerMap } from "./handler-types.ts";
import { listUsers } from "./list-users.ts";
import { updateUser } from "./update-user.ts";
import { showUser } from "./user-view.ts";

/** Users: find, create, change, lock. */
export const userHandlers = {
  ...listUsers,
  ...createUser,
  ...updateUser,

  getCurrentUser(state, _input, call) {
    const caller = callerOf(call);
    return showUser(state, caller.user, caller);
  },

  getUser(state, { path }, call) {
    const caller = callerOf(call);
    return showUser(state, findUser(state, path.guid, caller), caller);
  },

  /** Everyone with the role may lock anyone, themselves included; a state that is there already is no error. */
  lockUser(state, { path, body }, call) {
    const user = findUser(state, path.guid, callerOf(call));
    const { licensedUsers } = state.options;
    // Real server: the code is unknown, assumed from its text. Someone who is not active does not count.
    if (user.record.locked && !body.locked && licensedUsers !== undefined && state.users.isActive(user)) {
      if (state.users.count(undefined, ["licensed"]) >= licensedUsers) throw new Problem("UserLicenseExceeded");
    }
    if (user.record.locked !== body.locked) state.users.change(user, { locked: body.locked });
    return { status: 200 };
  },
} satisfies HandlerMap<"getCurrentUser" | "getUsers" | "createPushUser" | "getUser" | "updateUser" | "lockUser">;

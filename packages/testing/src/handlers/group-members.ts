import { Problem } from "../errors/problem.ts";
import { callerOf } from "./call.ts";
import { seesOnlySelf } from "./find-object.ts";
import { findGroup, requireManager } from "./group-rules.ts";
import type { HandlerMap } from "./handler-types.ts";
import { showUsers } from "./user-view.ts";

/** The members of groups. */
export const groupMemberHandlers = {
  getGroupMembers(state, { path, query }, call) {
    const caller = callerOf(call);
    const group = findGroup(state, path.group_guid);
    const { page_number: page, page_size: size, asc_order: ascending, sort = "first_name" } = query;
    const all = state.groups.membersOf(group, sort, ascending);
    const members = seesOnlySelf(state, caller) ? all.filter((user) => user === caller.user) : all;
    const shown = members.slice((page - 1) * size, page * size);
    return showUsers(state, shown, caller, { page, total: members.length });
  },

  addGroupMember(state, { path, body }, call) {
    const group = findGroup(state, path.group_guid);
    requireManager(group, callerOf(call));
    const user = state.users.get(body.user_guid);
    if (user === undefined) throw new Problem("InvalidUser");
    if (group.members.has(user.record.guid)) throw new Problem("DuplicateGroupEntry");
    state.groups.join(group, user.record.guid);
    return { status: 204 };
  },

  /** Everyone may leave. */
  removeGroupMember(state, { path }, call) {
    const caller = callerOf(call);
    const group = findGroup(state, path.group_guid);
    if (caller.user.record.guid !== path.user_guid) requireManager(group, caller);
    if (!group.members.has(path.user_guid)) throw new Problem("RemoveNothing", "The user is not in the group.");
    state.groups.leave(group, path.user_guid);
    return { status: 204 };
  },
} satisfies HandlerMap<"getGroupMembers" | "addGroupMember" | "removeGroupMember">;

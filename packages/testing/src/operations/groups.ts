import type { GroupRecord } from "@connect-sdk/api";
import { type ErrorName, ApiProblem } from "../errors.ts";
import {
  type Call,
  type Caller,
  type HandlerMap,
  type ReplyOf,
  callerOf,
  isAdministrator,
  mayActAs,
} from "./operation.ts";
import { seesOnlySelf, showUsers } from "./users.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredGroup } from "../state/group-store.ts";
import { isGuid } from "../state/ids.ts";

/** Groups: find, create, change, delete. */
export const groupHandlers = {
  getGroups(state, { query }) {
    requireGroups(state);
    const { prefix = "", page_number: page, page_size: size, asc_order: ascending } = query;
    // Older servers answer every page of a search with its first.
    const reached = prefix !== "" && !state.version.has("groupSearchPages") ? 1 : page;
    const { groups, total } = state.groups.find(prefix, (reached - 1) * size, size, ascending);
    return {
      status: 200,
      body: { results: groups.map((group) => viewGroup(state, group)), current_page: page, total },
    };
  },

  getGroup(state, { path }) {
    return { status: 200, body: viewGroup(state, findGroup(state, path.guid)) };
  },

  createGroup(state, { body }, call) {
    requireGroups(state);
    const caller = callerOf(call);
    const { provider, settings } = state.options;
    if (!isAdministrator(caller) && !(settings.publishersCanOwnGroups && mayActAs(caller, "publisher"))) {
      throw new ApiProblem("PermissionDenied");
    }
    if (provider === "ldap") throw new ApiProblem("PushOnPullAuth");
    checkGroupDetails(state, body);
    const uniqueId = body.unique_id ?? null;
    for (const group of state.groups.all()) {
      if (uniqueId !== null && group.uniqueId === uniqueId) throw new ApiProblem("DuplicateGroupKey");
    }
    const { name, gid = null } = body;
    const guid = state.ids.guid("group", state.ids.next("group"));
    const group = state.groups.add({ guid, name, ownerGuid: caller.user.record.guid, gid, uniqueId, members: [] });
    return { status: 200, body: viewGroup(state, group) };
  },

  updateGroup(state, { path, body }, call) {
    return changeGroup(state, findGroup(state, path.guid), body, call);
  },

  patchGroup(state, { path, body }, call) {
    return changeGroup(state, findGroup(state, path.guid), body, call);
  },

  deleteGroup(state, { path }, call) {
    const group = findGroup(state, path.guid, "RemoveNothing");
    requireManager(group, callerOf(call));
    state.permissions.deletePrincipal(group.guid);
    state.groups.delete(group);
    return { status: 204 };
  },
} satisfies HandlerMap<"getGroups" | "getGroup" | "createGroup" | "updateGroup" | "patchGroup" | "deleteGroup">;

interface GroupChanges {
  name?: string;
  owner_guid?: string | null;
  gid?: number | null;
}

function changeGroup(state: FakeState, group: StoredGroup, body: GroupChanges, call: Call): ReplyOf<"updateGroup"> {
  requireManager(group, callerOf(call));
  checkGroupDetails(state, body, group);
  const { name = group.name, owner_guid: owner = group.ownerGuid, gid = group.gid } = body;
  if (owner !== null && owner !== group.ownerGuid) requireUser(state, owner);
  state.groups.change(group, { name, ownerGuid: owner?.toLowerCase() ?? null, gid });
  return { status: 200, body: viewGroup(state, group) };
}

function requireUser(state: FakeState, guid: string): void {
  if (!isGuid(guid)) throw new ApiProblem("InvalidId", `Not a valid GUID: ${guid}`);
  if (state.users.get(guid) === undefined) throw new ApiProblem("InvalidUser");
}

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
    if (user === undefined) throw new ApiProblem("InvalidUser");
    if (group.members.has(user.record.guid)) throw new ApiProblem("DuplicateGroupEntry");
    state.groups.join(group, user.record.guid);
    return { status: 204 };
  },

  /** Everyone may leave. */
  removeGroupMember(state, { path }, call) {
    const caller = callerOf(call);
    const group = findGroup(state, path.group_guid);
    if (caller.user.record.guid !== path.user_guid) requireManager(group, caller);
    if (!group.members.has(path.user_guid)) throw new ApiProblem("RemoveNothing", "The user is not in the group.");
    state.groups.leave(group, path.user_guid);
    return { status: 204 };
  },
} satisfies HandlerMap<"getGroupMembers" | "addGroupMember" | "removeGroupMember">;

/** Groups in the directory: find them, take them over. Only LDAP has any. */
export const remoteGroupHandlers = {
  searchRemoteGroups(state, { query }) {
    requireGroups(state);
    if (state.options.provider !== "ldap") throw new ApiProblem("InvalidAuthProvider");
    const start = query.prefix.toLowerCase();
    const matches = state.directory.groups.filter((name) => name.toLowerCase().startsWith(start)).sort();
    const results = matches.slice(0, query.limit).map((name) => ({
      name,
      guid: state.groups.byName(name)?.guid ?? null,
      temp_ticket: state.directory.ticketForGroup(name),
    }));
    return { status: 200, body: { results, current_page: 1, total: matches.length } };
  },

  createRemoteGroup(state, { body }) {
    requireGroups(state);
    if (state.options.provider !== "ldap") throw new ApiProblem("PullOnPushAuth");
    const name = state.directory.groupOf(body.temp_ticket);
    if (name === undefined) throw new ApiProblem("InvalidTempTicket");
    if (state.groups.byName(name) !== undefined) throw new ApiProblem("DuplicateGroupName");
    state.directory.useGroup(name);
    const guid = state.ids.guid("group", state.ids.next("group"));
    const uniqueId = `cn=${name},ou=groups,dc=example,dc=com`;
    const group = state.groups.add({ guid, name, ownerGuid: null, gid: null, uniqueId, members: [] });
    return { status: 200, body: viewGroup(state, group) };
  },
} satisfies HandlerMap<"searchRemoteGroups" | "createRemoteGroup">;

/** A group as servers of this version show it. */
export function viewGroup(state: FakeState, group: StoredGroup): GroupRecord {
  return {
    guid: group.guid,
    name: group.name,
    owner_guid: group.ownerGuid,
    ...(state.version.has("groupGid") && { gid: group.gid }),
    ...(state.version.has("groupMemberCount") && { member_count: group.members.size }),
  };
}

/** Throws the `ApiProblem` of a server that has no groups. */
export function requireGroups(state: FakeState): void {
  // Real server: the code is unknown.
  if (!state.options.settings.groupsEnabled)
    throw new ApiProblem("InvalidParameter", "Groups are switched off on this server.");
}

/** The group with a guid; `otherwise` is what is reported if there is none. */
export function findGroup(state: FakeState, guid: string, otherwise: ErrorName = "ObjectDoesNotExist"): StoredGroup {
  requireGroups(state);
  const group = state.groups.get(guid);
  if (group === undefined) throw new ApiProblem(otherwise, "There is no such group.");
  return group;
}

/** Throws an `ApiProblem` unless the caller may change a group: administrators may, and the owner as long as they may publish. */
export function requireManager(group: StoredGroup, caller: Caller): void {
  const owns = group.ownerGuid === caller.user.record.guid && mayActAs(caller, "publisher");
  if (!owns && !isAdministrator(caller)) throw new ApiProblem("PermissionDenied");
}

/** Throws an `ApiProblem` if another group than this one has the name or gid. */
export function checkGroupDetails(
  state: FakeState,
  { name, gid }: { name?: string | undefined; gid?: number | null | undefined },
  own?: StoredGroup,
): void {
  if (name !== undefined) {
    if (name.trim() === "") throw new ApiProblem("InvalidGroupName");
    const namesake = state.groups.byName(name);
    if (namesake !== undefined && namesake !== own) throw new ApiProblem("DuplicateGroupName");
  }
  if (gid === undefined || gid === null) return;
  for (const group of state.groups.all()) {
    if (group.gid === gid && group !== own) throw new ApiProblem("DuplicateGroupGid");
  }
}

import type { GroupRecord, PermissionRecord } from "@connect-sdk/api";
import type { components } from "@connect-sdk/api/schema";
import { ApiProblem, type ErrorName } from "../errors.ts";
import { describeUser } from "../state/audit-log.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredGroup } from "../state/group-store.ts";
import { isGuid } from "../state/ids.ts";
import { canView } from "./content.ts";
import { hasRole, isAdministrator, type Caller, type HandlerMap, type ResultOf } from "./operation.ts";
import { seesOnlySelf, viewUserPage } from "./users.ts";

/** Groups and their members, and groups of the directory, which only LDAP has. */
export const groupHandlers = {
  getGroups(state, { query }) {
    requireGroups(state);
    const { prefix = "", page_number: page, page_size: size, asc_order: ascending } = query;
    // On older servers, every page of a search is the first one.
    const actualPage = prefix !== "" && !state.version.has("groupSearchPages") ? 1 : page;
    const { groups, total } = state.groups.find(prefix, (actualPage - 1) * size, size, ascending);
    return {
      status: 200,
      body: { results: groups.map((group) => viewGroup(state, group)), current_page: page, total },
    };
  },

  getGroup(state, { path }) {
    return { status: 200, body: viewGroup(state, findGroup(state, path.guid)) };
  },

  createGroup(state, { body }, { caller }) {
    requireGroups(state);
    const { provider, settings } = state.options;
    if (!isAdministrator(caller) && !(settings.publishersCanOwnGroups && hasRole(caller, "publisher"))) {
      throw new ApiProblem("PermissionDenied");
    }
    if (provider === "ldap") throw new ApiProblem("PushOnPullAuth");
    requireOwnGroups(state);
    checkGroupDetails(state, body);
    const uniqueId = body.unique_id ?? null;
    for (const group of state.groups.all()) {
      if (uniqueId !== null && group.uniqueId === uniqueId) throw new ApiProblem("DuplicateGroupKey");
    }
    const { name, gid = null } = body;
    const { guid } = state.nextGuid("group");
    // The provider's groups have no owner, because nobody manages their members here.
    const ownerGuid = state.options.groups === "local" ? caller.user.record.guid : null;
    const group = state.groups.add({ guid, name, ownerGuid, gid, uniqueId, members: [] });
    return {
      status: 200,
      body: viewGroup(state, group),
      audit: [{ action: "add_group", event: `Added group ${name}` }],
    };
  },

  updateGroup(state, { path, body }, { caller }) {
    return changeGroup(state, findGroup(state, path.guid), body, caller);
  },

  patchGroup(state, { path, body }, { caller }) {
    return changeGroup(state, findGroup(state, path.guid), body, caller);
  },

  deleteGroup(state, { path }, { caller }) {
    const group = findGroup(state, path.guid, "RemoveNothing");
    requireManager(group, caller);
    requireOwnGroups(state);
    state.permissions.deletePrincipal(group.guid);
    state.groups.delete(group);
    return { status: 204, audit: [{ action: "remove_group", event: `Removed group ${group.name}` }] };
  },

  getGroupMembers(state, { path, query }, { caller }) {
    const group = findGroup(state, path.group_guid);
    // Real server: LDAP does not tell the members of its groups; the code is unknown.
    if (state.options.groups !== "local" && state.options.provider === "ldap") {
      throw new ApiProblem("InvalidAuthProvider", "The members of this group are known to LDAP only.");
    }
    const { page_number: page, page_size: size, asc_order: ascending, sort = "first_name" } = query;
    const all = state.groups.membersOf(group, sort, ascending);
    const visible = seesOnlySelf(state, caller) ? all.filter((user) => user === caller.user) : all;
    return viewUserPage(state, visible.slice((page - 1) * size, page * size), caller, page, visible.length);
  },

  addGroupMember(state, { path, body }, { caller }) {
    const group = findGroup(state, path.group_guid);
    requireManager(group, caller);
    requireOwnMembers(state);
    const user = state.users.get(body.user_guid);
    if (user === undefined) throw new ApiProblem("InvalidUser");
    if (group.members.has(user.record.guid)) throw new ApiProblem("DuplicateGroupEntry");
    state.groups.join(group, user.record.guid);
    const event = `Added to group ${group.name}: ${describeUser(user)}`;
    return { status: 204, audit: [{ action: "add_group_member", event }] };
  },

  /** Every member can leave. */
  removeGroupMember(state, { path }, { caller }) {
    const group = findGroup(state, path.group_guid);
    if (caller.user.record.guid !== path.user_guid) requireManager(group, caller);
    requireOwnMembers(state);
    if (!group.members.has(path.user_guid)) throw new ApiProblem("RemoveNothing", "The user is not in the group.");
    state.groups.leave(group, path.user_guid);
    const user = state.users.get(path.user_guid);
    const event = `Removed from group ${group.name}: ${user === undefined ? path.user_guid : describeUser(user)}`;
    return { status: 204, audit: [{ action: "remove_group_member", event }] };
  },

  getGroupOwnershipExperimental(state, { path }, { caller }) {
    const group = findGroup(state, path.guid);
    const items = Array.from(state.permissions.contentOf(group.guid), (guid) => state.content.get(guid));
    const body = items.flatMap((item) => {
      const permission = item && state.permissions.forPrincipal(item.guid, group.guid);
      if (item === undefined || permission === undefined || !canView(state, item, caller)) return [];
      const { guid: content_guid, name: content_name, title: content_title, access_type } = item;
      return {
        content_guid,
        content_name,
        content_title,
        access_type,
        permissions: [viewOwnership(group, permission)],
      };
    });
    return { status: 200, body };
  },

  searchRemoteGroups(state, { query }) {
    requireGroups(state);
    if (state.options.provider !== "ldap") throw new ApiProblem("InvalidAuthProvider");
    const start = (query.prefix ?? "").toLowerCase();
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
    requireOwnGroups(state);
    const name = state.directory.groupOf(body.temp_ticket);
    if (name === undefined) throw new ApiProblem("InvalidTempTicket");
    if (state.groups.byName(name) !== undefined) throw new ApiProblem("DuplicateGroupName");
    state.directory.useGroup(name);
    const { guid } = state.nextGuid("group");
    const uniqueId = `cn=${name},ou=groups,dc=example,dc=com`;
    const group = state.groups.add({ guid, name, ownerGuid: null, gid: null, uniqueId, members: [] });
    return {
      status: 200,
      body: viewGroup(state, group),
      audit: [{ action: "add_group", event: `Added group ${name}` }],
    };
  },
} satisfies HandlerMap<
  | "getGroups"
  | "getGroup"
  | "createGroup"
  | "updateGroup"
  | "patchGroup"
  | "deleteGroup"
  | "getGroupMembers"
  | "addGroupMember"
  | "removeGroupMember"
  | "getGroupOwnershipExperimental"
  | "searchRemoteGroups"
  | "createRemoteGroup"
>;

/** Returns a group's record as servers of this version show it. */
export function viewGroup(state: FakeState, group: StoredGroup): GroupRecord {
  return {
    guid: group.guid,
    name: group.name,
    owner_guid: group.ownerGuid,
    ...(state.version.has("groupGid") && { gid: group.gid }),
    ...(state.version.has("groupMemberCount") && { member_count: group.members.size }),
  };
}

/** Returns the access of a group to an item, as the list of a group's content shows it. */
function viewOwnership(group: StoredGroup, { role }: PermissionRecord): GroupOwnership {
  return {
    principal_guid: group.guid,
    principal_name: group.name,
    principal_type: "group",
    // Real server: this name is used here, although it is `owner` in the list of permissions.
    principal_role: role === "owner" ? "publisher" : "viewer",
  };
}

type GroupOwnership = components["schemas"]["GroupOwnershipPermission"];

/** Returns the group with a guid. Throws an `ApiProblem` if there is none. */
export function findGroup(state: FakeState, guid: string, problem: ErrorName = "ObjectDoesNotExist"): StoredGroup {
  requireGroups(state);
  const group = state.groups.get(guid);
  if (group === undefined) throw new ApiProblem(problem, "There is no such group.");
  return group;
}

function requireGroups(state: FakeState): void {
  // Real server: the code is unknown.
  if (!state.options.settings.groupsEnabled) {
    throw new ApiProblem("InvalidParameter", "Groups are disabled on this server.");
  }
}

// Real server: the code for groups and members of the provider is unknown.

/** Throws an `ApiProblem` if the provider creates, changes and deletes groups. */
function requireOwnGroups(state: FakeState): void {
  const { groups, assumptions } = state.options;
  if (groups === "provisioned") throw new ApiProblem(assumptions.providerGroupsCode);
}

/** Throws an `ApiProblem` if the provider has the members of groups. */
function requireOwnMembers(state: FakeState): void {
  const { groups, assumptions } = state.options;
  if (groups !== "local") throw new ApiProblem(assumptions.providerGroupsCode);
}

/** Throws an `ApiProblem` unless the caller can change a group: as administrator, or as an owner that is a publisher. */
function requireManager(group: StoredGroup, caller: Caller): void {
  const owns = group.ownerGuid === caller.user.record.guid && hasRole(caller, "publisher");
  if (!owns && !isAdministrator(caller)) throw new ApiProblem("PermissionDenied");
}

interface GroupChanges {
  name?: string;
  owner_guid?: string | null;
  gid?: number | null;
}

function changeGroup(
  state: FakeState,
  group: StoredGroup,
  changes: GroupChanges,
  caller: Caller,
): ResultOf<"updateGroup"> {
  requireManager(group, caller);
  requireOwnGroups(state);
  checkGroupDetails(state, changes, group);
  const { name = group.name, owner_guid: owner = group.ownerGuid, gid = group.gid } = changes;
  if (owner !== null && owner !== group.ownerGuid) {
    requireOwnMembers(state);
    requireOwner(state, owner);
  }
  state.groups.change(group, { name, ownerGuid: owner?.toLowerCase() ?? null, gid });
  // Real server: unknown whether a request that changes nothing is recorded, assumed so unless it has no fields.
  const changed = Object.keys(changes).length > 0;
  return {
    status: 200,
    body: viewGroup(state, group),
    audit: changed ? [{ action: "edit_group", event: `Updated group ${group.name}` }] : [],
  };
}

/** Throws an `ApiProblem` if a group other than `own` has the name or gid. */
function checkGroupDetails(state: FakeState, { name, gid }: GroupChanges, own?: StoredGroup): void {
  if (name !== undefined) {
    if (name.trim() === "") throw new ApiProblem("InvalidGroupName");
    const existing = state.groups.byName(name);
    if (existing !== undefined && existing !== own) throw new ApiProblem("DuplicateGroupName");
  }
  if (gid === undefined || gid === null) return;
  for (const group of state.groups.all()) {
    if (group.gid === gid && group !== own) throw new ApiProblem("DuplicateGroupGid");
  }
}

/** Throws an `ApiProblem` unless a user with this guid exists who can own groups. */
function requireOwner(state: FakeState, guid: string): void {
  if (!isGuid(guid)) throw new ApiProblem("InvalidId", `Not a valid GUID: ${guid}`);
  const owner = state.users.get(guid);
  if (owner === undefined) throw new ApiProblem("InvalidUser");
  // Real server: unknown whether publishers can be given groups if they cannot create them.
  const { settings, assumptions } = state.options;
  const refused = assumptions.publisherGroupOwner === "refused" && !settings.publishersCanOwnGroups;
  if (refused && owner.record.user_role !== "administrator") throw new ApiProblem("PermissionDenied");
}

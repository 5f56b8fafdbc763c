import { Problem } from "../errors/problem.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredGroup } from "../state/group-store.ts";
import { isGuid } from "../state/guid.ts";
import { callerOf, isAdministrator, mayActAs, type Call } from "./call.ts";
import { checkGroupDetails, findGroup, requireGroups, requireManager, viewGroup } from "./group-rules.ts";
import type { HandlerMap, ReplyOf } from "./handler-types.ts";

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
      throw new Problem("PermissionDenied");
    }
    if (provider === "ldap") throw new Problem("PushOnPullAuth");
    checkGroupDetails(state, body);
    const uniqueId = body.unique_id ?? null;
    for (const group of state.groups.all()) {
      if (uniqueId !== null && group.uniqueId === uniqueId) throw new Problem("DuplicateGroupKey");
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
  if (!isGuid(guid)) throw new Problem("InvalidId", `Not a valid GUID: ${guid}`);
  if (state.users.get(guid) === undefined) throw new Problem("InvalidUser");
}

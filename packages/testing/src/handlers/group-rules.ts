import type { GroupRecord } from "@connect-sdk/api";
import { Problem } from "../errors/problem.ts";
import type { ErrorName } from "../errors/error-table.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { StoredGroup } from "../state/group-store.ts";
import { isAdministrator, mayActAs, type Caller } from "./call.ts";

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

/** Throws the `Problem` of a server that has no groups. */
export function requireGroups(state: FakeState): void {
  // Real server: the code is unknown.
  if (!state.options.settings.groupsEnabled)
    throw new Problem("InvalidParameter", "Groups are switched off on this server.");
}

/** The group with a guid; `otherwise` is what is reported if there is none. */
export function findGroup(state: FakeState, guid: string, otherwise: ErrorName = "ObjectDoesNotExist"): StoredGroup {
  requireGroups(state);
  const group = state.groups.get(guid);
  if (group === undefined) throw new Problem(otherwise, "There is no such group.");
  return group;
}

/** Throws a `Problem` unless the caller may change a group: administrators may, and the owner as long as they may publish. */
export function requireManager(group: StoredGroup, caller: Caller): void {
  const owns = group.ownerGuid === caller.user.record.guid && mayActAs(caller, "publisher");
  if (!owns && !isAdministrator(caller)) throw new Problem("PermissionDenied");
}

/** Throws a `Problem` if another group than this one has the name or gid. */
export function checkGroupDetails(
  state: FakeState,
  { name, gid }: { name?: string | undefined; gid?: number | null | undefined },
  own?: StoredGroup,
): void {
  if (name !== undefined) {
    if (name.trim() === "") throw new Problem("InvalidGroupName");
    const namesake = state.groups.byName(name);
    if (namesake !== undefined && namesake !== own) throw new Problem("DuplicateGroupName");
  }
  if (gid === undefined || gid === null) return;
  for (const group of state.groups.all()) {
    if (group.gid === gid && group !== own) throw new Problem("DuplicateGroupGid");
  }
}

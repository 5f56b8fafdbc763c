import type { GroupRecord, UserRecord } from "@connect-sdk/api";
import { viewGroup } from "../operations/groups.ts";
import { isGuid } from "../state/ids.ts";
import type { FakeState } from "../state/fake-state.ts";
import { refuseUnknown } from "./refuse-unknown.ts";

/** The fields of a group that are not to be made up, and who is in it. */
export interface GroupDetails extends Partial<Omit<GroupRecord, "member_count">> {
  /** Users or their guids; nobody by default. */
  members?: readonly (string | Pick<UserRecord, "guid">)[];
}

const FIELDS: readonly string[] = ["guid", "name", "owner_guid", "gid", "members"] satisfies (keyof GroupDetails)[];

/** Puts a group into the state, past all permissions. Without an owner it belongs to the first administrator. */
export function addGroup(state: FakeState, details: GroupDetails): GroupRecord {
  refuseUnknown("addGroup", details, FIELDS);
  const number = state.ids.next("group");
  const guid = details.guid?.toLowerCase() ?? state.ids.guid("group", number);
  const name = details.name ?? `group-${number}`;
  const owner = details.owner_guid === undefined ? firstAdministrator(state) : details.owner_guid;
  const members = (details.members ?? []).map((member) =>
    (typeof member === "string" ? member : member.guid).toLowerCase(),
  );
  if (!isGuid(guid)) throw new TypeError(`addGroup(): guid is ${JSON.stringify(guid)}, which is not a UUID.`);
  if (state.groups.get(guid) !== undefined)
    throw new TypeError(`addGroup(): there is a group with the guid ${guid} already.`);
  if (state.groups.byName(name) !== undefined) {
    throw new TypeError(`addGroup(): there is a group with the name ${JSON.stringify(name)} already.`);
  }
  for (const user of owner === null ? members : [owner, ...members]) {
    if (state.users.get(user) === undefined) throw new TypeError(`addGroup(): there is no user with the guid ${user}.`);
  }
  const group = {
    guid,
    name,
    ownerGuid: owner,
    gid: details.gid ?? null,
    uniqueId: null,
    members: [...new Set(members)],
  };
  return viewGroup(state, state.groups.add(group));
}

/** The guid of whoever owns what nobody else is named for. */
export function firstAdministrator(state: FakeState): string | null {
  for (const { record } of state.users.all()) if (record.user_role === "administrator") return record.guid;
  return null;
}

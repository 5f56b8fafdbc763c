import type { ContentRecord, GroupRecord, UserRecord } from "@connect-sdk/api";
import { viewOwnContent } from "../builders.ts";
import { viewGroup } from "../operations/groups.ts";
import { viewUser } from "../operations/users.ts";
import type { FakeState } from "../state/fake-state.ts";
import { NotFound, pageOf, readQuery, type Inspection, type Page } from "./inspection.ts";
import type { AuditLogRecord } from "../state/audit-log.ts";

/** A user by what a link to it needs. */
export type UserLink = Pick<UserRecord, "guid" | "username">;

/** A group as the inspector lists it. */
export type InspectedGroup = GroupRecord & { readonly owner: UserLink | null; readonly members: number };

/** A content item as the inspector lists it. */
export type InspectedContent = ContentRecord & { readonly owner: UserLink | null };

/** A user or group that was given access to a content item. */
export interface Access {
  readonly type: "user" | "group";
  readonly guid: string;
  readonly name: string;
  readonly role: "viewer" | "owner";
}

/** Members of a group that are listed. */
const MAXIMUM_MEMBERS = 500;

/** Returns a page of groups, sorted by name. */
export function listGroups({ state: current }: Inspection, text: string): Page<InspectedGroup> {
  const state = current();
  const query = readQuery("ListQuery", text);
  const search = query.search?.trim().toLowerCase() ?? "";
  const matches = [...state.groups.all()]
    .filter(({ lowerName, guid }) => lowerName.includes(search) || guid.startsWith(search))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : 1));
  const { results, ...page } = pageOf(matches, query);
  return { ...page, results: results.map((group) => inspectGroup(state, group.guid)) };
}

/** Returns a group with its members. */
export function showGroup(
  { state: current }: Inspection,
  guid: string,
): { group: InspectedGroup; members: UserRecord[] } {
  const state = current();
  const group = state.groups.get(guid.toLowerCase());
  if (group === undefined) throw new NotFound(`There is no group ${JSON.stringify(guid)}.`);
  const members = state.groups.membersOf(group, "first_name", true).slice(0, MAXIMUM_MEMBERS);
  return { group: inspectGroup(state, group.guid), members: members.map((user) => viewUser(state, user, undefined)) };
}

function inspectGroup(state: FakeState, guid: string): InspectedGroup {
  const group = state.groups.get(guid);
  if (group === undefined) throw new NotFound(`There is no group ${JSON.stringify(guid)}.`);
  return { ...viewGroup(state, group), owner: linkTo(state, group.ownerGuid), members: group.members.size };
}

/** Returns a page of content, newest first. */
export function listContent({ state: current }: Inspection, text: string): Page<InspectedContent> {
  const state = current();
  const query = readQuery("ListQuery", text);
  const search = query.search?.trim().toLowerCase() ?? "";
  const matches = [...state.content.all()]
    .filter(({ name, title, guid }) => `${name}\n${title ?? ""}\n${guid}`.toLowerCase().includes(search))
    .reverse();
  const { results, ...page } = pageOf(matches, query);
  return {
    ...page,
    results: results.map((item) => ({ ...viewOwnContent(state, item), owner: linkTo(state, item.owner_guid) })),
  };
}

/** Returns a content item with the users and groups that have access to it. */
export function showContent(
  { state: current }: Inspection,
  guid: string,
): { content: InspectedContent; access: Access[] } {
  const state = current();
  const item = state.content.get(guid.toLowerCase());
  if (item === undefined) throw new NotFound(`There is no content item ${JSON.stringify(guid)}.`);
  const access = state.permissions.ofContent(item.guid).map(({ principal_guid, principal_type, role }): Access => {
    const name =
      principal_type === "group"
        ? state.groups.get(principal_guid)?.name
        : state.users.get(principal_guid)?.record.username;
    return { type: principal_type, guid: principal_guid, name: name ?? principal_guid, role };
  });
  return { content: { ...viewOwnContent(state, item), owner: linkTo(state, item.owner_guid) }, access };
}

function linkTo(state: FakeState, guid: string | null): UserLink | null {
  const user = guid === null ? undefined : state.users.get(guid);
  return user === undefined ? null : { guid: user.record.guid, username: user.record.username };
}

/** Returns a page of the audit log, newest first: of all users, or of what one did and what was done to it. */
export function listAudit({ state: current }: Inspection, text: string): Page<AuditLogRecord> {
  const { audit, users } = current();
  const query = readQuery("AuditQuery", text);
  const words = (query.search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const user = query.user === undefined ? undefined : users.get(query.user)?.record;
  const matches = audit.all().filter((entry) => {
    const { user_guid, user_description, action, event_description } = entry;
    if (query.user !== undefined) {
      const named = user !== undefined && event_description.includes(`(${user.username})`);
      if (user_guid !== query.user && !named) return false;
    }
    const written = `${user_description}\n${action}\n${event_description}`.toLowerCase();
    return words.every((word) => written.includes(word));
  });
  return pageOf(matches.reverse(), query);
}

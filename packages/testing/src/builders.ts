import type { ContentRecord, GroupRecord, UserRecord, UserRole } from "@connect-sdk/api";
import { viewGroup } from "./operations/groups.ts";
import { viewUser } from "./operations/users.ts";
import { formatTime } from "./state/clock.ts";
import { newContent, type StoredContent } from "./state/content-store.ts";
import type { FakeState } from "./state/fake-state.ts";
import { generatePerson, type Person } from "./state/people.ts";
import { InvalidInput, validate } from "./validate.ts";

/** Fields of a user. The fake generates the others. */
export type UserDetails = Partial<UserRecord>;

/** Fields of a group, and its members. The fake generates the other fields. */
export interface GroupDetails extends Partial<Omit<GroupRecord, "member_count">> {
  /** Users or their guids; none by default. */
  members?: readonly (string | Pick<UserRecord, "guid">)[];
}

/** Fields of a content item. The fake generates the others. */
export type ContentDetails = Partial<StoredContent>;

/** Fields of a visit to content. The fake generates the others. */
export interface VisitDetails {
  /** The content item that was visited. */
  content_guid: string;
  /** The visitor; null, the default, without a signed-in user. */
  user_guid?: string | null;
  /** When it was visited, or when the session began; now by default. */
  time?: string;
  /** When the session ended; null, the default, while it lasts. Only sessions of Shiny applications have an end. */
  ended?: string | null;
  /** Path below the content item. */
  path?: string | null;
  /** Query of the request, without the question mark. */
  query?: string | null;
  user_agent?: string | null;
  variant_key?: string | null;
  rendering_id?: string | null;
  bundle_id?: string | null;
  /** How it was recorded; by default as servers do today. */
  data_version?: number;
}

/** Options of a key. */
export interface KeyOptions {
  /** The role of the key, if it is to be weaker than its user. */
  user_role?: UserRole;
}

/**
 * Adds a user without permission checks. By default, the name is generated, the e-mail address is at example.com, the role is
 * `viewer`, and the user was never active.
 *
 * @throws InvalidInput if a field is invalid, or the guid, username or external id is taken.
 */
export function addUser(state: FakeState, details: UserDetails): UserRecord {
  validate("UserDetails", details);
  const { external_id: externalId, ...given } = details;
  const person = unusedPerson(state);
  const username = given.username ?? person.username;
  const now = state.clock.timestamp;
  const record: UserRecord = {
    email: given.email ?? `${username}@example.com`,
    username,
    first_name: given.first_name ?? person.first_name,
    last_name: given.last_name ?? person.last_name,
    user_role: given.user_role ?? "viewer",
    created_time: connectTime(given.created_time ?? now),
    updated_time: connectTime(given.updated_time ?? given.created_time ?? now),
    active_time: typeof given.active_time === "string" ? connectTime(given.active_time) : null,
    confirmed: given.confirmed ?? true,
    locked: given.locked ?? false,
    guid: given.guid?.toLowerCase() ?? state.ids.guid("user", state.ids.next("user")),
  };
  requireUnused("user", "guid", record.guid, state.users.get(record.guid));
  requireUnused("user", "username", username, state.users.byUsername(username));
  if (externalId !== undefined) {
    requireUnused("user", "external_id", externalId, state.users.byExternalId(externalId));
  }
  return viewUser(state, state.users.add(record, externalId), undefined);
}

/** Returns a generated person whose username is not taken. */
function unusedPerson(state: FakeState): Person {
  const { seed } = state.options;
  for (let number = state.users.size; ; number++) {
    const person = generatePerson(seed, number);
    if (state.users.byUsername(person.username) === undefined) return person;
  }
}

/**
 * Adds a group without permission checks. Without an owner it belongs to the first administrator.
 *
 * @throws InvalidInput if a field is invalid, the guid or name is taken, or the owner or a member does not exist.
 */
export function addGroup(state: FakeState, details: GroupDetails): GroupRecord {
  validate("GroupDetails", details);
  const number = state.ids.next("group");
  const guid = details.guid?.toLowerCase() ?? state.ids.guid("group", number);
  const name = details.name ?? `group-${number}`;
  const ownerGuid = details.owner_guid === undefined ? firstAdministrator(state) : details.owner_guid;
  const members = (details.members ?? []).map((member) =>
    (typeof member === "string" ? member : member.guid).toLowerCase(),
  );
  requireUnused("group", "guid", guid, state.groups.get(guid));
  requireUnused("group", "name", name, state.groups.byName(name));
  for (const user of ownerGuid === null ? members : [ownerGuid, ...members]) {
    if (state.users.get(user) === undefined) throw new InvalidInput(`there is no user with the guid ${user}`);
  }
  const group = { guid, name, ownerGuid, gid: details.gid ?? null, uniqueId: null, members: [...new Set(members)] };
  return viewGroup(state, state.groups.add(group));
}

/** Returns the guid of the default owner. */
function firstAdministrator(state: FakeState): string | null {
  for (const { record } of state.users.all()) if (record.user_role === "administrator") return record.guid;
  return null;
}

/**
 * Adds a content item without permission checks. Without an owner it belongs to the first administrator.
 *
 * @throws InvalidInput if a field is invalid, the guid or the owner's name for it is taken, or the owner does not exist.
 */
export function addContent(state: FakeState, details: ContentDetails): ContentRecord {
  validate("ContentDetails", details);
  const owner = details.owner_guid?.toLowerCase() ?? firstAdministrator(state);
  if (owner === null || state.users.get(owner) === undefined) {
    throw new InvalidInput(`there is no user with the guid ${String(owner)} to own the content`);
  }
  const number = state.ids.next("content");
  const guid = details.guid?.toLowerCase() ?? state.ids.guid("content", number);
  const time = state.clock.timestamp;
  const defaults = newContent({ guid, id: String(number), name: guid, owner_guid: owner, time });
  const item = { ...defaults, ...details, guid, owner_guid: owner };
  item.created_time = connectTime(item.created_time);
  item.last_deployed_time = connectTime(item.last_deployed_time);
  requireUnused("content item", "guid", guid, state.content.get(guid));
  const namesake = state.content.withName(item.name).find((other) => other.owner_guid === owner);
  requireUnused("content item of this owner", "name", item.name, namesake);
  state.content.put(item);
  return viewOwnContent(state, item);
}

/**
 * Adds a visit to content, which instrumentation shows: as a session if the content is a Shiny application, otherwise as a visit.
 *
 * @throws InvalidInput if a field is invalid, or the content or the user does not exist.
 */
export function addVisit(state: FakeState, details: VisitDetails): void {
  validate("VisitDetails", details);
  const content_guid = details.content_guid.toLowerCase();
  const user_guid = details.user_guid?.toLowerCase() ?? null;
  const item = state.content.get(content_guid);
  if (item === undefined) throw new InvalidInput(`there is no content with the guid ${content_guid}`);
  if (user_guid !== null && state.users.get(user_guid) === undefined) {
    throw new InvalidInput(`there is no user with the guid ${user_guid}`);
  }
  const { ended = null } = details;
  state.visits.add({
    id: state.ids.next("visit"),
    content_guid,
    user_guid,
    time: connectTime(details.time ?? state.clock.timestamp),
    ended: ended === null ? null : connectTime(ended),
    path: details.path ?? null,
    query: details.query ?? null,
    user_agent: details.user_agent ?? null,
    variant_key: details.variant_key ?? null,
    rendering_id: details.rendering_id ?? null,
    bundle_id: details.bundle_id ?? item.bundle_id,
    data_version: details.data_version ?? null,
  });
}

/** Returns a content item as its owner sees it. */
export function viewOwnContent({ options }: FakeState, item: StoredContent): ContentRecord {
  const base = `${options.origin}${options.prefix}`;
  return {
    ...item,
    content_url: `${base}/content/${item.guid}/`,
    dashboard_url: `${base}/connect/#/apps/${item.guid}`,
    app_role: "owner",
  };
}

const KEY_NAME = "fake";

/** Returns an API key of a user: the same one every time, unless it was deleted. */
export function keyFor(state: FakeState, who: string | Pick<UserRecord, "guid">, options: KeyOptions): string {
  validate("KeyOptions", options);
  const name = typeof who === "string" ? who : who.guid;
  const user = state.users.get(name) ?? state.users.byUsername(name);
  if (user === undefined) throw new InvalidInput(`there is no user ${JSON.stringify(name)}`);
  const { guid: userGuid, user_role } = user.record;
  const role = options.user_role ?? user_role;
  const existing = state.keys
    .ofUser(userGuid)
    .find((key) => key.name === KEY_NAME && key.role === role && key.expiresAt === null);
  const createdTime = state.clock.timestamp;
  return state.keys.secretOf(
    existing ?? state.keys.create({ userGuid, name: KEY_NAME, role, createdTime, expiresAt: null }),
  );
}

function requireUnused(kind: string, field: string, value: string, existing: object | undefined): void {
  if (existing === undefined) return;
  throw new InvalidInput(`a ${kind} with the ${field} ${JSON.stringify(value)} already exists`);
}

/** Returns a validated timestamp as Connect writes them. */
function connectTime(timestamp: string): string {
  return formatTime(Date.parse(timestamp));
}

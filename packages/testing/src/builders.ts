import type { ContentRecord, GroupRecord, PermissionRecord, TagRecord, UserRecord } from "@connect-sdk/api";
import { ApiProblem } from "./errors.ts";
import { viewGroup } from "./operations/groups.ts";
import type {
  ContentDetails,
  ContentReference,
  GroupDetails,
  JobDetails,
  KeyOptions,
  PermissionDetails,
  TagDetails,
  UserDetails,
  UserReference,
  VisitDetails,
} from "./details.ts";
import { checkVanityPath, readVanityPath, unusedTagId } from "./operations/organizing.ts";
import { viewUser } from "./operations/users.ts";
import { formatTime } from "./state/clock.ts";
import { newContent, type StoredContent } from "./state/content-store.ts";
import type { FakeState } from "./state/fake-state.ts";
import type { StoredJob } from "./state/bundle-store.ts";
import { generatePerson, type Person } from "./state/people.ts";
import { rank, type UserEntry } from "./state/user-search/user-entry.ts";
import { copyOf, InvalidInput, validate, withoutUndefined } from "./validate.ts";

/**
 * Adds a user without permission checks. By default, the name is generated, the e-mail address is at example.com, the role is
 * `viewer`, and the user was never active.
 *
 * @throws InvalidInput if a field is invalid, or the guid, username or external id is taken.
 */
export function addUser(state: FakeState, details: UserDetails): UserRecord {
  validate("UserDetails", details);
  const externalId = (details.external_id ?? "") || undefined;
  const person = unusedPerson(state);
  const username = details.username ?? person.username;
  const now = state.clock.timestamp;
  const record: UserRecord = {
    email: details.email ?? `${username}@example.com`,
    username,
    first_name: details.first_name ?? person.first_name,
    last_name: details.last_name ?? person.last_name,
    user_role: details.user_role ?? "viewer",
    created_time: connectTime(details.created_time ?? now),
    updated_time: connectTime(details.updated_time ?? details.created_time ?? now),
    active_time: connectTimeOrNull(details.active_time),
    confirmed: details.confirmed ?? true,
    locked: details.locked ?? false,
    guid: details.guid?.toLowerCase() ?? state.nextGuid("user").guid,
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
  const { number, guid: unused } = state.nextGuid("group");
  const guid = details.guid?.toLowerCase() ?? unused;
  const name = details.name ?? `group-${number}`;
  const isLocal = state.options.groups === "local";
  const ownerGuid =
    details.owner_guid === undefined ? (isLocal ? firstAdministrator(state) : null) : details.owner_guid;
  if (ownerGuid !== null && !isLocal)
    throw new InvalidInput("groups of the provider have no owner: owner_guid is null");
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
  const owner = (details.owner_guid ?? details.owner?.guid)?.toLowerCase() ?? firstAdministrator(state);
  if (owner === null || state.users.get(owner) === undefined) {
    throw new InvalidInput(`there is no user with the guid ${String(owner)} to own the content`);
  }
  const { number, guid: unused } = state.nextGuid("content");
  const guid = details.guid?.toLowerCase() ?? unused;
  const time = state.clock.timestamp;
  const defaults = newContent({ guid, id: String(number), name: guid, owner_guid: owner, time });
  const item: StoredContent = { ...defaults, ...withoutComputed(withoutUndefined(details)), guid, owner_guid: owner };
  item.created_time = connectTime(item.created_time);
  item.last_deployed_time = connectTime(item.last_deployed_time);
  requireUnused("content item", "guid", guid, state.content.get(guid));
  const namesake = state.content.withName(item.name).find((other) => other.owner_guid === owner);
  requireUnused("content item of this owner", "name", item.name, namesake);
  addVanity(state, item, details);
  state.content.put(item);
  for (const { id, name } of details.tags ?? []) {
    const tag = state.tags.get(id);
    if (tag?.name === name) state.tags.assign(guid, tag);
  }
  return viewOwnContent(state, item);
}

/** Gives an item the custom path that its record names, alone or as a whole address of its own server or of the fake. */
function addVanity(state: FakeState, item: StoredContent, { vanity_url: address, content_url }: ContentDetails): void {
  if (address === undefined || address === null || address === "") return;
  const { origin, prefix } = state.options;
  // The address of the item's own page shows where the paths of its server begin.
  const bases = [content_url?.replace(/\/content\/[^/]+\/?$/, ""), `${origin}${prefix}`];
  const base = bases.find((each) => each !== undefined && address.startsWith(`${each}/`));
  const whole = URL.canParse(address) ? new URL(address).pathname : address;
  const path = base === undefined ? whole : address.slice(base.length);
  const wanted = asInput(() => readVanityPath(path), `vanity_url is ${JSON.stringify(address)}`);
  const holder = asInput(() => checkVanityPath(state, item, wanted), `vanity_url is ${JSON.stringify(address)}`);
  requireUnused("content item", "vanity_url", wanted, holder);
  item.vanity = { path: wanted, created_time: item.created_time };
}

/** Turns the reason why a server would refuse a value into an error for the test. */
function asInput<T>(use: () => T, place: string): T {
  try {
    return use();
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    throw new InvalidInput(`${place}: ${error.message}`, { cause: error });
  }
}

/** The fields of content that depend on the server or the caller, or that the fake keeps elsewhere. */
const COMPUTED = [
  "content_url",
  "dashboard_url",
  "app_role",
  "role",
  "owner",
  "tags",
  "vanity_url",
  "bookmarked",
] as const satisfies readonly (keyof ContentDetails)[];

function withoutComputed(details: ContentDetails): Partial<StoredContent> {
  const { schedules, ...stored } = details;
  for (const field of COMPUTED) Reflect.deleteProperty(stored, field);
  if (schedules === undefined || schedules === null) return stored;
  return { ...stored, schedules: copyOf([...schedules]) };
}

/**
 * Gives a user or group access to content, without permission checks.
 *
 * @throws InvalidInput if a field is invalid, the content, user or group does not exist, or it has access already.
 */
export function addPermission(state: FakeState, details: PermissionDetails): Readonly<PermissionRecord> {
  validate("PermissionDetails", details);
  const content_guid = details.content_guid.toLowerCase();
  const principal_guid = details.principal_guid.toLowerCase();
  const { principal_type, role } = details;
  const item = state.content.get(content_guid);
  if (item === undefined) throw new InvalidInput(`there is no content with the guid ${content_guid}`);
  const principal = principal_type === "user" ? state.users.get(principal_guid) : state.groups.get(principal_guid);
  if (principal === undefined) throw new InvalidInput(`there is no ${principal_type} with the guid ${principal_guid}`);
  if (principal_guid === item.owner_guid) throw new InvalidInput("the owner of content cannot have a permission, too");
  const existing = state.permissions.forPrincipal(content_guid, principal_guid);
  requireUnused("permission for this content", "principal_guid", principal_guid, existing);
  const id = String(state.ids.next("permission"));
  const permission: PermissionRecord = { id, content_guid, principal_guid, principal_type, role };
  state.permissions.add(permission);
  return Object.freeze({ ...permission });
}

/**
 * Adds a tag without permission checks.
 *
 * @throws InvalidInput if a field is invalid, the id or the name below its parent is taken, or the parent does not exist.
 */
export function addTag(state: FakeState, details: TagDetails): Readonly<TagRecord> {
  validate("TagDetails", details);
  const { name, parent_id = null, created_time = state.clock.timestamp } = details;
  const id = details.id ?? unusedTagId(state);
  requireUnused("tag", "id", id, state.tags.get(id));
  if (parent_id !== null && state.tags.get(parent_id) === undefined) {
    throw new InvalidInput(`there is no tag with the id ${parent_id}`);
  }
  const sibling = state.tags.below(parent_id).find((tag) => tag.name === name);
  requireUnused("tag with the same parent", "name", name, sibling);
  const updated_time = connectTime(details.updated_time ?? created_time);
  const tag: TagRecord = { id, name, parent_id, created_time: connectTime(created_time), updated_time };
  state.tags.put(tag);
  return Object.freeze({ ...tag });
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
  const { ended = null, data } = details;
  const time = details.time ?? details.started ?? details.timestamp ?? state.clock.timestamp;
  state.visits.add({
    id: state.ids.next("visit"),
    content_guid,
    user_guid,
    time: connectTime(time),
    ended: ended === null ? null : connectTime(ended),
    path: details.path ?? data?.path ?? null,
    query: details.query ?? data?.query ?? null,
    user_agent: details.user_agent ?? data?.user_agent ?? null,
    variant_key: details.variant_key ?? null,
    rendering_id: details.rendering_id ?? null,
    bundle_id: details.bundle_id ?? item.bundle_id,
    data_version: details.data_version ?? null,
  });
}

/**
 * Adds a job to content. By default it is active.
 *
 * @returns the key of the job.
 * @throws InvalidInput if a field is invalid, the content does not exist or has a job with this key, or any job has this id.
 */
export function addJob(state: FakeState, details: JobDetails): string {
  validate("JobDetails", details);
  const { log = [], failure = null, ...given } = withoutUndefined(details);
  const content_guid = given.content_guid.toLowerCase();
  const item = state.content.get(content_guid);
  if (item === undefined) throw new InvalidInput(`there is no content with the guid ${content_guid}`);
  const unused = unusedJob(state, content_guid);
  const { id = unused.id, key = unused.key, start_time = state.clock.timestamp } = given;
  requireUnused("job", "id", id, state.jobs.hasId(id));
  requireUnused("job of this content", "key", key, state.jobs.get(content_guid, key));
  const record: StoredJob["record"] = {
    ppid: null,
    pid: String(FIRST_PROCESS + unused.number),
    remote_id: null,
    variant_id: "0",
    variant_key: "",
    bundle_id: item.bundle_id ?? "",
    queue_name: null,
    tag: "run_app",
    exit_code: null,
    error: null,
    status: given.end_time === undefined || given.end_time === null ? 0 : 2,
    hostname: null,
    cluster: null,
    image: null,
    run_as: item.run_as,
    ...given,
    start_time: connectTime(start_time),
    end_time: connectTimeOrNull(given.end_time),
    last_heartbeat_time: connectTimeOrNull(given.last_heartbeat_time),
    queued_time: connectTimeOrNull(given.queued_time),
    id,
    key,
    content_guid,
  };
  // What requests show of the content comes from the content.
  for (const field of ["app_id", "app_guid", "content_id"]) Reflect.deleteProperty(record, field);
  state.jobs.put({ record, log: copyOf(log), failure: copyOf(failure) });
  return key;
}

/** Returns a number whose id and key no job has. Jobs that a test adds can have any. */
function unusedJob(state: FakeState, contentGuid: string): { number: number; id: string; key: string } {
  for (;;) {
    const number = state.ids.next("job");
    const [id, key] = [String(number), state.ids.token("job", number, JOB_KEY_LENGTH)];
    if (!state.jobs.hasId(id) && state.jobs.get(contentGuid, key) === undefined) return { number, id, key };
  }
}

const JOB_KEY_LENGTH = 16;
const FIRST_PROCESS = 20_000;

/** Returns a content item as its owner sees it. */
export function viewOwnContent({ options, version }: FakeState, item: StoredContent): ContentRecord {
  const base = `${options.origin}${options.prefix}`;
  const { vanity, schedules, ...record } = item;
  return {
    ...record,
    ...(vanity && { vanity_url: `${base}${vanity.path}` }),
    ...(schedules && { schedules: structuredClone(schedules) }),
    ...(version.has("draftMarker") && { draft_marker_enabled: item.draft_marker_enabled ?? false }),
    content_url: `${base}/content/${item.guid}/`,
    dashboard_url: `${base}/connect/#/apps/${item.guid}`,
    app_role: "owner",
  };
}

/** Returns the user that is referred to. Throws an `InvalidInput` if there is none. */
export function requireUser(state: FakeState, who: UserReference): UserEntry {
  validate("UserRequest", { user: who });
  const name = typeof who === "string" ? who : who.guid;
  const user = state.users.get(name) ?? state.users.byUsername(name);
  if (user === undefined) throw new InvalidInput(`there is no user ${JSON.stringify(name)}`);
  return user;
}

/** Returns the content item that is referred to. Throws an `InvalidInput` if there is none. */
export function requireContent(state: FakeState, which: ContentReference): StoredContent {
  validate("RecordReference", which, "content");
  const guid = typeof which === "string" ? which : which.guid;
  const item = state.content.get(guid.toLowerCase());
  if (item === undefined) throw new InvalidInput(`there is no content ${JSON.stringify(guid)}`);
  return item;
}

const KEY_NAME = "fake";

/** Returns an API key of a user: the same one every time, unless it was deleted. */
export function keyFor(state: FakeState, who: UserReference, options: KeyOptions): string {
  validate("KeyOptions", options);
  const { guid: userGuid, user_role } = requireUser(state, who).record;
  const { user_role: role = user_role, expires_at } = options;
  if (rank(role) > rank(user_role)) {
    throw new InvalidInput(`user_role is ${role}; a key cannot have a higher role than its user, a ${user_role}`);
  }
  // One that has expired already is fine: it is refused as a key is that has just expired.
  const expiresAt = expires_at === undefined ? null : formatTime(Date.parse(expires_at));
  const existing = state.keys
    .ofUser(userGuid)
    .find((key) => key.name === KEY_NAME && key.role === role && key.expiresAt === expiresAt);
  const createdTime = state.clock.timestamp;
  return state.keys.secretOf(existing ?? state.keys.create({ userGuid, name: KEY_NAME, role, createdTime, expiresAt }));
}

function requireUnused(kind: string, field: string, value: string, existing: unknown): void {
  if (existing === undefined || existing === false) return;
  throw new InvalidInput(`a ${kind} with the ${field} ${JSON.stringify(value)} already exists`);
}

/** Returns a validated timestamp as Connect writes them. */
function connectTime(timestamp: string): string {
  return formatTime(Date.parse(timestamp));
}

function connectTimeOrNull(timestamp: string | null | undefined): string | null {
  return typeof timestamp === "string" ? connectTime(timestamp) : null;
}

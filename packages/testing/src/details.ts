/** What tests add to a fake: the fields of users, groups, content and so on, and how initial data becomes them. */
import type { ContentRecord, GroupRecord, PermissionRecord, TagRecord, UserRecord, UserRole } from "@connect-sdk/api";
import type { components } from "@connect-sdk/api/schema";
import type { StoredJob } from "./state/bundle-store.ts";
import type { StoredContent } from "./state/content-store.ts";
import { InvalidInput } from "./validate.ts";

type Schemas = components["schemas"];

/** Fields of a user. The fake generates the others. */
export interface UserDetails extends Partial<Omit<UserRecord, "guid" | "external_id">> {
  /** Null, as in the results of a directory search, is the same as none. */
  guid?: string | null;
  /** The id that the sign-in provider knows the user by. Null and empty are the same as none. */
  external_id?: string | null;
  /** Ignored, as the following ones: part of the records of a directory search, of `/me` and of `/users/current`. */
  temp_ticket?: string;
  id?: string | number;
  password?: string;
  preferences?: unknown;
  privileges?: unknown;
}

/** Fields of a group, and its members. The fake generates the other fields, and computes the number of members. */
export interface GroupDetails extends Partial<Omit<GroupRecord, "guid">> {
  /** Null, as in the results of a directory search, is the same as none. */
  guid?: string | null;
  /** Ignored: part of the records of a directory search. */
  temp_ticket?: string;
  /** Users or their guids; none by default. */
  members?: readonly (string | Pick<UserRecord, "guid">)[];
}

/**
 * Fields of a content item. The fake generates the others. Fields that a server computes, such as `content_url`, are ignored, so
 * that a record of a server can be passed as it is.
 */
export interface ContentDetails extends Partial<Omit<StoredContent, "vanity" | "schedules">> {
  /** The owner, unless there is an `owner_guid`. */
  owner?: Pick<UserRecord, "guid"> | null;
  /** Tags that the fake has too. Others are ignored. */
  tags?: readonly Pick<TagRecord, "id" | "name">[] | null;
  /** A custom path such as `/weekly-report/`, or an address that ends with it. */
  vanity_url?: string | null;
  /** When the item is run. Nothing runs: requests with `include=schedule` return it as it is. */
  schedules?: readonly Schemas["ContentSchedule"][] | null;
  /** Ignored, as the following ones. */
  content_url?: string;
  dashboard_url?: string;
  app_role?: string;
  /** Former name of `app_role`. */
  role?: string;
  bookmarked?: boolean | null;
}

/** Access of a user or group to a content item. */
export type PermissionDetails = Omit<PermissionRecord, "id"> & Partial<Pick<PermissionRecord, "id">>;

/** Fields of a tag. The fake generates the others. Without a parent, the tag is a category. */
export type TagDetails = Pick<TagRecord, "name"> & Partial<TagRecord>;

/** Fields of a visit to content. The fake generates the others. */
export interface VisitDetails {
  /** The content item that was visited. */
  content_guid: string;
  /** The visitor; null, the default, without a signed-in user. */
  user_guid?: string | null;
  /** When it was visited, or when the session began; now by default. */
  time?: string;
  /** The same as `time`, as sessions of Shiny applications have it. */
  started?: string;
  /** The same as `time`, as hits have it. */
  timestamp?: string;
  /** The same as `path`, `query` and `user_agent`, as hits have them. */
  data?: Readonly<Partial<Schemas["ContentHitData"]>> | null;
  /** Ignored: the fake numbers visits. */
  id?: string | number;
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

/** Fields of a job of a content item. The fake generates the others: by default, the job is active. */
export interface JobDetails extends Partial<Schemas["Job"]> {
  content_guid: string;
  /** What it has written; nothing by default. */
  log?: StoredJob["log"];
  /** Why it failed; null, the default, if the server has found no error. */
  failure?: StoredJob["failure"];
}

/** Options of a key. */
export interface KeyOptions {
  /** The role of the key, if it is to be weaker than its user. */
  user_role?: UserRole;
  /** When it expires; never by default. */
  expires_at?: string;
}

/**
 * Initial data of a fake. Everything can be a record as Connect returns it: fields that a server computes are ignored. Fields
 * that are left out are generated.
 */
export interface SeedData {
  /**
   * The username or guid of the user that the administrator's key belongs to. It must be one of the `users`. By default, the
   * fake has an administrator named `admin`, too.
   */
  administrator?: string;
  users?: readonly UserDetails[];
  groups?: readonly GroupSeed[];
  tags?: readonly TagDetails[];
  content?: readonly ContentSeed[];
  permissions?: readonly PermissionDetails[];
  visits?: readonly VisitDetails[];
  jobs?: readonly JobDetails[];
}

/** Fields of a group. */
export interface GroupSeed extends Omit<GroupDetails, "members"> {
  /** Username or guid of the owner; null for a group without one. It can also be given as `owner_guid`. */
  owner?: string | null;
  /** Usernames, guids or users. */
  members?: readonly UserReference[];
}

/** Fields of a content item. */
export interface ContentSeed extends Omit<ContentDetails, "owner"> {
  /** The owner. It can also be given as `owner_guid`. */
  owner?: UserReference | null;
}

/** A username, a guid, or a user. */
export type UserReference = string | Pick<UserRecord, "guid">;

/** A content item, or a guid. */
export type ContentReference = string | Pick<ContentRecord, "guid">;

/** What {@link addSeed} needs of a fake. */
interface SeededFake {
  readonly users: readonly Readonly<UserRecord>[];
  addUser(details: UserDetails): unknown;
  addGroup(details: GroupDetails): Readonly<GroupRecord>;
  addContent(details: ContentDetails): Readonly<ContentRecord>;
  addPermission(details: PermissionDetails): unknown;
  addTag(details: TagDetails): unknown;
  addVisit(details: VisitDetails): void;
  addJob(details: JobDetails): unknown;
}

/**
 * Adds data to a fake.
 *
 * @param root - where the data is, if it is part of something larger.
 * @throws InvalidInput for something that does not exist, or exists already; the message names the place.
 */
export function addSeed(fake: SeededFake, data: SeedData, root = ""): void {
  const { users = [], groups = [], tags = [], content = [], permissions = [], visits = [], jobs = [] } = data;
  for (const [index, user] of users.entries()) at(`${root}users[${index}]`, () => fake.addUser(user));
  const userGuids = userGuidsOf(fake);
  for (const [index, group] of groups.entries()) addGroupSeed(fake, group, `${root}groups[${index}].`, userGuids);
  for (const { tag, index } of parentsFirst(tags)) at(`${root}tags[${index}]`, () => fake.addTag(tag));
  for (const [index, item] of content.entries()) addContentSeed(fake, item, `${root}content[${index}].`, userGuids);
  for (const [index, permission] of permissions.entries()) {
    at(`${root}permissions[${index}]`, () => fake.addPermission(permission));
  }
  for (const [index, visit] of visits.entries()) {
    at(`${root}visits[${index}]`, () => {
      fake.addVisit(visit);
    });
  }
  for (const [index, job] of jobs.entries()) at(`${root}jobs[${index}]`, () => fake.addJob(job));
}

/** Adds a group whose owner and members are named by username or guid. */
export function addGroupSeed(
  fake: SeededFake,
  { owner, members = [], ...details }: GroupSeed,
  place = "",
  userGuids = userGuidsOf(fake),
): GroupRecord {
  const memberGuids = members.map((member, index) => guidOf(member, `${place}members[${index}]`, userGuids));
  const ownerGuid = typeof owner === "string" ? guidOf(owner, `${place}owner`, userGuids) : owner;
  return at(place, () =>
    fake.addGroup({
      ...details,
      members: memberGuids,
      ...(ownerGuid !== undefined && { owner_guid: ownerGuid }),
    }),
  );
}

/** Adds a content item whose owner is named by username or guid. */
export function addContentSeed(
  fake: SeededFake,
  { owner, ...details }: ContentSeed,
  place = "",
  userGuids = userGuidsOf(fake),
): ContentRecord {
  // A record that includes its owner has an `owner_guid`, too.
  if (owner === undefined || owner === null || details.owner_guid !== undefined)
    return at(place, () => fake.addContent(details));
  const owner_guid = guidOf(owner, `${place}owner`, userGuids);
  return at(place, () => fake.addContent({ ...details, owner_guid }));
}

/** Returns tags in an order in which each comes after its parent. A server lists them in any order. */
function* parentsFirst(tags: readonly TagDetails[]): Iterable<{ tag: TagDetails; index: number }> {
  let waiting = tags.map((tag, index) => ({ tag, index }));
  while (waiting.length > 0) {
    const ids = new Set(waiting.map(({ tag }) => tag.id));
    const ready = waiting.filter(({ tag }) => typeof tag.parent_id !== "string" || !ids.has(tag.parent_id));
    // Without any, they are below each other, which adding the first one reports.
    yield* ready.length > 0 ? ready : waiting;
    waiting = ready.length > 0 ? waiting.filter((each) => !ready.includes(each)) : [];
  }
}

/** Returns the guids of all users by username and guid. */
function userGuidsOf({ users }: SeededFake): ReadonlyMap<string, string> {
  return new Map(users.flatMap(({ username, guid }) => [[guid, guid] as const, [username, guid] as const]));
}

function guidOf(user: UserReference, place: string, userGuids: ReadonlyMap<string, string>): string {
  const name = typeof user === "string" ? user : user.guid;
  const guid = userGuids.get(name) ?? userGuids.get(name.toLowerCase());
  if (guid === undefined) throw new InvalidInput(`${place} is ${JSON.stringify(name)}; there is no such user`);
  return guid;
}

/** Adds the place in the data to an error of the fake, such as a second user of the same name. */
function at<T>(place: string, add: () => T): T {
  try {
    return add();
  } catch (error) {
    if (!(error instanceof InvalidInput) || place === "") throw error;
    throw new InvalidInput(`${place.replace(/\.$/, "")}: ${error.message}`, { cause: error });
  }
}

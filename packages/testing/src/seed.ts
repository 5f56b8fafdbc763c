import type { ContentRecord, GroupRecord } from "@connect-sdk/api";
import type { ContentSeed, GroupSeed, SeedData, TagDetails, UserReference } from "./details.ts";
import type { FakeConnect } from "./fake-connect-types.ts";
import { InvalidInput } from "./validate.ts";

/**
 * Adds data to a fake.
 *
 * @param root - where the data is, if it is part of something larger.
 * @throws InvalidInput for something that does not exist, or exists already; the message names the place.
 */
export function addSeed(fake: FakeConnect, data: SeedData, root = ""): void {
  const { users = [], groups = [], tags = [], content = [], permissions = [], visits = [] } = data;
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
}

/** Adds a group whose owner and members are named by username or guid. */
export function addGroupSeed(
  fake: FakeConnect,
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
  fake: FakeConnect,
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
function userGuidsOf({ users }: FakeConnect): ReadonlyMap<string, string> {
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

import type { ContentRecord, GroupRecord } from "@connect-sdk/api";
import type { FakeConnect } from "./fake-connect-types.ts";
import { InvalidInput, type validate } from "./validate.ts";

/** A validated data file. */
type Seed = ReturnType<typeof validate<"Seed">>;
type GroupSeed = ReturnType<typeof validate<"GroupSeed">>;
type ContentSeed = ReturnType<typeof validate<"ContentSeed">>;

/**
 * Adds the users, groups and content of a data file to a fake.
 *
 * @throws InvalidInput for a user that does not exist, or something that exists already; the message names the place.
 */
export function addSeed(fake: FakeConnect, { users = [], groups = [], content = [] }: Seed): void {
  for (const [index, user] of users.entries()) at(`users[${index}]`, () => fake.addUser(user));
  const userGuids = userGuidsOf(fake);
  for (const [index, group] of groups.entries()) addGroupSeed(fake, group, `groups[${index}].`, userGuids);
  for (const [index, item] of content.entries()) addContentSeed(fake, item, `content[${index}].`, userGuids);
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
  if (owner === undefined) return at(place, () => fake.addContent(details));
  const owner_guid = guidOf(owner, `${place}owner`, userGuids);
  return at(place, () => fake.addContent({ ...details, owner_guid }));
}

/** Returns the guids of all users by username and guid. */
function userGuidsOf({ users }: FakeConnect): ReadonlyMap<string, string> {
  return new Map(users.flatMap(({ username, guid }) => [[guid, guid] as const, [username, guid] as const]));
}

function guidOf(user: string, place: string, userGuids: ReadonlyMap<string, string>): string {
  const guid = userGuids.get(user);
  if (guid === undefined) throw new InvalidInput(`${place} is ${JSON.stringify(user)}; there is no such user`);
  return guid;
}

/** Adds the place in the file to an error of the fake, such as a second user of the same name. */
function at<T>(place: string, add: () => T): T {
  try {
    return add();
  } catch (error) {
    if (!(error instanceof InvalidInput) || place === "") throw error;
    throw new InvalidInput(`${place.replace(/\.$/, "")}: ${error.message}`, { cause: error });
  }
}

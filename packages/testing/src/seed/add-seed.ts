import type { ContentRecord, GroupRecord } from "@connect-sdk/api";
import type { FakeConnect } from "../fake-connect.ts";
import { ShapeError } from "../shape/shape.ts";
import type { ContentSeed, GroupSeed, SeedFile } from "./seed-shapes.ts";

/**
 * Adds what a data file describes to a fake.
 *
 * @throws {ShapeError} for someone who is named but does not exist, or something that exists already.
 */
export function addSeed(fake: FakeConnect, { users = [], groups = [], content = [] }: SeedFile): void {
  for (const [index, user] of users.entries()) at(`users[${index}]`, () => fake.addUser(user));
  const people = new People(fake);
  for (const [index, group] of groups.entries()) addSeedGroup(fake, people, group, `groups[${index}]`);
  for (const [index, item] of content.entries()) addSeedContent(fake, people, item, `content[${index}]`);
}

/** Adds one group. */
export function addSeedGroup(fake: FakeConnect, people: People, seed: GroupSeed, path = ""): GroupRecord {
  const { owner, members = [], ...details } = seed;
  const guids = members.map((member, index) => people.guidOf(member, within(path, `members[${index}]`)));
  const ownerGuid = typeof owner === "string" ? people.guidOf(owner, within(path, "owner")) : owner;
  return at(path, () =>
    fake.addGroup({ ...details, members: guids, ...(ownerGuid !== undefined && { owner_guid: ownerGuid }) }),
  );
}

/** Adds one content item. */
export function addSeedContent(fake: FakeConnect, people: People, seed: ContentSeed, path = ""): ContentRecord {
  const { owner, ...details } = seed;
  if (owner === undefined) return at(path, () => fake.addContent(details));
  const owner_guid = people.guidOf(owner, within(path, "owner"));
  return at(path, () => fake.addContent({ ...details, owner_guid }));
}

/** The users of a fake by username and guid, as they are when it is made. */
export class People {
  readonly #guids: ReadonlyMap<string, string>;

  constructor({ users }: FakeConnect) {
    this.#guids = new Map(users.flatMap(({ username, guid }) => [[guid, guid] as const, [username, guid] as const]));
  }

  guidOf(user: string, path: string): string {
    const guid = this.#guids.get(user);
    if (guid === undefined) throw new ShapeError(`${path} is ${JSON.stringify(user)}; there is no such user`);
    return guid;
  }
}

/** Says where in the file something is that the fake refuses, such as a second user of the same name. */
function at<T>(path: string, add: () => T): T {
  try {
    return add();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const reason = error.message.replace(/^\w+\(\): /, "");
    throw new ShapeError(path === "" ? reason : `${path}: ${reason}`, { cause: error });
  }
}

function within(path: string, field: string): string {
  return path === "" ? field : `${path}.${field}`;
}

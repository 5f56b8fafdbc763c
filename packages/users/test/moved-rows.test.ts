import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Users } from "@connect-sdk/users";
import { expect, test } from "vitest";

/** Sends a request to the server. */
type Send = (request: readonly [method: string, path: string, body?: object]) => Promise<void>;

/** A list of 600 rows that is read in overlapping pages. */
interface Scene {
  readonly path: RegExp;
  readonly fill: (fake: FakeConnect) => readonly string[];
  /** Reads the list. Returns the guids. */
  readonly read: (users: Users, guids: readonly string[]) => Promise<string[]>;
  /** How a row leaves the list: method, path and body. */
  readonly remove: (guid: string, fake: FakeConnect) => readonly [method: string, path: string, body?: object];
  /** Moves a row behind nearly all others. */
  readonly move: (guid: string, fake: FakeConnect, send: Send) => Promise<void>;
}

/** A name whose place in the list is known. */
function nameAt(position: number): string {
  return `Name ${10_000 + position}`;
}

function addUsers(fake: FakeConnect): string[] {
  return Array.from(
    { length: 600 },
    (_, at) => fake.addUser({ username: `user-${at}`, first_name: nameAt(at), user_role: "viewer" }).guid,
  );
}

const renameUser: Scene["move"] = (guid, _fake, send) =>
  send(["PUT", `users/${guid}`, { first_name: `${nameAt(595)} b` }]);

const scenes: Readonly<Record<string, Scene>> = {
  "users by role": {
    path: /\/v1\/users\?/,
    fill: addUsers,
    read: async (users) => (await users.find({ user_role: "viewer" })).map(({ guid }) => guid),
    remove: (guid) => ["PUT", `users/${guid}`, { user_role: "publisher" }],
    move: renameUser,
  },
  groups: {
    path: /\/v1\/groups\?/,
    fill: (fake) => Array.from({ length: 600 }, (_, at) => fake.addGroup({ name: nameAt(at) }).guid),
    read: async (users) => (await users.groupIndex()).groups.map(({ guid }) => guid),
    remove: (guid) => ["DELETE", `groups/${guid}`],
    move: async (guid, fake, send) => {
      // What a group of a directory looks like that was renamed there.
      await send(["DELETE", `groups/${guid}`]);
      fake.addGroup({ guid, name: `${nameAt(595)} b` });
    },
  },
  "members of a group": {
    path: /\/members\?/,
    fill: (fake) => {
      const guids = addUsers(fake);
      fake.addGroup({ name: "everyone", members: guids });
      return guids;
    },
    read: async (users, guids) => {
      const index = await users.groupIndex();
      return guids.filter((guid) => index.of(guid).length === 1);
    },
    remove: (guid, fake) => ["DELETE", `groups/${fake.groups[0]?.guid ?? ""}/members/${guid}`],
    move: renameUser,
  },
};

test.for(Object.entries(scenes))("a row that moves does not link two pages: %s", async ([, scene]) => {
  const fake = createFakeConnect();
  const guids = scene.fill(fake);
  const send: Send = async ([method, path, body]) => {
    const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
    const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
    expect((await fake.fetch(`${fake.url}/__api__/v1/${path}`, init)).ok).toBe(true);
  };
  let requests = 0;
  const { users } = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    async fetch(request) {
      if (scene.path.test(request.url) && ++requests === 2) {
        // More rows leave the first page than it has in common with the second, and one moves from here to there.
        for (const guid of guids.slice(0, 10)) await send(scene.remove(guid, fake));
        await scene.move(guids[20] ?? "", fake, send);
      }
      return fake.fetch(request);
    },
  });

  const found = new Set(await scene.read(users, guids));

  expect(guids.slice(10).filter((guid) => !found.has(guid))).toEqual([]);
  // The second page is read again from a place where it meets the first, and then the list once more.
  expect(requests).toBe(5);
});

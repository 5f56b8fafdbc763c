import { createFakeConnect } from "@connect-sdk/testing";
import { connect, type FindUser, UnstableListError } from "@connect-sdk/users";
import fc from "fast-check";
import { expect, test } from "vitest";
import { open } from "./support/open.ts";

const guidsOf = (users: Iterable<{ guid: string }>): string[] => Array.from(users, ({ guid }) => guid).sort();

test.for<[string, FindUser]>([
  ["read once", {}],
  ["read twice", { user_role: "administrator|publisher|viewer" }],
])("find() finds each of 5,000 users once in a list that is %s", async ([, conditions]) => {
  const { users, fake } = open({ users: 5_000 });
  expect(guidsOf(await users.find(conditions))).toEqual(guidsOf(fake.users));
});

/** Guids that differ in a few bits or in all of them, each in one of its spellings, and strings that are none. */
const identifier = fc.oneof(
  fc
    .tuple(
      fc.array(fc.constantFrom("00000000", "00000001", "80000000", "ffffffff"), { minLength: 4, maxLength: 4 }),
      fc.constantFrom<(guid: string) => string>(
        (guid) => guid,
        (guid) => guid.toUpperCase(),
        (guid) => `{${guid}}`,
      ),
    )
    .map(([words, spell]) => spell(words.join("").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"))),
  fc.uuid(),
  fc.constantFrom(
    "",
    "1",
    "users",
    "0000000g-0000-0000-0000-000000000000",
    "00000000+0000-0000-0000-000000000000",
    "\u00100000000-0000-0000-0000-000000000000",
  ),
);

test("find() distinguishes users by their guids, however alike these are and however they are spelled", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(identifier, { minLength: 1, maxLength: 400, size: "max" }), async (guids) => {
      const { fake } = open({ users: 1 });
      const results = guids.map((guid) => ({ ...fake.users[0], guid }));
      const { users } = connect({
        url: fake.url,
        apiKey: fake.apiKey,
        fetch: () => Promise.resolve(Response.json({ results, total: results.length, current_page: 1 })),
      });
      const known = new Set<string>();
      const first = guids.filter((guid) => known.size < known.add(guid.toLowerCase().replace(/[{}]/g, "")).size);
      expect((await users.find()).map(({ guid }) => guid)).toEqual(first);
    }),
    { numRuns: 50 },
  );
});

test("find() fails rather than treat a short page as the end of the list", async () => {
  const { url, apiKey, fetch } = createFakeConnect({ users: 1_200 });
  // Like a server that returns fewer rows than requested.
  const { users } = connect({
    url,
    apiKey,
    fetch: (request) => fetch(new Request(request.url.replace(/page_size=\d+/, "page_size=100"), request)),
  });
  await expect(users.find()).rejects.toThrow(UnstableListError);
});

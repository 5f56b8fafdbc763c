import { createFakeConnect } from "@connect-sdk/testing";
import { connect, type FindUser, UnstableListError } from "@connect-sdk/users";
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

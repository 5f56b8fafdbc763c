// Options of the fake, extended. Runs on the oldest supported Vitest, too.
import { test } from "@connect-sdk/testing/vitest";
import { describe, expect } from "vitest";

const many = test.extend({ fakeOptions: { users: 20, apiKey: "known" } });

many("the fake has the options", ({ fake }) => {
  expect([fake.users.length, fake.apiKey]).toEqual([20, "known"]);
});

many("the server has the options", async ({ server }) => {
  const headers = { authorization: "Key known" };
  const response = await fetch(`${server.url}/__api__/v1/users`, { headers });
  expect(await response.json()).toMatchObject({ total: 20 });
});

const withGuest = many.extend<{ guest: string }>({
  guest: async ({ fake }, use) => {
    await use(fake.addUser().guid);
  },
});

withGuest("further fixtures use the same fake", ({ fake, guest }) => {
  expect(fake.users).toHaveLength(21);
  expect(fake.users.at(-1)?.guid).toBe(guest);
});

const again = many.extend({ fakeOptions: { users: 9 } });

again("options can be replaced again", ({ fake }) => {
  expect(fake.users).toHaveLength(9);
});

const computed = test.extend({
  fakeOptions: async ({}, use) => {
    await use({ users: 7 });
  },
});

computed("options can be computed", ({ fake }) => {
  expect(fake.users).toHaveLength(7);
});

describe("in a group of tests", () => {
  test.override({ fakeOptions: { users: 5 } });

  test("options can be overridden", ({ fake }) => {
    expect(fake.users).toHaveLength(5);
  });
});

test("the original test keeps its options", ({ fake }) => {
  expect(fake.users).toHaveLength(1);
});

// A test suite on Vitest.
import { connect } from "@connect-sdk/users";
import { test } from "@connect-sdk/testing/vitest";
import { expect } from "vitest";

test("a test has its own server", async ({ fake }) => {
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  await users.create({ username: "ada", email: "ada@example.com", user_must_set_password: true });
  expect(fake.users.map((user) => user.username)).toContain("ada");
});

test("nothing of the test before remains", ({ fake }) => {
  expect(fake.users).toHaveLength(1);
});

test("code with its own fetch can use a port", async ({ fake, server }) => {
  expect(await connect({ url: server.url, apiKey: fake.apiKey }).users.count()).toBe(1);
});

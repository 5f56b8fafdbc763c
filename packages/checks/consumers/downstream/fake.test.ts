// A stranger's test suite on vitest.
import { connect } from "@connect-sdk/users";
import { test } from "@connect-sdk/testing/vitest";
import { expect } from "vitest";

test("a test has a server of its own", async ({ fake }) => {
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  await users.create({ username: "ada", email: "ada@example.com", user_must_set_password: true });
  expect(fake.users.map((user) => user.username)).toContain("ada");
});

test("and nothing of the test before is left", ({ fake }) => {
  expect(fake.users).toHaveLength(1);
});

test("code with a fetch of its own finds it on a port", async ({ fake, server }) => {
  expect(await connect({ url: server.url, apiKey: fake.apiKey }).users.count()).toBe(1);
});

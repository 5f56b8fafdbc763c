import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { expect, test } from "@jest/globals";
import { inactiveUsers } from "./inactive.mjs";

test("a user becomes inactive after a year", async () => {
  const fake = createFakeConnect({ now: "2026-01-31T12:00:00Z" });
  fake.addUser({ username: "mira", active_time: "2026-01-30T09:00:00Z" });
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  expect(await inactiveUsers(users)).not.toContain("mira");
  fake.clock.advance({ days: 366 });
  expect(await inactiveUsers(users)).toContain("mira");
});

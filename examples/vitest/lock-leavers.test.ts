import { test } from "@connect-sdk/testing/vitest";
import { connect } from "@connect-sdk/users";
import { expect } from "vitest";
import { lockLeavers } from "./lock-leavers.ts";

test("locks leavers and reports unknown names", async ({ fake }) => {
  fake.addUser({ username: "mira" });
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  expect(await lockLeavers(users, ["mira", "nobody"])).toEqual(["nobody"]);
  expect(fake.users.find(({ username }) => username === "mira")).toMatchObject({ locked: true });
});

test("a server that recovers is asked again", async ({ fake }) => {
  fake.addUser({ username: "mira" });
  fake.fault({ method: "GET", status: 503, times: 1 });
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: { delay: 0 } });
  expect(await lockLeavers(users, ["mira"])).toEqual([]);
});

test("sends no write for somebody who does not exist", async ({ fake }) => {
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  await lockLeavers(users, ["nobody"]);
  expect(fake.requests.filter(({ method }) => method !== "GET")).toEqual([]);
});

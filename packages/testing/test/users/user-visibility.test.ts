import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

test("viewers see all users by default", async () => {
  const fake = testFake({ users: 5 });
  const client = clientOf(fake, fake.keyFor(fake.addUser()));
  expect((await client.get("/v1/users")).body).toMatchObject({ total: 6 });
});

test("a setting limits viewers to seeing themselves", async () => {
  const fake = testFake({ users: 5, settings: { viewersSeeOnlyThemselves: true } });
  const viewer = fake.addUser({ username: "mira", active_time: "2026-02-02T09:00:00Z" });
  const client = clientOf(fake, fake.keyFor(viewer));
  expect((await client.get("/v1/users")).body).toEqual({ results: [viewer], current_page: 1, total: 1 });
  expect((await client.get("/v1/users?page_number=2")).body).toMatchObject({ results: [], total: 1 });
  expect((await client.get("/v1/users?prefix=admin")).body).toMatchObject({ total: 0 });
  expect((await client.get("/v1/users?prefix=MIR&user_role=viewer&account_status=licensed")).body).toMatchObject({
    total: 1,
  });
  expect((await client.get("/v1/users?user_role=publisher")).body).toMatchObject({ total: 0 });
  expect((await client.get(`/v1/users/${viewer.guid}`)).status).toBe(200);
  expect((await client.get(`/v1/users/${String(fake.users[0]?.guid)}`)).refusal).toEqual([404, 4]);
});

test("this setting does not affect publishers", async () => {
  const fake = testFake({ users: 5, settings: { viewersSeeOnlyThemselves: true } });
  const client = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  expect((await client.get("/v1/users")).body).toMatchObject({ total: 6 });
});

test("hidden e-mail addresses are empty except for administrators and the users themselves", async () => {
  const fake = testFake({ settings: { hideEmails: true } });
  const mira = fake.addUser({ username: "mira", user_role: "publisher" });
  const group = fake.addGroup({ members: [mira, String(fake.users[0]?.guid)] });
  const own = clientOf(fake, fake.keyFor(mira));
  const paths = ["/v1/users?sort=username", `/v1/groups/${group.guid}/members`];
  for (const path of paths) {
    expect(pluck((await own.get(path)).list, "email").toSorted()).toEqual(["", "mira@example.com"]);
    expect(pluck((await clientOf(fake).get(path)).list, "email")).not.toContain("");
  }
  expect((await own.get(`/v1/users/${String(fake.users[0]?.guid)}`)).body).toMatchObject({ email: "" });
  expect((await own.get("/v1/user")).body).toMatchObject({ email: "mira@example.com" });
});

test("administrators and the users themselves see external ids, since 2025", async () => {
  const fake = testFake({ provider: "saml" });
  const mira = fake.addUser({ external_id: "m-1" });
  const noor = fake.addUser({ external_id: "n-1" });
  const own = clientOf(fake, fake.keyFor(mira));
  expect((await own.get("/v1/user")).body).toMatchObject({ external_id: "m-1" });
  expect((await own.get(`/v1/users/${noor.guid}`)).body).not.toHaveProperty("external_id");
  expect((await clientOf(fake).get(`/v1/users/${noor.guid}`)).body).toMatchObject({ external_id: "n-1" });
  const older = testFake({ provider: "saml", version: "2024.09.0" });
  const user = older.addUser({ external_id: "m-1" });
  expect((await clientOf(older).get(`/v1/users/${user.guid}`)).body).not.toHaveProperty("external_id");
});

test("on older servers, only administrators can filter by account status", async () => {
  const fake = testFake({ version: "2024.09.0" });
  const client = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  expect((await client.get("/v1/users?account_status=locked")).refusal).toEqual([403, 22]);
  expect((await clientOf(fake).get("/v1/users?account_status=locked")).status).toBe(200);
});

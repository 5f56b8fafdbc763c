import { operations } from "@connect-sdk/api/operations";
import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { bundleOf } from "../support/archive.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { objectWith } from "../support/matchers.ts";

/** Returns what a function adds to the audit log. */
async function eventsOf(fake: FakeConnect, change: () => Promise<unknown>): Promise<string[]> {
  const before = fake.audit.length;
  await change();
  return fake.audit.slice(before).map(({ action, event_description }) => `${action}: ${event_description}`);
}

test("creating, changing and locking a user is recorded with the actor of the key", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const user = { username: "mira", first_name: "Mira", last_name: "Okafor", password: "correct horse" };
  const { body } = await client.post("/v1/users", user);
  const path = `/v1/users/${String(body["guid"])}`;
  await client.put(path, { user_role: "publisher" });
  await client.post(`${path}/lock`, { locked: true });
  await client.post(`${path}/lock`, { locked: false });
  const admin = { user_id: "1", user_guid: fake.users[0]?.guid, user_description: "Robin Admin (admin)" };
  const time = "2026-02-02T09:00:00Z";
  expect(fake.audit).toEqual([
    { id: "1", time, ...admin, action: "add_user", event_description: "Added user Mira Okafor (mira)" },
    { id: "2", time, ...admin, action: "edit_user", event_description: "Updated user Mira Okafor (mira)" },
    {
      id: "3",
      time,
      ...admin,
      action: "update_lock_user",
      event_description: "Updated lock for user Mira Okafor (mira): true",
    },
    {
      id: "4",
      time,
      ...admin,
      action: "update_lock_user",
      event_description: "Updated lock for user Mira Okafor (mira): false",
    },
  ]);
});

test("groups and their members are recorded", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor" });
  const events = await eventsOf(fake, async () => {
    const { body } = await client.post("/v1/groups", { name: "analysts" });
    const path = `/v1/groups/${String(body["guid"])}`;
    await client.post(path, { name: "research" });
    await client.post(`${path}/members`, { user_guid: mira.guid });
    await client.delete(`${path}/members/${mira.guid}`);
    await client.delete(path);
  });
  expect(events).toEqual([
    "add_group: Added group analysts",
    "edit_group: Updated group research",
    "add_group_member: Added to group research: Mira Okafor (mira)",
    "remove_group_member: Removed from group research: Mira Okafor (mira)",
    "remove_group: Removed group research",
  ]);
});

test("content, its owner, permissions and variables are recorded", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor", user_role: "publisher" });
  const group = fake.addGroup({ name: "analysts" });
  const events = await eventsOf(fake, async () => {
    const { body } = await client.post("/v1/content", { name: "report" });
    const path = `/v1/content/${String(body["guid"])}`;
    const grant = { principal_guid: mira.guid, principal_type: "user", role: "viewer" };
    const { body: permission } = await client.post(`${path}/permissions`, grant);
    await client.put(`${path}/permissions/${String(permission["id"])}`, { ...grant, role: "owner" });
    await client.delete(`${path}/permissions/${String(permission["id"])}`);
    const groupGrant = { principal_guid: group.guid, principal_type: "group", role: "viewer" };
    const { body: granted } = await client.post(`${path}/permissions`, groupGrant);
    await client.delete(`${path}/permissions/${String(granted["id"])}`);
    await client.patch(`${path}/environment`, [{ name: "TOKEN", value: "secret" }]);
    await client.patch(path, { owner_guid: mira.guid });
    await client.delete(path);
  });
  expect(events).toEqual([
    "add_application: Added content report",
    "assign_user_app_role: Assigned role viewer for content report to user Mira Okafor (mira)",
    "assign_user_app_role: Assigned role owner for content report to user Mira Okafor (mira)",
    "remove_user_app_role: Removed role for content report from user Mira Okafor (mira)",
    "assign_group_app_role: Assigned role viewer for content report to group analysts",
    "remove_group_app_role: Removed role for content report from group analysts",
    "edit_application: Updated content report",
    "edit_application: Updated content report",
    "remove_application: Removed content report",
  ]);
});

test("bundles, their deployment and tags are recorded", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const item = fake.addContent({ name: "report" });
  const path = `/v1/content/${item.guid}`;
  const events = await eventsOf(fake, async () => {
    const first = String((await client.post(`${path}/bundles`, bundleOf({}))).body["id"]);
    const second = String((await client.post(`${path}/bundles`, bundleOf({}))).body["id"]);
    await client.post(`${path}/deploy`, { bundle_id: second });
    await client.delete(`${path}/bundles/${first}`);
    const category = String((await client.post("/v1/tags", { name: "Departments" })).body["id"]);
    const tag = String((await client.post("/v1/tags", { name: "Finance", parent_id: category })).body["id"]);
    await client.patch(`/v1/tags/${tag}`, { name: "Money" });
    await client.patch(`/v1/tags/${tag}`, { name: "Money" });
    await client.post(`${path}/tags`, { tag_id: tag });
    await client.post(`${path}/tags`, { tag_id: tag });
    await client.delete(`${path}/tags/${tag}`);
    await client.delete(`/v1/tags/${tag}`);
  });
  expect(events).toEqual([
    "add_bundle: Added bundle 1 to content report",
    "add_bundle: Added bundle 2 to content report",
    "deploy_application: Deployed bundle 2 of content report",
    "remove_bundle: Removed bundle 1 from content report",
    "add_tag: Added tag Departments",
    "add_tag: Added tag Finance",
    "edit_tag: Updated tag Money",
    "add_application_tag: Added tag Money to content report",
    "remove_application_tag: Removed tag Money from content report",
    "remove_tag: Removed tag Money",
  ]);
});

test("vanity URLs and a role that is given again are recorded", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const path = `/v1/content/${fake.addContent({ name: "report" }).guid}`;
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor", user_role: "publisher" });
  const grant = { principal_guid: mira.guid, principal_type: "user" };
  const events = await eventsOf(fake, async () => {
    await client.put(`${path}/vanity`, { path: "/weekly/" });
    await client.delete(`${path}/vanity`);
    await client.post(`${path}/permissions`, { ...grant, role: "viewer" });
    await client.post(`${path}/permissions`, { ...grant, role: "owner" });
  });
  expect(events).toEqual([
    "edit_application: Updated content report",
    "edit_application: Updated content report",
    "assign_user_app_role: Assigned role viewer for content report to user Mira Okafor (mira)",
    "assign_user_app_role: Assigned role owner for content report to user Mira Okafor (mira)",
  ]);
});

test("keys are recorded without their secrets", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const path = `/v1/users/${String(fake.users[0]?.guid)}/keys`;
  const { body } = await client.post(path, { name: "nightly" });
  await client.delete(`${path}/${String(body["id"])}`);
  expect(fake.audit.map(({ action }) => action)).toEqual(["add_api_key", "remove_api_key"]);
  expect(JSON.stringify(fake.audit)).not.toContain(String(body["key"]));
});

test("a directory's users and groups are recorded, too", async () => {
  const fake = testFake({ provider: "ldap" });
  const client = clientOf(fake);
  const [person] = (await client.get("/v1/users/remote?prefix=")).list;
  const [group] = (await client.get("/v1/groups/remote?prefix=a")).list;
  await client.put("/v1/users", { temp_ticket: person?.["temp_ticket"] });
  await client.put("/v1/groups", { temp_ticket: group?.["temp_ticket"] });
  expect(fake.audit.map(({ action }) => action)).toEqual(["add_user", "add_group"]);
});

test("without a caller the server itself is the actor: number 0, no guid", async () => {
  const fake = testFake({ empty: true });
  await clientOf(fake, null).post("/v1/users", { username: "root", password: "correct horse" });
  expect(fake.audit).toEqual([objectWith({ action: "add_user", user_id: "0", user_guid: null })]);
});

test("requests that are refused or change nothing are not recorded", async () => {
  const fake = testFake();
  const mira = fake.addUser({ username: "mira" });
  const viewer = clientOf(fake, fake.keyFor(mira));
  const client = clientOf(fake);
  await viewer.post(`/v1/users/${mira.guid}/lock`, { locked: true });
  await client.post(`/v1/users/${mira.guid}/lock`, { locked: false });
  await client.put(`/v1/users/${mira.guid}`, { username: "mira" });
  await client.put(`/v1/users/${mira.guid}`, { user_role: "owner" });
  await client.get("/v1/users");
  expect(fake.audit).toEqual([]);
});

test("what the test itself adds is not recorded", () => {
  const fake = testFake({ users: 100 });
  const user = fake.addUser();
  fake.addGroup({ members: [user] });
  fake.addContent();
  fake.keyFor(user);
  expect(fake.audit).toEqual([]);
});

test("the log keeps the newest entries, and their ids", async () => {
  const fake = testFake({ auditLimit: 3 });
  const client = clientOf(fake);
  for (let number = 1; number <= 8; number++) await client.post("/v1/groups", { name: `group-${number}` });
  expect(fake.audit.map(({ id }) => id)).toEqual(["6", "7", "8"]);
  const all = await client.get("/v1/audit_logs");
  expect(all.list.map(({ id }) => id)).toEqual(["6", "7", "8"]);
  expect((await client.get("/v1/audit_logs?next=2")).list).toHaveLength(3);
});

test("a log without entries is possible", async () => {
  const fake = testFake({ auditLimit: 0 });
  await clientOf(fake).post("/v1/groups", { name: "analysts" });
  expect(fake.audit).toEqual([]);
});

test("the log is part of snapshots, and reset clears it", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  await client.post("/v1/groups", { name: "first" });
  const saved = fake.snapshot();
  await client.post("/v1/groups", { name: "second" });
  const copy = testFake();
  copy.restore(saved);
  expect(copy.audit).toEqual(fake.audit.slice(0, 1));
  await clientOf(copy).post("/v1/groups", { name: "third" });
  expect(copy.audit.map(({ id }) => id)).toEqual(["1", "2"]);
  fake.reset();
  expect(fake.audit).toEqual([]);
});

test("every write of users, keys, groups, content and permissions declares what it records", () => {
  const subjects =
    /^\/v1\/(users|groups|content|tags)(\/\{\w+\})?(\/(lock|keys|members|permissions|bundles|deploy|tags)(\/\{\w+\})?)?$/;
  const writes = Object.entries(operations).filter(([, { method, path }]) => method !== "GET" && subjects.test(path));
  expect(writes.length).toBeGreaterThan(23);
  expect(writes.filter(([, { auditActions }]) => auditActions.length === 0).map(([id]) => id)).toEqual([]);
});

test("every declared action is in the list of actions", async () => {
  const { list } = await clientOf(testFake()).get("/v1/audit/actions");
  const listed = list.map(({ action }) => action);
  const declared = Object.values(operations).flatMap(({ auditActions }) => [...auditActions]);
  expect(declared.filter((action) => !listed.includes(action))).toEqual([]);
  expect(listed).toContain("user_login");
});

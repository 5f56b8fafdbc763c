import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { anyText } from "../support/matchers.ts";

const UNKNOWN = "11111111-1111-4111-8111-111111111111";

test("a group belongs to the user that created it", async () => {
  const fake = testFake();
  const created = await clientOf(fake).post("/v1/groups", { name: "analysts" });
  expect(created.status).toBe(200);
  expect(created.body).toEqual({
    guid: anyText,
    name: "analysts",
    owner_guid: fake.users[0]?.guid,
    gid: null,
    member_count: 0,
  });
  expect((await clientOf(fake).get(`/v1/groups/${String(created.body["guid"])}`)).body).toEqual(created.body);
});

test("a duplicate group name is refused with 409 and code 15", async () => {
  const client = clientOf(testFake());
  await client.post("/v1/groups", { name: "analysts" });
  expect((await client.post("/v1/groups", { name: "analysts" })).refusal).toEqual([409, 15]);
});

test.each(["", "   ", "x".repeat(4097)])("the group name %j is refused with code 14", async (name) => {
  expect((await clientOf(testFake()).post("/v1/groups", { name })).refusal).toEqual([400, 14]);
});

test("a gid is stored; a duplicate is refused with code 263", async () => {
  const client = clientOf(testFake());
  expect((await client.post("/v1/groups", { name: "a", gid: 7 })).body).toMatchObject({ gid: 7 });
  expect((await client.post("/v1/groups", { name: "b", gid: 7 })).refusal).toEqual([409, 263]);
  expect((await client.post("/v1/groups", { name: "c", gid: 0 })).refusal).toEqual([400, 25]);
});

test("any number of groups can be without a gid", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  expect((await client.post("/v1/groups", { name: "a", gid: null })).body).toMatchObject({ gid: null });
  const { body } = await client.post("/v1/groups", { name: "b", gid: 7 });
  const path = `/v1/groups/${String(body["guid"])}`;
  expect((await client.patch(path, { gid: null })).body).toMatchObject({ name: "b", gid: null });
  expect((await client.post("/v1/groups", { name: "c", gid: 7 })).body).toMatchObject({ gid: 7 });
});

test("a duplicate unique id is refused with code 131", async () => {
  const client = clientOf(testFake({ provider: "saml" }));
  await client.post("/v1/groups", { name: "a", unique_id: "x" });
  expect((await client.post("/v1/groups", { name: "b", unique_id: "x" })).refusal).toEqual([400, 131]);
});

test("groups are sorted by name, mostly ignoring case and punctuation", async () => {
  const fake = testFake();
  const names = [
    "~!@#$%^&*()_+",
    "1111",
    "2_viewer_group",
    "amanda_test_group",
    "a_new_group",
    "azurepipelines",
    "cgGroup01",
  ];
  for (const name of names.toReversed()) fake.addGroup({ name });
  const client = clientOf(fake);
  expect(pluck((await client.get("/v1/groups")).list, "name")).toEqual(names);
  expect(pluck((await client.get("/v1/groups?asc_order=false")).list, "name")).toEqual(names.toReversed());
});

test("lists of groups are paged", async () => {
  const fake = testFake();
  for (let number = 0; number < 45; number++) fake.addGroup();
  const client = clientOf(fake);
  expect((await client.get("/v1/groups")).list).toHaveLength(20);
  expect((await client.get("/v1/groups?page_size=20&page_number=3")).list).toHaveLength(5);
  expect((await client.get("/v1/groups?page_number=9")).body).toEqual({ results: [], current_page: 9, total: 45 });
  expect((await client.get("/v1/groups?page_size=501")).refusal).toEqual([400, 13]);
});

test("a search by prefix has more than one page since 2025.04.0; before, every page was the first", async () => {
  for (const [version, expected] of [
    ["2025.04.0", ["team-3"]],
    ["2025.03.0", ["team-1", "team-2"]],
  ] as const) {
    const fake = testFake({ version });
    for (const name of ["team-1", "team-2", "team-3", "other"]) fake.addGroup({ name });
    const second = await clientOf(fake).get("/v1/groups?prefix=TEAM&page_size=2&page_number=2");
    expect(pluck(second.list, "name")).toEqual(expected);
    expect(second.body).toMatchObject({ total: 3, current_page: 2 });
  }
});

test("the fields of a group depend on the version", async () => {
  const fieldsOf = async (version: string): Promise<string[]> => {
    const fake = testFake({ version });
    return Object.keys((await clientOf(fake).get(`/v1/groups/${fake.addGroup().guid}`)).body);
  };
  expect(await fieldsOf("2024.09.0")).toEqual(["guid", "name", "owner_guid"]);
  expect(await fieldsOf("2026.01.0")).toEqual(["guid", "name", "owner_guid", "gid"]);
  expect(await fieldsOf("2026.06.0")).toEqual(["guid", "name", "owner_guid", "gid", "member_count"]);
});

test("POST and PATCH change a group; older servers only have POST", async () => {
  const fake = testFake();
  const { guid } = fake.addGroup({ name: "before" });
  const owner = fake.addUser({ user_role: "publisher" });
  const client = clientOf(fake);
  expect((await client.post(`/v1/groups/${guid}`, { name: "after" })).body).toMatchObject({ name: "after" });
  expect((await client.patch(`/v1/groups/${guid}`, { owner_guid: owner.guid, gid: 5 })).body).toMatchObject({
    name: "after",
    owner_guid: owner.guid,
    gid: 5,
  });
  const older = testFake({ version: "2024.09.0" });
  expect((await clientOf(older).patch(`/v1/groups/${older.addGroup().guid}`, {})).status).toBe(404);
});

test("a change is refused for a duplicate name, an unknown owner and an unknown group", async () => {
  const fake = testFake();
  const { guid } = fake.addGroup({ name: "a" });
  fake.addGroup({ name: "b" });
  const client = clientOf(fake);
  expect((await client.post(`/v1/groups/${guid}`, { name: "b" })).refusal).toEqual([409, 15]);
  expect((await client.post(`/v1/groups/${guid}`, { name: "a" })).status).toBe(200);
  expect((await client.post(`/v1/groups/${guid}`, { owner_guid: UNKNOWN })).refusal).toEqual([404, 9]);
  expect((await client.post(`/v1/groups/${guid}`, { owner_guid: "mira" })).refusal).toEqual([400, 3]);
  expect((await client.post(`/v1/groups/${UNKNOWN}`, { name: "c" })).refusal).toEqual([404, 4]);
});

test("deleting a group returns 204 and keeps its users", async () => {
  const fake = testFake();
  const member = fake.addUser();
  const { guid } = fake.addGroup({ members: [member] });
  const client = clientOf(fake);
  expect((await client.delete(`/v1/groups/${guid}`)).status).toBe(204);
  expect((await client.get(`/v1/groups/${guid}`)).refusal).toEqual([404, 4]);
  expect((await client.delete(`/v1/groups/${guid}`)).refusal).toEqual([404, 17]);
  expect((await client.get(`/v1/users/${member.guid}`)).status).toBe(200);
});

test("a deleted group disappears from fake.groups, even if it had no members", async () => {
  const fake = testFake();
  const { guid } = fake.addGroup();
  expect(fake.groups).toHaveLength(1);
  expect((await clientOf(fake).delete(`/v1/groups/${guid}`)).status).toBe(204);
  expect(fake.groups).toEqual([]);
});

test("publishers can create groups only if configured; viewers never can", async () => {
  for (const [publishersCanOwnGroups, expected] of [
    [false, 403],
    [true, 200],
  ] as const) {
    const fake = testFake({ settings: { publishersCanOwnGroups } });
    const publisher = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
    expect((await publisher.post("/v1/groups", { name: "p" })).status).toBe(expected);
    const viewer = clientOf(fake, fake.keyFor(fake.addUser()));
    expect((await viewer.post("/v1/groups", { name: "v" })).refusal).toEqual([403, 22]);
    // Before the body is looked at.
    expect((await viewer.post("/v1/groups", {})).refusal).toEqual([403, 22]);
  }
});

test("the owner of a group can manage it, other publishers cannot", async () => {
  const fake = testFake();
  const owner = fake.addUser({ user_role: "publisher" });
  const { guid } = fake.addGroup({ owner_guid: owner.guid });
  const other = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  expect((await other.post(`/v1/groups/${guid}`, { name: "x" })).refusal).toEqual([403, 22]);
  expect((await other.delete(`/v1/groups/${guid}`)).refusal).toEqual([403, 22]);
  const own = clientOf(fake, fake.keyFor(owner));
  expect((await own.post(`/v1/groups/${guid}`, { name: "x" })).status).toBe(200);
  expect((await own.delete(`/v1/groups/${guid}`)).status).toBe(204);
});

test("every group endpoint returns 400 on a server without groups", async () => {
  const fake = testFake({ settings: { groupsEnabled: false } });
  const client = clientOf(fake);
  const answers = [
    await client.get("/v1/groups"),
    await client.post("/v1/groups", { name: "x" }),
    await client.get(`/v1/groups/${UNKNOWN}`),
    await client.get(`/v1/groups/${UNKNOWN}/members`),
    await client.delete(`/v1/groups/${UNKNOWN}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
  expect((await client.get("/server_settings")).body).toMatchObject({ groups_enabled: false });
});

import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { textLike } from "../support/matchers.ts";

const UNKNOWN = "11111111-1111-4111-8111-111111111111";

test("an empty body creates an item with a unique generated name and the server's defaults", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const created = await client.post("/v1/content", {});
  expect(created.status).toBe(200);
  expect(created.body).toMatchObject({
    title: null,
    description: "",
    access_type: "acl",
    app_mode: "unknown",
    bundle_id: null,
    owner_guid: fake.users[0]?.guid,
    app_role: "owner",
    content_url: `${fake.url}/content/${String(created.body["guid"])}/`,
    dashboard_url: `${fake.url}/connect/#/apps/${String(created.body["guid"])}`,
    created_time: "2026-02-02T09:00:00Z",
    last_deployed_time: "2026-02-02T09:00:00Z",
    id: textLike(/^\d+$/),
    locked: false,
    locked_message: "",
  });
  const second = await client.post("/v1/content", { name: "" });
  expect(second.body["name"]).not.toBe(created.body["name"]);
  expect(second.body["name"]).not.toBe("");
});

test("a list of content is a plain array", async () => {
  const fake = testFake();
  const item = fake.addContent();
  const { text } = await clientOf(fake).get("/v1/content");
  expect(JSON.parse(text)).toEqual([item]);
});

test("content can be filtered by exact name and by owner", async () => {
  const fake = testFake();
  const owner = fake.addUser({ user_role: "publisher" });
  const own = fake.addContent({ name: "report", owner_guid: owner.guid });
  const other = fake.addContent({ name: "report" });
  fake.addContent({ name: "report-2", owner_guid: owner.guid });
  const client = clientOf(fake);
  expect(pluck((await client.get("/v1/content?name=report")).list, "guid")).toEqual([own.guid, other.guid]);
  expect((await client.get(`/v1/content?owner_guid=${owner.guid}`)).list).toHaveLength(2);
  expect(pluck((await client.get(`/v1/content?owner_guid=${owner.guid}&name=report`)).list, "guid")).toEqual([
    own.guid,
  ]);
  expect((await client.get(`/v1/content?owner_guid=${UNKNOWN}`)).list).toEqual([]);
  expect((await client.get("/v1/content?owner_guid=mira")).refusal).toEqual([400, 3]);
});

test("a duplicate name of the same owner is refused with 409 and code 26", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  await client.post("/v1/content", { name: "report" });
  expect((await client.post("/v1/content", { name: "report" })).refusal).toEqual([409, 26]);
  const other = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  expect((await other.post("/v1/content", { name: "report" })).status).toBe(200);
  expect((await other.post("/v1/content", { name: "no spaces" })).refusal).toEqual([400, 5]);
});

test("the owner is only included on request", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  expect((await client.get(`/v1/content/${guid}`)).body).not.toHaveProperty("owner");
  const owner = { guid: fake.users[0]?.guid, username: "admin", first_name: "Robin", last_name: "Admin" };
  expect((await client.get(`/v1/content/${guid}?include=owner`)).body).toMatchObject({ owner });
  expect((await client.get("/v1/content?include=tags,owner,vanity_url")).list[0]).toMatchObject({ owner });
});

test("tags and a vanity URL are absent when there are none", async () => {
  const fake = testFake();
  const { body } = await clientOf(fake).get(`/v1/content/${fake.addContent().guid}?include=tags,vanity_url`);
  expect(body).not.toHaveProperty("tags");
  expect(body).not.toHaveProperty("vanity_url");
});

test("an unknown include is refused with code 161, also on servers that do not have it yet", async () => {
  const client = clientOf(testFake());
  expect((await client.get("/v1/content?include=owner,shoes")).refusal).toEqual([400, 161]);
  expect((await client.get("/v1/content?include=bookmarked,schedule")).status).toBe(200);
  const older = clientOf(testFake({ version: "2025.09.0" }));
  expect((await older.get("/v1/content?include=bookmarked")).refusal).toEqual([400, 161]);
});

test("PATCH changes the fields that are sent; an empty body changes nothing", async () => {
  const fake = testFake();
  const item = fake.addContent({ title: "Before", description: "kept" });
  const client = clientOf(fake);
  expect((await client.patch(`/v1/content/${item.guid}`, {})).body).toEqual(item);
  const changed = await client.patch(`/v1/content/${item.guid}`, { title: null, access_type: "all", max_processes: 3 });
  expect(changed.body).toEqual({ ...item, title: null, access_type: "all", max_processes: 3 });
});

test("an unknown access type is refused with code 117", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  expect((await clientOf(fake).patch(`/v1/content/${guid}`, { access_type: "some" })).refusal).toEqual([400, 117]);
});

test("content can be locked since 2024.08", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const locked = await clientOf(fake).patch(`/v1/content/${guid}`, { locked: true, locked_message: "Closed" });
  expect(locked.body).toMatchObject({ locked: true, locked_message: "Closed" });
  const older = testFake({ version: "2024.07.0" });
  expect((await clientOf(older).get(`/v1/content/${older.addContent().guid}`)).body).not.toHaveProperty("locked");
});

test("administrators can transfer content to a publisher, but not to a viewer: code 156", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const publisher = fake.addUser({ user_role: "publisher" });
  const client = clientOf(fake);
  const viewer = fake.addUser();
  expect((await client.patch(`/v1/content/${guid}`, { owner_guid: viewer.guid })).refusal).toEqual([403, 156]);
  expect((await client.patch(`/v1/content/${guid}`, { owner_guid: UNKNOWN })).refusal).toEqual([404, 9]);
  expect((await client.patch(`/v1/content/${guid}`, { owner_guid: publisher.guid })).body).toMatchObject({
    owner_guid: publisher.guid,
  });
  expect((await client.get(`/v1/content?owner_guid=${publisher.guid}`)).list).toHaveLength(1);
  const own = clientOf(fake, fake.keyFor(publisher));
  const admin = String(fake.users[0]?.guid);
  expect((await own.patch(`/v1/content/${guid}`, { owner_guid: admin })).refusal).toEqual([403, 22]);
  expect((await own.patch(`/v1/content/${guid}`, { owner_guid: publisher.guid })).status).toBe(200);
});

test("only administrators can choose the account that content runs under", async () => {
  const fake = testFake();
  const publisher = fake.addUser({ user_role: "publisher" });
  const { guid } = fake.addContent({ owner_guid: publisher.guid });
  expect(
    (await clientOf(fake, fake.keyFor(publisher)).patch(`/v1/content/${guid}`, { run_as: "root" })).refusal,
  ).toEqual([403, 22]);
  expect((await clientOf(fake).patch(`/v1/content/${guid}`, { run_as: "shiny" })).body).toMatchObject({
    run_as: "shiny",
  });
});

test("deleting content returns 204, and it cannot be found afterwards", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  expect((await client.delete(`/v1/content/${guid}`)).status).toBe(204);
  expect((await client.get(`/v1/content/${guid}`)).refusal).toEqual([404, 4]);
  expect((await client.delete(`/v1/content/${guid}`)).refusal).toEqual([404, 4]);
  expect((await client.get("/v1/content/report")).refusal).toEqual([400, 3]);
});

test("URLs use the server's address as the client knows it", async () => {
  const fake = testFake({ url: "https://example.com/rsc" });
  const { body } = await clientOf(fake).post("/v1/content", {});
  expect(body["content_url"]).toBe(`https://example.com/rsc/content/${String(body["guid"])}/`);
});

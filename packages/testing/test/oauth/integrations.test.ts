import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

const PATH = "/v1/oauth/integrations";

test("a new server has one integration, for API keys of visitors", async () => {
  const client = clientOf(testFake({ version: "2026.06.0" }));
  const { list } = await client.get(PATH);
  expect(list).toHaveLength(1);
  expect(list[0]).toMatchObject({ template: "connect", auth_type: "Visitor API Key", content_count: 0 });
  expect((await client.delete(`${PATH}/${String(list[0]?.["guid"])}`)).status).toBe(204);
  expect((await client.get(PATH)).list).toEqual([]);
  expect((await clientOf(testFake({ version: "2024.12.0" })).get(PATH)).list).toEqual([]);
});

test("an integration can be created, read, changed and deleted; its secrets are never returned", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const config = { auth_type: "Viewer", client_id: "abc", client_secret: "s3cret" };
  const created = await client.post(PATH, { name: "Custom", description: "For tests", template: "custom", config });
  expect(created.body).toMatchObject({ name: "Custom", auth_type: "Viewer", config: { client_id: "abc" } });
  expect(created.text).not.toContain("s3cret");
  const path = `${PATH}/${String(created.body["guid"])}`;
  expect((await client.get(path)).body).toEqual(created.body);
  fake.clock.advance({ hours: 1 });
  const changed = await client.patch(path, { name: null, config: { auth_type: "Service Account" } });
  expect(changed.body).toMatchObject({
    name: null,
    description: "For tests",
    auth_type: "Service Account",
    config: { client_id: "abc" },
    updated_time: "2026-02-02T10:00:00Z",
  });
  expect((await client.post(`${path}/verify`)).status).toBe(200);
  expect((await client.delete(path)).status).toBe(204);
  expect((await client.get(path)).refusal).toEqual([404, 4]);
});

test.each<[code: number, body: object]>([
  [227, { template: "unknown", config: {} }],
  [12, { config: {} }],
  [228, { template: "connect", config: { max_role: "owner" } }],
  [228, { template: "custom", config: { auth_type: "Other" } }],
])("code %i: %j", async (code, body) => {
  expect((await clientOf(testFake()).post(PATH, body)).refusal).toEqual([400, code]);
});

test("only integrations for service accounts can be verified: code 240", async () => {
  const fake = testFake();
  const { guid } = fake.addIntegration({ template: "github" });
  expect((await clientOf(fake).post(`${PATH}/${guid}/verify`)).refusal).toEqual([400, 240]);
});

test("permissions decide which publishers see an integration (2026)", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const [mira, jo, ann] = [1, 2, 3].map(() => fake.addUser({ user_role: "publisher" }));
  const group = fake.addGroup({ members: [jo?.guid ?? ""] });
  const permissions = [{ user_guid: mira?.guid }, { group_guid: group.guid }];
  const created = await client.post(PATH, { template: "github", config: {}, permissions });
  const guid = String(created.body["guid"]);
  const sees = async (user = ann) => pluck((await clientOf(fake, fake.keyFor(user ?? "")).get(PATH)).list, "guid");
  expect(await sees(mira)).toContain(guid);
  expect(await sees(jo)).toContain(guid);
  expect(await sees(ann)).not.toContain(guid);
  expect((await clientOf(fake, fake.keyFor(ann ?? "")).get(`${PATH}/${guid}`)).refusal).toEqual([403, 19]);
  const both = [{ user_guid: mira?.guid, group_guid: group.guid }];
  expect((await client.patch(`${PATH}/${guid}`, { permissions: both })).refusal).toEqual([400, 25]);
});

test.each([
  ["user_guid", [404, 9]],
  ["group_guid", [404, 153]],
])("a permission for an unknown %s is refused: %j", async (field, refusal) => {
  const permissions = [{ [field]: "11111111-1111-4111-8111-111111111111" }];
  const client = clientOf(testFake());
  expect((await client.post(PATH, { template: "github", config: {}, permissions })).refusal).toEqual(refusal);
});

test("content is associated with integrations", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const item = fake.addContent();
  const [github, custom] = [fake.addIntegration({ template: "github" }), fake.addIntegration({ template: "custom" })];
  const path = `/v1/content/${item.guid}/oauth/integrations/associations`;
  const input = (...guids: string[]) => guids.map((oauth_integration_guid) => ({ oauth_integration_guid }));
  expect((await client.get(path)).text).toBe("[]");
  const set = await client.put(path, input(github.guid, custom.guid));
  expect(pluck(set.list, "oauth_integration_template")).toEqual(["github", "custom"]);
  expect(set.list[0]).toMatchObject({ app_guid: item.guid, content_guid: item.guid });
  fake.clock.advance({ hours: 1 });
  await client.put(path, input(custom.guid));
  const { list } = await client.get(`${PATH}/${custom.guid}/associations`);
  expect(pluck(list, "created_time")).toEqual(["2026-02-02T09:00:00Z"]);
  expect((await client.get(`${PATH}/${github.guid}/associations`)).list).toEqual([]);
  expect((await client.put(path, input(custom.guid, custom.guid))).refusal).toEqual([400, 258]);
  expect((await client.put(path, input(item.guid))).refusal).toEqual([400, 207]);
  expect((await client.put(path, input("x"))).refusal).toEqual([400, 3]);
  expect((await client.put(path, {})).refusal).toEqual([400, 121]);
  await client.delete(`${PATH}/${custom.guid}`);
  expect((await client.get(path)).list).toEqual([]);
});

test("servers before 2025.07 allow one integration for each item: code 208", async () => {
  const fake = testFake({ version: "2025.06.0" });
  const path = `/v1/content/${fake.addContent().guid}/oauth/integrations/associations`;
  const guids = [fake.addIntegration().guid, fake.addIntegration().guid];
  const body = guids.map((oauth_integration_guid) => ({ oauth_integration_guid }));
  expect((await clientOf(fake).put(path, body)).refusal).toEqual([400, 208]);
});

test("every template has a name", async () => {
  const { list } = await clientOf(testFake()).get("/v1/oauth/templates");
  expect(list.map(({ id, name }) => `${String(id)}: ${String(name)}`)).toEqual([
    "aws: Amazon Web Services",
    "azure: Azure",
    "connect: Posit Connect API",
    "custom: Custom",
    "databricks: Databricks",
    "github: GitHub",
    "google: Google",
    "salesforce: Salesforce",
    "snowflake: Snowflake",
  ]);
});

test("templates say which settings they take", async () => {
  const client = clientOf(testFake());
  const { list } = await client.get("/v1/oauth/templates");
  expect(pluck(list, "id")).toEqual(expect.arrayContaining(["connect", "custom", "github"]));
  const { body } = await client.get("/v1/oauth/templates/connect");
  expect(body["options"]).toEqual([
    { name: "max_role", label: "Max role", type: "select", values: ["Viewer", "Publisher", "Admin"] },
  ]);
  expect((await client.get("/v1/oauth/templates/unknown")).refusal).toEqual([404, 4]);
});

test("users see and end their own sessions, administrators all", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const mira = fake.addUser();
  const integration = fake.addIntegration({ template: "github" });
  const session = fake.addOAuthSession({ user: mira, integration });
  const own = clientOf(fake, fake.keyFor(mira));
  expect((await own.get("/v1/oauth/sessions")).list).toEqual([session]);
  expect((await client.get("/v1/oauth/sessions")).list).toEqual([]);
  expect((await client.get("/v1/oauth/sessions?all=true")).list).toEqual([session]);
  expect((await own.get("/v1/oauth/sessions?all=true")).refusal).toEqual([403, 22]);
  expect((await own.delete(`/v1/oauth/sessions/${session.guid}`)).status).toBe(204);
  expect((await own.delete(`/v1/oauth/sessions/${session.guid}`)).refusal).toEqual([404, 4]);
});

test("what a test adds is validated", () => {
  const fake = testFake();
  expect(() => fake.addIntegration({ template: "unknown" })).toThrow("There is no such template.");
  expect(() => fake.addIntegration({ content: ["x"] })).toThrow('there is no content "x"');
  expect(() => fake.addOAuthSession({ user: "admin", integration: "x" })).toThrow('there is no integration "x"');
  expect(() => fake.sessionTokenFor("admin", { content: "x" })).toThrow('there is no content "x"');
  // @ts-expect-error the content is missing
  expect(() => fake.sessionTokenFor("admin", {})).toThrow("content is missing");
});

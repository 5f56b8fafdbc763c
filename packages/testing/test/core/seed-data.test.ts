import { expect, test } from "vitest";
import { createFakeConnect, type FakeConnect, type SeedData } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { register } from "../support/oauth-client.ts";

/** A server with groups, tagged content, permissions and visits, whose users cannot be guessed from the seed. */
async function original(): Promise<FakeConnect> {
  const fake = testFake({ users: 12, seed: 99, version: "2026.07.0" });
  const [admin, owner, member] = fake.users.map(({ guid }) => guid);
  const group = fake.addGroup({ name: "analysts", owner_guid: owner ?? null, members: [member ?? "", admin ?? ""] });
  const category = fake.addTag({ name: "Departments" });
  const tag = fake.addTag({ name: "Finance", parent_id: category.id });
  const item = fake.addContent({ name: "report", title: "Weekly report", owner_guid: owner ?? "", app_mode: "shiny" });
  await clientOf(fake).post(`/v1/content/${item.guid}/tags`, { tag_id: tag.id });
  fake.addPermission({ content_guid: item.guid, principal_guid: group.guid, principal_type: "group", role: "owner" });
  fake.addPermission({
    content_guid: item.guid,
    principal_guid: member ?? "",
    principal_type: "user",
    role: "viewer",
  });
  return fake;
}

/** What a client reads from a server. */
async function read(fake: FakeConnect): Promise<Required<Omit<SeedData, "administrator" | "visits" | "jobs">>> {
  const client = clientOf(fake);
  const list = async (path: string): Promise<unknown> => (await client.get(path)).list;
  const groups = (await list("/v1/groups?page_size=500")) as { guid: string }[];
  const content = (await list("/v1/content?include=tags,owner")) as { guid: string }[];
  const data = {
    users: await list("/v1/users?page_size=500"),
    groups: await Promise.all(
      groups.map(async (group) => ({
        ...group,
        members: await list(`/v1/groups/${group.guid}/members?page_size=500`),
      })),
    ),
    tags: await list("/v1/tags"),
    content,
    permissions: (await Promise.all(content.map(({ guid }) => list(`/v1/content/${guid}/permissions`)))).flat(),
  };
  return data as Required<Omit<SeedData, "administrator" | "visits" | "jobs">>;
}

test("what a client reads from a server is data for another one, which returns the same", async () => {
  const fake = await original();
  const data = await read(fake);
  const copy = testFake({ data: { ...data, administrator: "admin" }, version: "2026.07.0" });
  expect(await read(copy)).toEqual(data);
  copy.addUser();
  copy.reset();
  expect(await read(copy)).toEqual(data);
});

test("records of a fake are data", async () => {
  const { users, groups, content } = await original();
  const fake = testFake({ data: { administrator: "admin", users, groups, content } });
  expect(fake.users).toEqual(users);
  expect(fake.content).toEqual(content.map((item) => ({ ...item })));
});

test("without an administrator in the data, the fake has its own beside the users", () => {
  const fake = testFake({ data: { users: [{ username: "mira" }] } });
  expect(fake.users.map(({ username }) => username)).toEqual(["admin", "mira"]);
  expect(fake.keyFor("admin")).toBe(fake.apiKey);
});

test("with an administrator in the data, the key of the fake is that user's", async () => {
  const users = [{ username: "boss", user_role: "administrator" as const }];
  const fake = testFake({ data: { administrator: "boss", users } });
  expect(fake.users.map(({ username }) => username)).toEqual(["boss"]);
  expect((await clientOf(fake).get("/v1/user")).body).toMatchObject({ username: "boss" });
});

test("content and members are named by username, guid or user; tags come in any order", async () => {
  const guid = "11111111-1111-4111-8111-111111111111";
  const fake = testFake({
    data: {
      users: [{ username: "mira", guid, user_role: "publisher" }],
      groups: [
        { name: "a", members: ["mira"] },
        { name: "b", members: [guid] },
        { name: "c", members: [{ guid }] },
      ],
      tags: [
        { id: "7", name: "Payroll", parent_id: "5" },
        { id: "5", name: "Finance", parent_id: "3" },
        { id: "3", name: "Departments", parent_id: null },
      ],
      content: [
        { name: "x", owner: "mira" },
        { name: "y", owner: { guid } },
        { name: "z", owner_guid: guid },
      ],
    },
  });
  expect(fake.groups.map(({ member_count }) => member_count)).toEqual([1, 1, 1]);
  expect(fake.content.map(({ owner_guid }) => owner_guid)).toEqual([guid, guid, guid]);
  expect((await clientOf(fake).get("/v1/tags/Departments,Finance,Payroll")).body).toMatchObject({ id: "7" });
});

test("the caller's own record, and the results of a directory search, are data", async () => {
  const server = testFake({ provider: "ldap" });
  const client = clientOf(server);
  const { body: me } = await client.get("/me");
  const { list: people } = await client.get("/v1/users/remote?prefix=b&limit=3");
  const { list: groups } = await client.get("/v1/groups/remote?limit=2");
  const data = { administrator: "admin", users: [me, ...people], groups } as unknown as SeedData;
  const fake = testFake({ provider: "ldap", data });
  expect(fake.users.map(({ username }) => username)).toEqual(["admin", ...people.map(({ username }) => username)]);
  expect(fake.groups.map(({ name }) => name)).toEqual(groups.map(({ name }) => name));
  for (const { guid } of [...fake.users, ...fake.groups]) expect(guid).toMatch(/^[0-9a-f-]{36}$/);
});

test("guids of new records differ from those of another fake's records, which come from the same seed", async () => {
  const source = testFake();
  const [user, group, item] = [source.addUser(), source.addGroup(), source.addContent()];
  const administrator = source.users[0];
  const data = { administrator: "admin", users: [user, administrator ?? {}], groups: [group], content: [item] };
  const fake = testFake({ data });
  const client = clientOf(fake);
  await client.post("/v1/users", { username: "added", password: "correct horse" });
  await client.post("/v1/groups", { name: "added" });
  await client.post("/v1/content", { name: "added" });
  fake.addUser();
  fake.addGroup();
  fake.addContent();
  for (const [list, size] of [
    [fake.users, 4],
    [fake.groups, 3],
    [fake.content, 3],
  ] as const) {
    expect(new Set(list.map(({ guid }) => guid)).size).toBe(size);
  }
});

test.each([null, ""])("the external id %j is the same as none, for any number of users", (external_id) => {
  const fake = testFake({ provider: "saml", data: { users: [{ external_id }, { external_id }] } });
  expect(fake.users).toHaveLength(3);
  expect(fake.users.at(-1)).not.toHaveProperty("external_id");
});

test("content of an old server has its role under another name", () => {
  expect(testFake({ data: { content: [{ role: "owner" }] } }).content[0]?.app_role).toBe("owner");
});

const GUID = "11111111-1111-4111-8111-111111111111";
const PERSON = {
  username: "cai",
  email: "cai@example.com",
  first_name: "Cai",
  last_name: "Doe",
  external_id: "cn=cai",
};

test.each<[unknown, string]>([
  [{ usres: [] }, "data.usres is unknown; did you mean users?"],
  [{ content: [{ content_ulr: "x" }] }, "data.content[0].content_ulr is unknown; did you mean content_url?"],
  [{ groups: [{ ower_guid: null }] }, "data.groups[0].ower_guid is unknown; did you mean owner_guid?"],
  [{ content: [{ app_mode: "hologram" }] }, 'data.content[0].app_mode is "hologram"; allowed: api, '],
  [{ users: [{}, { user_role: "admin" }] }, 'data.users[1].user_role is "admin"; allowed: administrator, '],
  [{ groups: [{ members: ["nobody"] }] }, 'data.groups[0].members[0] is "nobody"; there is no such user'],
  [{ permissions: [{}] }, "data.permissions[0].content_guid is missing"],
  [
    { permissions: [{ content_guid: GUID, principal_guid: GUID, principal_type: "user", role: "viewer" }] },
    `data.permissions[0]: there is no content with the guid ${GUID}`,
  ],
  [{ tags: [{ name: "x", parent_id: "9" }] }, "data.tags[0]: there is no tag with the id 9"],
  [{ tags: [{ id: "1", name: "x", parent_id: "1" }] }, "data.tags[0]: there is no tag with the id 1"],
  [{ visits: [{ content_guid: GUID }] }, `data.visits[0]: there is no content with the guid ${GUID}`],
  [{ administrator: "nobody" }, 'data.administrator is "nobody"; it must be an unlocked administrator'],
  [{ users: [{ username: "mira" }], administrator: "mira" }, "it must be an unlocked administrator"],
])("the mistake in %j is named", (data, message) => {
  expect(() => createFakeConnect({ data: data as SeedData })).toThrow(message);
});

/** Options with lists and objects in lists, as a test may hold on to. */
function nestedOptions() {
  const users = [{ username: "mira", guid: GUID, user_role: "publisher" as const }];
  const member = { guid: GUID };
  const group = { name: "analysts", members: [member] };
  const schedule = { type: "daily", timezone: "Europe/Berlin", email: true, next_run: "2026-02-03T06:00:00Z" };
  const item = { guid: "22222222-2222-4222-8222-222222222222", name: "report", schedules: [schedule] };
  const entry = { source: "stdout", timestamp: "2026-02-02T09:00:00Z", data: "a line" };
  const job = { content_guid: item.guid, log: [entry] };
  return {
    provider: "ldap" as const,
    groups: "local" as const,
    data: { users, groups: [group], content: [item], jobs: [job] },
    directory: { people: [{ ...PERSON }], groups: ["analysts"] },
    roleMapping: { publisher: ["analysts"] },
    oauth: { redirectUris: ["https://app.example.com/callback"] },
  };
}

type NestedOptions = ReturnType<typeof nestedOptions>;

test.each<[string, (options: NestedOptions) => void]>([
  [
    "the log of a job",
    ({ data }) => data.jobs[0]?.log.push({ source: "x", timestamp: "2026-02-02T09:00:00Z", data: "x" }),
  ],
  ["a log entry", ({ data }) => Object.assign(data.jobs[0]?.log[0] ?? {}, { data: "changed" })],
  ["a schedule", ({ data }) => Object.assign(data.content[0]?.schedules[0] ?? {}, { type: "weekly" })],
  ["a member", ({ data }) => Object.assign(data.groups[0]?.members[0] ?? {}, { guid: "nobody" })],
  ["the people of the directory", ({ directory }) => directory.people.push({ ...PERSON, username: "dee" })],
  ["a person of the directory", ({ directory }) => Object.assign(directory.people[0] ?? {}, { username: "dee" })],
  ["the groups of the directory", ({ directory }) => directory.groups.push("admins")],
  ["the role mapping", ({ roleMapping }) => roleMapping.publisher.splice(0)],
  ["the redirect URIs", ({ oauth }) => oauth.redirectUris.splice(0)],
])("a caller that changes %s later changes nothing, not even after a reset", async (_, change) => {
  const everything = async (fake: FakeConnect): Promise<unknown> => {
    fake.signIn("mira", { groups: ["analysts"] });
    return [
      fake.snapshot(),
      (await clientOf(fake).get("/v1/users/remote")).list.map(({ username }) => username),
      (await clientOf(fake).get("/v1/groups/remote")).list.map(({ name }) => name),
      (await register(fake, { client_name: "x", redirect_uris: ["https://app.example.com/callback"] })).status,
    ];
  };
  const options = nestedOptions();
  const fake = testFake(options);
  change(options);
  fake.reset();
  expect(await everything(fake)).toEqual(await everything(testFake(nestedOptions())));
});

test("initial data and what is added can be proxies, as user interfaces hold it", () => {
  const proxied = <T extends object>(value: T): T =>
    new Proxy(value, {
      get(target, name): unknown {
        const field: unknown = Reflect.get(target, name);
        return typeof field === "object" && field !== null ? proxied(field) : field;
      },
    });
  const options = nestedOptions();
  const fake = testFake({ ...options, data: proxied(options.data) });
  const { jobs, content } = nestedOptions().data;
  expect(fake.snapshot()).toEqual(testFake(nestedOptions()).snapshot());
  for (const job of jobs) fake.addJob(proxied(job));
  for (const { schedules } of content) fake.addContent(proxied({ schedules }));
  expect(fake.content.at(-1)?.schedules).toEqual(content[0]?.schedules);
});

test("data and empty contradict each other", () => {
  expect(() => createFakeConnect({ empty: true, data: {} })).toThrow("data cannot be combined with empty");
});

test("a permission of the owner, and a second one, are refused", () => {
  const fake = testFake();
  const user = fake.addUser().guid;
  const { guid: content_guid, owner_guid } = fake.addContent();
  const grant = { content_guid, principal_type: "user", role: "viewer" } as const;
  expect(() => fake.addPermission({ ...grant, principal_guid: owner_guid })).toThrow("the owner of content");
  fake.addPermission({ ...grant, principal_guid: user });
  expect(() => fake.addPermission({ ...grant, principal_guid: user })).toThrow("already exists");
});

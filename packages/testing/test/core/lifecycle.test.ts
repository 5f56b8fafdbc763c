import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { bundleOf } from "../support/archive.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { objectWith } from "../support/matchers.ts";

/** Sends a request of each kind. */
async function populate(fake: FakeConnect): Promise<void> {
  const client = clientOf(fake);
  const created = await client.post("/v1/users", {
    username: "mira",
    password: "correct horse",
    user_role: "publisher",
  });
  const guid = String(created.body["guid"]);
  const group = await client.post("/v1/groups", { name: "analysts" });
  await client.post(`/v1/groups/${String(group.body["guid"])}/members`, { user_guid: guid });
  const item = await client.post("/v1/content", { name: "report" });
  const grant = { principal_guid: guid, principal_type: "user", role: "owner" };
  await client.post(`/v1/content/${String(item.body["guid"])}/permissions`, grant);
  await client.put(`/v1/content/${String(item.body["guid"])}/environment`, [{ name: "DATABASE", value: "a secret" }]);
  const path = `/v1/content/${String(item.body["guid"])}`;
  await client.post(`${path}/bundles`, bundleOf({ metadata: { appmode: "shiny" } }));
  await client.post(`${path}/deploy`, { bundle_id: "1" });
  await client.post("/v1/tags", { name: "Departments" });
  await client.post("/v1/tags", { name: "Finance", parent_id: "1" });
  await client.post(`${path}/tags`, { tag_id: "2" });
  fake.addVisit({ content_guid: String(item.body["guid"]), user_guid: guid });
  await clientOf(fake, fake.keyFor(guid)).get("/v1/user");
  await client.post(`/v1/users/${guid}/lock`, { locked: true });
  fake.clock.advance({ days: 3 });
}

test("a snapshot is plain JSON and restores everything", async () => {
  const fake = testFake({ seed: 7 });
  await populate(fake);
  const saved = fake.snapshot();
  const { users, groups, content } = fake;
  const time = fake.clock.now();
  expect(JSON.parse(JSON.stringify(saved))).toEqual(saved);

  await clientOf(fake).post("/v1/groups", { name: "later" });
  await clientOf(fake).delete(`/v1/content/${String(content[0]?.guid)}`);
  fake.clock.advance({ days: 400 });
  fake.restore(saved);
  expect([fake.users, fake.groups, fake.content]).toEqual([users, groups, content]);
  expect(fake.clock.now()).toEqual(time);
  expect(fake.snapshot()).toEqual(saved);
});

test("a restored fake continues like the one that was saved", async () => {
  const fake = testFake({ seed: 7 });
  await populate(fake);
  const copy = testFake({ seed: 7 });
  copy.restore(fake.snapshot());
  const next = async (one: FakeConnect): Promise<unknown> =>
    (await clientOf(one).post("/v1/users", { username: "noor", password: "correct horse" })).body;
  expect(await next(copy)).toEqual(await next(fake));
  expect(copy.keyFor("mira")).toBe(fake.keyFor("mira"));
  const variables = await clientOf(copy).get(`/v1/content/${String(copy.content[0]?.guid)}/environment`);
  expect(variables.text).toBe('["DATABASE"]');
  const path = `/v1/content/${String(copy.content[0]?.guid)}`;
  expect((await clientOf(copy).get(`${path}/bundles`)).list).toMatchObject([{ id: "1", active: true }]);
  expect((await clientOf(copy).get(`${path}/tags`)).list).toMatchObject([{ name: "Finance" }]);
  expect((await clientOf(copy).get("/v1/instrumentation/shiny/usage")).list).toHaveLength(1);
  expect((await clientOf(copy).post("/v1/tags", { name: "Next" })).body).toMatchObject({ id: "3" });
  const permissions = `/v1/content/${String(copy.content[0]?.guid)}/permissions`;
  expect((await clientOf(copy).get(permissions)).list).toHaveLength(1);
  expect((await clientOf(copy).get(`/v1/groups/${String(copy.groups[0]?.guid)}/members`)).list).toHaveLength(1);
});

test("a snapshot contains no keys and does not change afterwards", async () => {
  const fake = testFake();
  const saved = fake.snapshot();
  const text = JSON.stringify(saved);
  expect(text).not.toContain(fake.apiKey);
  await populate(fake);
  expect(JSON.stringify(saved)).toBe(text);
});

test("snapshots of other fakes and invalid snapshots are refused", () => {
  const fake = testFake({ seed: 1 });
  const saved = fake.snapshot();
  expect(() => fake.restore(testFake({ seed: 2 }).snapshot())).toThrow("seed 2");
  expect(() => fake.restore({ ...saved, now: "soon" })).toThrow('snapshot.now is "soon"; allowed: a date and time');
  // @ts-expect-error A snapshot has more fields.
  expect(() => fake.restore({})).toThrow("not a snapshot");
  // @ts-expect-error Users must be an array.
  expect(() => fake.restore({ ...saved, users: null })).toThrow("snapshot.users is null; allowed: an array");
  expect(fake.users).toHaveLength(1);
});

test("a snapshot in which a job lacks its failure is refused: null says that there is none", () => {
  const fake = testFake();
  fake.addJob({ content_guid: fake.addContent().guid });
  const { jobs = [], ...saved } = fake.snapshot();
  const incomplete = jobs.map(({ record, log }) => ({ record, log }));
  // @ts-expect-error A job has a failure.
  expect(() => fake.restore({ ...saved, jobs: incomplete })).toThrow("snapshot.jobs[0].failure is missing");
  fake.restore({ ...saved, jobs });
});

test("reset restores the initial state, clock, journal and faults", async () => {
  const fake = testFake({ users: 5, seed: 3 });
  const { users } = fake;
  await populate(fake);
  fake.fault({ status: 500 });
  fake.reset();
  expect(fake.users).toEqual(users);
  expect([fake.groups, fake.content, fake.requests]).toEqual([[], [], []]);
  expect(fake.clock.now()).toEqual(new Date("2026-02-02T09:00:00Z"));
  expect((await clientOf(fake).get("/v1/user")).status).toBe(200);
});

test("the same seed creates the same server, another seed a different one", async () => {
  const dump = async (seed: number): Promise<string> => {
    const fake = testFake({ seed, users: 20 });
    await populate(fake);
    return JSON.stringify([fake.apiKey, fake.snapshot(), fake.requests]);
  };
  expect(await dump(4)).toBe(await dump(4));
  expect(await dump(4)).not.toBe(await dump(5));
});

test("fakes share nothing", async () => {
  const one = testFake();
  const other = testFake();
  await populate(one);
  one.fault({ status: 500 });
  expect(other.users).toHaveLength(1);
  expect(other.requests).toEqual([]);
  expect((await clientOf(other).get("/v1/user")).status).toBe(200);
});

test("a server starts with one administrator with a valid key, and nothing else", async () => {
  const fake = testFake();
  expect(fake.users).toEqual([
    objectWith({
      user_role: "administrator",
      locked: false,
      confirmed: true,
      active_time: "2026-02-02T09:00:00Z",
    }),
  ]);
  expect([fake.groups, fake.content]).toEqual([[], []]);
  expect((await clientOf(fake).get("/v1/user")).body).toEqual(fake.users[0]);
});

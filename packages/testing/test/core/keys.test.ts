import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { anyText, textLike } from "../support/matchers.ts";

function ownPath(fake: FakeConnect): string {
  return `/v1/users/${String(fake.users[0]?.guid)}/keys`;
}

test("a new key works and is returned completely once; later only its end is returned", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const client = clientOf(fake);
  const created = await client.post(ownPath(fake), { name: "nightly" });
  const key = String(created.body["key"]);
  expect(created.body).toEqual({
    id: anyText,
    name: "nightly",
    key: textLike(/^[A-Za-z0-9]{32}$/),
    user_role: "administrator",
    created_time: "2026-02-02T09:00:00Z",
    expires_at: null,
  });
  expect((await clientOf(fake, key).get("/v1/user")).status).toBe(200);
  const shown = await client.get(`${ownPath(fake)}/${String(created.body["id"])}`);
  expect(shown.body).toMatchObject({ key: `********${key.slice(-4)}`, active_time: "2026-02-02T09:00:00Z" });
  expect((await client.get(ownPath(fake))).text).not.toContain(key);
});

test("a list of keys is a plain array of the caller's keys", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  fake.keyFor(fake.addUser());
  await client.post(ownPath(fake), { name: "second" });
  const { list, text } = await client.get(ownPath(fake));
  expect(text.startsWith("[")).toBe(true);
  expect(pluck(list, "name")).toEqual(["fake", "second"]);
});

test("users cannot access the keys of others, administrators included", async () => {
  const fake = testFake();
  const path = `/v1/users/${fake.addUser().guid}/keys`;
  const client = clientOf(fake);
  const answers = [
    await client.get(path),
    await client.post(path, { name: "x" }),
    await client.get(`${path}/1`),
    await client.delete(`${path}/1`),
  ];
  expect(answers.map(({ refusal }) => refusal)).toEqual(Array(4).fill([403, 22]));
});

test("a deleted key (204) is refused from then on", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  const { body } = await client.post(ownPath(fake), { name: "x" });
  const one = `${ownPath(fake)}/${String(body["id"])}`;
  expect((await client.delete(one)).status).toBe(204);
  expect((await clientOf(fake, String(body["key"])).get("/v1/user")).refusal).toEqual([401, 30]);
  expect((await client.get(one)).refusal).toEqual([404, 4]);
});

test.each(["", "   "])("a name must not be blank: code 62", async (name) => {
  const fake = testFake();
  expect((await clientOf(fake).post(ownPath(fake), { name })).refusal).toEqual([400, 62]);
});

test("the role of a new key is at most the caller's: code 234", async () => {
  const fake = testFake();
  const publisher = fake.addUser({ user_role: "publisher" });
  const path = `/v1/users/${publisher.guid}/keys`;
  const own = clientOf(fake, fake.keyFor(publisher));
  expect((await own.post(path, { name: "x", user_role: "administrator" })).refusal).toEqual([400, 234]);
  expect((await own.post(path, { name: "x", user_role: "viewer" })).body).toMatchObject({ user_role: "viewer" });
  expect((await own.post(path, { name: "x", user_role: null })).body).toMatchObject({ user_role: "publisher" });
  expect((await own.post(path, { name: "x", user_role: "owner" })).refusal).toEqual([400, 112]);
});

test("an expired key is refused and removed", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const client = clientOf(fake);
  const { body } = await client.post(ownPath(fake), { name: "short", expires_at: "2026-02-03T11:00:00+02:00" });
  expect(body).toMatchObject({ expires_at: "2026-02-03T09:00:00Z" });
  const short = clientOf(fake, String(body["key"]));
  fake.clock.advance({ hours: 23 });
  expect((await short.get("/v1/user")).status).toBe(200);
  fake.clock.advance({ hours: 1 });
  expect((await short.get("/v1/user")).refusal).toEqual([401, 30]);
  expect(pluck((await client.get(ownPath(fake))).list, "name")).not.toContain("short");
});

test.each(["2026-02-02T09:00:00Z", "2026-02-02T08:59:59Z", "2020-01-01T00:00:00Z"])(
  "a key cannot have expired when it is created: %s",
  async (expires_at) => {
    const fake = testFake({ version: "2026.06.0" });
    expect((await clientOf(fake).post(ownPath(fake), { name: "late", expires_at })).refusal).toEqual([400, 25]);
  },
);

test("an expired key leaves the list even if it is not used", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const client = clientOf(fake);
  const { body } = await client.post(ownPath(fake), { name: "short", expires_at: "2026-02-03T09:00:00Z" });
  fake.clock.advance({ days: 1 });
  expect(pluck((await client.get(ownPath(fake))).list, "name")).toEqual(["fake"]);
  expect((await client.get(`${ownPath(fake)}/${String(body["id"])}`)).refusal).toEqual([404, 4]);
  expect(fake.snapshot().keys).toHaveLength(1);
});

test("servers before 2026.06 ignore the expiry of a key", async () => {
  const fake = testFake({ version: "2026.05.0" });
  const client = clientOf(fake);
  const { body } = await client.post(ownPath(fake), { name: "long", expires_at: "2026-02-03T09:00:00Z" });
  expect(body).not.toHaveProperty("expires_at");
  fake.clock.advance({ days: 2 });
  expect((await clientOf(fake, String(body["key"])).get("/v1/user")).status).toBe(200);
});

test("keyFor returns the same key of a user until it is deleted", async () => {
  const fake = testFake();
  const user = fake.addUser({ username: "mira" });
  const key = fake.keyFor(user);
  expect(fake.keyFor("mira")).toBe(key);
  expect(fake.keyFor(user.guid, { user_role: "viewer" })).toBe(key);
  const own = clientOf(fake, key);
  const { list } = await own.get(`/v1/users/${user.guid}/keys`);
  await own.delete(`/v1/users/${user.guid}/keys/${String(list[0]?.["id"])}`);
  expect(fake.keyFor(user)).not.toBe(key);
  expect(() => fake.keyFor("nobody")).toThrow('there is no user "nobody"');
});

test("keyFor returns a key that expires, or that has expired", async () => {
  const fake = testFake();
  const user = fake.addUser();
  const key = fake.keyFor(user, { expires_at: "2026-02-02T11:00:00+01:00" });
  expect(fake.keyFor(user)).not.toBe(key);
  expect((await clientOf(fake, key).get("/v1/user")).status).toBe(200);
  fake.clock.advance({ hours: 1 });
  expect((await clientOf(fake, key).get("/v1/user")).refusal).toEqual([401, 30]);
  const expired = fake.keyFor(user, { expires_at: "2026-01-01T00:00:00Z" });
  expect((await clientOf(fake, expired).get("/v1/user")).refusal).toEqual([401, 30]);
});

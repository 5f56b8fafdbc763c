import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

test("locking returns 200 with an empty body and does not change updated_time", async () => {
  const fake = testFake();
  const before = fake.addUser();
  fake.clock.advance({ days: 1 });
  const locked = await clientOf(fake).post(`/v1/users/${before.guid}/lock`, { locked: true });
  expect(locked.status).toBe(200);
  expect(locked.text).toBe("");
  expect(locked.headers.get("content-type")).toBeNull();
  expect(fake.users.at(-1)).toEqual({ ...before, locked: true });
});

test("unlocking restores the user", async () => {
  const fake = testFake();
  const before = fake.addUser();
  const client = clientOf(fake);
  await client.post(`/v1/users/${before.guid}/lock`, { locked: true });
  await client.post(`/v1/users/${before.guid}/lock`, { locked: false });
  expect((await client.get(`/v1/users/${before.guid}`)).body).toEqual(before);
});

test("locking a locked user is no error", async () => {
  const fake = testFake();
  const { guid } = fake.addUser({ locked: true });
  expect((await clientOf(fake).post(`/v1/users/${guid}/lock`, { locked: true })).status).toBe(200);
});

test("administrators can lock themselves; their key is refused from then on", async () => {
  const fake = testFake();
  const client = clientOf(fake);
  expect((await client.post(`/v1/users/${String(fake.users[0]?.guid)}/lock`, { locked: true })).status).toBe(200);
  expect((await client.get("/v1/user")).refusal).toEqual([403, 50]);
  expect((await client.get("/server_settings")).refusal).toEqual([403, 50]);
});

test.each([{}, { locked: null }, { locked: "yes" }, { locked: 1 }])("%j is not a valid lock state", async (body) => {
  const fake = testFake();
  const { status } = await clientOf(fake).post(`/v1/users/${fake.addUser().guid}/lock`, body);
  expect(status).toBe(400);
});

test("an unknown user is refused with code 4", async () => {
  const { refusal } = await clientOf(testFake()).post("/v1/users/11111111-1111-4111-8111-111111111111/lock", {
    locked: true,
  });
  expect(refusal).toEqual([404, 4]);
});

test("unlocking more users than the license covers is refused with code 64", async () => {
  const fake = testFake({ licence: { users: 1 } });
  const active = fake.addUser({ locked: true, active_time: "2026-02-01T00:00:00Z" });
  const inactive = fake.addUser({ locked: true });
  const client = clientOf(fake);
  expect((await client.post(`/v1/users/${active.guid}/lock`, { locked: false })).refusal).toEqual([400, 64]);
  expect((await client.post(`/v1/users/${inactive.guid}/lock`, { locked: false })).status).toBe(200);
});

test("the lock endpoint has no other method", async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  expect((await clientOf(fake).get(`/v1/users/${guid}/lock`)).refusal).toEqual([404, undefined]);
  expect((await clientOf(fake).delete(`/v1/users/${guid}/lock`)).refusal).toEqual([404, undefined]);
  expect((await clientOf(fake).delete(`/v1/users/${guid}`)).refusal).toEqual([404, undefined]);
});

import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

const USER = { username: "first", email: "first@example.com", password: "correct horse" };

test("the first user of a password server is created without a key and becomes administrator", async () => {
  const fake = testFake({ empty: true });
  const created = await clientOf(fake, null).post("/v1/users", { ...USER, user_role: "viewer" });
  expect(created.body).toMatchObject({ username: "first", user_role: "administrator", confirmed: true });
  expect((await clientOf(fake, fake.keyFor("first")).get("/v1/user")).status).toBe(200);
});

test("the first user needs a password: code 41", async () => {
  const { password, ...rest } = USER;
  const client = clientOf(testFake({ empty: true }), null);
  expect((await client.post("/v1/users", rest)).refusal).toEqual([400, 41]);
  expect((await client.post("/v1/users", { ...rest, user_must_set_password: true })).refusal).toEqual([400, 41]);
  expect((await client.post("/v1/users", { ...rest, password })).status).toBe(200);
});

test("the second user needs a key", async () => {
  const client = clientOf(testFake({ empty: true }), null);
  await client.post("/v1/users", USER);
  expect((await client.post("/v1/users", { ...USER, username: "second" })).refusal).toEqual([401, 24]);
});

test("with other providers the first user signs in instead", async () => {
  const client = clientOf(testFake({ empty: true, provider: "pam" }), null);
  expect((await client.post("/v1/users", { username: "first" })).refusal).toEqual([401, 24]);
});

test("an invalid key is refused even on a server without users", async () => {
  const fake = testFake({ empty: true });
  expect((await clientOf(fake, "nonsense").post("/v1/users", USER)).refusal).toEqual([401, 30]);
  expect((await clientOf(fake).get("/v1/user")).refusal).toEqual([401, 30]);
});

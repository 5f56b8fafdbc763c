import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

test("an update returns only the editable fields and updated_time", async () => {
  const fake = testFake();
  const { guid } = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor" });
  fake.clock.advance({ hours: 1 });
  const updated = await clientOf(fake).put(`/v1/users/${guid}`, { user_role: "publisher" });
  expect(updated.status).toBe(200);
  expect(updated.body).toEqual({
    email: "mira@example.com",
    username: "mira",
    first_name: "Mira",
    last_name: "Okafor",
    user_role: "publisher",
    updated_time: "2026-02-02T10:00:00Z",
  });
});

test("fields that are not sent do not change", async () => {
  const fake = testFake();
  const before = fake.addUser();
  fake.clock.advance({ seconds: 1 });
  await clientOf(fake).put(`/v1/users/${before.guid}`, { first_name: "New" });
  expect(fake.users.at(-1)).toEqual({ ...before, first_name: "New", updated_time: "2026-02-02T09:00:01Z" });
});

test("an empty update changes nothing", async () => {
  const fake = testFake();
  const before = fake.addUser();
  fake.clock.advance({ hours: 1 });
  expect((await clientOf(fake).put(`/v1/users/${before.guid}`, {})).status).toBe(200);
  expect(fake.users.at(-1)).toEqual(before);
});

test("a duplicate username is refused with 409 and code 8, the current one is accepted", async () => {
  const fake = testFake();
  const { guid } = fake.addUser({ username: "mira" });
  fake.addUser({ username: "noor" });
  const client = clientOf(fake);
  expect((await client.put(`/v1/users/${guid}`, { username: "noor" })).refusal).toEqual([409, 8]);
  expect((await client.put(`/v1/users/${guid}`, { username: "mira" })).status).toBe(200);
});

test("password authentication refuses a blank e-mail address with code 128", async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  expect((await clientOf(fake).put(`/v1/users/${guid}`, { email: "" })).refusal).toEqual([400, 128]);
});

test("users can change their own details only", async () => {
  const fake = testFake();
  const mira = fake.addUser();
  const noor = fake.addUser();
  const client = clientOf(fake, fake.keyFor(mira));
  expect((await client.put(`/v1/users/${mira.guid}`, { email: "new@example.com" })).status).toBe(200);
  expect((await client.put(`/v1/users/${noor.guid}`, { email: "new@example.com" })).refusal).toEqual([403, 22]);
});

test("a setting limits changes of names and addresses to administrators", async () => {
  const fake = testFake({ settings: { userInfoEditableBy: "admin" } });
  const mira = fake.addUser();
  const own = clientOf(fake, fake.keyFor(mira));
  expect((await own.put(`/v1/users/${mira.guid}`, { first_name: "New" })).refusal).toEqual([403, 22]);
  expect((await clientOf(fake).put(`/v1/users/${mira.guid}`, { first_name: "New" })).status).toBe(200);
});

test("users can lower their own role but not raise it: code 23", async () => {
  const fake = testFake();
  const publisher = fake.addUser({ user_role: "publisher" });
  const client = clientOf(fake, fake.keyFor(publisher));
  expect((await client.put(`/v1/users/${publisher.guid}`, { user_role: "administrator" })).refusal).toEqual([403, 23]);
  expect((await client.put(`/v1/users/${publisher.guid}`, { user_role: "viewer" })).status).toBe(200);
  expect((await client.put(`/v1/users/${publisher.guid}`, { user_role: "publisher" })).refusal).toEqual([403, 23]);
});

test("administrators can assign any role to others", async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  const client = clientOf(fake);
  for (const user_role of ["administrator", "publisher", "viewer"]) {
    expect((await client.put(`/v1/users/${guid}`, { user_role })).body).toMatchObject({ user_role });
  }
});

test("the last administrator cannot be demoted: code 61", async () => {
  const fake = testFake();
  const admin = String(fake.users[0]?.guid);
  const client = clientOf(fake);
  expect((await client.put(`/v1/users/${admin}`, { user_role: "viewer" })).refusal).toEqual([400, 61]);
  fake.addUser({ user_role: "administrator" });
  expect((await client.put(`/v1/users/${admin}`, { user_role: "viewer" })).status).toBe(200);
  expect((await client.get("/v1/user")).body).toMatchObject({ user_role: "viewer" });
});

test.each(["ldap", "oauth2-google"] as const)(
  "with %s, names come from the directory and cannot be changed",
  async (provider) => {
    const fake = testFake({ provider });
    const { guid } = fake.addUser({ username: "mira" });
    const client = clientOf(fake);
    expect((await client.put(`/v1/users/${guid}`, { username: "other" })).refusal).toEqual([400, 36]);
    expect((await client.put(`/v1/users/${guid}`, { email: "new@example.com" })).refusal).toEqual([400, 46]);
    expect((await client.put(`/v1/users/${guid}`, { username: "mira", user_role: "publisher" })).status).toBe(200);
  },
);

test("an unknown user is refused with code 4, an invalid guid with code 3", async () => {
  const client = clientOf(testFake());
  expect((await client.put("/v1/users/11111111-1111-4111-8111-111111111111", {})).refusal).toEqual([404, 4]);
  expect((await client.put("/v1/users/mira", {})).refusal).toEqual([400, 3]);
});

test.each([{ email: 1 }, { first_name: [null] }, { username: [] }])("%j has the wrong type: code 25", async (body) => {
  const fake = testFake();
  expect((await clientOf(fake).put(`/v1/users/${fake.addUser().guid}`, body)).refusal).toEqual([400, 25]);
});

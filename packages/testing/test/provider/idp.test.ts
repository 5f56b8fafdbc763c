import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

test("the identity provider locks and unlocks users, also those that an administrator has unlocked", async () => {
  const fake = testFake({ provider: "saml" });
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor" });
  const key = fake.keyFor(mira);
  expect(fake.idp("mira", { active: false }).locked).toBe(true);
  expect((await clientOf(fake, key).get("/v1/user")).refusal).toEqual([403, 50]);
  await clientOf(fake).post(`/v1/users/${mira.guid}/lock`, { locked: false });
  expect(fake.idp(mira, { active: false }).locked).toBe(true);
  expect(fake.idp(mira.guid, { active: true }).locked).toBe(false);
  expect(fake.idp(mira, { active: true }).locked).toBe(false);
  const events = fake.audit.map(({ user_id, event_description }) => `${user_id} ${event_description}`);
  expect(events).toEqual([
    "0 Updated lock for user Mira Okafor (mira): true",
    "1 Updated lock for user Mira Okafor (mira): false",
    "0 Updated lock for user Mira Okafor (mira): true",
    "0 Updated lock for user Mira Okafor (mira): false",
  ]);
});

test("it changes fields that nobody else may change", async () => {
  const settings = { userInfoEditableBy: "provider", userRoleEditableBy: "provider" } as const;
  const fake = testFake({ provider: "oauth2", settings });
  const mira = fake.addUser({ username: "mira" });
  fake.clock.advance({ hours: 1 });
  const changed = fake.idp(mira, { email: "new@example.com", user_role: "publisher", username: "mira.okafor" });
  expect(changed).toEqual({
    ...mira,
    email: "new@example.com",
    user_role: "publisher",
    username: "mira.okafor",
    updated_time: "2026-02-02T10:00:00Z",
  });
  expect((await clientOf(fake).get(`/v1/users/${mira.guid}`)).body).toEqual(changed);
});

test("it provisions groups and memberships", async () => {
  const fake = testFake({ provider: "saml", groups: "provisioned" });
  const mira = fake.addUser({ username: "mira" });
  fake.idp(mira, { groups: ["analysts", "research"] });
  fake.idp(mira, { groups: ["research"] });
  const client = clientOf(fake);
  expect(fake.groups.map(({ name, owner_guid }) => [name, owner_guid])).toEqual([
    ["analysts", null],
    ["research", null],
  ]);
  const members = await Promise.all(fake.groups.map(({ guid }) => client.get(`/v1/groups/${guid}/members`)));
  expect(members.map(({ list }) => pluck(list, "username"))).toEqual([[], ["mira"]]);
});

test("it cannot unlock more users than the license covers, or take a username twice", () => {
  const fake = testFake({ provider: "saml", license: { users: 1 } });
  fake.addUser({ username: "mira", locked: true, active_time: "2026-02-01T00:00:00Z" });
  expect(() => fake.idp("mira", { active: true })).toThrow("the license covers 1 users");
  expect(() => fake.idp("mira", { username: "admin" })).toThrow('a user with the username "admin" already exists');
  expect(fake.users[1]?.locked).toBe(true);
  expect(fake.audit).toEqual([]);
});

import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

test("addUser generates missing fields, and returns the record that the server shows", async () => {
  const fake = testFake();
  const user = fake.addUser({ user_role: "publisher", locked: true });
  expect(user).toMatchObject({ user_role: "publisher", locked: true, confirmed: true, active_time: null });
  expect(user.first_name).not.toBe("");
  expect((await clientOf(fake).get(`/v1/users/${user.guid}`)).body).toEqual(user);
  expect(fake.users).toContainEqual(user);
});

test("every added user has a different name", () => {
  const fake = testFake({ users: 50 });
  for (let number = 0; number < 200; number++) fake.addUser();
  expect(new Set(fake.users.map(({ username }) => username)).size).toBe(250);
});

test("timestamps can have any offset", () => {
  expect(testFake().addUser({ active_time: "2026-01-01T02:00:00.5+02:00" }).active_time).toBe("2026-01-01T00:00:00Z");
});

test.each([
  [{ username: "admin" }, 'a user with the username "admin" already exists'],
  [{ username: "" }, 'username is ""; allowed: a non-empty string'],
  [{ guid: "mira" }, 'guid is "mira"; allowed: a UUID'],
  [{ created_time: "yesterday" }, 'created_time is "yesterday"; allowed: a date and time'],
])("addUser refuses %j", (details, message) => {
  expect(() => testFake().addUser(details)).toThrow(message);
});

test("addUser refuses guids and external ids that are taken, and unknown roles and fields", () => {
  const fake = testFake({ provider: "saml" });
  const { guid } = fake.addUser({ external_id: "x" });
  expect(() => fake.addUser({ guid })).toThrow("already");
  expect(() => fake.addUser({ external_id: "x" })).toThrow("already");
  // @ts-expect-error There is no such role.
  expect(() => fake.addUser({ user_role: "owner" })).toThrow("administrator, publisher, viewer");
  // @ts-expect-error There is no such field.
  expect(() => fake.addUser({ role: "viewer" })).toThrow("role is unknown; allowed: username,");
});

test("addGroup takes members as users or guids and belongs to the administrator", () => {
  const fake = testFake();
  const user = fake.addUser();
  const group = fake.addGroup({ members: [user, user.guid, String(fake.users[0]?.guid)] });
  expect(group).toMatchObject({ owner_guid: fake.users[0]?.guid, name: "group-1" });
  expect(fake.groups).toEqual([group]);
  expect(fake.addGroup({ owner_guid: null }).owner_guid).toBeNull();
});

test("addGroup refuses invalid details", () => {
  const fake = testFake();
  const group = fake.addGroup({ name: "a" });
  const stranger = "11111111-1111-4111-8111-111111111111";
  expect(() => fake.addGroup({ name: "a" })).toThrow('the name "a" already exists');
  expect(() => fake.addGroup({ guid: group.guid })).toThrow("already");
  expect(() => fake.addGroup({ members: [stranger] })).toThrow("no user with the guid");
  expect(() => fake.addGroup({ owner_guid: stranger })).toThrow("no user with the guid");
  // @ts-expect-error There is no such field.
  expect(() => fake.addGroup({ title: "x" })).toThrow("title is unknown; allowed: name,");
});

test("addContent belongs to the administrator unless an owner is given", () => {
  const fake = testFake();
  const owner = fake.addUser();
  const item = fake.addContent();
  expect(item.owner_guid).toBe(fake.users[0]?.guid);
  expect(fake.addContent({ owner_guid: owner.guid, title: "T", app_mode: "shiny" })).toMatchObject({
    owner_guid: owner.guid,
    title: "T",
    app_mode: "shiny",
  });
  expect(fake.content[0]).toEqual(item);
});

test("addContent refuses invalid details", () => {
  const fake = testFake();
  const item = fake.addContent({ name: "a" });
  expect(() => fake.addContent({ name: "a" })).toThrow('the name "a" already exists');
  expect(() => fake.addContent({ guid: item.guid })).toThrow("already");
  expect(() => fake.addContent({ owner_guid: "11111111-1111-4111-8111-111111111111" })).toThrow("no user");
  // @ts-expect-error The owner is given as owner_guid.
  expect(() => fake.addContent({ owner: "x" })).toThrow('owner is "x"; allowed: a user; owner_guid takes a guid');
  expect(() => testFake({ empty: true }).addContent()).toThrow("no user");
});

test("addContent gives fields that are undefined their defaults", () => {
  const fake = testFake();
  const undefinedFields = Object.fromEntries(
    ["title", "name", "access_type", "created_time"].map((name) => [name, undefined]),
  );
  const { name, title, access_type, created_time } = fake.addContent(undefinedFields);
  expect({ title, access_type, created_time }).toEqual({
    title: null,
    access_type: "acl",
    created_time: "2026-02-02T09:00:00Z",
  });
  expect(name).not.toBe("");
  expect(name).toBe(fake.content[0]?.name);
});

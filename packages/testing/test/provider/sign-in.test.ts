import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { pluck } from "../support/response.ts";

test("signing in is recorded as the user and makes the user active", () => {
  const fake = testFake();
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor" });
  fake.clock.advance({ hours: 1 });
  expect(fake.signIn("mira")).toEqual({ ...mira, active_time: "2026-02-02T10:00:00Z" });
  expect(fake.audit).toEqual([
    {
      id: "1",
      time: "2026-02-02T10:00:00Z",
      user_id: "2",
      user_guid: mira.guid,
      user_description: "Mira Okafor (mira)",
      action: "user_login",
      event_description: "Signed in: Mira Okafor (mira)",
    },
  ]);
});

test("a key is used without a sign-in", async () => {
  const fake = testFake();
  await clientOf(fake, fake.keyFor(fake.addUser())).get("/v1/user");
  expect(fake.audit).toEqual([]);
});

test("locked and unknown users cannot sign in", () => {
  const fake = testFake();
  fake.addUser({ username: "leaver", locked: true });
  expect(() => fake.signIn("leaver")).toThrow("leaver is locked and cannot sign in");
  expect(() => fake.signIn("nobody")).toThrow('there is no user "nobody"');
  expect(fake.audit).toEqual([]);
});

test("the license limits who becomes active by signing in", () => {
  const fake = testFake({ license: { users: 2 } });
  fake.addUser({ username: "second" });
  fake.addUser({ username: "third" });
  fake.signIn("second");
  expect(() => fake.signIn("third")).toThrow("the license covers 2 users, and third would be one more");
  fake.signIn("second");
});

test("role mapping gives the highest mapped role, and the default role to everyone else", () => {
  const roleMapping = { administrator: ["admins"], publisher: ["analysts", "research"] };
  const fake = testFake({ provider: "saml", roleMapping, settings: { defaultUserRole: "viewer" } });
  const mira = fake.addUser({ username: "mira" });
  expect(fake.signIn(mira, { groups: ["research", "other"] }).user_role).toBe("publisher");
  expect(fake.signIn(mira, { groups: ["analysts", "admins"] }).user_role).toBe("administrator");
  expect(fake.signIn(mira).user_role).toBe("viewer");
  fake.addGroup({ name: "analysts", members: [mira] });
  expect(fake.signIn(mira).user_role).toBe("publisher");
  expect(fake.audit.filter(({ action }) => action === "edit_user").map(({ user_id }) => user_id)).toEqual([
    "0",
    "0",
    "0",
    "0",
  ]);
});

test("role mapping undoes a role that an administrator has set, at the next sign-in", async () => {
  const fake = testFake({ provider: "oauth2", roleMapping: { publisher: ["analysts"] } });
  const mira = fake.addUser({ username: "mira", user_role: "publisher" });
  const { status } = await clientOf(fake).put(`/v1/users/${mira.guid}`, { user_role: "administrator" });
  expect(status).toBe(200);
  expect(fake.signIn(mira, { groups: ["analysts"] }).user_role).toBe("publisher");
});

test.each(["password", "pam"] as const)("role mapping is not for %s", (provider) => {
  expect(() => testFake({ provider, roleMapping: { publisher: ["analysts"] } })).toThrow(
    `roleMapping needs a provider that has groups, such as saml; the provider is ${provider}`,
  );
});

test("without role mapping a sign-in leaves the role alone", () => {
  const fake = testFake({ provider: "saml" });
  const mira = fake.addUser({ user_role: "publisher" });
  expect(fake.signIn(mira, { groups: ["admins"] }).user_role).toBe("publisher");
});

test("with groups of the provider, a sign-in updates the user's memberships", async () => {
  const fake = testFake({ provider: "saml", groups: "provider" });
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Okafor" });
  const analysts = fake.addGroup({ name: "analysts", members: [mira] });
  const research = fake.addGroup({ name: "research" });
  fake.signIn(mira, { groups: ["research", "unknown"] });
  const membersOf = async (guid: string) =>
    pluck((await clientOf(fake).get(`/v1/groups/${guid}/members`)).list, "username");
  expect(await membersOf(analysts.guid)).toEqual([]);
  expect(await membersOf(research.guid)).toEqual(["mira"]);
  expect(fake.audit.map(({ action, user_id }) => `${action} ${user_id}`)).toEqual([
    "remove_group_member 0",
    "add_group_member 0",
    "user_login 2",
  ]);
  fake.signIn(mira);
  expect(await membersOf(research.guid)).toEqual(["mira"]);
});

test("options of a sign-in are validated", () => {
  const fake = testFake();
  // @ts-expect-error a misspelled option
  expect(() => fake.signIn("admin", { group: ["x"] })).toThrow("group is unknown; did you mean groups?");
});

import { describe, expect, test } from "vitest";
import type { FakeConnectOptions } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

/** A fake with a group that has a member. */
function scene(options: FakeConnectOptions) {
  const fake = testFake(options);
  const client = clientOf(fake);
  const mira = fake.addUser({ username: "mira", user_role: "publisher" });
  const group = fake.addGroup({ name: "analysts", members: [mira] });
  return { fake, client, mira, group, path: `/v1/groups/${group.guid}` };
}

describe.each(["provider", "provisioned"] as const)("groups: %s", (groups) => {
  test("members cannot be added or removed, not even by themselves: code 95", async () => {
    const { fake, client, mira, path } = scene({ provider: "saml", groups });
    const other = fake.addUser();
    expect((await client.post(`${path}/members`, { user_guid: other.guid })).refusal).toEqual([403, 95]);
    expect((await client.delete(`${path}/members/${mira.guid}`)).refusal).toEqual([403, 95]);
    const own = clientOf(fake, fake.keyFor(mira));
    expect((await own.delete(`${path}/members/${mira.guid}`)).refusal).toEqual([403, 95]);
    expect((await client.get(`${path}/members`)).list).toHaveLength(1);
  });

  test("groups have no owner, and cannot get one", async () => {
    const { fake, client, mira, group, path } = scene({ provider: "saml", groups });
    expect(group.owner_guid).toBeNull();
    expect((await client.post(path, { owner_guid: mira.guid })).refusal).toEqual([403, 95]);
    expect(() => fake.addGroup({ owner_guid: mira.guid })).toThrow("groups of the provider have no owner");
  });

  test("the server settings say so", async () => {
    const { client } = scene({ provider: "saml", groups });
    const { body } = await client.get("/server_settings");
    expect(body["authentication"]).toMatchObject({ external_group_members: true, external_group_owner: true });
  });
});

test("groups of the provider can be created, renamed and deleted", async () => {
  const { client, path } = scene({ provider: "saml", groups: "provider" });
  expect((await client.post("/v1/groups", { name: "research" })).body).toMatchObject({ owner_guid: null });
  expect((await client.post(path, { name: "renamed" })).status).toBe(200);
  expect((await client.delete(path)).status).toBe(204);
});

test("provisioned groups cannot be created, renamed or deleted: code 95", async () => {
  const { client, path } = scene({ provider: "oauth2", groups: "provisioned" });
  expect((await client.post("/v1/groups", { name: "research" })).refusal).toEqual([403, 95]);
  expect((await client.post(path, { name: "renamed" })).refusal).toEqual([403, 95]);
  expect((await client.patch(path, { name: "renamed" })).refusal).toEqual([403, 95]);
  expect((await client.delete(path)).refusal).toEqual([403, 95]);
});

test("LDAP groups belong to the directory: no owner, no changes of members, and no list of them: code 132", async () => {
  const { fake, client, mira, group, path } = scene({ provider: "ldap" });
  expect(group.owner_guid).toBeNull();
  expect((await client.get(`${path}/members`)).refusal).toEqual([400, 132]);
  expect((await client.post(`${path}/members`, { user_guid: fake.addUser().guid })).refusal).toEqual([403, 95]);
  expect((await client.delete(`${path}/members/${mira.guid}`)).refusal).toEqual([403, 95]);
  const { body } = await client.get("/server_settings");
  expect(body["authentication"]).toMatchObject({ external_group_members: true, external_group_search: true });
});

test("local groups are managed as always", async () => {
  const { fake, client, path } = scene({ provider: "saml" });
  expect((await client.post(`${path}/members`, { user_guid: fake.addUser().guid })).status).toBe(204);
  const { body } = await client.get("/server_settings");
  expect(body["authentication"]).toMatchObject({
    role_editable_by: "adminandself",
    name_editable_by: "adminandself",
    external_user_search: false,
    external_group_search: false,
    external_group_members: false,
    external_group_owner: false,
  });
});

test.each(["ldap", "oauth2-google"] as const)("%s owns names, usernames and e-mail addresses", async (provider) => {
  const { client, mira } = scene({ provider });
  const { body } = await client.get("/server_settings");
  expect(body["authentication"]).toMatchObject({
    name_editable_by: "provider",
    email_editable_by: "provider",
    username_editable_by: "provider",
    role_editable_by: "adminandself",
    external_user_search: true,
  });
  expect((await client.put(`/v1/users/${mira.guid}`, { first_name: "New" })).refusal).toEqual([400, 46]);
  expect((await client.put(`/v1/users/${mira.guid}`, { user_role: "viewer" })).status).toBe(200);
});

test("fields that the provider owns cannot be changed; sending them unchanged is no error", async () => {
  const settings = { userInfoEditableBy: "provider", userRoleEditableBy: "provider" } as const;
  const { client, mira } = scene({ provider: "saml", settings });
  const path = `/v1/users/${mira.guid}`;
  const { body } = await client.get("/server_settings");
  expect(body["authentication"]).toMatchObject({ role_editable_by: "provider", email_editable_by: "provider" });
  expect((await client.put(path, { user_role: "viewer" })).refusal).toEqual([400, 46]);
  expect((await client.put(path, { email: "new@example.com" })).refusal).toEqual([400, 46]);
  expect((await client.put(path, { last_name: "New" })).refusal).toEqual([400, 46]);
  expect((await client.put(path, { username: "new" })).refusal).toEqual([400, 36]);
  const { email, username, user_role } = mira;
  expect((await client.put(path, { email, username, user_role })).status).toBe(200);
});

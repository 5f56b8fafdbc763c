import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { anyText } from "../support/matchers.ts";

const UNKNOWN = "11111111-1111-4111-8111-111111111111";

test("adding a permission returns 200 with the permission; the owner is not in the list", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const user = fake.addUser();
  const client = clientOf(fake);
  const path = `/v1/content/${guid}/permissions`;
  expect((await client.get(path)).list).toEqual([]);
  const body = { principal_guid: user.guid, principal_type: "user", role: "viewer" };
  const added = await client.post(path, body);
  expect(added.status).toBe(200);
  expect(added.body).toEqual({ id: anyText, content_guid: guid, ...body });
  expect((await client.get(path)).list).toEqual([added.body]);
  expect((await client.get(`${path}/${String(added.body["id"])}`)).body).toEqual(added.body);
});

test("adding a permission twice changes it since 2026, and was refused before (154, 155)", async () => {
  for (const version of ["2026.01.0", "2025.09.0"]) {
    const fake = testFake({ version });
    const { guid } = fake.addContent();
    const client = clientOf(fake);
    const path = `/v1/content/${guid}/permissions`;
    const user = { principal_guid: fake.addUser({ user_role: "publisher" }).guid, principal_type: "user" };
    const group = { principal_guid: fake.addGroup().guid, principal_type: "group" };
    await client.post(path, { ...user, role: "viewer" });
    await client.post(path, { ...group, role: "viewer" });
    const again = [
      await client.post(path, { ...user, role: "owner" }),
      await client.post(path, { ...group, role: "viewer" }),
    ];
    if (version === "2026.01.0") {
      expect(again[0]?.body).toMatchObject({ role: "owner" });
      expect(again[1]?.status).toBe(200);
    } else {
      expect(again.map(({ refusal }) => refusal)).toEqual([
        [409, 154],
        [409, 155],
      ]);
    }
    expect((await client.get(path)).list).toHaveLength(2);
  }
});

test("a permission for the owner is refused with code 34", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const body = { principal_guid: fake.users[0]?.guid, principal_type: "user", role: "viewer" };
  expect((await clientOf(fake).post(`/v1/content/${guid}/permissions`, body)).refusal).toEqual([400, 34]);
});

test("the permission of a new owner is removed", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const publisher = fake.addUser({ user_role: "publisher" });
  const client = clientOf(fake);
  const path = `/v1/content/${guid}/permissions`;
  await client.post(path, { principal_guid: publisher.guid, principal_type: "user", role: "owner" });
  await client.patch(`/v1/content/${guid}`, { owner_guid: publisher.guid });
  expect((await client.get(path)).list).toEqual([]);
});

test("refused: unknown users (code 9) and groups (153), unknown principal types (152), viewers as collaborators (33)", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const viewer = fake.addUser();
  const client = clientOf(fake);
  const grant = async (principal_guid: string, principal_type: string, role = "viewer"): Promise<unknown> =>
    (await client.post(`/v1/content/${guid}/permissions`, { principal_guid, principal_type, role })).refusal;
  expect(await grant(UNKNOWN, "user")).toEqual([404, 9]);
  expect(await grant(UNKNOWN, "group")).toEqual([404, 153]);
  expect(await grant(viewer.guid, "robot")).toEqual([400, 152]);
  expect(await grant(viewer.guid, "user", "owner")).toEqual([403, 33]);
  expect(await grant(viewer.guid, "user", "editor")).toEqual([400, 25]);
  expect(await grant("mira", "user")).toEqual([400, 3]);
});

test("PUT changes the role only", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const user = fake.addUser({ user_role: "publisher" });
  const client = clientOf(fake);
  const path = `/v1/content/${guid}/permissions`;
  const body = { principal_guid: user.guid, principal_type: "user" };
  const { body: added } = await client.post(path, { ...body, role: "viewer" });
  const one = `${path}/${String(added["id"])}`;
  expect((await client.put(one, { ...body, role: "owner" })).body).toEqual({ ...added, role: "owner" });
  expect((await client.put(one, { role: "owner" })).refusal).toEqual([400, 12]);
  const other = { ...body, principal_guid: fake.addUser().guid, role: "viewer" };
  expect((await client.put(one, other)).refusal).toEqual([400, 25]);
  expect((await client.put(`${path}/999`, { ...body, role: "viewer" })).refusal).toEqual([404, 4]);
});

test("DELETE returns 204", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const client = clientOf(fake);
  const path = `/v1/content/${guid}/permissions`;
  const body = { principal_guid: fake.addUser().guid, principal_type: "user", role: "viewer" };
  const one = `${path}/${String((await client.post(path, body)).body["id"])}`;
  expect((await client.delete(one)).status).toBe(204);
  expect((await client.get(one)).refusal).toEqual([404, 4]);
  expect((await client.delete(one)).refusal).toEqual([404, 4]);
});

test("deleting a group removes its permissions", async () => {
  const fake = testFake();
  const { guid } = fake.addContent();
  const group = fake.addGroup();
  const client = clientOf(fake);
  const path = `/v1/content/${guid}/permissions`;
  await client.post(path, { principal_guid: group.guid, principal_type: "group", role: "viewer" });
  await client.delete(`/v1/groups/${group.guid}`);
  expect((await client.get(path)).list).toEqual([]);
});

import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

const UNKNOWN = "11111111-1111-4111-8111-111111111111";

test("adding a member returns 204, and the member is listed as a user", async () => {
  const fake = testFake();
  const user = fake.addUser();
  const { guid } = fake.addGroup();
  const client = clientOf(fake);
  const added = await client.post(`/v1/groups/${guid}/members`, { user_guid: user.guid });
  expect([added.status, added.text]).toEqual([204, ""]);
  expect((await client.get(`/v1/groups/${guid}/members`)).body).toEqual({ results: [user], current_page: 1, total: 1 });
});

test("an existing member is refused with 409 and code 16, an unknown user with code 9", async () => {
  const fake = testFake();
  const user = fake.addUser();
  const { guid } = fake.addGroup({ members: [user] });
  const client = clientOf(fake);
  expect((await client.post(`/v1/groups/${guid}/members`, { user_guid: user.guid })).refusal).toEqual([409, 16]);
  expect((await client.post(`/v1/groups/${guid}/members`, { user_guid: UNKNOWN })).refusal).toEqual([404, 9]);
  expect((await client.post(`/v1/groups/${guid}/members`, { user_guid: "mira" })).refusal).toEqual([400, 3]);
  expect((await client.post(`/v1/groups/${guid}/members`, {})).refusal).toEqual([400, 12]);
});

test("removing a member returns 204; a user that is no member is refused with code 17", async () => {
  const fake = testFake();
  const user = fake.addUser();
  const { guid } = fake.addGroup({ members: [user] });
  const client = clientOf(fake);
  expect((await client.delete(`/v1/groups/${guid}/members/${user.guid}`)).status).toBe(204);
  expect((await client.delete(`/v1/groups/${guid}/members/${user.guid}`)).refusal).toEqual([404, 17]);
});

test("a page of members has 10 by default, sorted by name", async () => {
  const fake = testFake();
  const members = Array.from({ length: 25 }, (_, index) => fake.addUser({ first_name: `N${String(99 - index)}` }));
  const { guid } = fake.addGroup({ members });
  const client = clientOf(fake);
  const first = await client.get(`/v1/groups/${guid}/members`);
  expect(first.list).toHaveLength(10);
  expect(first.body).toMatchObject({ total: 25, current_page: 1 });
  expect(pluck(first.list, "first_name")[0]).toBe("N75");
  expect((await client.get(`/v1/groups/${guid}/members?page_size=1`)).list).toHaveLength(1);
  expect((await client.get(`/v1/groups/${guid}/members?page_number=3`)).list).toHaveLength(5);
  expect((await client.get(`/v1/groups/${guid}/members?page_number=4`)).body).toMatchObject({
    results: [],
    current_page: 4,
  });
  expect((await client.get(`/v1/groups/${guid}/members?page_size=0`)).refusal).toEqual([400, 13]);
});

test("members can be sorted by other fields since 2026", async () => {
  const fake = testFake();
  const early = fake.addUser({ username: "early", first_name: "Z", active_time: "2026-01-01T00:00:00Z" });
  const late = fake.addUser({ username: "late", first_name: "A", active_time: "2026-02-01T00:00:00Z" });
  const { guid } = fake.addGroup({ members: [late, early] });
  const client = clientOf(fake);
  expect(pluck((await client.get(`/v1/groups/${guid}/members?sort=active_time`)).list, "username")).toEqual([
    "early",
    "late",
  ]);
  expect(pluck((await client.get(`/v1/groups/${guid}/members?asc_order=false`)).list, "username")).toEqual([
    "early",
    "late",
  ]);
});

test("every member can leave a group, only managers can remove others", async () => {
  const fake = testFake();
  const mira = fake.addUser();
  const noor = fake.addUser();
  const { guid } = fake.addGroup({ members: [mira, noor] });
  const own = clientOf(fake, fake.keyFor(mira));
  expect((await own.delete(`/v1/groups/${guid}/members/${noor.guid}`)).refusal).toEqual([403, 22]);
  expect((await own.post(`/v1/groups/${guid}/members`, { user_guid: mira.guid })).refusal).toEqual([403, 22]);
  expect((await own.delete(`/v1/groups/${guid}/members/${mira.guid}`)).status).toBe(204);
});

test("an unknown group is refused with code 4", async () => {
  expect((await clientOf(testFake()).get(`/v1/groups/${UNKNOWN}/members`)).refusal).toEqual([404, 4]);
});

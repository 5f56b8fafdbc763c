import { expect, test } from "vitest";
import { pluck } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { textLike } from "../support/matchers.ts";

const PEOPLE = [
  { username: "mira", email: "mira@example.com", first_name: "Mira", last_name: "Okafor", external_id: "uid=mira" },
  {
    username: "miranda",
    email: "miranda@example.com",
    first_name: "Miranda",
    last_name: "Ito",
    external_id: "uid=miranda",
  },
];

test.each(["ldap", "oauth2-google"] as const)("%s has a directory that can be searched", async (provider) => {
  const fake = testFake({ provider, directory: { people: PEOPLE } });
  const found = await clientOf(fake).get("/v1/users/remote?prefix=MIR");
  expect(found.body).toMatchObject({ current_page: 1, total: 2 });
  expect(found.list[0]).toMatchObject({ username: "mira", guid: null, temp_ticket: textLike(/^.{16,}$/) });
});

test.each(["password", "pam", "saml", "oauth2", "proxy"] as const)(
  "%s has no directory: code 132",
  async (provider) => {
    expect((await clientOf(testFake({ provider })).get("/v1/users/remote?prefix=m")).refusal).toEqual([400, 132]);
  },
);

test("the default directory is generated and has other people than the server", async () => {
  const found = await clientOf(testFake({ provider: "ldap", users: 300 })).get("/v1/users/remote?prefix=");
  expect(found.body).toMatchObject({ total: 25 });
  expect(new Set(pluck(found.list, "guid"))).toEqual(new Set([null]));
});

test("limit can be 1 to 500", async () => {
  const client = clientOf(testFake({ provider: "ldap" }));
  expect((await client.get("/v1/users/remote?prefix=&limit=3")).list).toHaveLength(3);
  expect((await client.get("/v1/users/remote?prefix=&limit=0")).refusal).toEqual([400, 13]);
  expect((await client.get("/v1/users/remote?prefix=&limit=501")).refusal).toEqual([400, 13]);
});

test("a person that is not a user has the default role, and no times and no guid", async () => {
  const people = PEOPLE.slice(0, 1);
  const { list } = await clientOf(testFake({ provider: "ldap", directory: { people } })).get("/v1/users/remote");
  expect(list).toEqual([
    {
      ...people[0],
      user_role: "viewer",
      created_time: "0001-01-01T00:00:00Z",
      updated_time: "0001-01-01T00:00:00Z",
      active_time: null,
      confirmed: true,
      locked: false,
      guid: null,
      temp_ticket: textLike(/^.{16,}$/),
    },
  ]);
});

test("without a prefix, every person matches", async () => {
  const client = clientOf(testFake({ provider: "ldap", directory: { people: PEOPLE } }));
  const all = await client.get("/v1/users/remote");
  expect(all.body).toMatchObject({ total: PEOPLE.length });
  expect(all.list).toEqual((await client.get("/v1/users/remote?prefix=")).list);
});

test("a ticket creates a user with the default role, once", async () => {
  const fake = testFake({ provider: "ldap", directory: { people: PEOPLE } });
  const client = clientOf(fake);
  const before = await client.get("/v1/users/remote?prefix=miranda");
  const temp_ticket = before.list[0]?.["temp_ticket"];
  const created = await client.put("/v1/users", { temp_ticket });
  expect(created.body).toMatchObject({
    username: "miranda",
    user_role: "viewer",
    active_time: null,
    external_id: "uid=miranda",
  });
  expect((await client.put("/v1/users", { temp_ticket })).refusal).toEqual([400, 127]);
  const after = await client.get("/v1/users/remote?prefix=miranda");
  expect(after.list[0]).toMatchObject({ guid: created.body["guid"] });
  expect((await client.put("/v1/users", { temp_ticket: after.list[0]?.["temp_ticket"] })).refusal).toEqual([409, 8]);
});

test("a person with the username of a user is that user, even without an external id", async () => {
  const fake = testFake({ provider: "ldap", directory: { people: PEOPLE } });
  const { guid } = fake.addUser({ username: "mira" });
  const client = clientOf(fake);
  const { list } = await client.get("/v1/users/remote?prefix=mira");
  expect(pluck(list, "guid")).toEqual([guid, null]);
  expect((await client.put("/v1/users", { temp_ticket: list[0]?.["temp_ticket"] })).refusal).toEqual([409, 8]);
});

test("an unknown ticket is refused with code 127, a provider without a directory with code 119", async () => {
  expect((await clientOf(testFake({ provider: "ldap" })).put("/v1/users", { temp_ticket: "x" })).refusal).toEqual([
    400, 127,
  ]);
  expect((await clientOf(testFake()).put("/v1/users", { temp_ticket: "x" })).refusal).toEqual([400, 119]);
});

test("publishers can search the directory and create users from it, viewers cannot", async () => {
  const fake = testFake({ provider: "ldap", directory: { people: PEOPLE } });
  const publisher = clientOf(fake, fake.keyFor(fake.addUser({ user_role: "publisher" })));
  const found = await publisher.get("/v1/users/remote?prefix=mira");
  expect((await publisher.put("/v1/users", { temp_ticket: found.list[0]?.["temp_ticket"] })).status).toBe(200);
  const viewer = clientOf(fake, fake.keyFor(fake.addUser()));
  expect((await viewer.get("/v1/users/remote?prefix=mira")).refusal).toEqual([403, 22]);
  expect((await viewer.put("/v1/users", { temp_ticket: "x" })).refusal).toEqual([403, 22]);
});

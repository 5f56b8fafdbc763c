import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import type { InspectedUser, UserDetail } from "../../src/inspector/users.ts";
import { controlOf } from "../support/control-client.ts";
import { clientOf, testFake } from "../support/fake-client.ts";

interface UserPage {
  total: number;
  page: number;
  results: InspectedUser[];
}

/** Lists users over the API. */
async function listed(fake: FakeConnect, query: string): Promise<UserPage> {
  const headers = { authorization: `Key ${fake.apiKey}` };
  const response = await fake.fetch(`${fake.url}/__api__/v1/users?${query}`, { headers });
  return (await response.json()) as UserPage;
}

describe("the list of users", () => {
  it("has the first 50 users by first name, with their status", async () => {
    const fake = testFake({ users: 120 });
    const call = await controlOf(fake);
    const { body } = await call("GET /users");
    const { results } = await listed(fake, "page_size=50");
    expect(body).toMatchObject({ total: 120, page: 1, results });
    expect((body as UserPage).results.every(({ account_status }) => account_status.length > 0)).toBe(true);
  });

  it("is searched in every part of names, username, email and guid", async () => {
    const fake = testFake({ users: 30 });
    const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Osei-Tutu", email: "m@uni.example" });
    const call = await controlOf(fake);
    for (const search of ["tutu", "MIRA osei", "uni.example", mira.guid.slice(0, 13)]) {
      const { body } = await call(`GET /users?search=${encodeURIComponent(search)}`);
      expect(body).toMatchObject({ total: 1, results: [{ guid: mira.guid }] });
    }
    await expect(call("GET /users?search=mira%20nobody")).resolves.toMatchObject({ body: { total: 0, results: [] } });
  });

  it("filters, sorts and pages like a loop over all users", async () => {
    const fake = testFake({ users: 300, seed: 3 });
    const call = await controlOf(fake);
    const sorts = ["first_name", "last_name", "username", "active_time", "created_time", "user_role"] as const;
    const query = fc.record(
      {
        search: fc.constantFrom("a", "an", "example.com", "a b", "zzz", "-", "é"),
        role: fc.constantFrom("viewer", "publisher", "administrator"),
        status: fc.constantFrom("licensed", "inactive", "locked"),
        sort: fc.constantFrom(...sorts),
        ascending: fc.boolean(),
        page_size: fc.integer({ min: 1, max: 400 }),
      },
      { requiredKeys: [] },
    );
    const statuses = new Map<string, string>();
    for (const status of ["licensed", "inactive", "locked"]) {
      const { results } = await listed(fake, `account_status=${status}&page_size=500`);
      for (const { guid } of results) statuses.set(guid, status);
    }
    await fc.assert(
      fc.asyncProperty(query, async ({ page_size = 50, ...filter }) => {
        const parameters = new URLSearchParams({ ...filter, ascending: String(filter.ascending ?? true) });
        const found: InspectedUser[] = [];
        for (let page = 1, total = 1; found.length < total; page++) {
          const paging = `page=${String(page)}&page_size=${String(page_size)}`;
          const result = (await call(`GET /users?${parameters.toString()}&${paging}`)).body as UserPage;
          ({ total } = result);
          // A page within the list has users, or this loop would not end.
          if (total > 0) expect(result.results).not.toEqual([]);
          found.push(...result.results);
        }
        const words = (filter.search ?? "").split(" ");
        const expected = fake.users.filter(({ guid, username, first_name, last_name, email, user_role }) => {
          const fields = [username, first_name, last_name, email].map((field) => field.toLowerCase());
          return (
            (filter.role === undefined || user_role === filter.role) &&
            (filter.status === undefined || statuses.get(guid) === filter.status) &&
            words.every((word) => guid.startsWith(word) || fields.some((field) => field.includes(word)))
          );
        });
        expect(found.map(({ guid }) => guid).toSorted()).toEqual(expected.map(({ guid }) => guid).toSorted());
        if (filter.sort === "created_time" || filter.sort === "username") {
          const { sort } = filter;
          const values = found.map((user) => user[sort]);
          expect(values).toEqual(filter.ascending === false ? values.toSorted().toReversed() : values.toSorted());
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts users of a status as the API does", async () => {
    const fake = testFake({ users: 200 });
    const call = await controlOf(fake);
    for (const status of ["licensed", "inactive", "locked"]) {
      const { total } = await listed(fake, `account_status=${status}`);
      expect(total).toBeGreaterThan(0);
      await expect(call(`GET /users?status=${status}`)).resolves.toMatchObject({ body: { total } });
      await expect(call(`GET /users?status=${status}&search=example`)).resolves.toMatchObject({ body: { total } });
    }
  });

  it("reaches the last page of 100,000 users", async () => {
    const call = await controlOf(testFake({ users: 100_000 }));
    const { body } = await call("GET /users?page=2000&sort=username");
    expect(body).toMatchObject({ total: 100_000, page: 2000, results: { length: 50 } });
    await expect(call("GET /users?page=2001")).resolves.toMatchObject({ body: { results: [] } });
  });

  it.each([
    ["page=0", "page is 0; allowed: a whole number of at least 1"],
    ["page=x", 'page is "x"; allowed: a whole number of at least 1'],
    ["page_size=501", "page_size is 501; allowed: a whole number from 1 to 500"],
    ["role=admin", 'role is "admin"; allowed: administrator, publisher, viewer'],
    ["status=gone", 'status is "gone"; allowed: licensed, inactive, locked'],
    ["ascending=yes", 'ascending is "yes"; allowed: true or false'],
    ["serach=a", "serach is unknown; did you mean search?"],
    ["page=1&page=2", "page is repeated; allowed: one value"],
  ])("refuses ?%s", async (query, error) => {
    const call = await controlOf(testFake());
    await expect(call(`GET /users?${query}`)).resolves.toMatchObject({ status: 400, body: { error } });
  });
});

describe("a user", () => {
  it("has groups, content, keys and the time of becoming inactive", async () => {
    const fake = testFake({ now: "2026-02-02T09:00:00Z" });
    const mira = fake.addUser({ username: "mira", user_role: "publisher", active_time: "2026-01-02T09:00:00Z" });
    const group = fake.addGroup({ name: "analysts", members: [mira] });
    const own = fake.addContent({ name: "own", owner_guid: mira.guid });
    const shared = fake.addContent({ name: "shared", title: "Shared" });
    const throughGroup = fake.addContent({ name: "through-group" });
    const grant = (guid: string, principal_guid: string, principal_type: string, role: string) =>
      clientOf(fake).post(`/v1/content/${guid}/permissions`, { principal_guid, principal_type, role });
    await grant(shared.guid, mira.guid, "user", "owner");
    await grant(throughGroup.guid, group.guid, "group", "viewer");
    const key = fake.keyFor(mira);

    const call = await controlOf(fake);
    const { body } = await call(`GET /users/${mira.guid}`);
    expect(body).toMatchObject({
      user: { username: "mira", account_status: "licensed" },
      seeded: false,
      inactive_from: "2027-01-02T09:00:00Z",
      groups: [{ name: "analysts" }],
      content: [
        { guid: own.guid, access: "owner", through: null },
        { guid: shared.guid, title: "Shared", access: "collaborator", through: null },
        { guid: throughGroup.guid, access: "viewer", through: "analysts" },
      ],
      keys: [{ name: "fake", key: `********${key.slice(-4)}` }],
    });
    expect(JSON.stringify(body)).not.toContain(key);
  });

  it("is found by username, too, and a user that a new fake has is seeded", async () => {
    const fake = testFake({ users: 3 });
    const call = await controlOf(fake);
    await expect(call("GET /users/admin")).resolves.toMatchObject({ body: { seeded: true } });
    fake.addUser({ username: "new" });
    await expect(call("GET /users/new")).resolves.toMatchObject({ body: { seeded: false } });
  });

  it("shows the secret of a key on request", async () => {
    const fake = testFake();
    const mira = fake.addUser();
    const key = fake.keyFor(mira);
    const call = await controlOf(fake);
    const { keys } = (await call(`GET /users/${mira.guid}`)).body as UserDetail;
    await expect(call(`GET /keys/${keys[0]?.id ?? ""}`)).resolves.toMatchObject({
      status: 200,
      body: { api_key: key },
    });
    await expect(call("GET /keys/99")).resolves.toMatchObject({ status: 404, body: { code: 2 } });
  });

  it("is changed without permission checks", async () => {
    const fake = testFake({ provider: "ldap", users: 3 });
    const [admin] = fake.users;
    const call = await controlOf(fake);
    const changes = { username: "boss", first_name: "Bo", user_role: "viewer", locked: true, active_time: null };
    await expect(call(`PATCH /users/${admin?.guid ?? ""}`, changes)).resolves.toMatchObject({
      status: 200,
      body: { user: { ...changes, account_status: "locked" } },
    });
    expect(fake.users[0]).toMatchObject(changes);
    await expect(clientOf(fake).get("/v1/user")).resolves.toMatchObject({ status: 403 });
  });

  it.each([
    [{}, "the value is an object; allowed: at least one field to change"],
    [{ user_role: "boss" }, 'user_role is "boss"; allowed: administrator, publisher, viewer'],
    [{ username: "" }, 'username is ""; allowed: a non-empty string'],
    [{ username: "jo" }, 'a user with the username "jo" already exists'],
    [{ guid: "x" }, "guid is unknown; allowed: username,"],
  ])("refuses the change %j", async (changes, message) => {
    const fake = testFake();
    fake.addUser({ username: "jo" });
    const before = fake.users;
    const call = await controlOf(fake);
    const { status, body } = await call("PATCH /users/admin", changes);
    expect(status).toBe(400);
    expect((body as { error: string }).error).toContain(message);
    expect(fake.users).toEqual(before);
  });

  it("that does not exist is not found", async () => {
    const call = await controlOf(testFake());
    for (const request of ["GET /users/nobody", "GET /groups/none", "GET /content/none"]) {
      await expect(call(request)).resolves.toMatchObject({ status: 404, body: { code: 2, payload: null } });
    }
    await expect(call("PATCH /users/nobody", { locked: true })).resolves.toMatchObject({ status: 404 });
    await expect(call("DELETE /faults/7")).resolves.toMatchObject({ status: 404 });
  });
});

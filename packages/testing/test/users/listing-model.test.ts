import type { UserRecord } from "@connect-sdk/api";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { pluck } from "../support/response.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";

const ROLES = ["viewer", "publisher", "administrator"] as const;
const STATUSES = ["locked", "licensed", "inactive"] as const;
const name = fc.constantFrom("", "ann", "Ann", "Anna", "bob", "Böb", "cy", "o'Neil");
const person = fc.record({ first_name: name, last_name: name, user_role: fc.constantFrom(...ROLES) });
const who = fc.nat();

/** A change of the server. */
type Event = (fake: FakeConnect, client: Client) => unknown;

const pick = (fake: FakeConnect, index: number): UserRecord | undefined => {
  const others = fake.users.slice(1);
  return others[index % Math.max(others.length, 1)];
};
const event: fc.Arbitrary<Event> = fc.oneof(
  person.map(
    (details): Event =>
      (fake) =>
        fake.addUser(details),
  ),
  fc.tuple(who, person).map(
    ([index, details]): Event =>
      (fake, client) =>
        client.put(`/v1/users/${String(pick(fake, index)?.guid)}`, details),
  ),
  fc.tuple(who, fc.boolean()).map(
    ([index, locked]): Event =>
      (fake, client) =>
        client.post(`/v1/users/${String(pick(fake, index)?.guid)}/lock`, { locked }),
  ),
  who.map((index): Event => async (fake) => {
    const user = pick(fake, index);
    if (user !== undefined) await clientOf(fake, fake.keyFor(user)).get("/v1/user");
  }),
  fc.constantFrom(1, 200, 300).map(
    (days): Event =>
      (fake) =>
        fake.clock.advance({ days }),
  ),
);

test("pages, filters and searches find the same users as a scan of all users", async () => {
  const query = fc.record({
    roles: fc.subarray([...ROLES], { minLength: 1 }),
    statuses: fc.subarray([...STATUSES], { minLength: 1 }),
    prefix: fc.constantFrom(undefined, "a", "ann", "B", "bö", "o'", "zz"),
    size: fc.integer({ min: 1, max: 7 }),
    // Many users are stored in several chunks, few in one.
    users: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.constant(1100) }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(event, { maxLength: 40 }),
      query,
      async (events, { roles, statuses, prefix, size, users }) => {
        const fake = testFake({ users });
        const client = clientOf(fake);
        for (const happen of events) await happen(fake, client);
        await client.get("/v1/user");
        const cutoff = new Date(fake.clock.now().getTime() - 365 * 86_400_000).toISOString();
        const expected = fake.users
          .filter(({ user_role }) => roles.includes(user_role))
          .filter(({ locked, active_time }) => {
            const active = active_time !== null && active_time > `${cutoff.slice(0, 19)}Z`;
            return statuses.includes(locked ? "locked" : active ? "licensed" : "inactive");
          })
          .filter(({ username, first_name, last_name }) =>
            [username, first_name, last_name].some((field) =>
              field.toLowerCase().startsWith((prefix ?? "").toLowerCase()),
            ),
          )
          .map(({ guid }) => guid);
        const found: unknown[] = [];
        const search = new URLSearchParams({
          user_role: roles.join("|"),
          account_status: statuses.join("|"),
          page_size: String(prefix !== undefined ? 500 : users > 1 ? size * 40 : size),
          ...(prefix !== undefined && { prefix }),
        });
        for (let page = 1; ; page++) {
          const { list, body } = await client.get(`/v1/users?${String(search)}&page_number=${page}`);
          expect(body["total"]).toBe(expected.length);
          if (list.length === 0) break;
          found.push(...pluck(list, "guid"));
        }
        expect(found.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);

test("a search has the most similar users first, in each order and after each change", async () => {
  const word = fc.stringMatching(/^[ab][abc]{0,4}$/);
  const names = fc.record({ first_name: word, last_name: word, user_role: fc.constantFrom(...ROLES) });
  const query = fc.record({
    prefix: fc.constantFrom("a", "b", "ab", "abc"),
    sort: fc.constantFrom(undefined, "first_name" as const, "last_name" as const, "username" as const),
    ascending: fc.boolean(),
    role: fc.constantFrom(undefined, ...ROLES),
    size: fc.constantFrom(1, 5, 500),
  });
  // Few matches are compared, many are sorted by their position in a list of all users.
  const crowd = fc.oneof(fc.array(names, { maxLength: 8 }), fc.array(names, { minLength: 300, maxLength: 300 }));
  await fc.assert(
    fc.asyncProperty(crowd, fc.array(fc.tuple(names, query), { minLength: 1, maxLength: 4 }), async (before, steps) => {
      const fake = testFake();
      const client = clientOf(fake);
      for (const details of before) fake.addUser(details);
      for (const [details, { prefix, sort, ascending, role, size }] of steps) {
        fake.addUser(details);
        const changed = fake.users.at(-2);
        if (changed !== undefined && changed.username !== "admin") {
          await client.put(`/v1/users/${changed.guid}`, { first_name: details.last_name });
        }
        const search = new URLSearchParams({ prefix, page_size: String(size), asc_order: String(ascending) });
        if (sort !== undefined) search.set("sort", sort);
        if (role !== undefined) search.set("user_role", role);
        const { list, body } = await client.get(`/v1/users?${String(search)}`);
        const expected = fake.users
          .filter(({ user_role }) => role === undefined || user_role === role)
          .flatMap((user, number) => {
            const fields = [user.username, user.first_name, user.last_name].map((field) => field.toLowerCase());
            const lengths = fields.filter((field) => field.startsWith(prefix)).map((field) => field.length);
            const { username, first_name, last_name, guid } = user;
            const byDefault = [first_name, last_name, username].map((field) => field.toLowerCase());
            const key = sort === undefined ? String(Math.min(...lengths)).padStart(3, "0") : user[sort].toLowerCase();
            return lengths.length === 0 ? [] : [{ guid, key: [key, ...byDefault, String(number).padStart(4, "0")] }];
          })
          .toSorted((a, b) => (a.key.join(" ") < b.key.join(" ") ? -1 : 1));
        if (!ascending) expected.reverse();
        expect(body["total"]).toBe(expected.length);
        expect(pluck(list, "guid")).toEqual(pluck(expected.slice(0, size), "guid"));
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

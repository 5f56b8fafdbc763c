import fc from "fast-check";
import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";

/** A change of a fake, or a list to check. */
const event = fc.oneof(
  fc.record({
    kind: fc.constant("rename" as const),
    who: fc.integer({ min: 1, max: 1_299 }),
    name: fc.string({ maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant("lock" as const), who: fc.integer({ min: 1, max: 1_299 }) }),
  fc.record({ kind: fc.constant("add" as const), name: fc.string({ unit: "grapheme", maxLength: 20 }) }),
  fc.record({ kind: fc.constant("list" as const), page: fc.integer({ min: 1, max: 4 }), ascending: fc.boolean() }),
);

test("lists contain the current record of every user after any sequence of changes and lists", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 30 }), async (events) => {
      const fake = testFake({ users: 1_300 });
      const client = clientOf(fake);
      for (const happened of [...events, { kind: "list", page: 1, ascending: true } as const]) {
        if (happened.kind === "list") {
          const query = `page_size=500&page_number=${happened.page}&asc_order=${happened.ascending}`;
          const { body, list } = await client.get(`/v1/users?${query}`);
          const records = new Map(fake.users.map((user) => [user.guid, user]));
          expect(list).toEqual(list.map(({ guid }) => records.get(String(guid))));
          expect(list).toHaveLength(Math.max(0, Math.min(500, fake.users.length - 500 * (happened.page - 1))));
          expect(body).toMatchObject({ current_page: happened.page, total: fake.users.length });
        } else if (happened.kind === "add") fake.addUser({ first_name: happened.name });
        else {
          const guid = fake.users[happened.who]?.guid ?? "";
          if (happened.kind === "lock") await client.post(`/v1/users/${guid}/lock`, { locked: true });
          else await client.put(`/v1/users/${guid}`, { first_name: happened.name });
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("lists stay correct after very many changes", async () => {
  const fake = testFake({ users: 20 });
  const client = clientOf(fake);
  const long = "é".repeat(5_000);
  for (let turn = 0; turn < 300; turn++) {
    const guid = fake.users[1 + (turn % 19)]?.guid ?? "";
    await client.put(`/v1/users/${guid}`, { first_name: `${turn}${long}` });
    if (turn % 10 !== 0) continue;
    const { list } = await client.get("/v1/users?page_size=500");
    expect(new Set(list.map((user) => JSON.stringify(user)))).toEqual(
      new Set(fake.users.map((user) => JSON.stringify(user))),
    );
  }
});

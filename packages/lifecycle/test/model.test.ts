import type { FakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Plan, planMerge, planOffboard, planRoles, planSync } from "@connect-sdk/lifecycle";
import { start, stateOf } from "./laws.ts";

const NAMES = ["ann", "bob", "cid", "dan", "eve", "Ann"] as const;
const ITEMS = ["app", "report"] as const;

const name = fc.constantFrom(...NAMES);
const role = fc.constantFrom("viewer", "publisher", "administrator" as const);

/** A small server: people, what they own, whose groups they are in, and what they can use. */
const world = fc.record({
  people: fc.uniqueArray(fc.record({ username: name, user_role: role, locked: fc.boolean() }), {
    selector: ({ username }) => username,
    minLength: 2,
  }),
  items: fc.uniqueArray(fc.record({ owner: name, name: fc.constantFrom(...ITEMS) }), {
    selector: ({ owner, name: item }) => `${owner} ${item}`,
  }),
  groups: fc.uniqueArray(
    fc.record({ name: fc.constantFrom("g1", "g2", "g3"), owner: name, members: fc.uniqueArray(name) }),
    { selector: (group) => group.name },
  ),
  access: fc.array(
    fc.record({ item: fc.nat({ max: 9 }), user: name, role: fc.constantFrom("viewer", "owner" as const) }),
    { maxLength: 8 },
  ),
});

type World = typeof world extends fc.Arbitrary<infer Value> ? Value : never;

function build(fake: FakeConnect, { people, items, groups, access }: World): void {
  const guids = new Map(people.map((person) => [person.username, fake.addUser(person).guid]));
  const guidOf = (username: (typeof NAMES)[number]) => guids.get(username);
  for (const item of items) {
    const owner_guid = guidOf(item.owner);
    if (owner_guid !== undefined) fake.addContent({ name: item.name, owner_guid });
  }
  for (const group of groups) {
    const owner_guid = guidOf(group.owner);
    const members = group.members.flatMap((member) => guidOf(member) ?? []);
    fake.addGroup({ name: group.name, members, ...(owner_guid !== undefined && { owner_guid }) });
  }
  const given = new Set<string>();
  for (const { item: index, user, role: level } of access) {
    const item = fake.content[index % Math.max(1, fake.content.length)];
    const person = fake.users.find(({ username }) => username === user);
    if (item === undefined || person === undefined || item.owner_guid === person.guid) continue;
    const key = `${item.guid} ${person.guid}`;
    if (given.has(key)) continue;
    given.add(key);
    const details = { content_guid: item.guid, principal_guid: person.guid, principal_type: "user" } as const;
    fake.addPermission({ ...details, role: person.user_role === "viewer" ? "viewer" : level });
  }
}

const action = fc.oneof(
  fc.record({
    kind: fc.constant("offboard" as const),
    user: name,
    to: name,
    lock: fc.constantFrom("first", "last", "never" as const),
    permissions: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("merge" as const), from: name, into: name, allowAdministrator: fc.boolean() }),
  fc.record({
    kind: fc.constant("roles" as const),
    group: fc.constantFrom("g1", "g2"),
    role,
    otherwise: fc.constantFrom("leave", "viewer" as const),
    allowAdministrator: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant("sync" as const),
    rows: fc.array(fc.record({ username: name, user_role: fc.option(role, { nil: undefined }) }), { maxLength: 4 }),
    missing: fc.constantFrom("report", "lock" as const),
    allowAdministrator: fc.boolean(),
    includeAdministrators: fc.boolean(),
  }),
);

type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

async function planOf(connection: ReturnType<typeof start>["connection"], step: Action): Promise<Plan> {
  switch (step.kind) {
    case "offboard": {
      const { user, to, lock, permissions } = step;
      return planOffboard(connection, { user, to, lock, permissions });
    }
    case "merge": {
      const { from, into, allowAdministrator } = step;
      return planMerge(connection, { from, into, allowAdministrator });
    }
    case "roles": {
      const { group, role: wanted, otherwise, allowAdministrator } = step;
      return planRoles(connection, { map: { [group]: wanted }, otherwise, allowAdministrator, maxDemotions: "100%" });
    }
    case "sync": {
      const { rows, missing, allowAdministrator, includeAdministrators } = step;
      const options = { missing, allowAdministrator, includeAdministrators, maxLock: "100%" } as const;
      return planSync(connection, rows, { scope: { prefix: "" }, ...options });
    }
  }
}

const isAdministrator = ({ user_role, locked }: { user_role: string; locked: boolean }) =>
  user_role === "administrator" && !locked;

describe("any plan on any server", () => {
  test("keeps the caller, loses nothing, finishes, and has nothing to do afterwards", async () => {
    await fc.assert(
      fc.asyncProperty(world, action, async (server, step) => {
        const { fake, connection } = start({
          setUp: (each) => {
            build(each, server);
          },
        });
        const before = stateOf(fake);
        const items = fake.content.map(({ guid }) => guid).sort();
        let plan: Plan;
        try {
          plan = await planOf(connection, step);
        } catch (error) {
          // A person or a group that does not exist, or differs only in case.
          expect(error).toMatchObject({ name: "NotFoundError" });
          expect(stateOf(fake)).toEqual(before);
          return;
        }
        if (plan.refusals.length > 0) {
          await expect(plan.apply()).rejects.toMatchObject({ name: "PlanRefusedError" });
          expect(stateOf(fake)).toEqual(before);
          return;
        }
        const { summary, left } = await plan.apply();
        expect({ failed: summary.failed, "not attempted": summary["not attempted"] }).toEqual({
          failed: 0,
          "not attempted": 0,
        });
        if (summary.refused === 0) expect(left).toEqual([]);
        // The caller is the first user.
        expect(fake.users.slice(0, 1).every(isAdministrator)).toBe(true);
        expect(fake.content.map(({ guid }) => guid).sort()).toEqual(items);
        const again = await planOf(connection, step);
        // What needs a refused step stays open.
        if (summary.skipped === 0) expect(again.summary.planned).toBe(0);
        const after = stateOf(fake);
        if (again.refusals.length === 0) await again.apply();
        expect(stateOf(fake)).toEqual(after);
      }),
      { numRuns: 150 },
    );
  });
});

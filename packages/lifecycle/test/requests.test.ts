import type { FakeConnect } from "@connect-sdk/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OffboardOptions, type Plan, planImport, planOffboard, planTransfer } from "@connect-sdk/lifecycle";
import { start } from "./laws.ts";

/** What the leaver has. */
interface Leaver {
  readonly items: number;
  readonly ownGroups: number;
  readonly groups: number;
  readonly shared: number;
}

function setUp(fake: FakeConnect, { items, ownGroups, groups, shared }: Leaver): void {
  const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  fake.addUser({ username: "zoe", user_role: "publisher" });
  for (let number = 0; number < items; number++) fake.addContent({ name: `item-${number}`, owner_guid: jdoe.guid });
  for (let number = 0; number < ownGroups; number++) fake.addGroup({ name: `own-${number}`, owner_guid: jdoe.guid });
  for (let number = 0; number < groups; number++) fake.addGroup({ name: `group-${number}`, members: [jdoe, ann] });
  for (let number = 0; number < shared; number++) {
    const { guid: content_guid } = fake.addContent({ name: `shared-${number}`, owner_guid: ann.guid });
    fake.addPermission({ content_guid, principal_guid: jdoe.guid, principal_type: "user", role: "viewer" });
  }
}

/** Applies a plan, and expects that it succeeds and takes as many requests as it tells. */
async function expectExact(fake: FakeConnect, plan: Plan): Promise<void> {
  const before = fake.requests.length;
  expect(await plan.apply()).toMatchObject({ complete: true });
  expect(fake.requests.length - before).toBe(plan.requests);
}

const few = fc.nat({ max: 3 });
const leaver = fc.record({ items: few, ownGroups: few, groups: few, shared: few });

describe("a plan tells exactly how many requests it takes, if nothing was changed since", () => {
  test("transfer", async () => {
    const keepAccess = fc.constantFrom(undefined, "viewer", "collaborator" as const);
    await fc.assert(
      fc.asyncProperty(leaver, keepAccess, async (owned, access) => {
        const { fake, connection } = start({ setUp: (server) => setUp(server, owned) });
        const plan = await planTransfer(connection, { user: "jdoe", to: "ann", keepAccess: access });
        await expectExact(fake, plan);
      }),
      {
        numRuns: 40,
        examples: [[{ items: 1, ownGroups: 0, groups: 0, shared: 0 }, undefined]],
      },
    );
  });

  test("transfer after a run that was interrupted", async () => {
    const { fake, connection } = start({
      setUp: (server) => setUp(server, { items: 1, ownGroups: 0, groups: 0, shared: 2 }),
    });
    const started = fake.content.map(({ guid }) => guid);
    const options = { user: "jdoe", to: "ann", keepAccess: "collaborator", started } as const;
    const plan = await planTransfer(connection, options);
    expect(plan.steps.map(({ action }) => action)).toEqual(["add-permission", "add-permission", "move-content"]);
    await expectExact(fake, plan);
  });

  test("offboard on a server without groups", async () => {
    const { fake, connection } = start({
      options: { settings: { groupsEnabled: false } },
      setUp: (server) => setUp(server, { items: 2, ownGroups: 0, groups: 0, shared: 0 }),
    });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann" });
    await expectExact(fake, plan);
  });

  test.each([
    // All users fit on one page, which takes fewer requests than reading two of them.
    [500, 2 + 1],
    [501, 2 + 2],
  ])("import on a server with %d users", async (users, requests) => {
    const { fake, connection } = start({
      options: { users: users - 2 },
      setUp(server) {
        for (const username of ["ann", "bob"]) server.addUser({ username });
      },
    });
    const plan = await planImport(connection, [
      { username: "ann", last_name: "A" },
      { username: "bob", last_name: "B" },
    ]);
    await expectExact(fake, plan);
    expect(plan.requests).toBe(requests);
  });

  test("offboard", async () => {
    const settings = fc.record({
      lock: fc.constantFrom("first", "last", "never" as const),
      keepGroups: fc.boolean(),
      permissions: fc.boolean(),
      sessions: fc.boolean(),
      /** How many of the items go to zoe. */
      assigned: few,
      /** How many of them she has already, so that they stay. */
      refused: few,
    });
    await fc.assert(
      fc.asyncProperty(leaver, settings, async (owned, { assigned, refused, ...rest }) => {
        const { fake, connection } = start({ setUp: (server) => setUp(server, owned) });
        const zoe = fake.users.find(({ username }) => username === "zoe")?.guid ?? "";
        for (let number = 0; number < refused; number++) fake.addContent({ name: `item-${number}`, owner_guid: zoe });
        const map = Array.from({ length: Math.min(assigned, owned.items) }, (_, number) => ({
          item: `item-${number}`,
          to: "zoe",
        }));
        const options: OffboardOptions = { user: "jdoe", to: "ann", map, ...rest };
        const plan = await planOffboard(connection, options);
        const before = fake.requests.length;
        expect((await plan.apply()).summary).toMatchObject({ failed: 0, skipped: 0, differs: 0 });
        expect(fake.requests.length - before).toBe(plan.requests);
      }),
      { numRuns: 60 },
    );
  });
});

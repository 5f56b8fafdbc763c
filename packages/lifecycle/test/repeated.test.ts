import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MadeChange, planRoles, planSync } from "@connect-sdk/lifecycle";
import { start } from "./laws.ts";

const ROLES = ["viewer", "publisher"] as const;

describe("changes that were made before", () => {
  test("are marked only if the last run set the same value", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...ROLES), { maxLength: 5 }), async (history) => {
        const { fake, connection } = start({
          setUp: (server) => server.addUser({ username: "ann", user_role: "viewer" }),
        });
        const { guid = "" } = fake.users.find(({ username }) => username === "ann") ?? {};
        const earlier = history.map((to): MadeChange => {
          return { action: "update", guid, username: "ann", fields: { user_role: { from: "", to } } };
        });
        const plan = await planSync(connection, [{ username: "ann", user_role: "publisher" }], { earlier });
        const isAgain = history.at(-1) === "publisher";
        expect(plan.steps[0]?.risks !== undefined).toBe(isAgain);
        expect(plan.notes.some((note) => note.includes("changed back"))).toBe(isAgain);
        expect((await plan.apply()).complete).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("are counted", async () => {
    const { fake, connection } = start({
      setUp(server) {
        for (const username of ["ann", "bob"]) server.addUser({ username, user_role: "viewer" });
      },
    });
    const guidOf = (name: string) => fake.users.find(({ username }) => username === name)?.guid ?? "";
    const changes = (name: string, count: number): MadeChange[] =>
      Array.from({ length: count }, () => {
        const fields = { user_role: { from: "viewer", to: "publisher" } };
        return { action: "update", guid: guidOf(name), username: name, fields };
      });
    const rows = ["ann", "bob"].map((username) => ({ username, user_role: "publisher" }) as const);
    const planned = async (...earlier: readonly MadeChange[]) => planSync(connection, rows, { earlier });
    const one = await planned(...changes("ann", 1));
    expect(one.notes[0]).toContain(
      "1 change was made by an earlier run and changed back since: something else owns this",
    );
    expect(one.steps[0]?.risks).toEqual(["user_role was set to publisher once before, and was changed back"]);
    const two = await planned(...changes("ann", 2), ...changes("bob", 3));
    expect(two.notes[0]).toContain(
      "2 changes were made by an earlier run and changed back since: something else owns these",
    );
    expect(two.steps.map(({ risks = [] }) => risks.join())).toEqual([
      "user_role was set to publisher twice before, and was changed back",
      "user_role was set to publisher 3 times before, and was changed back",
    ]);
  });

  test("of a role mapping are named, too", async () => {
    const { fake, connection } = start({
      options: { provider: "saml", roleMapping: { publisher: ["writers"] }, groups: "local" },
      setUp(server) {
        server.addGroup({ name: "readers", members: [server.addUser({ username: "ann", user_role: "publisher" })] });
      },
    });
    const { guid = "" } = fake.users.find(({ username }) => username === "ann") ?? {};
    const options = { map: { readers: "viewer" }, force: true, maxDemotions: 1 } as const;
    const first = await planRoles(connection, options);
    await first.apply();
    // The next sign-in applies the mapping of the server again.
    fake.signIn("ann", { groups: ["writers"] });
    expect(fake.users.find(({ username }) => username === "ann")?.user_role).toBe("publisher");
    const earlier = [
      { action: "demote", guid, username: "ann", fields: { user_role: { from: "publisher", to: "viewer" } } },
    ];
    const second = await planRoles(connection, { ...options, earlier });
    expect(second.steps.map(({ risks }) => risks !== undefined)).toEqual([true]);
  });
});

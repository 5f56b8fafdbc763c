import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { loadPlan, planLock } from "@connect-sdk/lifecycle";
import { start } from "./laws.ts";

test("is about so many users", async () => {
  const { connection } = start({
    setUp(fake) {
      for (const username of ["ann", "bob"]) fake.addUser({ username });
    },
  });
  const subjects = [await planLock(connection, ["ann"]), await planLock(connection, ["ann", "bob"])];
  expect(subjects.map(({ subject }) => subject)).toEqual(["1 user", "2 users"]);
});

function setUp(fake: FakeConnect): void {
  fake.addUser({ username: "ann", email: "ann@example.com" });
  fake.addUser({ username: "bob", email: "bob@example.com" });
  fake.addUser({ username: "lin", locked: true });
}

const lockedOf = (fake: FakeConnect): string[] =>
  fake.users.filter(({ locked }) => locked).map(({ username }) => username);

describe("planLock", () => {
  test("says what it is: a plan to lock, or to unlock, some users", async () => {
    const { connection } = start({ setUp });
    expect(await planLock(connection, ["ann"])).toMatchObject({ kind: "lock", subject: "1 user" });
    expect(await planLock(connection, ["ann", "bob"])).toMatchObject({ kind: "lock", subject: "2 users" });
    expect(await planLock(connection, ["lin"], { locked: false, source: "left.txt" })).toMatchObject({
      kind: "unlock",
      subject: "left.txt",
    });
  });

  test("has one step for each account, however it is named, and refuses rows that could not be read", async () => {
    const { fake, connection } = start({ setUp });
    const ann = await connection.users.lookup("ann");
    const problems = [{ line: 4, username: "", message: "the line is empty", fix: "Remove it." }];
    for (const [locked, action] of [
      [true, "lock"],
      [false, "unlock"],
    ] as const) {
      const plan = await planLock(
        connection,
        [
          { user: ann, line: 1, reason: "left in May" },
          { user: "ANN@example.com", line: 2 },
          { user: "nobody", line: 3 },
        ],
        { locked, problems },
      );
      expect(plan.steps.map((step) => [step.line, step.action, step.state])).toEqual([
        [1, action, locked ? "planned" : "done"],
        [3, action, "refused"],
        [4, action, "refused"],
      ]);
      expect(plan.steps[0]?.reason).toBe("left in May");
      expect(plan.steps[1]?.target.name).toBe("nobody");
    }
    expect(lockedOf(fake)).toEqual(["lin"]);
  });

  test.each([
    [20, 20, "20"],
    [21, 20, "many"],
  ])("of %d accounts with one address, names %d", async (accounts, named, count) => {
    const { connection } = start({
      setUp(fake) {
        for (let number = 0; number < accounts; number++) {
          fake.addUser({ username: `u${number}`, email: "team@example.com" });
        }
      },
    });
    const [step] = (await planLock(connection, ["Team@example.com"])).steps;
    const [beginning, list = ""] = (step?.reason ?? "").split(" users: ");
    expect(beginning).toBe(`\`Team@example.com\` matches ${count}`);
    expect(list.split(", ")).toHaveLength(named);
    expect(list.endsWith(" …")).toBe(count === "many");
  });

  test("says why there is no such user", async () => {
    const { connection } = start({ setUp });
    const [step] = (await planLock(connection, ["nobody"])).steps;
    expect(step).toMatchObject({
      reason: "there is no user `nobody`",
      fix: "Check the spelling; usernames are case-sensitive.",
      problem: { kind: "not_found" },
    });
  });

  test.each([404, 500])(
    "fails if a user cannot be looked up (%d): that does not mean that there is none",
    async (status) => {
      const { fake, connection } = start({ setUp });
      fake.fault({ operationId: "getUsers", after: 1, times: 1, status });
      await expect(planLock(connection, ["ann"])).rejects.toMatchObject({ status });
      expect(fake.requests.at(-1)).toMatchObject({ operationId: "getUsers", status });
    },
  );

  test("finds a guid in any spelling, and a username that looks like one", async () => {
    const guid = "5e1f0a38-6f3c-4a7e-9d51-0c6f1ad0b3c4";
    const { connection } = start({
      setUp(fake) {
        fake.addUser({ username: "ann", guid: "0a0a0a0a-6f3c-4a7e-9d51-0c6f1ad0b3c4" });
        fake.addUser({ username: guid });
      },
    });
    const named = async (name: string) => (await planLock(connection, [name])).steps.map(({ target }) => target.name);
    expect(await named("0A0A0A0A-6F3C-4A7E-9D51-0C6F1AD0B3C4")).toEqual(["ann"]);
    expect(await named(guid)).toEqual([guid]);
  });

  test("shows no deceptive characters of a name that nobody has", async () => {
    const { connection } = start({ setUp });
    const [step] = (await planLock(connection, ["a\u202eb"])).steps;
    expect(step?.reason).toBe("there is no user `a\\u202eb`");
  });

  test("reminds of the sign-in provider only if it locks somebody", async () => {
    const { connection } = start({ setUp, options: { provider: "ldap" } });
    const note = expect.stringContaining("Deactivate these users at the sign-in provider (LDAP)") as string;
    expect((await planLock(connection, ["ann"])).notes).toEqual([note]);
    expect((await planLock(connection, ["lin"])).notes).toEqual([]);
    expect((await planLock(connection, ["lin"], { locked: false })).notes).toEqual([]);
  });

  test("can be saved, whether users are named or passed, and loaded as the same plan", async () => {
    const { fake, connection } = start({ setUp });
    const bob = await connection.users.lookup("bob");
    const plan = await planLock(connection, ["ann", { user: bob, line: 7, reason: "left in May" }]);
    const loaded = await loadPlan(connection, await plan.save());
    expect(loaded.steps.map(({ line, reason, target }) => [line, reason, target.name])).toEqual(
      plan.steps.map(({ line, reason, target }) => [line, reason, target.name]),
    );
    expect(await loaded.apply()).toMatchObject({ complete: true });
    expect(lockedOf(fake)).toEqual(["ann", "bob", "lin"]);

    const back = await loadPlan(connection, await (await planLock(connection, ["ann"], { locked: false })).save());
    await back.apply();
    expect(lockedOf(fake)).toEqual(["bob", "lin"]);
  });
});

import type { FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection, type User } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { type Plan, planImport, planLock, planMerge, planOffboard, planRoles, planSync } from "@connect-sdk/lifecycle";
import { start } from "./laws.ts";

function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "viewer" });
  fake.addUser({ username: "ann", email: "ann@example.com", user_role: "publisher" });
  fake.addUser({ username: "root", user_role: "administrator" });
  fake.addGroup({ name: "writers", members: [jdoe] });
}

const row = { username: "jdoe", user_role: "publisher" as const };

const NEW = {
  username: "new",
  email: "new@example.com",
  first_name: "Noa",
  last_name: "Sol",
  user_role: "publisher",
} as const;

type Case = readonly [name: string, create: (connection: Connection) => Promise<Plan>];

const ROLES: readonly Case[] = [
  ["sync", (connection) => planSync(connection, [row])],
  ["import", (connection) => planImport(connection, [row])],
  ["roles", (connection) => planRoles(connection, { map: { writers: "publisher" } })],
  ["merge", (connection) => planMerge(connection, { from: "ann", into: "jdoe", lock: "never" })],
];

const LOCKS: readonly Case[] = [
  ["lock", (connection) => planLock(connection, ["jdoe"])],
  ["offboard", (connection) => planOffboard(connection, { user: "jdoe", to: "ann" })],
  ["merge", (connection) => planMerge(connection, { from: "jdoe", into: "ann" })],
  ["sync", (connection) => planSync(connection, [{ username: "jdoe", locked: true }])],
];

/** Applies a plan on a server where something else changes the user back, after all changes and before the verification. */
async function applyAgainst(change: (user: User) => Promise<void>, create: Case[1], username = "jdoe") {
  const { fake } = start({ setUp });
  const settings = { url: fake.url, apiKey: fake.apiKey, retry: false } as const;
  const other = connect({ ...settings, fetch: fake.fetch });
  let open = Infinity;
  const connection = connect({
    ...settings,
    fetch: async (input, init) => {
      if (open === 0) {
        open = Infinity;
        await change(await other.users.lookup(username));
      }
      return fake.fetch(input, init);
    },
  });
  const plan = await create(connection);
  open = plan.summary.planned;
  const statuses: string[] = [];
  const result = await plan.apply({
    concurrency: 1,
    onStep({ step, status }) {
      statuses.push(status);
      if (step.state === "planned") open--;
    },
  });
  return { result, statuses };
}

describe("the verification after a plan", () => {
  test.each(ROLES)("%s: notices a role that was changed back", async (_, create) => {
    const { result, statuses } = await applyAgainst((user) => user.update({ user_role: "viewer" }), create);
    expect(result.complete).toBe(false);
    expect(result.summary.differs).toBe(1);
    expect(result.left).toEqual(["jdoe: user_role is viewer, not publisher"]);
    expect(statuses.at(-1)).toBe("differs");
  });

  test.each(LOCKS)("%s: notices an account that was unlocked again", async (_, create) => {
    const { result } = await applyAgainst((user) => user.unlock(), create);
    expect(result.complete).toBe(false);
    expect(result.left).toEqual(["jdoe: is not locked"]);
  });

  test.each<Case>([
    ["sync", (connection) => planSync(connection, [NEW])],
    ["import", (connection) => planImport(connection, [NEW])],
  ])("%s: notices what a new account has lost", async (_, create) => {
    for (const [field, value] of [
      ["user_role", "viewer"],
      ["email", "other@example.com"],
      ["first_name", "Other"],
      ["last_name", "Other"],
    ] as const) {
      const { result } = await applyAgainst((user) => user.update({ [field]: value }), create, "new");
      expect(result.left).toEqual([`new: ${field} is ${value}, not ${NEW[field]}`]);
    }
  });

  test("reads a list once for many accounts, and one account alone", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        for (let number = 0; number < 1_200; number++) server.addUser({ username: `u${number}`, user_role: "viewer" });
      },
    });
    const names = Array.from({ length: 100 }, (_, number) => `u${number}`);
    const reads = (): string[] => fake.requests.filter(({ method }) => method === "GET").map(({ path }) => path);
    const many = await planLock(connection, names);
    let before = reads().length;
    await many.apply();
    expect(reads().slice(before)).toHaveLength(3);
    expect(many.requests).toBe(103);
    const one = await planLock(connection, ["u200"]);
    before = reads().length;
    await one.apply();
    expect(reads().slice(before)).toEqual([expect.stringMatching(/\/users\/[-0-9a-f]{36}$/)]);
    expect(one.requests).toBe(2);
  });

  test("says that it could not read, instead of complete", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await planLock(connection, ["jdoe"]);
    fake.fault({ operationId: "getUser", status: 500 });
    const { complete, left, summary } = await plan.apply();
    expect({ complete, done: summary.done }).toEqual({ complete: false, done: 1 });
    expect(left).toEqual([expect.stringContaining("could not be verified")]);
  });

  test("leaves out what the caller cannot read any more", async () => {
    const { connection } = start({ setUp });
    const plan = await planLock(connection, ["admin"], { force: true });
    expect(plan.requests).toBe(1);
    expect(await plan.apply()).toMatchObject({ complete: true, left: [] });
  });
});

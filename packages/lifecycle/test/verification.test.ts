import type { FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection, type User } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import {
  type DesiredUser,
  type ExpectedAccount,
  Plan,
  planImport,
  planLock,
  planMerge,
  planOffboard,
  planRoles,
  planSync,
  PlanStep,
} from "@connect-sdk/lifecycle";
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

/** Deletes an account, as a person can on the server. */
async function remove({ guid }: User, fake: FakeConnect): Promise<void> {
  const { users, keys, groups, ...snapshot } = fake.snapshot();
  fake.restore({
    ...snapshot,
    users: users.filter(({ record }) => record.guid !== guid),
    keys: keys.filter((key) => key.userGuid !== guid),
    groups: groups.map((group) => ({ ...group, members: group.members.filter((member) => member !== guid) })),
  });
  return Promise.resolve();
}

/** A plan about two accounts, which are read again with one list. */
const both =
  (change: Omit<DesiredUser, "username">): Case[1] =>
  (connection) =>
    planSync(
      connection,
      ["jdoe", "ann"].map((username) => ({ username, ...change })),
      { maxLock: 2 },
    );

/** Applies a plan on a server where something else changes the user back, after all changes and before the verification. */
async function applyAgainst(
  change: (user: User, fake: FakeConnect) => Promise<void>,
  create: Case[1],
  username = "jdoe",
) {
  const { fake } = start({ setUp });
  const settings = { url: fake.url, apiKey: fake.apiKey, retry: false } as const;
  const other = connect({ ...settings, fetch: fake.fetch });
  let open = Infinity;
  const connection = connect({
    ...settings,
    fetch: async (input, init) => {
      if (open === 0) {
        open = Infinity;
        await change(await other.users.lookup(username), fake);
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
  test("compares an account with each of the steps that change it", async () => {
    const { connection } = start({ setUp });
    const { guid } = await connection.users.lookup("jdoe");
    const step = (field: string, values: ExpectedAccount["values"]) =>
      new PlanStep(
        {
          id: `${field}:${guid}`,
          action: "update",
          target: { kind: "user", guid, name: `${field} of jdoe` },
          reason: "a step of a plan that somebody else has written",
          state: "planned",
        },
        { work: () => Promise.resolve(undefined), account: { guid, values } },
      );
    const plan = new Plan({
      kind: "own",
      subject: "jdoe",
      steps: [step("user_role", { user_role: "publisher" }), step("last_name", { last_name: "Doe" })],
      requests: 0,
      connection,
      accounts: { pages: 1 },
    });
    expect((await plan.apply()).left.map((left) => left.split(":")[0])).toEqual([
      "user_role of jdoe",
      "last_name of jdoe",
    ]);
  });

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

  test.each<Case>([...ROLES, ["sync of two accounts", both({ user_role: "publisher", first_name: "Jo" })]])(
    "%s: notices an account that was deleted",
    async (_, create) => {
      const { result } = await applyAgainst(remove, create);
      expect(result).toMatchObject({ complete: false, summary: { differs: 1 } });
      expect(result.left).toEqual(["jdoe: the account does not exist any more"]);
    },
  );

  test.each<Case>([...LOCKS, ["sync of two accounts", both({ locked: true })]])(
    "%s: does not mind that an account that it locked was deleted",
    async (_, create) => {
      const { result } = await applyAgainst(remove, create);
      expect(result.outcomes.find(({ step }) => step.target.name === "jdoe")?.status).toBe("done");
      expect(result.left).toEqual([]);
    },
  );

  test("says that an account was locked again, and that a value is empty", async () => {
    const unlock: Case[1] = async (connection) => {
      await (await connection.users.lookup("jdoe")).lock();
      return await planLock(connection, ["jdoe"], { locked: false });
    };
    const locked = await applyAgainst((user) => user.lock(), unlock);
    expect(locked.result.left).toEqual(["jdoe: is locked again"]);

    const named: Case[1] = (connection) => planImport(connection, [{ username: "jdoe", first_name: "Jo" }]);
    const emptied = await applyAgainst((user) => user.update({ first_name: "" }), named);
    expect(emptied.result.left).toEqual(["jdoe: first_name is empty, not Jo"]);
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

  test.each<[...Case, requests: number]>([
    ["locked", (connection) => planLock(connection, ["admin"], { force: true }), 1],
    [
      "a publisher",
      (connection) => planImport(connection, [{ username: "admin", user_role: "publisher" }], { force: true }),
      1,
    ],
    ["renamed", (connection) => planImport(connection, [{ username: "admin", first_name: "Ada" }]), 2],
  ])("leaves out what the caller cannot read any more: now %s", async (_, create, requests) => {
    const { fake, connection } = start({ setUp });
    const plan = await create(connection);
    const before = fake.requests.length;
    expect(await plan.apply()).toMatchObject({ complete: true, left: [] });
    expect([plan.requests, fake.requests.length - before]).toEqual([requests, requests]);
  });
});

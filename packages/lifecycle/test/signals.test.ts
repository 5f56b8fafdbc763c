import type { FakeConnect, FakeConnectOptions } from "@connect-sdk/testing";
import { setImmediate } from "node:timers/promises";
import { type Connection, NotFoundError } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import {
  accessReview,
  auditEvents,
  createAccount,
  findDuplicates,
  findExisting,
  findOrphans,
  loadPlan,
  type Plan,
  planAccessReview,
  planImport,
  planLock,
  planMerge,
  planOffboard,
  planRoles,
  planSync,
  planTransfer,
  planUndo,
  readAccounts,
  resolveUsers,
  seatUse,
} from "@connect-sdk/lifecycle";
import { DIRECTORY } from "./a-directory.ts";
import { start } from "./laws.ts";

/** A server with something of everything that plans read. jdoe leaves, ann takes over. */
function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", email: "ann@example.com", user_role: "publisher" });
  const old = fake.addUser({ username: "old", email: "jo@example.com", user_role: "administrator" });
  for (let number = 0; number < 12; number++) fake.addUser({ username: `u${number}` });
  fake.addContent({ name: "app", owner_guid: jdoe.guid });
  const { guid: content_guid } = fake.addContent({ name: "shared", owner_guid: ann.guid });
  for (const { guid } of [jdoe, old]) {
    fake.addPermission({ content_guid, principal_guid: guid, principal_type: "user", role: "viewer" });
  }
  fake.addTag({ name: "finance", parent_id: fake.addTag({ name: "departments" }).id });
  fake.addGroup({ name: "analysts", owner_guid: jdoe.guid, members: [jdoe, ann, old] });
  fake.addOAuthSession({ user: "jdoe", integration: fake.addIntegration().guid });
}

/** A request that was sent, and whether the signal of the caller has aborted it. */
type Sent = readonly [request: string, isAborted: boolean];

/**
 * Aborts the signal at each request in turn, each time on a new server. Every call ends with the error of the signal; the last one
 * is not disturbed, and succeeds.
 */
async function abortAtEach(read: Read, options?: FakeConnectOptions): Promise<Sent[]> {
  const found: Sent[] = [];
  for (let at = 0; ; at++) {
    const controller = new AbortController();
    const requests: Request[] = [];
    const beforeRequest = async (request: Request): Promise<void> => {
      if (requests.push(request) !== at + 1) return;
      controller.abort();
      // A call that several callers share ends when all of them have given up.
      await setImmediate();
    };
    const { fake, connection } = start({ setUp, options, beforeRequest });
    const reading = read(connection, controller.signal, fake);
    await Promise.allSettled([reading]);
    const request = requests[at];
    if (request === undefined) {
      await reading;
      return found;
    }
    await setImmediate();
    found.push([`${request.method} ${new URL(request.url).pathname}`, request.signal.aborted]);
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  }
}

type Read = (connection: Connection, signal: AbortSignal, fake: FakeConnect) => Promise<unknown>;

const leaver = { user: "jdoe", to: "ann" } as const;
const many = Array.from({ length: 12 }, (_, number) => `u${number}`);

const reads: Record<string, Read> = {
  planImport: (connection, signal) =>
    planImport(
      connection,
      [
        { username: "new", email: "new@example.com" },
        { username: "old", locked: true },
      ],
      { signal },
    ),
  "planImport without new accounts": (connection, signal) =>
    planImport(connection, [{ username: "jdoe", locked: true }, { username: "ann" }], { create: false, signal }),
  planLock: (connection, signal) => planLock(connection, ["jdoe", "old"], { signal }),
  "planLock of many": (connection, signal) => planLock(connection, many, { signal }),
  planUndo: (connection, signal, fake) => {
    const [guid = ""] = fake.users.filter(({ username }) => username === "old").map((user) => user.guid);
    return planUndo(connection, [{ action: "unlock", guid, username: "old", fields: {} }], { signal });
  },
  planSync: (connection, signal) =>
    planSync(connection, [{ username: "old", user_role: "viewer" }], {
      scope: { group: "analysts" },
      missing: "lock",
      allowAdministrator: true,
      signal,
    }),
  planRoles: (connection, signal) =>
    planRoles(connection, {
      map: { analysts: "viewer" },
      otherwise: "publisher",
      allowAdministrator: true,
      maxDemotions: "100%",
      signal,
    }),
  "planOffboard with everything": (connection, signal) =>
    planOffboard(connection, {
      ...leaver,
      map: [{ item: "tag:finance", to: "old" }],
      permissions: true,
      sessions: true,
      variables: true,
      signal,
    }),
  "planOffboard of a username in other case": (connection, signal) =>
    planOffboard(connection, { ...leaver, user: "JDOE", signal }).catch((error: unknown) => {
      if (!(error instanceof NotFoundError)) throw error;
    }),
  "planOffboard with kept groups": (connection, signal) =>
    planOffboard(connection, { ...leaver, keepGroups: true, signal }),
  planTransfer: (connection, signal, fake) =>
    planTransfer(connection, { ...leaver, keepAccess: "viewer", started: [fake.content[1]?.guid ?? ""], signal }),
  planMerge: (connection, signal) => planMerge(connection, { from: "old", into: "jdoe", signal }),
  "planMerge that raises a role": (connection, signal) => planMerge(connection, { from: "jdoe", into: "u0", signal }),
  "planMerge of many pairs": (connection, signal) =>
    planMerge(connection, { pairs: many.slice(1).map((from) => ({ from, into: "u0" })), signal }),
  accessReview: (connection, signal) => accessReview(connection, { permissions: true, signal }),
  planAccessReview: async (connection, signal, fake) => {
    const rows = fake.users.map(({ guid, user_role, locked }) => ({ guid, user_role, locked, decision: "lock" }));
    return planAccessReview(connection, rows, { signal });
  },
  auditEvents: async (connection, signal) => {
    const events = auditEvents(connection, { user: "jdoe", action: "add_user", signal });
    while ((await events.next()).done !== true);
  },
  seatUse: (connection, signal) => seatUse(connection, { signal }),
  findDuplicates: (connection, signal) => findDuplicates(connection, { signal }),
  findOrphans: (connection, signal) => findOrphans(connection, { signal }),
  readAccounts: ({ users }, signal) => {
    const progress = () => ({ advance: () => undefined, end: () => undefined });
    return readAccounts(users, [{ username: "jdoe" }], { signal, progress });
  },
  findExisting: ({ users }, signal) => findExisting(["jdoe"], users, { signal }),
  "findExisting of many": ({ users }, signal) => findExisting(many, users, { signal }),
  resolveUsers: ({ users }, signal) => resolveUsers(["jdoe"], users, { signal }),
  createAccount: (connection, signal) =>
    createAccount(connection, { username: "new", email: "new@example.com", user_must_set_password: true }, { signal }),
  "createAccount of an existing account": (connection, signal) =>
    createAccount(connection, { username: "jdoe", user_must_set_password: true }, { signal }),
};

/** Expects that there are requests, and that each of them was aborted. */
async function expectAborted(read: Read, options?: FakeConnectOptions): Promise<void> {
  const requests = await abortAtEach(read, options);
  expect(requests).not.toEqual([]);
  expect(requests.filter(([, isAborted]) => !isAborted)).toEqual([]);
}

describe("every request can be aborted by the signal of its caller:", () => {
  test.each(Object.entries(reads))("%s", async (_, read) => {
    await expectAborted(read);
  });

  test.each([
    ["planImport", planImport],
    ["planSync", planSync],
  ])("%s from a directory", async (_, plan) => {
    const read: Read = (connection, signal) =>
      plan(connection, [{ username: "eve" }, { username: "jdoe" }], { signal });
    await expectAborted(read, { ...DIRECTORY, groups: "local" });
  });

  const saved: Record<string, (connection: Connection) => Promise<Plan>> = {
    offboard: (connection) => planOffboard(connection, { ...leaver, permissions: true, sessions: true }),
    merge: (connection) => planMerge(connection, { from: "u0", into: "u1" }),
    sync: (connection) => planSync(connection, [{ username: "u0", last_name: "Zero" }]),
    roles: (connection) => planRoles(connection, { map: { analysts: "viewer" }, maxDemotions: "100%" }),
    import: (connection) => planImport(connection, [{ username: "jdoe", last_name: "Doe" }]),
    lock: (connection) => planLock(connection, ["u0"]),
  };

  test.each(Object.entries(saved))("loadPlan of %s, before and after the plan was applied", async (_, plan) => {
    const { fake, connection } = start({ setUp });
    const text = await (await plan(connection)).save();
    const before = fake.snapshot();
    await (await loadPlan(connection, text)).apply();
    // Afterwards, the steps are missing, and it reads what they are about.
    for (const snapshot of [before, fake.snapshot()]) {
      await expectAborted((other, signal, server) => {
        server.restore(snapshot);
        return loadPlan(other, text, { signal });
      });
    }
  });
});

test("the verification of a plan can be aborted, and a change that was sent cannot", async () => {
  const aborted: Sent[] = [];
  for (let at = 0; at < 3; at++) {
    const controller = new AbortController();
    const requests: Request[] = [];
    let isApplying = false;
    const beforeRequest = (request: Request): Promise<void> => {
      if (isApplying && requests.push(request) === at + 1) controller.abort();
      return Promise.resolve();
    };
    const { connection } = start({ setUp, beforeRequest });
    const plan = await planLock(connection, ["u0", "u1"]);
    isApplying = true;
    await plan.apply({ concurrency: 1, signal: controller.signal });
    const request = requests[at];
    if (request !== undefined) aborted.push([request.method, request.signal.aborted]);
  }
  expect(aborted).toEqual([
    ["POST", false],
    ["POST", false],
    ["GET", true],
  ]);
});

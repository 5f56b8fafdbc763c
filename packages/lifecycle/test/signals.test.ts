import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { setImmediate } from "node:timers/promises";
import { connect, type Connection } from "@connect-sdk/users";
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

/** Starts a server, and a connection that calls a function before each request. */
function start(beforeRequest: (request: Request) => Promise<void>, options: FakeConnectOptions = {}) {
  const fake = createFakeConnect({ seed: 7, ...options });
  setUp(fake);
  const connection = connect({
    url: fake.url,
    apiKey: fake.apiKey,
    retry: false,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      await beforeRequest(request);
      return fake.fetch(request);
    },
  });
  return { fake, connection };
}

/** A request that was sent, and whether the signal of the caller has aborted it. */
type Sent = readonly [request: string, isAborted: boolean];

/** Aborts the signal at each request in turn. */
async function abortAtEach(read: Read, options?: FakeConnectOptions): Promise<Sent[]> {
  const found: Sent[] = [];
  for (let at = 0; ; at++) {
    const controller = new AbortController();
    const requests: Request[] = [];
    const { fake, connection } = start(async (request) => {
      if (requests.push(request) !== at + 1) return;
      controller.abort();
      // A call that several callers share ends when all of them have given up.
      await setImmediate();
    }, options);
    await read(connection, controller.signal, fake).catch((error: unknown) => error);
    const request = requests[at];
    if (request === undefined) return found;
    await setImmediate();
    found.push([`${request.method} ${new URL(request.url).pathname}`, request.signal.aborted]);
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
      {
        signal,
      },
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
  "planOffboard of a renamed user": (connection, signal) =>
    planOffboard(connection, { ...leaver, user: "JDOE", signal }).catch((error: unknown) => error),
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

const aborted = (requests: readonly Sent[]) => requests.map(([request]) => [request, true]);

describe("every request can be aborted by the signal of its caller:", () => {
  test.each(Object.entries(reads))("%s", async (_, read) => {
    const requests = await abortAtEach(read);
    expect(requests).not.toEqual([]);
    expect(requests).toEqual(aborted(requests));
  });

  test.each([planImport, planSync])("%o from a directory", async (plan) => {
    const people = [
      { username: "eve", email: "eve@example.com", first_name: "Eve", last_name: "Ng", external_id: "e" },
    ];
    const read: Read = (connection, signal) =>
      plan(connection, [{ username: "eve" }, { username: "jdoe" }], { signal });
    const requests = await abortAtEach(read, { provider: "ldap", groups: "local", directory: { people } });
    expect(requests).toEqual(aborted(requests));
  });

  const saved: Record<string, (connection: Connection) => Promise<Plan>> = {
    offboard: (connection) => planOffboard(connection, { ...leaver, permissions: true, sessions: true }),
    merge: (connection) => planMerge(connection, { from: "u0", into: "u1" }),
    sync: (connection) => planSync(connection, [{ username: "u0", last_name: "Zero" }]),
    roles: (connection) => planRoles(connection, { map: { analysts: "viewer" }, maxDemotions: "100%" }),
    import: (connection) => planImport(connection, [{ username: "jdoe", last_name: "Doe" }]),
    lock: (connection) => planLock(connection, ["u0"]),
  };

  test.each(Object.entries(saved))("loadPlan of %s, and finding out why steps are missing", async (_, plan) => {
    const { fake, connection } = start(() => Promise.resolve());
    const text = await (await plan(connection)).save();
    const before = fake.snapshot();
    await (await loadPlan(connection, text)).apply();
    for (const snapshot of [before, fake.snapshot()]) {
      const requests = await abortAtEach((other, signal, server) => {
        server.restore(snapshot);
        return loadPlan(other, text, { signal });
      });
      expect(requests).toEqual(aborted(requests));
    }
  });
});

test("the verification of a plan can be aborted, and a change that was sent cannot", async () => {
  const requests = await abortAtEach(async (connection, signal) => {
    const plan = await planLock(connection, ["u0", "u1"], { signal });
    await plan.apply({ concurrency: 1, signal });
  });
  expect(requests.slice(-3).map(([request, isAborted]) => [request.replace(/[-0-9a-f]{36}/, ""), isAborted])).toEqual([
    ["POST /__api__/v1/users//lock", false],
    ["POST /__api__/v1/users//lock", false],
    ["GET /__api__/v1/users", true],
  ]);
});

import * as lifecycle from "@connect-sdk/lifecycle";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection, InvalidArgumentError } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";

const GUID = "6f300623-1e0c-48e6-a473-ddf630c0c0c3";

function open(): { fake: FakeConnect; connection: Connection; names: string[] } {
  const fake = createFakeConnect({ users: 5, seed: 1 });
  const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false });
  return { fake, connection, names: fake.users.map(({ username }) => username) };
}

/** Calls a function as JavaScript does: with arguments that the compiler would refuse. */
function untyped(name: string, ...args: readonly unknown[]): unknown {
  return invoke(lifecycle, name, ...args);
}

function invoke(owner: object, name: string, ...args: readonly unknown[]): unknown {
  const call: unknown = Reflect.get(owner, name);
  if (!(call instanceof Function)) throw new Error(`There is no function ${name}.`);
  return Reflect.apply(call, owner, args) as unknown;
}

/** Waits for a promise, or for the end of an iterator. */
async function settle(result: unknown): Promise<unknown> {
  const isIterator = typeof result === "object" && result !== null && Symbol.asyncIterator in result;
  return isIterator ? (result as AsyncGenerator).next() : result;
}

async function refused(fake: FakeConnect, call: () => unknown): Promise<InvalidArgumentError> {
  const sent = fake.requests.length;
  try {
    await settle(await call());
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    expect(fake.requests).toHaveLength(sent);
    expect(error.message).toContain("Nothing was sent.");
    return error;
  }
  throw new Error("The call succeeded.");
}

/** Every function that takes a connection, with valid arguments after it. */
const valid: Record<string, readonly unknown[]> = {
  planOffboard: [{ user: "a", to: "b" }],
  planTransfer: [{ user: "a", to: "b" }],
  planMerge: [{ from: "a", into: "b" }],
  planSync: [[{ username: "a" }]],
  planRoles: [{ map: { analysts: "viewer" } }],
  planLock: [["a"]],
  planImport: [[{ username: "a" }]],
  planUndo: [[]],
  planAccessReview: [[]],
  accessReview: [],
  auditEvents: [],
  seatUse: [],
  findDuplicates: [],
  findOrphans: [],
  loadPlan: ["{}"],
  createAccount: [{ username: "a", user_must_set_password: true }],
};

/** The others: they take names, or the users of a connection. */
const withoutConnection = ["asWanted", "findExisting", "foldUsername", "isLowerRole", "readAccounts", "resolveUsers"];

describe("anything but a connection is refused", () => {
  test.each(Object.entries(valid))("by %s", async (name, args) => {
    const { fake, connection } = open();
    for (const given of [null, undefined, 5, "https://connect.example.com", {}, connection.api, connection.users]) {
      const error = await refused(fake, () => untyped(name, given, ...args));
      expect(error).toMatchObject({ argument: "connection" });
    }
  });

  test("every function of the package is in one of the two lists", () => {
    // The names of classes start with a capital letter.
    const functions = Object.entries(lifecycle).filter(
      ([name, value]) => typeof value === "function" && /^[a-z]/.test(name),
    );
    expect([...Object.keys(valid), ...withoutConnection].sort()).toEqual(functions.map(([name]) => name).sort());
  });
});

test.each([
  "planSync",
  "planLock",
  "planImport",
  "planUndo",
  "planAccessReview",
  "accessReview",
  "seatUse",
  "loadPlan",
])("%s names its options when they are none", async (name) => {
  const { fake, connection } = open();
  const [rows] = valid[name] ?? [];
  for (const options of [null, 5, "soon", []]) {
    const args = rows === undefined ? [options] : [rows, options];
    expect(await refused(fake, () => untyped(name, connection, ...args))).toMatchObject({ argument: "options" });
  }
});

const strange = [null, 5, NaN, true, "", {}, new Map(), new Date(0), Promise.resolve([]), () => []];

describe("anything but a list of rows is refused", () => {
  test.each(["planSync", "planLock", "planImport", "planUndo", "planAccessReview"])("by %s", async (name) => {
    const { fake, connection } = open();
    for (const rows of [...strange, "mira"].filter((each) => !(each instanceof Map))) {
      await refused(fake, () => untyped(name, connection, rows));
    }
  });

  test.each(["planSync", "planLock", "planImport", "planUndo", "planAccessReview"])(
    "or no rows, by %s",
    async (name) => {
      const { fake, connection } = open();
      for (const row of [null, undefined, 5, NaN, Symbol("x"), ["mira"], new Map(), new Date(0), () => "mira"]) {
        await refused(fake, () => untyped(name, connection, [row]));
      }
    },
  );
});

describe("a stream of rows", () => {
  async function* stream(row: unknown): AsyncGenerator<unknown, void, undefined> {
    yield await Promise.resolve(row);
  }

  test.each(["planUndo", "planAccessReview"])("is refused by %s, which reads its rows at once", async (name) => {
    const { fake, connection } = open();
    const { message, fix } = await refused(fake, () => untyped(name, connection, stream({})));
    expect(message).toContain("is a stream, not a list");
    expect(fix).toContain("array");
  });

  test("is read by planSync and planImport", async () => {
    const { connection } = open();
    for (const name of ["planSync", "planImport"]) {
      const plan = await settle(untyped(name, connection, stream({ username: "mira", email: "mira@example.com" })));
      expect(plan).toMatchObject({ steps: [{ action: "create", target: { name: "mira" } }] });
    }
  });

  test.each(["planSync", "planImport", "planUndo", "planAccessReview"])(
    "that cannot be read is refused by %s",
    async (name) => {
      const { fake, connection } = open();
      for (const rows of [{ [Symbol.iterator]: 5 }, { [Symbol.asyncIterator]: undefined }]) {
        await refused(fake, () => untyped(name, connection, rows));
      }
    },
  );
});

describe("anything but a person is refused before anything is read", () => {
  const places: Record<string, (person: unknown) => readonly unknown[]> = {
    "planOffboard user": (user) => [{ user, to: "b" }],
    "planOffboard to": (to) => [{ user: "a", to }],
    "planOffboard map to": (to) => [{ user: "a", to: "b", map: [{ item: "report", to }] }],
    "planTransfer user": (user) => [{ user, to: "b" }],
    "planTransfer to": (to) => [{ user: "a", to }],
    "planMerge from": (from) => [{ from, into: "b" }],
    "planMerge pair into": (into) => [{ pairs: [{ from: "a", into }] }],
    "planLock user": (user) => [[user]],
    "planLock row user": (user) => [[{ user }]],
    "auditEvents user": (user) => [{ user }],
  };

  test.each(Object.entries(places))("%s", async (place, argumentsWith) => {
    const { fake, connection } = open();
    const [name = "", ...path] = place.split(" ");
    for (const person of [null, 5, "", {}, [], { username: "mira" }, { guid: 5 }, new Date(0), () => "mira"]) {
      const error = await refused(fake, () => untyped(name, connection, ...argumentsWith(person)));
      expect(error.argument).toContain(path.at(-1));
    }
  });

  test.each([
    ["planOffboard", { to: "b" }],
    ["planTransfer", { user: "a" }],
    ["planTransfer", { to: "a" }],
    ["planMerge", { from: "a" }],
    ["planMerge", {}],
    ["planRoles", {}],
  ])("and a missing argument of %s: %j", async (name, options) => {
    const { fake, connection } = open();
    expect((await refused(fake, () => untyped(name, connection, options))).message).toContain("is missing");
  });
});

test.each([
  ["accessReview", "now"],
  ["seatUse", "now"],
])("%s refuses anything but a date as %s", async (name, option) => {
  const { fake, connection } = open();
  for (const now of [null, 5, "2026-01-31", {}, new Date(NaN), new String("2026-01-31")]) {
    const error = await refused(fake, () => untyped(name, connection, { [option]: now }));
    expect(error).toMatchObject({ argument: option });
  }
});

test.each([null, {}, Object.create(null) as unknown, new Boolean(true), new Number(0), new Date(NaN), "soon"])(
  "createdBefore of a scope is refused unless it is a time: %#",
  async (createdBefore) => {
    const { fake, connection } = open();
    const error = await refused(fake, () =>
      untyped("planSync", connection, [{ username: "a" }], { scope: { createdBefore } }),
    );
    expect(error).toMatchObject({ argument: "createdBefore" });
  },
);

describe("plan.apply() refuses, and changes nothing,", () => {
  test.each<[options: unknown]>([
    [null],
    [5],
    ["now"],
    [AbortSignal.timeout(100_000)],
    [{ concurrenci: 1 }],
    [{ onstep: () => undefined }],
    [{ onStep: 5 }],
    [{ onStart: {} }],
    [{ signal: {} }],
    [{ concurrency: 0 }],
    [{ concurrency: -1 }],
    [{ concurrency: 1_001 }],
    [{ concurrency: NaN }],
    [{ concurrency: Infinity }],
    [{ concurrency: 1e21 }],
    [{ concurrency: 1.5 }],
    [{ concurrency: "2" }],
    [{ concurrency: null }],
  ])("%o", async (options) => {
    const { fake, connection, names } = open();
    const plan = await lifecycle.planLock(connection, names.slice(1, 3));
    await refused(fake, () => invoke(plan, "apply", options));
    expect(fake.users.filter(({ locked }) => locked)).toEqual([]);
  });
});

test.each<[options: unknown]>([[null], [5], [{ nwo: new Date(0) }], [{ now: "now" }], [{ now: new Date(NaN) }]])(
  "plan.save() refuses %o",
  async (options) => {
    const { fake, connection, names } = open();
    const plan = await lifecycle.planLock(connection, names.slice(1, 2));
    await refused(fake, () => invoke(plan, "save", options));
  },
);

test.each([
  {},
  { action: "lock" },
  { action: "lock", guid: GUID, username: "a" },
  { action: "lock", guid: GUID, username: "a", fields: null },
  { action: "update", guid: GUID, username: "a", fields: { email: "a" } },
  { action: "update", guid: GUID, username: "a", fields: { email: { from: 5, to: "a" } } },
])("planUndo() refuses a malformed change: %j", async (change) => {
  const { fake, connection } = open();
  await refused(fake, () => untyped("planUndo", connection, [change]));
});

test.each([5, "lock", null])("planUndo() says what a change is, if it gets %j", async (given) => {
  const { fake, connection } = open();
  const error = await refused(fake, () => untyped("planUndo", connection, [given]));
  expect(error.fix).toBe("Pass objects with action, guid, username and fields.");
});

const problem = { line: 1, message: "the row is empty", fix: "Remove it." };
const change = { action: "update", guid: GUID, username: "a", fields: {} };

test.each([
  ["planUndo", "changes[1]", [[change, { ...change, field: {} }]]],
  ["planSync", "earlier[1]", [[{ username: "a" }], { earlier: [change, { ...change, field: {} }] }]],
  ["planImport", "earlier[1]", [[{ username: "a" }], { earlier: [change, { ...change, field: {} }] }]],
  ["planUndo", "changes[0].fields.email", [[{ ...change, fields: { email: { from: "a", to: "b", field: 1 } } }]]],
])("%s says where the unknown field is: %s", async (name, place, args) => {
  const { fake, connection } = open();
  const { message } = await refused(fake, () => untyped(name, connection, ...args));
  expect(message).toContain(`"field" is not a field of ${place}. Nothing was sent.`);
});

test.each([
  ["planOffboard", [{ user: "a", to: "b", keep: true }]],
  ["planTransfer", [{ user: "a", to: "b", keep: true }]],
  ["planMerge", [{ from: "a", into: "b", keep: true }]],
  ["planRoles", [{ map: { analysts: "viewer" }, keep: true }]],
  ["planSync", [[{ username: "a" }], { keep: true }]],
  ["planImport", [[{ username: "a" }], { keep: true }]],
  ["planLock", [["a"], { keep: true }]],
  ["planUndo", [[], { keep: true }]],
  ["planAccessReview", [[], { keep: true }]],
  ["accessReview", [{ keep: true }]],
  ["auditEvents", [{ keep: true }]],
  ["seatUse", [{ keep: true }]],
  ["findDuplicates", [{ keep: true }]],
  ["findOrphans", [{ keep: true }]],
  ["loadPlan", ["{}", { keep: true }]],
])("%s names an unknown option", async (name, args) => {
  const { fake, connection } = open();
  const error = await refused(fake, () => untyped(name, connection, ...args));
  expect(error.message).toContain('"keep" is not an option. Nothing was sent.');
});

describe("what a plan is told about rows and earlier runs is refused if it is malformed:", () => {
  test.each<[name: string, ...args: unknown[]]>([
    ...[5, "gone", undefined, "invalid"].map((status): [string, unknown] => ["planLock", [{ user: { status } }]]),
    ["planLock", [{ user: { status: "invalid", reason: "gone", fix: 5 } }]],
    ["planLock", [{ user: { status: "invalid", reason: "gone", fix: "Go.", kind: "odd" } }]],
    ["planLock", [{ user: { status: "invalid", reason: "gone", fix: "Go.", guid: GUID } }]],
    ...[null, 5, {}, { ...problem, line: "1" }, { ...problem, kind: "odd" }].flatMap(
      (each): [string, unknown, unknown][] => [
        ["planLock", ["a"], { problems: [each] }],
        ["planImport", [{ username: "a" }], { problems: [each] }],
      ],
    ),
    ...[{}, { ...change, fields: null }, { ...change, fields: { email: { from: 5, to: "a" } } }].flatMap(
      (each): [string, unknown, unknown][] => [
        ["planImport", [{ username: "a" }], { earlier: [each] }],
        ["planSync", [{ username: "a" }], { earlier: [each] }],
        ["planRoles", { map: { analysts: "viewer" }, earlier: [each] }, undefined],
      ],
    ),
    ["planImport", [{ username: "a", user: {} }]],
    ["planImport", [{ username: "a", user: { guid: 5 } }]],
  ])("%s %j %j", async (name, ...args) => {
    const { fake, connection } = open();
    await refused(fake, () => untyped(name, connection, ...args));
  });

  test("and accepted otherwise", async () => {
    const { fake, connection, names } = open();
    const why = { status: "invalid", reason: "gone", fix: "Go.", kind: "not_found", column: 1, field: "username" };
    const plan = await settle(
      untyped("planLock", connection, [{ user: why, name: "zed" }, names[1]], { problems: [problem] }),
    );
    expect(plan).toMatchObject({ summary: { planned: 1, refused: 2 } });
    expect(fake.users.some(({ locked }) => locked)).toBe(false);
  });
});

test("planRoles() finds a member whose guid is spelled in another way", async () => {
  const { fake, connection } = open();
  fake.addGroup({ name: "analysts" });
  const user = fake.users.find(({ user_role }) => user_role === "viewer");
  const members = [{ group: "analysts", user: `{${String(user?.guid).toUpperCase()}}` }];
  const plan = await lifecycle.planRoles(connection, { map: { analysts: "publisher" }, members });
  expect(plan.steps.map(({ target }) => target.name)).toEqual([user?.username]);
});

import type { FakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import {
  type DesiredUser,
  findExisting,
  type ImportOptions,
  planImport,
  planLock,
  type PlanStep,
} from "@connect-sdk/lifecycle";
import { DIRECTORY } from "./a-directory.ts";
import { describeLaws, start, writesOf } from "./laws.ts";

function setUp(fake: FakeConnect): void {
  fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "viewer" });
  fake.addUser({ username: "mira", email: "mira@example.com", user_role: "publisher" });
  fake.addUser({ username: "root", email: "root@example.com", user_role: "administrator" });
}

const ROWS: readonly DesiredUser[] = [
  { username: "jdoe", user_role: "publisher" },
  { username: "mira", email: "mira@example.com" },
  { username: "lin", email: "lin@example.com", user_role: "publisher" },
  { username: "omar", email: "omar@example.com", locked: true },
];

const plan =
  (rows: readonly DesiredUser[], options: ImportOptions = {}) =>
  (connection: Parameters<typeof planImport>[0]) =>
    planImport(connection, rows, options);

const shown = ({ state, action, target, reason }: PlanStep) => `${state} ${action} ${target.name}: ${reason}`;

describeLaws("import", { setUp, plan: plan(ROWS) });
describeLaws("lock", { setUp, plan: (connection) => planLock(connection, ["jdoe", "mira", "JO@example.com"]) });

describeLaws("unlock", {
  setUp(fake) {
    setUp(fake);
    fake.addUser({ username: "gone", locked: true });
    fake.addUser({ username: "away", locked: true });
  },
  plan: (connection) => planLock(connection, ["gone", "away", "mira"], { locked: false }),
});

describe("planImport", () => {
  test("a second row of a user is refused, and says where the first one is", async () => {
    const { connection } = start({ setUp });
    const reasons = async (rows: readonly DesiredUser[]) =>
      (await plan(rows)(connection)).steps
        .filter(({ state }) => state === "refused")
        .map(({ action, reason, line }) => [action, reason, line]);
    const [jdoe, lin] = [{ username: "jdoe" }, { username: "lin", email: "lin@example.com" }];
    expect(await reasons([jdoe, jdoe, lin, lin])).toEqual([
      ["update", "`jdoe` is already on line 1", 2],
      ["create", "`lin` is already on line 3", 4],
    ]);
    expect(
      await reasons([
        { ...jdoe, line: 2 },
        { ...jdoe, line: 7 },
      ]),
    ).toEqual([["update", "`jdoe` is already on line 2", 7]]);
  });

  test("a new account shows its values, and a lock only if it gets one", async () => {
    const { connection } = start({ setUp });
    const fieldsOf = async (row: DesiredUser) => {
      const [step] = (await plan([row])(connection)).steps;
      return step?.changes?.map(({ field }) => field);
    };
    const lin = { username: "lin", email: "lin@example.com" };
    expect(await fieldsOf({ ...lin, locked: true })).toEqual(["email", "locked"]);
    expect(await fieldsOf({ ...lin, locked: false })).toEqual(["email"]);
  });

  test("the id at the provider of an account cannot be changed", async () => {
    const { connection } = start({
      options: { provider: "ldap" },
      setUp(fake) {
        fake.addUser({ username: "ann", external_id: "uid=ann" });
      },
    });
    const stateOf = async (row: DesiredUser) => (await plan([row])(connection)).steps[0]?.state;
    expect(await stateOf({ username: "ann", external_id: "uid=ann" })).toBe("done");
    expect(await stateOf({ username: "ann" })).toBe("done");
    expect(await stateOf({ username: "ann", external_id: "uid=other" })).toBe("refused");
  });

  test("an account whose values are set and whose lock fails has failed", async () => {
    const { fake, connection } = start({ setUp });
    const planned = await plan([{ username: "jdoe", last_name: "Doe", locked: true }])(connection);
    fake.fault({ operationId: "lockUser", status: 400 });
    const { outcomes, complete } = await planned.apply();
    expect([outcomes[0]?.status, complete]).toEqual(["failed", false]);
    expect(fake.users.find(({ username }) => username === "jdoe")).toMatchObject({ last_name: "Doe", locked: false });
  });

  test("a name without a user is a problem of that field", async () => {
    const { connection } = start({ setUp });
    const [step] = (await plan([{ username: "nobody", last_name: "X" }], { create: false })(connection)).steps;
    expect(step).toMatchObject({ state: "refused", problem: { field: "username" } });
  });

  test("the users of a few names are looked for one by one, and no further than needed", async () => {
    const { fake, connection } = start({
      setUp(fake) {
        for (let number = 0; number < 1_200; number++) fake.addUser({ username: `u${number}` });
        fake.addUser({ username: "u" });
      },
    });
    const seen: [string, number | undefined][] = [];
    let advanced = 0;
    const progress = (label: string, total?: number) => {
      seen.push([label, total]);
      return { advance: () => (advanced += 1), end: () => undefined };
    };
    await findExisting(["u"], connection.users, { progress });
    const lists = fake.requests.filter(({ operationId }) => operationId === "getUsers");
    expect(lists.length).toBeLessThanOrEqual(3);
    expect([seen, advanced]).toEqual([[["Reading users", 1]], 1]);
  });

  test("creates, changes, and leaves alone what is as wanted", async () => {
    const { fake, connection } = start({ setUp });
    const planned = await plan(ROWS)(connection);
    expect(planned.steps.map(({ state, action, target }) => `${state} ${action} ${target.name}`)).toEqual([
      "planned update jdoe",
      "done update mira",
      "planned create lin",
      "planned create omar",
    ]);
    expect(writesOf(fake)).toEqual([]);
    expect(await planned.apply()).toMatchObject({ complete: true });
    expect(fake.users.find(({ username }) => username === "omar")?.locked).toBe(true);
  });

  test.each([
    ["case", "JDoe", "looks like `jdoe`"],
    ["invisible characters", "jdoe\u200b", "looks like `jdoe`"],
    ["leading zeros", "00123", "looks like `123`"],
    ["the form of Unicode", "ｊｄｏｅ", "looks like `jdoe`"],
  ])("refuses a new account that looks like another one: %s", async (_what, username, reason) => {
    const { fake, connection } = start({ setUp });
    fake.addUser({ username: "123", email: "123@example.com" });
    const [step] = (await plan([{ username }])(connection)).steps;
    expect(step).toMatchObject({ state: "refused" });
    expect(step?.reason).toContain(reason);
    const [allowed] = (await plan([{ username, email: "x@example.com" }], { allowDuplicates: true })(connection)).steps;
    expect(allowed).toMatchObject({ state: "planned" });
  });

  test("refuses a new account with the e-mail address of another, on the server or in the file", async () => {
    const { connection } = start({ setUp });
    const rows = [
      { username: "a", email: "JO@example.com" },
      { username: "b", email: "new@example.com" },
      { username: "c", email: "new@example.com" },
    ];
    expect((await plan(rows)(connection)).steps.map(shown)).toEqual([
      "refused create a: has the e-mail address of `jdoe`",
      "refused create b: has the e-mail address of `c` on line 3",
      "refused create c: has the e-mail address of `b` on line 2",
    ]);
  });

  test("says what a person should look at, and never demotes the caller or the last administrator", async () => {
    const { connection } = start({ setUp });
    const promoted = await plan([{ username: "jdoe", user_role: "administrator" }])(connection);
    expect(promoted.steps[0]?.risks).toEqual(["promotes from viewer to administrator"]);
    const rows = [
      { username: "admin", user_role: "viewer" as const },
      { username: "root", locked: true },
    ];
    expect((await plan(rows)(connection)).steps.map(({ state }) => state)).toEqual(["refused", "planned"]);
    // The first one may go, because the other one remains.
    expect((await plan(rows, { force: true })(connection)).steps.map(({ state }) => state)).toEqual([
      "planned",
      "refused",
    ]);
  });

  test("estimates the requests that applying takes", async () => {
    const { fake, connection } = start({ setUp });
    const planned = await plan(ROWS)(connection);
    const before = fake.requests.length;
    await planned.apply();
    expect(fake.requests.length - before).toBe(planned.requests);
  });

  test.each(["viewer", "publisher", undefined] as const)(
    "estimates the requests for a person of the directory: %s",
    async (user_role) => {
      const { fake, connection } = start({ setUp, options: DIRECTORY });
      const planned = await plan([{ username: "eve", user_role }])(connection);
      const before = fake.requests.length;
      expect(await planned.apply()).toMatchObject({ complete: true });
      expect(fake.requests.length - before).toBe(planned.requests);
    },
  );

  test("does not repeat a request that the server has failed, and repeats a lost one once", async () => {
    const creations = (fake: FakeConnect): number => writesOf(fake).filter((write) => write.startsWith("POST")).length;
    const rows = [{ username: "lin", email: "lin@example.com" }];
    const failing = start({ setUp });
    failing.fake.fault({ operationId: "createPushUser", status: 500 });
    expect((await (await plan(rows)(failing.connection)).apply()).summary).toMatchObject({ failed: 1 });
    expect(creations(failing.fake)).toBe(1);

    const { fake } = start({ setUp });
    let sent = 0;
    const connection = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      retry: false,
      fetch: (input, init) => {
        const request = new Request(input, init);
        if (request.method === "GET") return fake.fetch(request);
        sent++;
        return Promise.reject(new TypeError("fetch failed"));
      },
    });
    expect((await (await plan(rows)(connection)).apply()).summary).toMatchObject({ failed: 1 });
    expect(sent).toBe(2);
  });

  test("finds the account that a request with status 500 has created", async () => {
    const { fake } = start({ setUp });
    const connection = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      retry: false,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const isCreation = request.method === "POST" && request.url.endsWith("/v1/users");
        const response = await fake.fetch(request);
        return isCreation ? new Response(null, { status: 500 }) : response;
      },
    });
    const [outcome] = (await (await plan([{ username: "lin", email: "lin@example.com" }])(connection)).apply())
      .outcomes;
    expect(outcome).toMatchObject({ status: "done", note: "the response was lost, but the account exists" });
  });

  test.each([
    ["createPushUser", "password", { username: "new", email: "new@example.com" }],
    ["lockUser", "password", { username: "new", email: "new@example.com", locked: true }],
    ["updateUser", "password", { username: "jdoe", last_name: "X" }],
    ["lockUser", "password", { username: "jdoe", last_name: "X", locked: true }],
    ["lockUser", "password", { username: "gone", locked: false }],
    ["createPullUser", "ldap", { username: "eve" }],
    ["updateUser", "ldap", { username: "eve", user_role: "publisher" }],
    ["lockUser", "ldap", { username: "eve", locked: true }],
  ] as const)("fails if the server refuses %s, with %s: %o", async (operationId, provider, row) => {
    const { fake, connection } = start({
      options: provider === "ldap" ? DIRECTORY : { provider },
      setUp(server) {
        setUp(server);
        server.addUser({ username: "gone", locked: true });
      },
    });
    const planned = await plan([row])(connection);
    fake.fault({ operationId, status: 403 });
    expect((await planned.apply()).outcomes).toMatchObject([{ status: "failed", error: { status: 403 } }]);
    expect(fake.requests.filter(({ status }) => status === 403)).toMatchObject([{ operationId }]);
  });

  test("compares new accounts with the directory, without case, and refuses what differs", async () => {
    const { connection } = start({ setUp, options: DIRECTORY });
    const reasonFor = async (row: DesiredUser): Promise<string | undefined> => {
      const [step] = (await plan([{ username: "eve", ...row }])(connection)).steps;
      return step?.state === "planned" ? undefined : step?.reason;
    };
    expect(await reasonFor({})).toBeUndefined();
    expect(await reasonFor({ email: "EVE@example.com", first_name: "eve", last_name: "NG" })).toBeUndefined();
    expect(await reasonFor({ email: "eve@elsewhere.org" })).toBe(
      "the directory has `eve@example.com`, not `eve@elsewhere.org`",
    );
    expect(await reasonFor({ first_name: "Eva" })).toBe("the directory has `Eve`, not `Eva`");
    expect(await reasonFor({ password: "correct horse battery" })).toBe(
      "people sign in with the password of the directory",
    );
  });

  test.each([
    ["one account is looked up", ["u1"], { create: false }, 2],
    // Counted first, and again for the verification.
    ["many accounts are listed once", ["u1", "u2", "u3", "u4"], { create: false }, 1 + 3 + 1],
    ["accounts that may be new are listed with all others, once", ["u1", "new"], {}, 3],
  ])("on a server with 1,200 users, %s", async (_, names, options, requests) => {
    const { fake, connection } = start({
      setUp(server) {
        for (let number = 0; number < 1_200; number++) server.addUser({ username: `u${number}`, user_role: "viewer" });
      },
    });
    const rows = names.map((username) => ({ username, user_role: "publisher" as const }));
    expect((await plan(rows, options)(connection)).summary).toMatchObject({ planned: names.length });
    expect(fake.requests.filter(({ operationId }) => operationId === "getUsers")).toHaveLength(requests);
  });

  test("create: false refuses rows without an account, and an empty file is refused as a whole", async () => {
    const { connection } = start({ setUp });
    expect((await plan(ROWS, { create: false })(connection)).summary).toMatchObject({
      planned: 1,
      done: 1,
      refused: 2,
    });
    expect((await plan([])(connection)).refusals).toMatchObject([{ guard: "empty-source" }]);
    await expect(plan(ROWS, { creat: true } as ImportOptions)(connection)).rejects.toThrow(/Did you mean "create"/);
  });
});

describe("planLock", () => {
  test("one step per account, and a refused one for who does not exist", async () => {
    const { fake, connection } = start({ setUp });
    const planned = await planLock(connection, ["jdoe", "jo@example.com", "nobody", "admin"]);
    expect(planned.steps.map(({ state, target }) => `${state} ${target.name}`)).toEqual([
      "planned jdoe",
      "refused nobody",
      "refused admin",
    ]);
    await planned.apply();
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(true);
    const unlock = await planLock(connection, ["jdoe", "mira"], { locked: false });
    expect(unlock.steps.map(({ state }) => state)).toEqual(["planned", "done"]);
    await unlock.apply();
    expect(fake.users.find(({ username }) => username === "jdoe")?.locked).toBe(false);
  });

  test("an unlocked administrator remains", async () => {
    const { connection } = start({ setUp });
    const planned = await planLock(connection, ["root", "admin"], { force: true });
    expect(planned.steps.map(({ state }) => state)).toEqual(["planned", "refused"]);
    expect(planned.steps[1]?.reason).toContain("no unlocked administrator");
  });
});

import type { FakeConnect, FakeConnectOptions } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { type DesiredUser, planSync, type SyncOptions } from "@connect-sdk/lifecycle";
import { DIRECTORY } from "./a-directory.ts";
import { describeLaws, start, writesOf } from "./laws.ts";

/** Twenty accounts that are as they should be, and some that are not. */
function setUp(fake: FakeConnect): void {
  for (let number = 0; number < 20; number++) {
    fake.addUser({ username: `u${number}`, email: `u${number}@example.com`, user_role: "viewer" });
  }
  fake.addUser({ username: "up", email: "up@example.com", user_role: "viewer", first_name: "Up" });
  fake.addUser({ username: "down", email: "down@example.com", user_role: "publisher" });
  fake.addUser({ username: "back", email: "back@example.com", locked: true });
  fake.addUser({ username: "left", email: "left@example.com" });
  fake.addUser({ username: "guest", email: "guest@elsewhere.org" });
}

const SAME: readonly DesiredUser[] = Array.from({ length: 20 }, (_, number) => ({ username: `u${number}` }));
const ROWS: readonly DesiredUser[] = [
  ...SAME,
  { username: "up", user_role: "publisher", first_name: "Upper", last_name: "" },
  { username: "down", user_role: "viewer" },
  { username: "back", locked: false },
  { username: "new", email: "new@example.com", user_role: "publisher" },
];
const SCOPE = { emailDomain: "example.com" };

const plan =
  (options: SyncOptions = {}, rows: readonly DesiredUser[] = ROWS) =>
  (connection: Connection) =>
    planSync(connection, rows, options);

const user = (fake: FakeConnect, name: string) => fake.users.find(({ username }) => username === name);

describeLaws("sync", { setUp, plan: plan() });
describeLaws("sync that locks", { setUp, plan: plan({ scope: SCOPE, missing: "lock", maxLock: 2 }) });

describe("planSync", () => {
  test("creates, updates, promotes, demotes and unlocks, in this order, and only lists missing accounts", async () => {
    const { fake, connection } = start({ setUp });
    const planned = await plan({ scope: SCOPE })(connection);
    expect(
      planned.steps.map(({ action, target, state, to }) => `${action} ${target.name} ${state}: ${String(to)}`),
    ).toEqual([
      "create new planned: publisher",
      "update up planned: first_name: Upper; user_role: publisher",
      "update down planned: user_role: viewer",
      "unlock back planned: locked: false",
      "missing left manual: true",
    ]);
    expect(await planned.apply({ concurrency: 1 })).toMatchObject({ complete: true });
    expect(writesOf(fake).map((write) => write.split("/").length)).toHaveLength(4);
    expect(user(fake, "up")).toMatchObject({ user_role: "publisher", first_name: "Upper" });
    expect(user(fake, "down")).toMatchObject({ user_role: "viewer" });
    expect(user(fake, "back")).toMatchObject({ locked: false });
    expect(user(fake, "new")).toMatchObject({ user_role: "publisher", email: "new@example.com" });
    expect(user(fake, "left")).toMatchObject({ locked: false });
  });

  test("locks missing accounts in scope, last, and nobody else", async () => {
    const { fake, connection } = start({ setUp });
    const planned = await plan({ scope: SCOPE, missing: "lock", maxLock: 2 })(connection);
    expect(planned.steps.at(-1)).toMatchObject({ action: "lock", reason: "not in the file" });
    await planned.apply();
    expect(user(fake, "left")?.locked).toBe(true);
    expect(user(fake, "guest")?.locked).toBe(false);
    expect(writesOf(fake).at(-1)).toMatch(/lock$/);
    expect(planned.notes.join(" ")).toContain("out of scope");
  });

  test("streams rows, and unchanged rows cost nothing", async () => {
    const { fake, connection } = start({ setUp });
    async function* rows() {
      for (const row of SAME) yield await Promise.resolve(row);
    }
    const planned = await planSync(connection, rows());
    expect(planned.steps).toEqual([]);
    // The caller, the settings and one page of users.
    expect(fake.requests).toHaveLength(3);
  });

  test("a source that fails aborts before anything is sent", async () => {
    const { fake, connection } = start({ setUp });
    async function* rows(): AsyncGenerator<DesiredUser> {
      yield await Promise.resolve({ username: "u1" });
      throw new Error("connection to the directory lost");
    }
    await expect(planSync(connection, rows(), { scope: SCOPE, missing: "lock" })).rejects.toThrow("directory lost");
    expect(fake.requests).toEqual([]);
  });

  test.each([
    ["empty", []],
    ["without a usable row", [{ email: "somebody@example.com" }, { first_name: "Jo" }]],
  ])("a file that is %s is never everybody left", async (_, rows: readonly DesiredUser[]) => {
    const { connection } = start({ setUp });
    const options: SyncOptions = { scope: SCOPE, missing: "lock", maxLock: "100%", force: true };
    expect((await plan(options, rows)(connection)).refusals.map(({ guard }) => guard)).toEqual(["empty-source"]);
  });

  test("a page of users that cannot be read aborts before anything is written", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        for (let number = 0; number < 1_200; number++) server.addUser();
      },
    });
    fake.fault({ operationId: "getUsers", after: 1, times: 1, status: 500 });
    await expect(plan({ scope: SCOPE, missing: "lock" })(connection)).rejects.toThrow("500");
    expect(writesOf(fake)).toEqual([]);
  });

  test.each([
    ["9.9", 99, 1_000, true],
    ["10", 100, 1_000, true],
    ["10.1", 101, 1_000, false],
    ["one of three", 1, 3, true],
  ])("the cap is exact: %s %%", async (_, missing, all, isAllowed) => {
    const { connection } = start({
      setUp(fake) {
        for (let number = 0; number < all; number++) {
          fake.addUser({ username: `u${number}`, email: `u${number}@example.com` });
        }
      },
    });
    const rows = Array.from({ length: all - missing }, (_, number) => ({ username: `u${number}` }));
    const { refusals } = await plan({ scope: SCOPE, missing: "lock" }, rows)(connection);
    expect(refusals.map(({ guard }) => guard)).toEqual(isAllowed ? [] : ["max-lock"]);
    if (isAllowed) return;
    const [refusal] = refusals;
    expect(refusal?.reason).toBe(`it would lock ${missing} of ${all} users (10.1 %), and the limit is 10%`);
    expect(refusal?.fix).toContain(`maxLock: ${missing}`);
    expect((await plan({ scope: SCOPE, missing: "lock", maxLock: missing }, rows)(connection)).refusals).toEqual([]);
    expect(
      (await plan({ scope: SCOPE, missing: "lock", maxLock: missing - 1 }, rows)(connection)).refusals,
    ).not.toEqual([]);
  });

  test("a name that differs only in case is refused: neither created nor missing, and nobody is locked", async () => {
    const { fake, connection } = start({ setUp });
    const rows = [...SAME, { username: "LEFT", user_role: "viewer" as const }];
    const planned = await plan({ scope: SCOPE, missing: "lock", maxLock: "100%" }, rows)(connection);
    expect(planned.steps.filter(({ state }) => state === "planned")).toEqual([]);
    expect(planned.steps[0]?.state).toBe("refused");
    expect(planned.steps[0]?.reason).toContain("only in case");
    expect(planned.steps.filter(({ action }) => action === "lock").map(({ state }) => state)).toEqual([
      "refused",
      "refused",
    ]);
    await planned.apply();
    expect(writesOf(fake)).toEqual([]);
  });

  test("a new account that looks like an existing one, or shares its address, is refused unless allowed", async () => {
    const { connection } = start({ setUp });
    const rows = [...SAME, { username: "l.eft", email: "LEFT@example.com" }, { username: "ｌｅｆｔ" }];
    const options: SyncOptions = { scope: SCOPE, missing: "lock", maxLock: "100%" };
    const { steps } = await plan(options, rows)(connection);
    expect(steps.slice(0, 2).map(({ reason }) => reason)).toEqual([
      "line 21: l.eft has the e-mail address of `left`",
      "line 22: ｌｅｆｔ looks like `left`",
    ]);
    // It may be the account that seems to be missing.
    expect(steps.filter(({ state }) => state === "planned")).toEqual([]);
    expect((await plan({ ...options, allowDuplicates: true }, rows)(connection)).summary.refused).toBe(0);
  });

  test("rows that mean one account, or two, are refused", async () => {
    const { fake, connection } = start({ setUp });
    const guid = user(fake, "u1")?.guid ?? "";
    const rows: DesiredUser[] = [
      { username: "u2", email: "one@example.com" },
      { username: "u2", email: "two@example.com" },
      { guid, username: "u3" },
    ];
    const { steps } = await plan({}, [...rows, { username: "u4" }])(connection);
    expect(steps.map(({ state, reason }) => `${state}: ${reason}`)).toEqual([
      "refused: line 1: line 2 may be the same account: u2",
      "refused: line 2: line 1 may be the same account: u2",
      expect.stringMatching(/^refused: line 3: /),
    ]);
  });

  test("a row with several problems is refused for the first one", async () => {
    const { connection } = start({ setUp });
    const { steps } = await plan(
      {},
      ["u2", "u2", "u2", "u4"].map((username) => ({ username })),
    )(connection);
    expect(steps.map(({ reason }) => reason)).toEqual([
      "line 1: line 2 may be the same account: u2",
      "line 2: line 1 may be the same account: u2",
      "line 3: line 1 may be the same account: u2",
    ]);
  });

  test("a guid and a username that are not of one account are refused", async () => {
    const { fake, connection } = start({ setUp });
    const row = { guid: user(fake, "u1")?.guid ?? "", username: "nobody" };
    const { steps } = await plan({}, [row, { username: "u2" }])(connection);
    expect(steps.map(({ state, reason }) => [state, reason])).toEqual([
      ["refused", "line 1: the guid is the one of u1"],
    ]);
  });

  test("an account keeps its id at the provider, and an id that the server does not tell may be the same", async () => {
    const { connection } = start({
      options: { provider: "saml" },
      setUp(server) {
        server.addUser({ username: "jo", external_id: "uid=jo" });
        server.addUser({ username: "ann" });
      },
    });
    const reasons = async (jo: DesiredUser) => {
      const rows: DesiredUser[] = [
        { username: "jo", ...jo },
        { username: "ann", external_id: "uid=ann" },
      ];
      return (await plan({}, rows)(connection)).steps.map(({ reason }) => reason);
    };
    expect(await reasons({ external_id: "uid=joan" })).toEqual([
      "line 1: the external_id of an account cannot be changed",
    ]);
    expect(await reasons({ external_id: "uid=jo" })).toEqual([]);
    expect(await reasons({})).toEqual([]);
  });

  test("a guid that no account has is refused, and creates none", async () => {
    const { connection } = start({ setUp });
    const row = { guid: "00000000-0000-4000-8000-000000000000", username: "zed", email: "zed@example.com" };
    const { steps } = await plan({}, [row, ...SAME])(connection);
    expect(steps.map(({ state, reason }) => [state, reason])).toEqual([
      ["refused", "line 1: there is no account with its guid"],
    ]);
  });

  test("a new account is locked only if its row says so", async () => {
    const { fake, connection } = start({ setUp });
    const rows = [true, false].map((locked) => ({ username: `new${locked}`, email: `${locked}@x.example`, locked }));
    expect(await (await plan({}, [...SAME, ...rows])(connection)).apply()).toMatchObject({ complete: true });
    expect([user(fake, "newtrue")?.locked, user(fake, "newfalse")?.locked]).toEqual([true, false]);
  });

  test("finds accounts by the id at the provider alone", async () => {
    const { fake, connection } = start({
      options: { provider: "saml", settings: { userInfoEditableBy: "admin" } },
      setUp: (server) => void server.addUser({ username: "jo", external_id: "uid=jo" }),
    });
    await (await plan({}, [{ external_id: "uid=jo", last_name: "Doe" }])(connection)).apply();
    expect(user(fake, "jo")?.last_name).toBe("Doe");
  });

  test.each([
    ["updateUser", { user_role: "publisher" }],
    ["lockUser", { locked: true }],
    ["createPullUser", {}],
  ] as const)("fails if the server refuses %s for a person of the directory", async (operationId, change) => {
    const { fake, connection } = start({ setUp, options: DIRECTORY });
    const planned = await plan({}, [{ username: "eve", ...change }])(connection);
    fake.fault({ operationId, status: 403 });
    expect((await planned.apply()).outcomes).toMatchObject([{ status: "failed", error: { status: 403 } }]);
    expect(fake.requests.filter(({ status }) => status === 403)).toMatchObject([{ operationId }]);
  });

  test("never locks the account that set the server up", async () => {
    const { connection } = start({
      setUp(server) {
        setUp(server);
        for (const username of ["__bootstrap_admin__", "other"]) {
          server.addUser({ username, email: `${username}@example.com`, user_role: "administrator" });
        }
      },
    });
    const options = { scope: SCOPE, missing: "lock", maxLock: 3, includeAdministrators: true } as const;
    const { steps } = await plan(options)(connection);
    const locked = steps.filter(({ action }) => action === "lock").map(({ target }) => target.name);
    expect(locked.sort()).toEqual(["left", "other"]);
  });

  test("matches by guid, and by a unique e-mail address on request", async () => {
    const { fake, connection } = start({ setUp });
    const guid = user(fake, "u1")?.guid ?? "";
    const rows: DesiredUser[] = [
      { guid: guid.toUpperCase(), last_name: "One" },
      { email: "U2@example.com", last_name: "Two" },
    ];
    const planned = await plan({ match: "email" }, rows)(connection);
    expect(planned.steps.map(({ action, target }) => `${action} ${target.name}`)).toEqual(["update u1", "update u2"]);
    fake.addUser({ username: "twin", email: "u2@example.com" });
    expect(
      (await plan({ match: "email" }, rows)(connection)).steps.find(({ state }) => state === "refused")?.reason,
    ).toContain("2 accounts have the e-mail address");
  });

  test("calls a row by what it has: a username, an id at the provider, a guid, an address, or its line", async () => {
    const { connection } = start({ setUp });
    const guid = "00000000-0000-4000-8000-000000000000";
    const rows: DesiredUser[] = [
      { username: "u1" },
      { external_id: "uid=x", guid, email: "x@example.com" },
      { guid: guid.replace("4000", "4001"), email: "x@example.com" },
      { email: "x@example.com" },
      { last_name: "X" },
    ];
    const { steps } = await plan({}, rows)(connection);
    expect(steps.filter(({ state }) => state === "refused").map(({ target }) => target.name)).toEqual([
      "uid=x",
      guid.replace("4000", "4001"),
      "x@example.com",
      "line 5",
    ]);
  });

  test("anybody but an administrator is refused as such, whatever the file has", async () => {
    const { fake, connection } = start({ setUp });
    const { url, fetch } = fake;
    const viewer = connect({ url, fetch, apiKey: fake.keyFor(user(fake, "u1") ?? { guid: "" }) });
    for (const rows of [[], ROWS]) {
      const { refusals } = await plan({}, rows)(viewer);
      expect(refusals.map(({ guard }) => guard)).toEqual(["not-administrator"]);
    }
    expect((await plan()(connection)).refusals).toEqual([]);
  });

  test("estimates a request for the values of an account, and another for its lock", async () => {
    const { connection } = start({ setUp });
    const requests = async (row: object): Promise<number> =>
      (await plan({}, [...SAME.slice(1), { username: "u0", ...row }])(connection)).requests;
    const one = await requests({ last_name: "X" });
    expect(await requests({ locked: true })).toBe(one);
    expect(await requests({ last_name: "X", locked: true })).toBe(one + 1);
    expect(await requests({})).toBeLessThan(one);
  });

  test("says what the limit is, as it was passed", async () => {
    const { connection } = start({ setUp });
    const reasonOf = async (maxLock: NonNullable<SyncOptions["maxLock"]>) =>
      (await plan({ scope: { prefix: "u" }, missing: "lock", maxLock }, SAME.slice(4))(connection)).refusals
        .map(({ reason }) => reason)
        .join();
    expect(await reasonOf(2)).toMatch(/^it would lock 5 of 21 users \(23\.8 %\), and the limit is 2$/);
    expect(await reasonOf("7%")).toMatch(/and the limit is 7%$/);
    expect(await reasonOf(5)).toBe("");
  });

  test("notes how many accounts are locked, left alone, or out of scope", async () => {
    const { connection } = start({
      setUp(server) {
        for (const username of ["one", "two"])
          server.addUser({ username, email: `${username}@example.com`, locked: true });
        for (const username of ["boss", "chief"]) {
          server.addUser({ username, email: `${username}@example.com`, user_role: "administrator" });
        }
        for (const username of ["far", "away"]) server.addUser({ username, email: `${username}@elsewhere.org` });
      },
    });
    const notes = async (...names: readonly string[]): Promise<string> => {
      const options: SyncOptions = { scope: SCOPE, protect: ["admin"] };
      return (
        await plan(
          options,
          names.map((username) => ({ username })),
        )(connection)
      ).notes.join(" ");
    };
    const [few, many] = [await notes("one", "boss", "far"), await notes("one", "two")];
    expect(few).toContain("1 of the accounts in the file is locked.");
    expect(many).toContain("2 of the accounts in the file are locked.");
    expect(few).toContain("1 administrator without a row is left alone.");
    expect(many).toContain("2 administrators without a row are left alone.");
    expect(many).toMatch(/\d accounts are out of scope or protected, and left alone\./);
  });

  test("notes how many accounts are not in the file where nothing is said about them", async () => {
    const { connection } = start({ setUp });
    const notes = async (...left: readonly string[]): Promise<string> => {
      const rows = ["admin", "up", "down", "back", "left", "guest"].filter((name) => !left.includes(name));
      return (await plan({}, [...SAME, ...rows.map((username) => ({ username }))])(connection)).notes.join(" ");
    };
    expect(await notes("guest")).toContain("1 account is not in the file. Pass a scope to list them.");
    expect(await notes("guest", "left")).toContain("2 accounts are not in the file.");
    expect(await notes()).not.toContain("not in the file");
  });

  test("a file without a row that can be used is refused, and the first row says why", async () => {
    const { connection } = start({ setUp });
    const [empty] = (await plan({}, [])(connection)).refusals;
    expect(empty).toMatchObject({ guard: "empty-source", fix: expect.stringContaining("complete") as string });
    const [unusable] = (await plan({}, [{ last_name: "X" }])(connection)).refusals;
    expect(unusable).toMatchObject({
      guard: "empty-source",
      reason: expect.stringContaining("(line 1: the row does not say whose it is)") as string,
    });
    expect(unusable?.fix).not.toBe(empty?.fix);
  });

  test("leaves administrators, protected accounts and the own account alone", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        server.addUser({ username: "root", user_role: "administrator", email: "root@example.com" });
        server.addUser({ username: "robot", email: "robot@example.com" });
      },
    });
    const rows = [...SAME, { username: "up" }, { username: "down" }];
    const options: SyncOptions = { scope: SCOPE, missing: "lock", maxLock: "100%", protect: ["ROBOT@Example.com"] };
    const careful = await plan(options, rows)(connection);
    expect(careful.steps.map(({ target }) => target.name)).toEqual(["left"]);
    expect(careful.notes.join(" ")).toContain(
      "1 administrator without a row is left alone. Pass `includeAdministrators: true` to include them.",
    );
    const bold = await plan({ ...options, includeAdministrators: true }, rows)(connection);
    expect(bold.steps.map(({ target }) => target.name)).toEqual(["left", "root"]);
    expect(bold.refusals).toEqual([]);
    expect(bold.notes.join(" ")).not.toContain("includeAdministrators");
    await bold.apply();
    expect(user(fake, "admin")?.locked).toBe(false);
  });

  test.each(["report", "lock"] as const)(
    "administrators without a row stay out, even if rows may change administrators (%s)",
    async (missing) => {
      const { fake, connection } = start({
        setUp(server) {
          setUp(server);
          server.addUser({ username: "root", user_role: "administrator", email: "root@example.com" });
          server.addUser({ username: "chief", user_role: "administrator", email: "chief@example.com" });
        },
      });
      const rows: DesiredUser[] = [...SAME, { username: "up" }, { username: "down" }];
      rows.push({ username: "chief", user_role: "publisher" });
      const options: SyncOptions = { scope: SCOPE, missing, maxLock: "100%", allowAdministrator: true };
      const planned = await plan(options, rows)(connection);
      expect(planned.steps.map(({ target }) => target.name)).toEqual(["chief", "left"]);
      await planned.apply();
      expect(user(fake, "root")).toMatchObject({ locked: false, user_role: "administrator" });
    },
  );

  test("administrators without a row are locked, and those of rows not changed, if only they are included", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        for (const name of ["root", "chief"]) server.addUser({ username: name, user_role: "administrator" });
      },
    });
    const rows: DesiredUser[] = [{ username: "chief", user_role: "publisher" }];
    const options: SyncOptions = { scope: { role: "administrator" }, missing: "lock", includeAdministrators: true };
    const planned = await plan(options, rows)(connection);
    expect(planned.refusals).toEqual([]);
    expect(planned.steps.map(({ action, target }) => `${action} ${target.name}`)).toEqual(["lock root"]);
    expect(planned.notes.join(" ")).toContain("chief is left alone");
    await planned.apply();
    expect(user(fake, "chief")).toMatchObject({ locked: false, user_role: "administrator" });
  });

  test("refuses the last two administrators in one file", async () => {
    const { connection } = start({
      setUp(server) {
        setUp(server);
        server.addUser({ username: "root", user_role: "administrator" });
      },
    });
    const rows: DesiredUser[] = [
      ...SAME,
      { username: "root", user_role: "viewer" },
      { username: "admin", user_role: "viewer" },
    ];
    const { refusals } = await plan({ allowAdministrator: true, force: true }, rows)(connection);
    expect(refusals.map(({ guard }) => guard)).toEqual(["last-administrator"]);
    const careful = await plan({ allowAdministrator: true }, rows)(connection);
    expect(careful.steps.map(({ target, state }) => `${target.name} ${state}`)).toEqual([
      "admin refused",
      "root planned",
    ]);
  });

  test("makes nobody an administrator unless allowed", async () => {
    const { connection } = start({ setUp });
    const rows: DesiredUser[] = [
      { username: "up", user_role: "administrator" },
      { username: "boss", user_role: "administrator" },
      { username: "u1" },
    ];
    expect((await plan({}, rows)(connection)).steps.map(({ state }) => state)).toEqual(["refused", "refused"]);
    expect((await plan({ allowAdministrator: true }, rows)(connection)).steps.map(({ state }) => state)).toEqual([
      "planned",
      "planned",
    ]);
  });

  test("refuses a file of another server", async () => {
    const { connection } = start({ setUp });
    const options: SyncOptions = { scope: { emailDomain: "elsewhere.org" }, missing: "lock", maxLock: "100%" };
    expect((await plan(options, SAME)(connection)).refusals.map(({ guard }) => guard)).toContain("wrong-file");
  });

  test("does not send fields that the sign-in provider owns", async () => {
    const options: FakeConnectOptions = {
      provider: "saml",
      settings: { userInfoEditableBy: "provider", userRoleEditableBy: "provider" },
    };
    const { fake, connection } = start({ setUp, options });
    const planned = await plan({}, [...SAME, { username: "up", user_role: "publisher", first_name: "Other" }])(
      connection,
    );
    expect(planned.steps).toEqual([]);
    expect(planned.notes.join(" ")).toContain("owns first_name, user_role");
    expect(writesOf(fake)).toEqual([]);
  });

  test("notes a value that the server did not take", async () => {
    const { fake, connection } = start({ setUp });
    const { email, username, first_name, user_role, updated_time } = { ...user(fake, "up") };
    const body = { email, username, first_name, last_name: "Kept", user_role, updated_time };
    fake.fault({ operationId: "updateUser", status: 200, body });
    const seen: unknown[] = [];
    const planned = await plan({}, [{ username: "up", last_name: "New" }])(connection);
    const { outcomes, complete, left } = await planned.apply({
      onStep: ({ status, note }) => {
        seen.push([status, note]);
      },
    });
    const before = user(fake, "up")?.last_name ?? "";
    const differs = ["differs", `after the change, last_name is ${before}, not New`];
    expect(seen).toEqual([["done", "the server has another value for last_name"], differs]);
    expect(outcomes.map(({ status, note }) => [status, note])).toEqual([differs]);
    expect({ complete, left }).toEqual({ complete: false, left: [`up: last_name is ${before}, not New`] });
  });

  test("two new accounts of the file that look like each other are both refused", async () => {
    const { connection } = start({ setUp });
    const rows = [...SAME, { username: "zoe" }, { username: "Zoé" }, { username: "zoé" }];
    expect((await plan({}, rows)(connection)).steps.map(({ reason, state }) => `${state}: ${reason}`)).toEqual([
      "refused: line 22: line 23 may be the same account: zoé",
      "refused: line 23: line 22 may be the same account: zoé",
      "planned: in the file",
    ]);
  });

  test.each([
    [1, "but 1 refused row may mean this account"],
    [2, "but 2 refused rows may mean this account"],
  ])("locks nobody while %i rows are refused, and says why", async (count, reason) => {
    const { connection } = start({ setUp });
    // Names that differ only in case are refused.
    const rows = ROWS.map((row, at): DesiredUser => (at < count ? { username: row.username?.toUpperCase() } : row));
    const planned = await plan({ scope: SCOPE, missing: "lock", maxLock: 9 }, rows)(connection);
    const step = planned.steps.find(({ target }) => target.name === "left");
    expect(step).toMatchObject({ action: "lock", state: "refused" });
    expect(step?.reason).toContain(reason);
  });

  test("names the option that has a wrong cap", async () => {
    const { fake, connection } = start({ setUp });
    const wrong = plan({ maxLock: "many" as "10%" })(connection);
    await expect(wrong).rejects.toMatchObject({ name: "InvalidArgumentError", argument: "maxLock" });
    expect(fake.requests).toEqual([]);
  });

  test("takes new accounts from the directory, and refuses people that it does not know", async () => {
    const people = [
      { username: "eve", email: "eve@example.com", first_name: "Eve", last_name: "Ng", external_id: "cn=eve" },
    ];
    const { fake, connection } = start({ setUp, options: { provider: "ldap", directory: { people } } });
    const rows: DesiredUser[] = [...SAME, { username: "eve", user_role: "publisher" }, { username: "unknown" }];
    const planned = await plan({}, rows)(connection);
    expect(planned.steps.map(({ target, state }) => `${target.name} ${state}`)).toEqual([
      "unknown refused",
      "eve planned",
    ]);
    await planned.apply();
    expect(user(fake, "eve")).toMatchObject({ user_role: "publisher", email: "eve@example.com" });
  });

  test("stops unlocking when the license is used up", async () => {
    const { fake, connection } = start({
      setUp(server) {
        setUp(server);
        for (const name of ["back2", "back3"]) server.addUser({ username: name, locked: true });
      },
    });
    const rows = ["back", "back2", "back3"].map((username) => ({ username, locked: false }));
    const body = { code: 64, error: "The number of users permitted by this license has been exceeded.", payload: null };
    fake.fault({ operationId: "lockUser", status: 400, body });
    const { summary } = await (await plan({}, rows)(connection)).apply({ concurrency: 1 });
    expect(summary).toMatchObject({ failed: 1, skipped: 2 });
  });

  test.each([
    ["updateUser", { username: "up", last_name: "X" }],
    ["lockUser", { username: "up", locked: true }],
    ["lockUser", { username: "back", locked: false }],
    ["createPushUser", { username: "new", email: "new@example.com" }],
  ] as const)("fails if the server refuses %s: %o", async (operationId, row) => {
    const { fake, connection } = start({ setUp });
    fake.fault({ operationId, status: 403 });
    const { outcomes } = await (await plan({ maxLock: 1 }, [...SAME, row])(connection)).apply();
    expect(outcomes).toMatchObject([{ status: "failed", error: { status: 403 } }]);
    expect(fake.requests.filter(({ status }) => status === 403)).toMatchObject([{ operationId }]);
  });

  test("the scope is the intersection of its conditions, and a group that is missing is an error", async () => {
    const { connection } = start({
      setUp(server) {
        setUp(server);
        const group = ["left", "guest", "u1"].flatMap((name) => user(server, name) ?? []);
        server.addGroup({ name: "staff", members: group });
      },
    });
    const scope = { group: "staff", emailDomain: "example.com", role: "viewer" as const, createdBefore: "2099-01-01" };
    const rows = [{ username: "u1" }];
    const planned = await plan({ scope, missing: "lock", maxLock: 1 }, rows)(connection);
    expect(planned.steps.map(({ target }) => target.name)).toEqual(["left"]);
    expect((await plan({ scope: { ...scope, createdBefore: "2001-01-01" } }, rows)(connection)).steps).toEqual([]);
    await expect(plan({ scope: { group: "Staff" } }, rows)(connection)).rejects.toThrow('Did you mean "staff"');
  });

  test.each([
    ["no scope", { missing: "lock" }, "needs a scope"],
    ["an empty scope", { missing: "lock", scope: {} }, "has no condition"],
    ["an unknown condition", { scope: { emailDomian: "x" } }, 'Did you mean "emailDomain"?'],
    ["a time that is none", { scope: { createdBefore: "soon" } }, "not a time"],
    ["a cap that is none", { maxLock: "ten" }, "neither a number of users nor a percentage"],
    ["a cap of more than all", { maxLock: "100.5%" }, "neither a number of users nor a percentage"],
    ["an unknown option", { maxLocks: 3 }, 'Did you mean "maxLock"?'],
  ])("rejects %s before it sends anything", async (_, options, message) => {
    const { fake, connection } = start({ setUp });
    const passed: object = options;
    await expect(planSync(connection, SAME, passed)).rejects.toThrow(message);
    expect(fake.requests).toEqual([]);
  });

  test("rejects a row with a field that it does not know", async () => {
    const { fake, connection } = start({ setUp });
    const row: object = { username: "u1", rol: "viewer" };
    await expect(planSync(connection, [row])).rejects.toThrow('"rol" is not a field of row 1');
    expect(fake.requests).toEqual([]);
  });
});

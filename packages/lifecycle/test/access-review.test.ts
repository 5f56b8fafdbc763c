import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect, type Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { accessReview, planAccessReview } from "@connect-sdk/lifecycle";
import { describeLaws } from "./laws.ts";

function start({ users = 1 } = {}): { fake: FakeConnect; connection: Connection } {
  const fake = createFakeConnect({ seed: 7, now: "2026-03-10T12:00:00Z", users });
  return { fake, connection: connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false }) };
}

describe("accessReview", () => {
  function setUp() {
    const { fake, connection } = start({ users: 30 });
    const mira = fake.addUser({ username: "mira", user_role: "publisher", active_time: "2026-03-01T12:00:00Z" });
    fake.addUser({ username: "tomas", user_role: "viewer", locked: true });
    fake.addGroup({ name: "analysts", members: [mira] });
    fake.addContent({ name: "report", owner_guid: mira.guid });
    return { fake, connection, now: new Date("2026-03-11T12:00:00Z") };
  }

  test("lists everybody, administrators first, with what they have", async () => {
    const { connection, now, fake } = setUp();
    const review = await accessReview(connection, { now });
    expect(review.rows).toHaveLength(fake.users.length);
    expect(review).toMatchObject({ complete: true, takenBy: "admin", asOf: "2026-03-11T12:00:00.000Z" });
    expect(review.rows[0]?.user_role).toBe("administrator");
    const mira = fake.users.find(({ username }) => username === "mira");
    expect(review.rows.find(({ username }) => username === "mira")).toEqual({
      guid: mira?.guid,
      username: "mira",
      email: mira?.email,
      first_name: mira?.first_name,
      last_name: mira?.last_name,
      user_role: "publisher",
      locked: false,
      account_status: "licensed",
      created_time: mira?.created_time,
      active_time: "2026-03-01T12:00:00Z",
      idle_days: 10,
      groups: ["analysts"],
      owned_content: 1,
      collaborations: null,
      decision: "",
      reviewer: "",
      date: "",
      comment: "",
    });
    expect(review.rows.find(({ username }) => username === "tomas")).toMatchObject({ account_status: "locked" });
  });

  test("counts whole days since an account was active or created, and never less than none", async () => {
    const { connection, now, fake } = setUp();
    fake.addUser({ username: "future", active_time: "2026-03-12T12:00:00Z" });
    fake.addUser({ username: "never", active_time: null, created_time: "2026-03-09T13:00:00Z" });
    const { rows } = await accessReview(connection, { now });
    const row = (name: string) => rows.find(({ username }) => username === name);
    expect(row("future")).toMatchObject({ idle_days: 0, owned_content: 0 });
    expect(row("never")).toMatchObject({ idle_days: 1, owned_content: 0 });
  });

  test("counts decisions, and rows without one", async () => {
    const { connection, now } = setUp();
    const { rows } = await accessReview(connection, { now });
    const decided = async (count: number) => {
      const some = rows.filter(({ user_role }) => user_role === "viewer").slice(0, count + 1);
      return planAccessReview(
        connection,
        some.map((row, at) => (at < count ? { ...row, decision: "lock" } : row)),
      );
    };
    const [one, two] = [await decided(1), await decided(2)];
    expect([one.subject, two.subject]).toEqual(["1 decision", "2 decisions"]);
    expect(one.notes).toEqual(["1 row has no decision."]);
    expect((await planAccessReview(connection, rows.slice(0, 2))).notes).toEqual(["2 rows have no decision."]);
  });

  test("names the row of an unknown decision", async () => {
    const { connection, now } = setUp();
    const { rows } = await accessReview(connection, { now });
    const decided = rows.map((each, index) => (index === 1 ? { ...each, decision: "lokc" } : each));
    await expect(planAccessReview(connection, decided)).rejects.toThrow(
      'Row 2 has the decision "lokc". Nothing was sent.',
    );
  });

  test("fails if the groups cannot be read, unless the server does not tell their members", async () => {
    const failing = setUp();
    failing.fake.fault({ operationId: "getGroups", status: 500 });
    await expect(accessReview(failing.connection, { now: failing.now })).rejects.toMatchObject({ status: 500 });

    const { connection, now, fake } = setUp();
    fake.fault({ operationId: "getGroupMembers", status: 403 });
    const review = await accessReview(connection, { now });
    expect(review.notes).toEqual(["The server does not tell the members of groups: the sign-in provider has them."]);
    expect(review.rows.find(({ username }) => username === "mira")?.groups).toBeNull();
  });

  test("the checksum shows whether the rows were edited", async () => {
    const { connection, now, fake } = setUp();
    const [first, again] = [await accessReview(connection, { now }), await accessReview(connection, { now })];
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(again.sha256).toBe(first.sha256);
    fake.addUser({ username: "zoe" });
    expect((await accessReview(connection, { now })).sha256).not.toBe(first.sha256);
  });

  test("decisions are carried out, once", async () => {
    const { connection, now, fake } = setUp();
    const review = await accessReview(connection, { now });
    const decide = (name: string) => (name === "mira" ? "viewer" : name === "tomas" ? "keep" : "");
    const decisions = review.rows.map((row) => ({ ...row, decision: decide(row.username) }));
    expect(await review.apply(decisions)).toMatchObject({ summary: { done: 1, unchanged: 1 } });
    expect(fake.users.find(({ username }) => username === "mira")?.user_role).toBe("viewer");
    const again = await review.plan(decisions);
    expect(again.summary).toEqual({ planned: 0, done: 2, refused: 0, manual: 0 });
    const before = fake.requests.length;
    expect(await again.apply()).toMatchObject({ summary: { done: 0, unchanged: 2 }, complete: true });
    expect(fake.requests.slice(before).filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("a lock that was carried out is done, and any other change since the review is refused", async () => {
    const { connection, now } = setUp();
    const { rows } = await accessReview(connection, { now });
    const mira = rows.filter(({ username }) => username === "mira");
    const states = async (decision: string) =>
      (
        await planAccessReview(
          connection,
          mira.map((row) => ({ ...row, decision })),
        )
      ).steps.map(({ state }) => state);
    await (await connection.users.lookup("mira")).lock();
    expect(await states("lock")).toEqual(["done"]);
    for (const decision of ["keep", "viewer", "publisher"]) expect(await states(decision)).toEqual(["refused"]);
    await (await connection.users.lookup("mira")).update({ user_role: "viewer" });
    expect(await states("lock")).toEqual(["refused"]);
  });

  test("two decisions about one user, and malformed rows, send nothing", async () => {
    const { connection, now, fake } = setUp();
    const { rows } = await accessReview(connection, { now });
    const mira = rows.filter(({ username }) => username === "mira");
    const before = fake.requests.length;
    const twice = [
      ...mira.map((row) => ({ ...row, decision: "lock" })),
      ...mira.map((row) => ({ ...row, guid: row.guid.toUpperCase(), decision: "keep" })),
    ];
    await expect(planAccessReview(connection, twice)).rejects.toThrow(/two decisions about the user/);
    for (const wrong of [{ decision: 1 }, { locked: "false" }, { guid: null }, { user_role: undefined }]) {
      const malformed: unknown = mira.map((row) => ({ ...row, decision: "lock", ...wrong }));
      // @ts-expect-error -- what callers without types may pass
      await expect(planAccessReview(connection, malformed)).rejects.toMatchObject({ name: "InvalidArgumentError" });
    }
    expect(fake.requests).toHaveLength(before);
  });

  test("refuses the own account, changed rows, and the last administrator", async () => {
    const { connection, now } = setUp();
    const { rows } = await accessReview(connection, { now });
    const everybody = rows.map((row) => ({ ...row, decision: "lock" }));
    const plan = await planAccessReview(connection, everybody);
    expect(plan.steps.find(({ target }) => target.name === "admin")).toMatchObject({ state: "refused" });
    const others = rows.filter(({ username }) => username !== "admin").map((row) => ({ ...row, decision: "lock" }));
    const changed = others.map((row) => ({ ...row, locked: !row.locked }));
    expect((await planAccessReview(connection, changed)).summary.planned).toBe(0);
  });

  test.each(["publisher", "viewer", "lock"])(
    "a service cannot leave the server without an administrator: %s",
    async (decision) => {
      const { connection, fake } = start();
      // A service has no account of its own that is protected.
      fake.fault({ path: "/v1/user", status: 403, body: { code: 22, error: "You don't have permission." } });
      const { rows } = await accessReview(connection);
      const guards = async () =>
        (
          await planAccessReview(
            connection,
            rows.map((row) => ({ ...row, decision })),
          )
        ).refusals.map(({ guard }) => guard);
      expect(await guards()).toEqual(["last-administrator"]);
      fake.addUser({ username: "root", user_role: "administrator" });
      expect(await guards()).toEqual([]);
    },
  );

  test("an unknown decision sends nothing, and an empty file is refused", async () => {
    const { connection, now, fake } = setUp();
    const { rows } = await accessReview(connection, { now });
    const before = fake.requests.length;
    const [row] = rows;
    const decisions = row === undefined ? [] : [{ ...row, decision: "look" }];
    await expect(planAccessReview(connection, decisions)).rejects.toThrow(/Did you mean "lock"/);
    expect(fake.requests).toHaveLength(before);
    expect((await planAccessReview(connection, [])).refusals).toMatchObject([{ guard: "empty-source" }]);
  });
});

describe("the access to content of others", () => {
  function setUp() {
    const { fake, connection } = start();
    const [mira, tomas] = [
      fake.addUser({ username: "mira", user_role: "publisher" }),
      fake.addUser({ username: "tomas" }),
    ];
    const group = fake.addGroup({ name: "analysts", members: [tomas] });
    const give = (
      name: string,
      principal: { guid: string },
      principal_type: "user" | "group",
      role: "viewer" | "owner",
    ) => {
      const content = fake.content.find((item) => item.name === name) ?? fake.addContent({ name });
      fake.addPermission({ content_guid: content.guid, principal_guid: principal.guid, principal_type, role });
    };
    give("report", mira, "user", "owner");
    give("report", tomas, "user", "viewer");
    give("app", mira, "user", "viewer");
    give("dashboard", group, "group", "viewer");
    const collaborations = async (options: { permissions?: boolean } = { permissions: true }) => {
      const { rows } = await accessReview(connection, options);
      return Object.fromEntries(rows.map((row) => [row.username, row.collaborations]));
    };
    return { fake, connection, collaborations };
  }

  test("is listed by name, with the role; that of groups is not", async () => {
    const { collaborations } = setUp();
    expect(await collaborations()).toEqual({
      admin: [],
      mira: ["app (viewer)", "report (collaborator)"],
      tomas: ["report (viewer)"],
    });
  });

  test("is not read unless it is asked for", async () => {
    const { fake, collaborations } = setUp();
    for (const options of [{}, { permissions: false }]) {
      expect(await collaborations(options)).toEqual({ admin: null, mira: null, tomas: null });
    }
    expect(fake.requests.filter(({ operationId }) => operationId === "listContentPermissions")).toEqual([]);
  });

  test("leaves out content that is deleted while the review is taken, and fails if it cannot be read", async () => {
    const { fake, collaborations } = setUp();
    const guid = fake.content.find(({ name }) => name === "report")?.guid ?? "";
    const path = `/v1/content/${guid}/permissions`;
    fake.fault({ path, times: 1, status: 404 });
    expect(await collaborations()).toEqual({ admin: [], mira: ["app (viewer)"], tomas: [] });
    fake.fault({ path, times: 1, status: 403 });
    await expect(collaborations()).rejects.toMatchObject({ status: 403 });
  });
});

describe("the plan of a review", () => {
  /** Plans decisions, as `username: decision`. */
  async function planned(decisions: Readonly<Record<string, string>>) {
    const { fake, connection } = start();
    for (const username of ["mira", "tomas", "lin"]) fake.addUser({ username, user_role: "publisher" });
    const { rows } = await accessReview(connection);
    const decided = rows.map((row) => ({ ...row, decision: decisions[row.username] ?? "" }));
    const plan = await planAccessReview(connection, decided);
    const before = fake.requests.length;
    return { plan, apply: async () => (await plan.apply(), fake.requests.length - before) };
  }

  test.each([
    [{ mira: "lock" }],
    [{ mira: "viewer" }],
    [{ mira: "lock", tomas: "lock" }],
    [{ mira: "lock", tomas: "lock", lin: "viewer" }],
    [{ mira: "keep", tomas: "viewer", lin: "viewer" }],
  ])("tells how many requests it takes: %o", async (decisions) => {
    const { plan, apply } = await planned(decisions);
    expect(plan.summary.planned).toBeGreaterThan(0);
    expect(await apply()).toBe(plan.requests);
  });

  test.each([
    [{ mira: "lock", tomas: "lock", lin: "lock" }, ["1 row has no decision."]],
    [{ mira: "lock", tomas: "keep" }, ["2 rows have no decision."]],
    [{ admin: "keep", mira: "lock", tomas: "keep", lin: "keep" }, []],
  ])("says how many rows have no decision: %o", async (decisions, notes) => {
    const { plan } = await planned(decisions);
    expect(plan.notes).toEqual(notes);
  });
});

const REVIEWED = {
  mira: "11111111-1111-4111-8111-111111111111",
  tomas: "22222222-2222-4222-8222-222222222222",
  lin: "33333333-3333-4333-8333-333333333333",
} as const;

describeLaws("access-review", {
  setUp(fake) {
    fake.addUser({ guid: REVIEWED.mira, username: "mira", user_role: "publisher" });
    fake.addUser({ guid: REVIEWED.tomas, username: "tomas", user_role: "viewer" });
    fake.addUser({ guid: REVIEWED.lin, username: "lin", user_role: "viewer" });
  },
  plan: (connection) =>
    planAccessReview(connection, [
      { guid: REVIEWED.mira, user_role: "publisher", locked: false, decision: "viewer" },
      { guid: REVIEWED.tomas, user_role: "viewer", locked: false, decision: "lock" },
      { guid: REVIEWED.lin, user_role: "viewer", locked: false, decision: "keep" },
    ]),
});

import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { planRoles, type RolesOptions } from "@connect-sdk/lifecycle";
import { describeLaws, start, writesOf } from "./laws.ts";

const MAP = { role_viewer: "viewer", role_publisher: "publisher" } as const;

/** 20 members of the viewers' group, one of them a publisher, and 2 of the publishers' group, one of them in both. */
function setUp(fake: FakeConnect): void {
  const viewers = Array.from({ length: 18 }, (_, number) => fake.addUser({ username: `viewer${number}` }));
  const demoted = fake.addUser({ username: "demoted", user_role: "publisher" });
  const both = fake.addUser({ username: "both" });
  const promoted = fake.addUser({ username: "promoted" });
  fake.addUser({ username: "other", user_role: "publisher" });
  fake.addGroup({ name: "role_viewer", members: [...viewers, demoted, both] });
  fake.addGroup({ name: "role_publisher", members: [both, promoted] });
}

const plan =
  (options: Partial<RolesOptions> = {}) =>
  (connection: Parameters<typeof planRoles>[0]) =>
    planRoles(connection, { map: MAP, ...options });

const role = (fake: FakeConnect, name: string) => fake.users.find(({ username }) => username === name)?.user_role;

describeLaws("roles", { setUp, plan: plan() });
describeLaws("roles of all users", { setUp, plan: plan({ otherwise: "viewer", maxDemotions: 2 }) });

describe("planRoles", () => {
  test("the highest role wins, promotions come first, and others stay as they are", async () => {
    const { fake, connection } = start({ setUp });
    const before = await plan()(connection);
    expect(before.steps.map(({ action, target, reason }) => `${action} ${target.name}: ${reason}`)).toEqual([
      "promote both: member of role_publisher",
      "promote promoted: member of role_publisher",
      "demote demoted: member of role_viewer",
    ]);
    expect(await before.apply()).toMatchObject({ complete: true });
    expect(["both", "promoted", "demoted", "other"].map((name) => role(fake, name))).toEqual([
      "publisher",
      "publisher",
      "viewer",
      "publisher",
    ]);
  });

  test("shows the role before and after", async () => {
    const { connection } = start({ setUp });
    const [first] = (await plan()(connection)).steps;
    expect(first?.changes).toEqual([{ field: "user_role", from: "viewer", to: "publisher" }]);
  });

  test("a group can be named by its guid, in any spelling", async () => {
    const { fake, connection } = start({ setUp });
    const guid = fake.groups.find(({ name }) => name === "role_publisher")?.guid ?? "";
    const { steps } = await planRoles(connection, { map: { [guid.toUpperCase()]: "publisher" } });
    expect(steps.map(({ target }) => target.name).sort()).toEqual(["both", "promoted"]);
    await expect(planRoles(connection, { map: { role_publishe: "publisher" } })).rejects.toThrow("Did you mean");
  });

  test("names those who would become administrators, keep a role, or are locked", async () => {
    const { connection } = start({
      setUp(fake) {
        const people = ["a", "b"].map((username) => fake.addUser({ username, locked: true }));
        const bosses = ["c", "d"].map((username) => fake.addUser({ username, user_role: "administrator" }));
        const staff = ["e", "f"].map((username) => fake.addUser({ username }));
        fake.addGroup({ name: "one of staff", members: staff.slice(1) });
        fake.addGroup({ name: "staff", members: staff });
        fake.addGroup({ name: "one", members: people.slice(1) });
        fake.addGroup({ name: "two", members: people });
        fake.addGroup({ name: "boss", members: bosses.slice(1) });
        fake.addGroup({ name: "bosses", members: bosses });
      },
    });
    const planned = async (group: string, role: "viewer" | "publisher" | "administrator") =>
      planRoles(connection, { map: { [group]: role } });
    const reasonOf = async (group: string) => (await planned(group, "administrator")).refusals[0]?.reason;
    expect(await reasonOf("one of staff")).toBe("it would make f administrator");
    expect(await reasonOf("staff")).toMatch(/^it would make (e, f|f, e) administrators$/);
    const notesOf = async (group: string) => (await planned(group, "publisher")).notes.join(" ");
    expect(await notesOf("one")).toContain("1 locked user keeps the role.");
    expect(await notesOf("two")).toContain("2 locked users keep their role.");
    expect(await notesOf("boss")).toContain("d keeps the role. Pass `allowAdministrator: true`");
    expect(await notesOf("bosses")).toMatch(/(c, d|d, c) keep their role\./);
  });

  test("of two groups with the same role, the reason is the first", async () => {
    const { connection } = start({ setUp });
    const { steps } = await planRoles(connection, { map: { role_publisher: "publisher", role_viewer: "publisher" } });
    expect(steps.find(({ target }) => target.name === "both")?.reason).toBe("member of role_publisher");
  });

  test("a group that is missing is an error, and the similar name is suggested", async () => {
    const { fake, connection } = start({ setUp });
    const map = { Role_Publisher: "publisher", nobody: "viewer" } as const;
    await expect(planRoles(connection, { map })).rejects.toThrow(/"Role_Publisher", "nobody".*"role_publisher"/s);
    expect(writesOf(fake)).toEqual([]);
  });

  test("reads members beyond the first page", async () => {
    const { connection } = start({
      setUp(fake) {
        const members = Array.from({ length: 1_203 }, (_, number) => fake.addUser({ username: `u${number}` }));
        fake.addGroup({ name: "role_publisher", members });
        fake.addGroup({ name: "role_viewer", members });
      },
    });
    expect((await plan()(connection)).summary.planned).toBe(1_203);
  });

  test("groups without any member say nothing", async () => {
    const { connection } = start({
      setUp(fake) {
        fake.addUser({ username: "ann", user_role: "publisher" });
        fake.addGroup({ name: "role_viewer" });
        fake.addGroup({ name: "role_publisher" });
      },
    });
    const { refusals } = await plan({ otherwise: "viewer", maxDemotions: "100%" })(connection);
    expect(refusals.map(({ guard }) => guard)).toEqual(["empty-source"]);
  });

  test.each([
    ["9.9", 99, 1_000, true],
    ["10", 100, 1_000, true],
    ["10.1", 101, 1_000, false],
    ["one of three", 1, 3, true],
    ["two of three", 2, 3, false],
  ])("the cap is exact: %s %%", async (_, demoted, all, isAllowed) => {
    const { connection } = start({
      setUp(fake) {
        const members = Array.from({ length: all }, (_, number) =>
          fake.addUser({ username: `u${number}`, user_role: number < demoted ? "publisher" : "viewer" }),
        );
        fake.addGroup({ name: "role_viewer", members });
      },
    });
    const { refusals } = await planRoles(connection, { map: { role_viewer: "viewer" } });
    expect(refusals.map(({ guard }) => guard)).toEqual(isAllowed ? [] : ["max-demotions"]);
    if (!isAllowed) {
      expect(refusals[0]?.fix).toContain(`maxDemotions: ${demoted}`);
      expect((await planRoles(connection, { map: { role_viewer: "viewer" }, maxDemotions: demoted })).refusals).toEqual(
        [],
      );
    }
  });

  test("leaves administrators, the own account and locked users alone", async () => {
    const { fake, connection } = start({
      setUp(server) {
        const root = server.addUser({ username: "root", user_role: "administrator" });
        const gone = server.addUser({ username: "gone", user_role: "publisher", locked: true });
        server.addGroup({ name: "role_viewer", members: [root, gone, ...server.users.slice(0, 1)] });
        server.addGroup({ name: "role_publisher" });
      },
    });
    const careful = await plan()(connection);
    expect(careful.steps).toEqual([]);
    expect(careful.notes.join(" ")).toMatch(/no members.*1 locked user keeps.*root.*allowAdministrator/s);
    const allowed = await plan({ allowAdministrator: true })(connection);
    expect(allowed.steps.map(({ target, state }) => `${target.name} ${state}`).sort()).toEqual([
      "admin refused",
      "root planned",
    ]);
    expect(
      (await plan({ allowAdministrator: true, force: true, maxDemotions: 2 })(connection)).refusals.map(
        ({ guard }) => guard,
      ),
    ).toEqual(["last-administrator"]);
    await allowed.apply();
    expect(role(fake, "root")).toBe("viewer");
  });

  test.each([
    [["root"], "root keeps the role."],
    [["root", "boss"], "root, boss keep their role."],
  ])("says which administrators keep their role: %o", async (names, note) => {
    const { connection } = start({
      setUp(server) {
        const members = names.map((username) => server.addUser({ username, user_role: "administrator" }));
        server.addGroup({ name: "role_viewer", members });
        server.addGroup({ name: "role_publisher" });
      },
    });
    expect((await plan()(connection)).notes.join(" ")).toContain(note);
  });

  test("makes nobody an administrator unless allowed", async () => {
    const { connection } = start({ setUp });
    const map = { role_publisher: "administrator" } as const;
    expect((await planRoles(connection, { map })).refusals[0]?.guard).toBe("administrator");
    expect((await planRoles(connection, { map, allowAdministrator: true })).refusals).toEqual([]);
  });

  test("refuses roles that the provider owns, unless forced", async () => {
    const options = { provider: "saml", settings: { userRoleEditableBy: "provider" } } as const;
    const { connection } = start({ setUp, options });
    expect((await plan()(connection)).refusals.map(({ guard }) => guard)).toEqual(["provider-owned"]);
    expect((await plan({ force: true })(connection)).refusals).toEqual([]);
  });

  test("notes that a sign-in may change the roles back, if the server does not say who owns them", async () => {
    const notes = async (isTold: boolean) => {
      const { fake, connection } = start({ setUp });
      if (!isTold) fake.fault({ path: "/server_settings", status: 404 });
      return (await plan()(connection)).notes;
    };
    expect(await notes(true)).toEqual([]);
    expect(await notes(false)).toEqual(["The server does not say who owns the roles: a sign-in may change them back."]);
  });

  test("takes members from a list where the server does not tell them", async () => {
    const { fake, connection } = start({ setUp, options: { provider: "ldap", groups: "provider" } });
    await expect(plan()(connection)).rejects.toThrow("does not tell the members");
    const members = [
      { group: "role_publisher", user: "promoted" },
      { group: "role_viewer", user: "demoted" },
      { group: "role_viewer", user: "Both" },
      { group: "role_viewer", user: "nobody" },
      { group: "another", user: "viewer1" },
    ];
    const listed = await plan({ members })(connection);
    expect(listed.notes.join(" ")).toMatch(/without an account: nobody.*another case: Both/s);
    expect(await listed.apply()).toMatchObject({ complete: true });
    expect(["promoted", "demoted", "both"].map((name) => role(fake, name))).toEqual(["publisher", "viewer", "viewer"]);
  });

  test("leaves alone what somebody else has decided since planning", async () => {
    const { fake, connection } = start({ setUp });
    const before = await plan()(connection);
    await (await connection.users.lookup("promoted")).update({ user_role: "administrator" });
    await (await connection.users.lookup("demoted")).update({ user_role: "administrator" });
    const { outcomes } = await before.apply();
    expect(outcomes.map(({ step, status }) => `${step.target.name} ${status}`)).toEqual([
      "both done",
      "promoted unchanged",
      "demoted failed",
    ]);
    expect(role(fake, "demoted")).toBe("administrator");
  });

  test("rejects an unknown role with a suggestion before it sends anything", async () => {
    const { fake, connection } = start({ setUp });
    const map = { role_viewer: "viewers" as "viewer" };
    await expect(planRoles(connection, { map })).rejects.toThrow('Did you mean "viewer"?');
    await expect(planRoles(connection, { map: {} })).rejects.toThrow('"map" is empty');
    expect(fake.requests).toEqual([]);
  });
});

import type { FakeAssumptions, FakeConnect, FakeConnectOptions } from "@connect-sdk/testing";
import type { Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import {
  type Plan,
  planImport,
  planLock,
  planMerge,
  planOffboard,
  planRoles,
  planSync,
  planTransfer,
} from "@connect-sdk/lifecycle";
import { start, stateOf, writesOf } from "./laws.ts";

/** Every switch of the fake about what is unknown of real servers, with all its values. */
const SWITCHES = {
  lockedNewOwner: ["allowed", "refused"],
  newOwnerPermission: ["removed", "kept"],
  nameClashCode: [5, 25, 26, 156],
  nameAndOwner: ["together", "owner-first", "name-first"],
  lockedContent: ["allowed", "refused"],
  // Refused, a publisher cannot take over the groups, so that these plans cannot complete: see below.
  publisherGroupOwner: ["allowed"],
  providerGroupsCode: [95, 132],
  providerRoleCode: [23, 46],
  providerEditableBy: ["provider", "other", "absent"],
  allSessions: ["administrator", "publisher", "ignored"],
  lockEvents: ["told", "untold"],
  keyUse: ["silent", "sign-in"],
  auditSearchPage: [100, 500],
} as const satisfies { [Name in keyof FakeAssumptions]-?: readonly FakeAssumptions[Name][] };

const SERVERS: readonly (readonly [string, FakeConnectOptions])[] = [
  ...Object.entries(SWITCHES).flatMap(([name, values]) =>
    values.map((value) => [`${name}: ${value}`, { assumptions: { [name]: value } }] as const),
  ),
  ["publishers cannot own groups", { settings: { publishersCanOwnGroups: false } }],
  ["publishers can own groups", { settings: { publishersCanOwnGroups: true } }],
  ["names and roles are editable by users", { settings: { userInfoEditableBy: "adminandself" } }],
  ["names are editable by administrators", { settings: { userInfoEditableBy: "admin" } }],
];

/** jdoe owns an item whose name ann has, too, another one on which ann is a collaborator, and a group. */
function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", email: "jdoe@example.com", user_role: "publisher" });
  const ann = fake.addUser({ username: "ann", email: "ann@example.com", user_role: "publisher" });
  const bob = fake.addUser({ username: "bob", email: "bob@example.com", user_role: "viewer" });
  fake.addContent({ name: "app", owner_guid: ann.guid });
  fake.addContent({ name: "app", owner_guid: jdoe.guid });
  const report = fake.addContent({ name: "report", owner_guid: jdoe.guid });
  fake.addContent({ name: "zeta", owner_guid: jdoe.guid });
  const access = {
    content_guid: report.guid,
    principal_guid: ann.guid,
    principal_type: "user",
    role: "owner",
  } as const;
  fake.addPermission(access);
  fake.addGroup({ name: "writers", owner_guid: jdoe.guid, members: [jdoe, bob] });
}

const PLANS: Readonly<Record<string, (connection: Connection) => Promise<Plan>>> = {
  offboard: (connection) => planOffboard(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe" }),
  transfer: (connection) =>
    planTransfer(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe", keepAccess: "collaborator" }),
  merge: (connection) => planMerge(connection, { from: "jdoe", into: "ann", renameClashes: "-jdoe" }),
  sync: (connection) => planSync(connection, [{ username: "bob", first_name: "Bob", user_role: "publisher" }]),
  roles: (connection) => planRoles(connection, { map: { writers: "publisher" } }),
  import: (connection) => planImport(connection, [{ username: "zoe", email: "zoe@example.com" }]),
  lock: (connection) => planLock(connection, ["bob"]),
};

/** The plans that give a group to ann. */
const HAND_OVERS: typeof PLANS = {
  ...PLANS,
  "offboard, lock last": (connection) =>
    planOffboard(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe", lock: "last" }),
};

describe.each(SERVERS)("on a server where %s", (_, options) => {
  test.each(Object.keys(PLANS))("%s succeeds, and has nothing to do afterwards", async (name) => {
    const { connection } = start({ setUp, options });
    const create = PLANS[name];
    if (create === undefined) throw new Error("There is no such plan.");
    const plan = await create(connection);
    expect(plan.refusals).toEqual([]);
    const result = await plan.apply();
    expect(result).toMatchObject({ complete: true, left: [], summary: { failed: 0, skipped: 0 } });
    expect((await create(connection)).summary.planned).toBe(0);
  });

  test("an item whose name was taken since planning fails alone, and stays where it is", async () => {
    const { fake, connection } = start({ setUp, options });
    const plan = await planTransfer(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe" });
    const ann = await connection.users.lookup("ann");
    fake.addContent({ name: "report", owner_guid: ann.guid });
    const { complete, outcomes } = await plan.apply({ concurrency: 1 });
    expect(complete).toBe(false);
    expect(outcomes.find(({ step }) => step.target.name === "report")?.status).toBe("failed");
    expect(outcomes.find(({ step }) => step.target.name === "zeta")?.status).toBe("done");
    expect(fake.content.filter(({ owner_guid }) => owner_guid !== ann.guid).map((item) => item.name)).toEqual([
      "report",
    ]);
  });
});

describe("on a server where publisherGroupOwner: refused", () => {
  const options: FakeConnectOptions = { assumptions: { publisherGroupOwner: "refused" } };

  test.each([
    ["offboard", "done"],
    ["offboard, lock last", "skipped"],
    ["transfer", undefined],
    ["merge", "skipped"],
  ])("%s refuses the group, moves the rest, and says what is left", async (name, lock) => {
    const { fake, connection } = start({ setUp, options });
    const create = HAND_OVERS[name];
    if (create === undefined) throw new Error("There is no such plan.");
    const result = await (await create(connection)).apply();
    const statusOf = (action: string) => result.outcomes.find(({ step }) => step.action === action)?.status;
    expect(result).toMatchObject({ complete: false, left: ["jdoe still owns 1 group"], summary: { failed: 0 } });
    expect(result.stopped).toBeUndefined();
    expect(result.outcomes.find(({ step }) => step.action === "move-group")).toMatchObject({
      status: "refused",
      error: {
        message: expect.stringContaining("does not let ann own the group writers") as string,
        fix: expect.stringContaining("PublishersCanOwnGroups") as string,
      },
    });
    expect(statusOf("lock")).toBe(lock);
    const jdoe = await connection.users.lookup("jdoe");
    expect(fake.content.some(({ owner_guid }) => owner_guid === jdoe.guid)).toBe(false);

    const [state, writes] = [stateOf(fake), writesOf(fake).length];
    expect(await (await create(connection)).apply()).toMatchObject({
      complete: false,
      summary: { done: 0, refused: 1 },
    });
    expect(stateOf(fake)).toEqual(state);
    // Only the server knows whether it still refuses the group.
    expect(writesOf(fake).slice(writes)).toEqual([expect.stringMatching(/^POST .*\/v1\/groups\/[^/]+$/)]);
  });

  test("groups that are all there is to hand over do not end the run as a missing permission does", async () => {
    const { connection } = start({
      options,
      setUp(fake) {
        const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
        fake.addUser({ username: "ann", user_role: "publisher" });
        for (const name of ["writers", "readers"]) fake.addGroup({ name, owner_guid: jdoe.guid });
      },
    });
    const { outcomes, stopped } = await (await planTransfer(connection, { user: "jdoe", to: "ann" })).apply();
    expect(outcomes.map(({ status }) => status)).toEqual(["refused", "refused"]);
    expect(stopped).toBeUndefined();
  });

  test.each([
    ["the successor is an administrator", "administrator", false],
    ["publishers can own groups", "publisher", true],
  ] as const)("%s: the group moves", async (_, role, publishersCanOwnGroups) => {
    const { connection } = start({ setUp, options: { ...options, settings: { publishersCanOwnGroups } } });
    await (await connection.users.lookup("ann")).update({ user_role: role });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe" });
    expect(await plan.apply()).toMatchObject({ complete: true, left: [] });
  });

  test("a key that lost its permission is no rule about the successor", async () => {
    const { fake, connection } = start({ setUp, options });
    await (await connection.users.lookup("ann")).update({ user_role: "administrator" });
    const plan = await planOffboard(connection, { user: "jdoe", to: "ann", renameClashes: "-jdoe" });
    fake.fault({ operationId: "updateGroup", status: 403 });
    const { outcomes } = await plan.apply();
    expect(outcomes.find(({ step }) => step.action === "move-group")?.status).toBe("failed");
  });

  test.each(["sync", "roles", "import", "lock"])("%s gives no group to anybody, and succeeds", async (name) => {
    const { connection } = start({ setUp, options });
    const plan = await PLANS[name]?.(connection);
    expect(await plan?.apply()).toMatchObject({ complete: true, left: [] });
  });
});

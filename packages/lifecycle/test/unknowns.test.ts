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
import { start } from "./laws.ts";

/** Every switch of the fake about what is unknown of real servers, with all its values. */
const SWITCHES = {
  lockedNewOwner: ["allowed", "refused"],
  newOwnerPermission: ["removed", "kept"],
  nameClashCode: [5, 25, 26, 156],
  nameAndOwner: ["together", "owner-first", "name-first"],
  lockedContent: ["allowed", "refused"],
  // Refused, a publisher cannot take over the groups, so that these plans cannot complete.
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

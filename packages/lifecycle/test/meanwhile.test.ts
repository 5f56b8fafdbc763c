import type { FakeConnect } from "@connect-sdk/testing";
import type { Connection } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { planMerge, planOffboard, planTransfer } from "@connect-sdk/lifecycle";
import { start, writesOf } from "./laws.ts";

/** jdoe owns an item and a group, is in two groups, and can use an item of zoe's. ann has none of it. */
function setUp(fake: FakeConnect): void {
  const jdoe = fake.addUser({ username: "jdoe", user_role: "publisher" });
  fake.addUser({ username: "ann", user_role: "publisher" });
  const zoe = fake.addUser({ username: "zoe", user_role: "publisher" });
  fake.addContent({ name: "app", owner_guid: jdoe.guid });
  const { guid: content_guid } = fake.addContent({ name: "shared", owner_guid: zoe.guid });
  fake.addPermission({ content_guid, principal_guid: jdoe.guid, principal_type: "user", role: "owner" });
  fake.addGroup({ name: "analysts", owner_guid: jdoe.guid, members: [jdoe] });
  fake.addGroup({ name: "everybody", owner_guid: zoe.guid, members: [zoe, jdoe] });
  fake.addOAuthSession({ user: "jdoe", integration: fake.addIntegration().guid });
}

const user = (fake: FakeConnect, name: string) => {
  const found = fake.users.find(({ username }) => username === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
};

const item = (fake: FakeConnect, name: string): string => fake.content.find((each) => each.name === name)?.guid ?? "";
const group = (fake: FakeConnect, name: string): string => fake.groups.find((each) => each.name === name)?.guid ?? "";

const offboard = (connection: Connection) =>
  planOffboard(connection, { user: "jdoe", to: "ann", permissions: true, sessions: true });
const transfer = (connection: Connection) =>
  planTransfer(connection, { user: "jdoe", to: "ann", keepAccess: "collaborator" });
const merge = (connection: Connection) => planMerge(connection, { from: "jdoe", into: "ann" });

/** What somebody else does between planning and applying. */
type Change = (connection: Connection, fake: FakeConnect) => Promise<unknown>;

const endSessions: Change = async ({ api }) => {
  const { data } = await api.GET("/v1/oauth/sessions", { params: { query: { all: true } } });
  for (const { guid } of data) await api.DELETE("/v1/oauth/sessions/{guid}", { params: { path: { guid } } });
};

const revoke: Change = async ({ api }, fake) => {
  const [permission] = fake.snapshot().permissions;
  const path = { guid: permission?.content_guid ?? "", id: permission?.id ?? "" };
  await api.DELETE("/v1/content/{guid}/permissions/{id}", { params: { path } });
};

const grant: Change = async ({ api }, fake) => {
  const body = { principal_guid: user(fake, "ann").guid, principal_type: "user", role: "owner" } as const;
  await api.POST("/v1/content/{guid}/permissions", { params: { path: { guid: item(fake, "shared") } }, body });
};

const deleteItem =
  (name: string): Change =>
  ({ api }, fake) =>
    api.DELETE("/v1/content/{guid}", { params: { path: { guid: item(fake, name) } } });

const deleteGroup =
  (name: string): Change =>
  ({ api }, fake) =>
    api.DELETE("/v1/groups/{guid}", { params: { path: { guid: group(fake, name) } } });

const giveGroup: Change = ({ api }, fake) => {
  const params = { path: { guid: group(fake, "analysts") } };
  return api.POST("/v1/groups/{guid}", { params, body: { owner_guid: user(fake, "zoe").guid } });
};

const giveContent =
  (to: string, name = "app"): Change =>
  ({ api }, fake) => {
    const params = { path: { guid: item(fake, name) } };
    return api.PATCH("/v1/content/{guid}", { params, body: { owner_guid: user(fake, to).guid } });
  };

type Case = [what: string, plan: typeof offboard, change: Change, outcome: string, note?: string];

describe("a step that somebody else has taken since planning is not a failure", () => {
  test.each<Case>([
    ["the access was taken away", offboard, revoke, "remove-permission shared"],
    ["the item with the access was deleted", offboard, deleteItem("shared"), "remove-permission shared"],
    ["the session was ended", offboard, endSessions, "end-session OAuth session of jdoe"],
    [
      "the user left the group",
      offboard,
      async ({ users }, fake) => (await users.lookup("jdoe")).groups.remove(group(fake, "everybody")),
      "remove-member everybody",
    ],
    ["the group was deleted", offboard, deleteGroup("everybody"), "remove-member everybody"],
    ["the group was given to another user", offboard, giveGroup, "move-group analysts", "has another owner now"],
    ["the owned group was deleted", offboard, deleteGroup("analysts"), "move-group analysts", "deleted meanwhile"],
    ["the content was deleted", offboard, deleteItem("app"), "move-content app", "deleted meanwhile"],
    ["the content was moved", offboard, giveContent("ann"), "move-content app", "moved meanwhile"],
    [
      "the content was given to another user",
      transfer,
      giveContent("zoe"),
      "move-content app",
      "given to somebody else meanwhile",
    ],
    [
      "the new account joined the group",
      merge,
      async ({ users }, fake) => (await users.lookup("ann")).groups.add(group(fake, "everybody")),
      "add-member everybody",
    ],
    ["the new account has the access", merge, grant, "add-permission shared"],
    ["the new account owns the shared item", merge, giveContent("ann", "shared"), "add-permission shared"],
    ["the shared item was deleted", merge, deleteItem("shared"), "add-permission shared", "deleted meanwhile"],
  ])("%s", async (_, plan, change, name, note) => {
    const { fake, connection } = start({ setUp });
    const planned = await plan(connection);
    await change(connection, fake);

    const { outcomes, summary, complete } = await planned.apply();

    const outcome = outcomes.find(({ step }) => `${step.action} ${step.target.name}` === name);
    expect([outcome?.status, outcome?.note]).toEqual(["unchanged", note]);
    expect(summary).toMatchObject({ failed: 0, skipped: 0 });
    expect(complete).toBe(true);
    expect((await plan(connection)).summary.planned).toBe(0);
  });

  test("the content was deleted after it was listed again", async () => {
    const { fake, connection } = start({ setUp });
    const plan = await transfer(connection);
    fake.fault({ operationId: "updateContent", times: 1, status: 404 });

    const { outcomes } = await plan.apply();

    expect(outcomes[0]).toMatchObject({ status: "unchanged", note: "deleted meanwhile" });
    // Nobody gets access to an item that is not there.
    expect(writesOf(fake).filter((write) => write.endsWith("/permissions"))).toEqual([]);
  });

  test.each<[string, typeof offboard]>([
    ["first", offboard],
    ["last", merge],
  ])("the account that is locked %s was deleted", async (_, plan) => {
    const { fake, connection } = start({ setUp });
    const planned = await plan(connection);
    fake.fault({ operationId: "lockUser", times: 1, status: 404 });
    fake.fault({ operationId: "getUser", status: 404 });

    expect(await planned.apply()).toMatchObject({ complete: true, summary: { failed: 0, differs: 0 } });
  });
});

describe("a write that fails for another reason is a failure", () => {
  test.each([
    ["remove-permission", "deleteContentPermission", offboard],
    ["end-session", "deleteOAuthSession", offboard],
    ["remove-member", "removeGroupMember", offboard],
    ["move-group", "getGroup", offboard],
    ["move-group", "updateGroup", offboard],
    ["move-content", "updateContent", offboard],
    ["lock", "lockUser", offboard],
    ["move-content", "addContentPermission", transfer],
    ["add-member", "addGroupMember", merge],
    ["add-permission", "listContentPermissions", merge],
    ["add-permission", "addContentPermission", merge],
    ["lock", "lockUser", merge],
  ] as const)("%s: %s", async (action, operationId, plan) => {
    const { fake, connection } = start({ setUp });
    const planned = await plan(connection);
    fake.fault({ operationId, status: 400, body: { code: 1, error: "no", payload: null } });

    const { outcomes, complete } = await planned.apply();

    const statuses = outcomes.filter(({ step }) => step.action === action).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set(["failed"]));
    expect(complete).toBe(false);
  });
});

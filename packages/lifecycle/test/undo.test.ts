import type { FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { type MadeChange, planUndo } from "@connect-sdk/lifecycle";
import { describeLaws, start, writesOf } from "./laws.ts";

function setUp(fake: FakeConnect): void {
  fake.addUser({ username: "ann", locked: true });
  fake.addUser({ username: "bob", locked: true });
  fake.addUser({ username: "cid", first_name: "Cid", user_role: "publisher" });
  fake.addUser({ username: "new" });
}

const guidOf = (fake: FakeConnect, username: string): string =>
  fake.users.find((user) => user.username === username)?.guid ?? "";

/** What an earlier run did: two locks, an update and a new account. */
function madeOn(fake: FakeConnect): MadeChange[] {
  const change = (username: string, action: string, fields: MadeChange["fields"] = {}): MadeChange => ({
    action,
    guid: guidOf(fake, username),
    username,
    fields,
  });
  return [
    change("ann", "lock"),
    change("bob", "lock"),
    change("cid", "update", { user_role: { from: "viewer", to: "publisher" }, first_name: { from: "", to: "Cid" } }),
    change("new", "create"),
  ];
}

describe("undo", () => {
  test("gives back what an earlier run changed, empty values too", async () => {
    const { fake, connection } = start({ setUp });

    const { complete } = await (await planUndo(connection, madeOn(fake))).apply();

    expect(complete).toBe(true);
    expect(
      fake.users
        .slice(1)
        .map(({ username, first_name, user_role, locked }) => [username, first_name, user_role, locked]),
    ).toEqual([
      ["ann", expect.any(String), "viewer", false],
      ["bob", expect.any(String), "viewer", false],
      ["cid", "", "viewer", false],
      ["new", expect.any(String), "viewer", true],
    ]);
  });

  test("lists all users once, and the administrators once", async () => {
    const { fake, connection } = start({ setUp });
    await planUndo(connection, madeOn(fake));
    // One list of all users, and one of the administrators.
    expect(fake.requests.filter(({ operationId }) => operationId === "getUsers")).toHaveLength(2);
  });

  test("says of each change why it cannot be taken back, and refuses a report without any", async () => {
    const { fake, connection } = start({ setUp });
    const gone = { action: "lock", guid: "00000000-0000-4000-8000-000000000000", username: "gone", fields: {} };
    const refused = await planUndo(connection, [gone]);
    expect(refused.refusals).toEqual([]);
    expect(refused.steps.map(({ state, reason }) => [state, reason])).toEqual([
      ["refused", "there is no such account any more"],
    ]);
    expect((await planUndo(connection, [])).refusals).toHaveLength(1);
    expect((await planUndo(connection, madeOn(fake))).refusals).toEqual([]);
  });

  test("locks again what was unlocked, once", async () => {
    const { fake, connection } = start({ setUp });
    const guid = guidOf(fake, "new");
    const made = [{ action: "unlock", guid, username: "new", fields: {} }];
    expect(await (await planUndo(connection, made)).apply()).toMatchObject({ complete: true, summary: { done: 1 } });
    expect(fake.users.find(({ username }) => username === "new")?.locked).toBe(true);
    expect((await planUndo(connection, made)).summary).toMatchObject({ planned: 0, refused: 0 });
  });

  test("refuses what somebody else has changed since, and does the rest", async () => {
    const { fake, connection } = start({ setUp });
    const made = madeOn(fake);
    const cid = await connection.users.get(guidOf(fake, "cid"));
    await cid.update({ first_name: "Sid" });

    const plan = await planUndo(connection, made);

    expect(plan.steps.find(({ target }) => target.name === "cid")).toMatchObject({
      state: "refused",
      reason: "first_name was changed again since",
    });
    expect((await plan.apply()).summary).toMatchObject({ done: 3, refused: 1 });
  });

  test("leaves alone what somebody else has taken back, and takes a repeated change back once", async () => {
    const { fake, connection } = start({ setUp });
    const made = madeOn(fake);
    const ann = await connection.users.get(guidOf(fake, "ann"));
    await ann.unlock();

    const plan = await planUndo(connection, [...made, ...made]);

    expect(plan.steps.find(({ target }) => target.name === "ann")).toMatchObject({ state: "done" });
    expect((await plan.apply()).summary).toMatchObject({ done: 3, unchanged: 1, refused: 0 });
  });

  describe("of a field that was changed more than once", () => {
    const chain = (guid: string): MadeChange[] => [
      {
        ...{ action: "update", guid, username: "cid" },
        fields: { first_name: { from: "Jo", to: "Kim" }, last_name: { from: "Doe", to: "Roe" } },
      },
      { action: "update", guid, username: "cid", fields: { first_name: { from: "Kim", to: "Max" } } },
      { action: "update", guid, username: "cid", fields: { first_name: { from: "Max", to: "Cid" } } },
    ];
    const nameOf = (fake: FakeConnect): string[] =>
      fake.users.flatMap(({ username, first_name, last_name }) => (username === "cid" ? [first_name, last_name] : []));

    test("gives back the oldest value, and does nothing a second time", async () => {
      const { fake, connection } = start({ setUp });
      const guid = guidOf(fake, "cid");
      await (await connection.users.get(guid)).update({ last_name: "Roe" });

      expect((await (await planUndo(connection, chain(guid))).apply()).summary).toMatchObject({ done: 1, refused: 0 });
      expect(nameOf(fake)).toEqual(["Jo", "Doe"]);

      const again = await planUndo(connection, chain(guid));
      expect(again.steps.map(({ state }) => state)).toEqual(["done"]);
      expect(again.refusals).toEqual([]);
    });

    test("leaves the oldest value alone if the rest of its change cannot be taken back", async () => {
      const { fake, connection } = start({ setUp });
      const guid = guidOf(fake, "cid");
      await (await connection.users.get(guid)).update({ first_name: "Jo", last_name: "Poe" });

      const { summary } = await (await planUndo(connection, chain(guid))).apply();

      expect(summary).toMatchObject({ done: 0, refused: 1 });
      expect(nameOf(fake)).toEqual(["Jo", "Poe"]);
    });

    test("refuses a value that no change made", async () => {
      const { fake, connection } = start({ setUp });
      const guid = guidOf(fake, "cid");
      await (await connection.users.get(guid)).update({ first_name: "Zed", last_name: "Roe" });

      const plan = await planUndo(connection, chain(guid));

      expect(plan.steps.map(({ state }) => state)).toEqual(["refused", "refused", "refused"]);
    });
  });

  test("stops unlocking when the license is used up", async () => {
    const active = (fake: FakeConnect): void => {
      for (const username of ["ann", "bob"]) {
        fake.addUser({ username, locked: true, active_time: fake.users[0]?.created_time ?? null });
      }
    };
    const { fake, connection } = start({ setUp: active, options: { license: { users: 1 } } });
    const plan = await planUndo(connection, madeOn(fake).slice(0, 2));

    const { summary } = await plan.apply({ concurrency: 1 });

    expect(summary).toMatchObject({ failed: 1, skipped: 1 });
    expect(writesOf(fake)).toHaveLength(1);
  });
});

describeLaws("undo", {
  setUp,
  plan: async (connection) => {
    const users = await connection.users.find();
    const guids = new Map(users.map(({ username, guid }) => [username, guid]));
    return planUndo(connection, [
      { action: "lock", guid: guids.get("ann") ?? "", username: "ann", fields: {} },
      { action: "lock", guid: guids.get("bob") ?? "", username: "bob", fields: {} },
    ]);
  },
});

import { connect } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open } from "./support/open.ts";

describe("a loop over find()", { timeout: 30_000 }, () => {
  test.for([1_100, 1_700])("may lock all %i users that it finds by status", async (count) => {
    const { users, connection, fake } = open({ users: count });
    const me = await connection.me();
    const before = await users.find({ account_status: "licensed|inactive" });
    const order: string[] = [];
    for await (const user of users.find({ account_status: "licensed|inactive" })) {
      order.push(user.guid);
      if (user.guid !== me.guid) await user.lock();
    }
    expect(order).toEqual(before.map(({ guid }) => guid));
    expect(await users.find({ account_status: "licensed|inactive" })).toMatchObject([{ guid: me.guid }]);
    const pages = fake.requests.filter(({ operationId }) => operationId === "getUsers").length;
    expect(pages).toBeLessThanOrEqual(4 * Math.ceil(count / 500));
  });

  test("may change the role that it filters by", async () => {
    const { users } = open({ users: 1_300 });
    const count = await users.count({ user_role: "viewer" });
    expect(count).toBeGreaterThan(500);
    let changed = 0;
    for await (const user of users.find({ user_role: "viewer" })) {
      await user.update({ user_role: "publisher" });
      changed++;
    }
    expect([changed, await users.count({ user_role: "viewer" })]).toEqual([count, 0]);
  });

  test("may rename the users it finds, to before and behind the current page", async () => {
    const { users } = open({ users: 1_200 });
    const found: string[] = [];
    for await (const user of users.find()) {
      found.push(user.guid);
      await user.update({ first_name: found.length % 2 === 0 ? "Aa" : "Zz" });
    }
    expect([found.length, new Set(found).size]).toEqual([1_200, 1_200]);
  });

  test.for(["Aa", "Zz"])("may create users named %s, which are not included", async (first_name) => {
    const { users } = open({ users: 1_001 });
    let found = 0;
    for await (const user of users.find()) {
      await users.create({ username: `twin.${++found}`, first_name, email: user.email, password: "correct horse" });
    }
    expect([found, await users.count()]).toEqual([1_001, 2_002]);
  });

  test("ends when it unlocks every locked user", async () => {
    const { users, fake } = open({ users: 1_100 });
    for (let number = 0; number < 600; number++) fake.addUser({ locked: true });
    const before = await users.count({ account_status: "locked" });
    let unlocked = 0;
    for await (const user of users.find({ account_status: "locked" })) {
      await user.unlock();
      unlocked++;
    }
    expect([unlocked, await users.count({ account_status: "locked" })]).toEqual([before, 0]);
  });
});

describe("while the list changes without a pause", () => {
  test("find() fails rather than miss a user that moves during every pass", async () => {
    const { fake } = open({ users: 1_100 });
    const { guid } = fake.addUser({ first_name: "Zz", username: "runaway" });
    let turn = 0;
    const runAway = async (request: Request) => {
      const atBeginning = request.url.includes("page_number=1&");
      const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
      const body = JSON.stringify({ first_name: atBeginning ? "Zz" : "Aa" });
      await fake.fetch(`${fake.url}/__api__/v1/users/${guid}`, { method: "PUT", headers, body });
      turn++;
      return fake.fetch(request);
    };
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: runAway });
    await expect(users.find()).rejects.toMatchObject({ name: "UnstableListError" });
    expect(turn).toBeLessThan(100);
  });

  test("find() finds the user once it stops moving", async () => {
    const { fake } = open({ users: 1_100 });
    const { guid } = fake.addUser({ first_name: "Zz", username: "runaway" });
    let turn = 0;
    const runAway = async (request: Request) => {
      if (++turn <= 9) {
        const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
        const body = JSON.stringify({ first_name: request.url.includes("page_number=1&") ? "Zz" : "Aa" });
        await fake.fetch(`${fake.url}/__api__/v1/users/${guid}`, { method: "PUT", headers, body });
      }
      return fake.fetch(request);
    };
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: runAway });
    expect((await users.find()).map((user) => user.guid)).toContain(guid);
  });

  test("find() gives up on a list that grows as fast as it is read", async () => {
    const { connection } = open();
    let number = 0;
    const page = () => Array.from({ length: 500 }, () => ({ guid: `${++number}` }));
    connection.api.use({
      name: "growing",
      fetch: async () => Response.json({ results: page(), current_page: 1, total: number + 1_000 }),
    });
    await expect(connection.users.find()).rejects.toMatchObject({
      name: "UnstableListError",
      fix: expect.stringContaining("Narrow it down") as string,
    });
  });
});

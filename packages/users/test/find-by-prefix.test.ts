import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open } from "./support/open.ts";
import { toArray } from "./support/to-array.ts";

/** Opens a server with `count` users whose username starts with "qx", and 1,000 others. */
function openWithMatches(count: number) {
  const opened = open({ users: 1_000, seed: 5 });
  for (let number = 0; number < count; number++) {
    const username = `qx${"-".repeat(number % 7)}${number}`;
    opened.fake.addUser({ username, first_name: `First ${number % 10}`, last_name: "Aa" });
  }
  return opened;
}

describe("a search by prefix", () => {
  test("with up to 499 matches takes one request", async () => {
    const { users, fake } = openWithMatches(499);
    const found = await users.find({ prefix: "QX" });
    expect(found).toHaveLength(499);
    expect(fake.requests.map(({ query }) => query)).toEqual([{ prefix: "QX", page_number: "1", page_size: "500" }]);
  });

  test("with more matches finds all, starting with the server's page in its order", async () => {
    const { users, connection } = openWithMatches(1_234);
    const query = { prefix: "qx", page_size: 500 };
    const { data } = await connection.api.GET("/v1/users", { params: { query } });
    const found = await users.find({ prefix: "qx" });
    expect(found).toHaveLength(1_234);
    expect(new Set(found.map(({ guid }) => guid)).size).toBe(1_234);
    expect(found.slice(0, 500).map((user) => user.toJSON())).toEqual(data.results);
  });

  test("continues the server's order: the most similar first, then as in the list", async () => {
    const { users, connection } = openWithMatches(1_234);
    const found = (await users.find({ prefix: "qx" })).map(({ username }) => username);
    const similar = found.map((username) => username.length);
    expect(similar).toEqual(similar.toSorted((a, b) => a - b));
    const allUsers = (await connection.users.find()).map(({ username }) => username);
    const longest = found.filter((username) => username.length === similar.at(-1));
    expect(longest).toEqual(allUsers.filter((username) => longest.includes(username)));
  });

  test("can be reversed", async () => {
    const { users } = openWithMatches(700);
    const lengths = (await users.find({ prefix: "qx", asc_order: false })).map(({ username }) => username.length);
    expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
    expect(lengths).toHaveLength(700);
  });

  test("with a sort field is sorted by it throughout", async () => {
    const { users } = openWithMatches(700);
    const found = await users.find({ prefix: "qx", sort: "created_time" });
    const times = found.map(({ created_time }) => created_time);
    expect([times.length, times]).toEqual([700, times.toSorted()]);
  });

  test("respects the other conditions", async () => {
    const { users, fake } = openWithMatches(900);
    const qxs = fake.users.filter(({ username }) => username.startsWith("qx"));
    for (const { guid } of qxs.slice(0, 100)) await (await users.get(guid)).lock();
    const found = await users.find({ prefix: "qx", account_status: "inactive|licensed" });
    expect(found).toHaveLength(800);
    expect(found.filter(({ locked }) => locked)).toEqual([]);
  });

  test("matches first and last names, accents included, but not the middle of a name", async () => {
    const { users, fake } = open({ users: 1_000, seed: 5 });
    for (let number = 0; number < 300; number++) {
      fake.addUser({ username: `u${number}`, first_name: "Øyvind" });
      fake.addUser({ username: `v${number}`, last_name: "ØYVA" });
      fake.addUser({ username: `w${number}-øyv` });
    }
    expect(await users.find({ prefix: "øyv" })).toHaveLength(await users.count({ prefix: "øyv" }));
  });

  test.for([1, 499, 500, 501, 777, 2_000])("stops at a limit of %i", async (limit) => {
    const { users } = openWithMatches(1_234);
    const all = await users.find({ prefix: "qx" });
    const found = await users.find({ prefix: "qx" }, { limit });
    expect(found.map(({ guid }) => guid)).toEqual(all.slice(0, limit).map(({ guid }) => guid));
  });

  test("yields the first 500 to a loop before it requests more", async () => {
    const { users, fake } = openWithMatches(1_234);
    let found = 0;
    for await (const user of users.find({ prefix: "qx" })) {
      expect(user.username).toMatch(/^qx/);
      if (++found === 500) break;
    }
    expect(fake.requests).toHaveLength(1);
    expect(await toArray(users.find({ prefix: "qx" }))).toHaveLength(1_234);
  });

  test("with an empty prefix lists all users", async () => {
    const { users, fake } = open({ users: 1_100 });
    expect(await users.find({ prefix: "" })).toHaveLength(1_100);
    expect(fake.requests[0]?.query).not.toHaveProperty("prefix");
  });

  test("misses no user that is renamed but matches throughout", async () => {
    const fake = createFakeConnect({ users: 1_000, seed: 5 });
    const qxs = Array.from({ length: 600 }, (_, number) => fake.addUser({ username: `qx${number}` }));
    let turn = 0;
    const { users } = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      async fetch(request) {
        const guid = qxs[turn++ * 100]?.guid ?? "";
        const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/json" };
        const body = JSON.stringify({ first_name: turn % 2 === 0 ? "Aa" : "Zz" });
        await fake.fetch(`${fake.url}/__api__/v1/users/${guid}`, { method: "PUT", headers, body });
        return fake.fetch(request);
      },
    });
    const found = new Set((await users.find({ prefix: "qx" })).map(({ guid }) => guid));
    expect(qxs.filter(({ guid }) => !found.has(guid))).toEqual([]);
  });
});

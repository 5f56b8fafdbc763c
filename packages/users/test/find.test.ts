import { InvalidArgumentError, PermissionError, ServerError } from "@connect-sdk/api";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect, User } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";
import { toArray } from "./support/to-array.ts";

describe("find()", () => {
  test("awaited, returns all users in the server's order, 500 per request", async () => {
    const { connection, fake } = open({ users: 1_200 });
    const found = await connection.users.find();
    expect(found).toHaveLength(1_200);
    expect(found[0]).toBeInstanceOf(User);
    expect(fake.requests.map(({ query }) => query)).toEqual(
      ["1", "2", "3"].map((page_number) => ({ page_number, page_size: "500" })),
    );
    const query = { page_number: 2, page_size: 500 };
    const { data } = await connection.api.GET("/v1/users", { params: { query } });
    expect(found.slice(500, 1_000).map((user) => user.toJSON())).toEqual(data.results);
  });

  test("sends nothing before it is awaited or iterated", () => {
    const { users, sent } = open();
    const list = users.find();
    list.pages();
    list[Symbol.asyncIterator]();
    expect(sent()).toEqual([]);
  });

  test("awaited twice, sends requests once; each loop sends new ones", async () => {
    const { users, sent } = open();
    const list = users.find();
    expect(await list).toBe(await list);
    expect(sent()).toEqual(["getUsers"]);
    for await (const user of list) expect(user.user_role).toBe("administrator");
    for await (const page of list.pages()) expect(page).toHaveLength(1);
    expect(sent()).toEqual(["getUsers", "getUsers"]);
  });

  test("iterated, yields the same users in the same order", async () => {
    const { users } = open({ users: 1_200 });
    const streamed = await toArray(users.find());
    expect(streamed).toEqual(await users.find());
  });

  test("yields pages of up to 500", async () => {
    const { users } = open({ users: 1_200 });
    const sizes = (await toArray(users.find().pages())).map((page) => page.length);
    expect(sizes).toEqual([500, 500, 200]);
  });

  test.for([0, 1, 499, 500, 501, 1_200, 5_000])("stops at a limit of %i", async (limit) => {
    const { users, fake } = open({ users: 1_200 });
    const all = await users.find();
    const before = fake.requests.length;
    expect(await users.find({}, { limit })).toEqual(all.slice(0, limit));
    expect(fake.requests.length - before).toBe(Math.min(3, Math.ceil(limit / 500)));
    expect(await toArray(users.find({}, { limit }))).toEqual(all.slice(0, limit));
  });

  test("requests no more rows than a small limit", async () => {
    const { users, fake } = open({ users: 30 });
    await users.find({}, { limit: 7 });
    expect(fake.requests[0]?.query).toEqual({ page_number: "1", page_size: "7" });
  });

  test("reaches a small limit even if its page contains a user that is created during the listing", async () => {
    const fake = createFakeConnect({ users: 30 });
    let isCreated = false;
    const { users } = connect({
      url: fake.url,
      apiKey: fake.apiKey,
      async fetch(request) {
        if (request.method === "GET" && !isCreated) {
          isCreated = true;
          await users.create({ username: "first", first_name: " ", email: "a@example.com", password: "correct horse" });
        }
        return fake.fetch(request);
      },
    });
    const found = await users.find({}, { limit: 7 });
    expect(found.map(({ username }) => username)).not.toContain("first");
    expect(found).toHaveLength(7);
  });

  test.for([
    ["viewer|publisher", "viewer|publisher"],
    [["viewer", "publisher"], "viewer|publisher"],
    ["viewer", "viewer"],
  ] as const)("sends the role %s as one value", async ([user_role, sent]) => {
    const { users, fake } = open({ users: 30 });
    const found = await users.find({ user_role, account_status: ["licensed", "inactive"], asc_order: false });
    expect(fake.requests[0]?.query).toMatchObject({ user_role: sent, account_status: "licensed|inactive" });
    expect(new Set(found.map((user) => user.user_role))).toEqual(new Set(sent.split("|")));
  });

  test("joins values with a percent-encoded bar", async () => {
    const { connection, fake } = open();
    const urls: string[] = [];
    connection.api.use({
      name: "urls",
      fetch: (request, next) => {
        urls.push(request.url);
        return next(request);
      },
    });
    await connection.users.find({ user_role: "viewer|publisher" });
    expect(urls).toEqual([`${fake.url}/__api__/v1/users?user_role=viewer%7Cpublisher&page_number=1&page_size=500`]);
  });

  test("sorts on a server of 2026", async () => {
    const { users } = open({ users: 50 });
    const times = (await users.find({ sort: "created_time", asc_order: false })).map((user) => user.created_time);
    expect(times).toEqual(times.toSorted().reverse());
  });

  test.for(["viewr", "viewer|viewr", "", []])("refuses the role %o before anything is sent", async (user_role) => {
    const { users, sent } = open();
    // @ts-expect-error JavaScript callers may pass a misspelled role, an empty string or an empty array
    await expect(users.find({ user_role })).rejects.toThrow(InvalidArgumentError);
    expect(sent()).toEqual([]);
  });

  test.for([{ limit: -1 }, { limit: 1.5 }, { limit: NaN }, { concurrency: 0 }, { concurrency: NaN }])(
    "refuses %o before anything is sent",
    async (options) => {
      const { users, sent } = open();
      await expect(users.find({}, options)).rejects.toThrow(InvalidArgumentError);
      expect(sent()).toEqual([]);
    },
  );

  test("throws the server's refusals", async () => {
    const { fake } = open({ users: 20, version: "2023.09.0" });
    const viewer = fake.addUser();
    const { users } = openAs(fake, viewer);
    await expect(users.find({ account_status: "locked" })).rejects.toThrow(PermissionError);
    await expect(toArray(users.find({ account_status: "locked" }))).rejects.toThrow(PermissionError);
  });

  test("fails if a later page fails, and succeeds when called again", async () => {
    const { connection, fake } = open({ users: 1_200 });
    fake.fault({ operationId: "getUsers", after: 2, times: 1, status: 500 });
    await expect(connection.users.find()).rejects.toThrow(ServerError);
    await expect(connection.users.find()).resolves.toHaveLength(1_200);
  });

  test("has the methods of a promise", async () => {
    const { users, fake } = open();
    fake.fault({ operationId: "getUsers", times: 1, status: 500 });
    await expect(users.find().catch(() => "failed")).resolves.toBe("failed");
    let settled = false;
    const [found] = await Promise.all([users.find().finally(() => (settled = true))]);
    expect([found.length, settled]).toEqual([1, true]);
  });
});

describe("findOne()", () => {
  test("requests one row", async () => {
    const { users, fake } = open({ users: 1_200 });
    const found = await users.findOne({ user_role: ["viewer", "publisher"] });
    expect(found?.user_role).toMatch(/viewer|publisher/);
    expect(fake.requests.map(({ query }) => query["page_size"])).toEqual(["1"]);
  });

  test("returns undefined if no user matches", async () => {
    expect(await open().users.findOne({ user_role: "viewer" })).toBeUndefined();
  });

  test("returns the most similar user for a prefix", async () => {
    const { users, fake, add } = open({ users: 1_200 });
    await add({ username: "jo.exact" });
    expect((await users.findOne({ prefix: "JO.EX" }))?.username).toBe("jo.exact");
    expect(fake.requests.at(-1)?.query["page_size"]).toBe("1");
  });
});

test("count() requests one row and returns the total", async () => {
  const { users, fake } = open({ users: 1_200 });
  expect(await users.count()).toBe(1_200);
  const licensed = await users.count({ account_status: "licensed" });
  expect(licensed).toBe((await users.find({ account_status: "licensed" })).length);
  expect(fake.requests.slice(0, 2).map(({ query }) => query["page_size"])).toEqual(["1", "1"]);
});

test("get() returns one user, and throws a NotFoundError for an unknown guid", async () => {
  const { users, fake } = open();
  const [admin] = fake.users;
  expect((await users.get(admin?.guid ?? "")).toJSON()).toEqual(admin);
  const unknown = "00000000-0000-4000-8000-000000000000";
  await expect(users.get(unknown)).rejects.toMatchObject({ name: "NotFoundError", code: 4 });
  await expect(users.get("jdoe")).rejects.toMatchObject({ name: "InvalidRequestError", code: 3 });
});

import { UnexpectedResponseError } from "@connect-sdk/api";
import { AmbiguousUserError, connect, SelfLockError, UnstableListError } from "@connect-sdk/users";
import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { open } from "./support/open.ts";

describe("a record with an own __proto__", () => {
  test("is a record like any other", async () => {
    const { fake, users, add } = open();
    const { guid } = await add();
    const body = JSON.stringify({ ...fake.users[1], nested: 1 }).replace('"nested":1', '"__proto__":{"hacked":true}');
    fake.fault({ operationId: "getUser", status: 200, body });
    const user = await users.get(guid);
    const record = user.toJSON();
    expect(Reflect.get(user, "hacked")).toBeUndefined();
    expect(Reflect.getPrototypeOf(record)).toBe(Object.prototype);
    expect(Object.keys(record)).toContain("__proto__");
    expect(JSON.stringify(user)).toContain('"__proto__":{"hacked":true}');
    await user.refresh();
    expect(Reflect.get(user, "hacked")).toBeUndefined();
  });
});

describe("null where the document promises a string", () => {
  test("does not end a search beyond a full page of prefix matches", async () => {
    const fake = createFakeConnect();
    for (let index = 0; index < 600; index++) fake.addUser({ username: `jo${index}` });
    const fetch = async (request: Request): Promise<Response> => {
      const page = (await (await fake.fetch(request)).json()) as { results: Record<string, unknown>[] };
      for (const row of page.results) Object.assign(row, { first_name: null, last_name: null, email: null });
      return Response.json(page);
    };
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch });
    expect(await users.find({ prefix: "jo" })).toHaveLength(600);
    await expect(users.lookup("nobody@example.com")).rejects.toMatchObject({ name: "NotFoundError" });
  });
});

describe("a response that lacks what it promises", () => {
  test("is refused by keys.create()", async () => {
    const { fake, connection } = open();
    const me = await connection.me();
    fake.fault({ operationId: "createKey", status: 200, body: { id: "1", name: "nightly" } });
    await expect(me.keys.create({ name: "nightly" })).rejects.toThrow(UnexpectedResponseError);
  });

  test("is refused by count() and find() if the total is negative", async () => {
    const { fake, users } = open();
    fake.fault({ operationId: "getUsers", status: 200, body: { results: [], current_page: 1, total: -5 } });
    await expect(users.count()).rejects.toThrow(UnexpectedResponseError);
    await expect(users.find()).rejects.toThrow(UnexpectedResponseError);
  });
});

describe("a total that is far from the truth", () => {
  test.for<[string, object]>([
    ["empty pages", { results: [] }],
    ["the same page again and again", { results: createFakeConnect({ users: 400 }).users }],
  ])("ends the list soon: %s", async ([, page]) => {
    const { fake, users } = open();
    fake.fault({ operationId: "getUsers", status: 200, body: { ...page, current_page: 1, total: 1e9 } });
    await expect(users.find()).rejects.toThrow(UnstableListError);
    expect(fake.requests.length).toBeLessThan(600);
    await expect(users.find({ user_role: "viewer" })).rejects.toThrow(UnstableListError);
    expect(fake.requests.length).toBeLessThan(1_200);
  });

  test.for([
    [0, 21],
    [490, 520],
    [500, 520],
  ] as const)("ends a list whose every page has the same %i users after %i requests", async ([count, expected]) => {
    const { fake, users } = open();
    const results = createFakeConnect({ users: 500 }).users.slice(0, count);
    fake.fault({ operationId: "getUsers", status: 200, body: { results, current_page: 1, total: 1e9 } });
    await expect(users.find({}, { concurrency: 1 })).rejects.toThrow(UnstableListError);
    // 20 empty pages and one more, or 500 requests and one for each 25 users.
    expect(fake.requests).toHaveLength(expected);
  });

  test("reserves no memory for users that have not arrived", async () => {
    const { fake, users } = open();
    const body = { results: createFakeConnect({ users: 400 }).users, current_page: 1, total: 1e9 };
    fake.fault({ operationId: "getUsers", status: 200, body });
    for await (const user of users.find()) {
      expect(user.guid).toBe(body.results[0]?.guid);
      // For a billion users it would be gigabytes.
      expect(process.memoryUsage().arrayBuffers).toBeLessThan(512 * 2 ** 20);
      break;
    }
    expect.assertions(2);
  });
});

describe("names in messages", () => {
  const evil = "mi\u001b[2Jra\u202e\u2066\u2028\u200b\nx";
  const escaped = "mi\\u001b[2Jra\\u202e\\u2066\\u2028\\u200b\\u000ax";
  const isClean = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;

  test("are escaped: lookup()", async () => {
    const { users, add } = open();
    const error: unknown = await users.lookup(evil).catch((reason: unknown) => reason);
    expect(String(error)).toContain(escaped);
    expect(String(error)).toMatch(isClean);
    for (const username of [`${evil}1`, `${evil}2`]) await add({ username, email: "a@example.com" });
    const ambiguous: unknown = await users.lookup("a@example.com").catch((reason: unknown) => reason);
    expect(ambiguous).toBeInstanceOf(AmbiguousUserError);
    expect(String(ambiguous)).toMatch(isClean);
  });

  test("are escaped: lock(), groups.add() and content.get()", async () => {
    const { fake, connection } = open();
    const admin = fake.users[0];
    fake.fault({ operationId: "getCurrentUser", status: 200, body: { ...admin, username: evil } });
    const me = await connection.me();
    const self: unknown = await me.lock().catch((reason: unknown) => reason);
    expect(self).toBeInstanceOf(SelfLockError);
    fake.addGroup({ name: `${evil}y` });
    const missing: unknown = await me.groups.add(evil).catch((reason: unknown) => reason);
    expect(String(missing)).toContain(escaped);
    for (const error of [self, missing]) expect(String(error)).toMatch(isClean);
  });
});

import { User } from "@connect-sdk/users";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { open } from "./support/open.ts";

/** Returns a user of a server that is newer than this version. */
async function newerUser(more: object = {}) {
  const { fake, users, connection } = open();
  const { guid } = fake.addUser({ username: "jo", active_time: "2026-01-05T08:00:00Z" });
  const record = { ...fake.users[1], favorite_colors: ["teal"], ...more };
  const fault = fake.fault({ operationId: "getUser", status: 200, body: record });
  const user = await users.get(guid);
  fault.remove();
  return { fake, connection, user, record };
}

describe("a User", () => {
  test("has the wire's fields as its own, even those of newer servers", async () => {
    const { user, record } = await newerUser();
    expect(user).toBeInstanceOf(User);
    expect(Object.keys(user)).toEqual(Object.keys(record));
    expect(Object.assign({}, user)).toEqual(record);
    expect(Object.entries(user)).toEqual(Object.entries(record));
  });

  test.for<[string, (record: Record<string, unknown>) => Record<string, unknown>]>([
    ["usual fields", (record) => record],
    ["the id at the provider", (record) => ({ ...record, external_id: "uid=jo" })],
    ["a null id at the provider", (record) => ({ ...record, external_id: null })],
    ["unknown fields first", (record) => ({ tenant: 7, ...record })],
    ["unknown fields last", (record) => ({ ...record, tenant: 7 })],
    ["another order", (record) => Object.fromEntries(Object.entries(record).reverse())],
    ["missing fields", ({ guid, username }) => ({ username, guid })],
  ])("has the fields that the server sends, in their order: %s", async ([, change]) => {
    const { fake, users } = open({ users: 600 });
    const record = change({ ...fake.users[0] });
    fake.fault({
      operationId: "getUsers",
      times: 1,
      status: 200,
      body: { results: [record], current_page: 1, total: 1 },
    });
    const [user] = await users.find();
    expect(Object.entries(user ?? {})).toEqual(Object.entries(record));
    expect(JSON.stringify(user)).toBe(JSON.stringify(record));

    // Users of lists that are longer than a page are created in another way.
    const page = fake.users.slice(0, 500).map((each) => change({ ...each }));
    fake.fault({
      operationId: "getUsers",
      times: 1,
      status: 200,
      body: { results: page, current_page: 1, total: 600 },
    });
    for await (const each of users.find()) {
      expect(Object.entries(each)).toEqual(Object.entries(record));
      break;
    }
  });

  test("has the name and constructor of User, wherever it was found", async () => {
    const { users } = open({ users: 600 });
    const found = await users.find();
    const [first] = found;
    const got = await users.get(first?.guid ?? "");
    expect(found.every((user) => user.constructor === User && Reflect.ownKeys(user).length === 11)).toBe(true);
    expect(got).toBeInstanceOf(User);
    expect(got.constructor).toBe(User);
    expect(Reflect.getPrototypeOf(got)).toBe(Reflect.getPrototypeOf(first ?? {}));
    expect(got).toStrictEqual(first);
    expect(inspect(first)).toBe(`User ${inspect(first?.toJSON())}`);
  });

  test("serializes to the record", async () => {
    const { user, record } = await newerUser();
    expect(JSON.parse(JSON.stringify(user))).toEqual(record);
    expect(user.toJSON()).toEqual(record);
    expect(Object.getPrototypeOf(user.toJSON())).toBe(Object.prototype);
  });

  test("returns a copy of its record that the caller may change", async () => {
    const { user } = await newerUser();
    Object.assign(user.toJSON(), { locked: true });
    expect(user.locked).toBe(false);
  });

  test("can be cloned and sent to a worker", async () => {
    const { user, record } = await newerUser();
    expect(structuredClone(user)).toEqual(record);
    expect(structuredClone(user.toJSON())).toEqual(record);
  });

  test("keeps unknown fields when it changes", async () => {
    const { user } = await newerUser();
    await user.update({ first_name: "Johanna" });
    await user.lock();
    expect(user.toJSON()).toMatchObject({ favorite_colors: ["teal"], first_name: "Johanna", locked: true });
  });

  test("keeps its methods if a newer server has fields with their names", async () => {
    const clash = { lock: true, groups: 3, toJSON: "no", constructor: 1 };
    const { fake, user, record } = await newerUser(clash);
    expect(user.toJSON()).toEqual(record);
    expect(JSON.parse(JSON.stringify(user))).toEqual(record);
    await user.lock();
    expect(fake.users[1]?.locked).toBe(true);
    expect(await user.groups.find()).toEqual([]);
    expect(user.toJSON()).toEqual({ ...record, locked: true });
  });

  test("is readable on the console and contains no secrets", async () => {
    const { fake, user, connection } = await newerUser();
    await connection.me();
    const shown = inspect(user);
    expect(shown).toMatch(/^User \{/);
    expect(shown).toContain("username: 'jo'");
    expect(shown.split("\n")).toHaveLength(Object.keys(user).length + 2);
    for (const object of [user, user.content, user.groups, user.keys, connection, connection.users]) {
      const everything = inspect(object, { depth: Infinity, showHidden: true }) + JSON.stringify(object);
      expect(everything).not.toContain(fake.apiKey);
    }
  });

  test("has timestamps as the server sends them, which Date parses", async () => {
    const { user } = await newerUser();
    expect(user.created_time).toBe("2026-02-02T09:00:00Z");
    expect(new Date(user.created_time)).toEqual(new Date(Date.UTC(2026, 1, 2, 9)));
    expect(user.active_time).toBe("2026-01-05T08:00:00Z");
  });
});

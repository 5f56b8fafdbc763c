import { createConnectClient, UnexpectedResponseError } from "@connect-sdk/api";
import { connect, SelfLockError, Users } from "@connect-sdk/users";
import { describe, expect, test, vi } from "vitest";
import { open, openAs } from "./support/open.ts";

const spellings: readonly [string, (guid: string) => string][] = [
  ["upper case", (guid) => guid.toUpperCase()],
  ["braces", (guid) => `{${guid}}`],
  ["urn:uuid:", (guid) => `urn:uuid:${guid}`],
  ["URN:UUID: in upper case", (guid) => `urn:uuid:${guid}`.toUpperCase()],
];

describe.for(spellings)("a guid with %s", ([, spell]) => {
  test("identifies the user in get(), lookup() and groupIndex()", async () => {
    const { fake, users, add } = open();
    const { guid } = await add({ username: "jo" });
    const group = fake.addGroup({ name: "analysts" });
    expect((await users.get(spell(guid))).username).toBe("jo");
    const user = await users.lookup(spell(guid));
    expect(user.username).toBe("jo");
    await user.groups.add(spell(group.guid));
    const index = await users.groupIndex();
    expect(index.of(spell(guid)).map(({ name }) => name)).toEqual(["analysts"]);
    expect(index.of({ guid: spell(guid) })).toHaveLength(1);
  });

  test("does not get around the guard of one's own account, even if the server echoes the spelling", async () => {
    const { fake, connection, sent } = open();
    const me = await connection.me();
    const record = { ...fake.users[0], guid: spell(me.guid) };
    fake.fault({ operationId: "getUser", times: 1, status: 200, body: record });
    const self = await connection.users.get(spell(me.guid));
    expect(self.guid).toBe(spell(me.guid));
    sent();
    await expect(self.lock()).rejects.toThrow(SelfLockError);
    expect(sent()).not.toContain("lockUser");
  });

  test("is not another user to a list that is read twice, and takes no more requests", async () => {
    const { fake, users, sent } = open({ users: 600 });
    let pages = 0;
    const fetch = async (request: Request): Promise<Response> => {
      const response = await fake.fetch(request);
      if (!request.url.includes("page_number") || ++pages % 2 === 0) return response;
      const page = (await response.json()) as { results: { guid: string }[] };
      for (const row of page.results) row.guid = spell(row.guid);
      return Response.json(page);
    };
    const odd = connect({ url: fake.url, apiKey: fake.apiKey, fetch });
    const roles = { user_role: ["administrator", "publisher", "viewer"] } as const;
    expect(await odd.users.find(roles)).toHaveLength(600);
    const requests = sent();
    expect(await users.find(roles)).toHaveLength(600);
    expect(requests).toEqual(sent());
  });
});

describe("a response about another user", () => {
  test("is refused by get(), lookup() and refresh(), and the wrong one is not locked", async () => {
    const { fake, users, add, sent } = open();
    const [user, other] = [await add({ username: "a" }), await add({ username: "b" })];
    fake.fault({ operationId: "getUser", status: 200, body: other.toJSON() });
    const lockIt = async () => {
      await (await users.get(user.guid)).lock();
    };
    await expect(lockIt()).rejects.toThrow(UnexpectedResponseError);
    await expect(users.lookup(user.guid)).rejects.toThrow(UnexpectedResponseError);
    await expect(user.refresh()).rejects.toThrow(UnexpectedResponseError);
    expect(user.username).toBe("a");
    expect(sent()).not.toContain("lockUser");
  });

  test("is refused by update(), where the record has a guid", async () => {
    const { fake, add } = open();
    const [user, other] = [await add({ username: "a" }), await add({ username: "b" })];
    fake.fault({ operationId: "updateUser", status: 200, body: other.toJSON() });
    await expect(user.update({ first_name: "Jo" })).rejects.toThrow(UnexpectedResponseError);
    expect(user.username).toBe("a");
  });

  test("is refused by content.get()", async () => {
    const { fake, connection } = open();
    const me = await connection.me();
    const [item, other] = [fake.addContent({ owner_guid: me.guid }), fake.addContent({ owner_guid: me.guid })];
    fake.fault({ operationId: "getContent", status: 200, body: await me.content.get(other.guid) });
    await expect(me.content.get(item.guid)).rejects.toThrow(UnexpectedResponseError);
  });
});

describe("the caller's own guid", () => {
  test("is asked for again after one refusal", async () => {
    const { fake, connection, add, sent } = open();
    const user = await add();
    const self = await connection.users.findOne({ user_role: "administrator" });
    sent();
    const body = { code: 22, error: "No.", payload: null };
    fake.fault({ operationId: "getCurrentUser", times: 1, status: 403, body });
    await user.lock();
    await expect(self?.lock()).rejects.toThrow(SelfLockError);
    expect(sent()).toEqual(["getCurrentUser", "lockUser", "getCurrentUser"]);
  });

  test.for([
    { timeout: undefined, limit: 60_000 },
    { timeout: 100_000, limit: 200_000 },
  ])("is not waited for without end when a token function does not return: %o", async ({ timeout, limit }) => {
    const { fake } = open();
    const { guid } = fake.addUser();
    let isStuck = false;
    const token = (): Promise<string> => (isStuck ? new Promise<never>(() => undefined) : Promise.resolve("a-token"));
    const fetch = (request: Request): Promise<Response> => {
      request.headers.set("authorization", `Key ${fake.apiKey}`);
      return fake.fetch(request);
    };
    const connection = connect({ url: fake.url, token, fetch, timeout });
    const user = await connection.users.get(guid);
    isStuck = true;
    vi.useFakeTimers();
    try {
      for (const call of [() => user.lock(), () => connection.me()]) {
        const ended = expect(call()).rejects.toThrow(`The token function did not return within ${limit} ms`);
        await vi.advanceTimersByTimeAsync(limit);
        await ended;
      }
    } finally {
      vi.useRealTimers();
    }
    expect(user.locked).toBe(false);
  });

  test("is asked for once, even after a request that was sent again", async () => {
    const { fake } = open();
    const people = [0, 1, 2].map(() => fake.addUser());
    const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: { delay: 1 } });
    fake.fault({ operationId: "getUser", times: 1, status: 503 });
    for (const { guid } of people) await (await users.get(guid)).lock();
    expect(fake.requests.filter(({ operationId }) => operationId === "getCurrentUser")).toHaveLength(1);
  });

  test("belongs to the credential: a token that changes is asked about again", async () => {
    const { fake } = open();
    const [first, second] = [0, 1].map(() => fake.addUser({ user_role: "administrator" }));
    const other = fake.addUser();
    let current = first;
    // The fake knows keys, not tokens.
    const fetch = (request: Request): Promise<Response> => {
      const headers = new Headers(request.headers);
      headers.set("authorization", (headers.get("authorization") ?? "").replace("Bearer", "Key"));
      return fake.fetch(new Request(request, { headers }));
    };
    const { users } = connect({ url: fake.url, token: () => (current ? fake.keyFor(current) : ""), fetch });
    const [a, b] = [await users.get(first?.guid ?? ""), await users.get(second?.guid ?? "")];
    await expect(a.lock()).rejects.toThrow(SelfLockError);
    current = second;
    await expect(b.lock()).rejects.toThrow(SelfLockError);
    await a.lock();
    await (await users.get(other.guid)).lock();
    const own = fake.requests.filter(({ operationId }) => operationId === "getCurrentUser");
    expect(own).toHaveLength(2);
  });

  test.each([
    ["adds", { anonymous: true }],
    ["replaces", { apiKey: "the-key-of-somebody" }],
  ] as const)("is not remembered where a plugin %s the credential", async (_, credential) => {
    const { fake } = open();
    const [first, second] = [0, 1].map(() => fake.addUser({ user_role: "administrator" }));
    let current = first;
    const api = createConnectClient({ url: fake.url, ...credential, fetch: fake.fetch }).use({
      name: "own-credential",
      fetch(request, next) {
        if (current) request.headers.set("authorization", `Key ${fake.keyFor(current)}`);
        return next(request);
      },
    });
    const users = new Users(api);
    await expect((await users.get(first?.guid ?? "")).lock()).rejects.toThrow(SelfLockError);
    current = second;
    await expect((await users.get(second?.guid ?? "")).lock()).rejects.toThrow(SelfLockError);
  });

  test("is that of the connection, not of another one", async () => {
    const { fake, connection } = open();
    const admin = fake.addUser({ user_role: "administrator" });
    await connection.me();
    await expect((await openAs(fake, admin).users.get(admin.guid)).lock()).rejects.toThrow(SelfLockError);
  });
});

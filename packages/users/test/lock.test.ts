import { createConnectClient, PermissionError, ServerError } from "@connect-sdk/api";
import { SelfLockError, Users } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

describe("lock() and unlock()", () => {
  test("change the server and the object's locked field, nothing else", async () => {
    const { fake, add } = open();
    const user = await add();
    const before = user.toJSON();
    fake.clock.advance({ days: 1 });

    expect(await user.lock()).toBeUndefined();
    expect(user.toJSON()).toEqual({ ...before, locked: true });
    expect(fake.users[1]).toEqual(user.toJSON());

    expect(await user.unlock()).toBeUndefined();
    expect(user.toJSON()).toEqual(before);
    expect(fake.users[1]).toEqual(before);
  });

  test("can be repeated", async () => {
    const { add, sent } = open();
    const user = await add({ locked: true });
    await user.lock();
    await user.unlock();
    await user.unlock();
    expect(user.locked).toBe(false);
    expect(sent()).toEqual(["getCurrentUser", "lockUser", "lockUser", "lockUser"]);
  });

  test("leave the object unchanged if the server refuses", async () => {
    const { fake } = open();
    const [viewer, other] = [fake.addUser(), fake.addUser({ locked: true })];
    const { users } = openAs(fake, viewer);
    const user = await users.get(other.guid);
    await expect(user.unlock()).rejects.toThrow(PermissionError);
    expect(user.locked).toBe(true);
    fake.fault({ operationId: "lockUser", status: 200, html: true });
    await expect(user.unlock()).rejects.toMatchObject({ name: "UnexpectedResponseError" });
    expect(user.locked).toBe(true);
  });

  test("report that all licenses are in use", async () => {
    const { fake, add } = open({ licence: { users: 1 } });
    const user = await add({ locked: true, active_time: fake.clock.now().toISOString() });
    await expect(user.unlock()).rejects.toMatchObject({ name: "InvalidRequestError", code: 64 });
    expect(user.locked).toBe(true);
  });
});

describe("your own account", () => {
  test("is not locked: no lock request is sent", async () => {
    const { fake, users, sent } = open();
    const [self] = await users.find();
    sent();
    const refused = self?.lock();
    await expect(refused).rejects.toThrow(SelfLockError);
    await expect(refused).rejects.toMatchObject({
      name: "SelfLockError",
      guid: self?.guid,
      fix: expect.stringContaining("lock({ force: true })") as string,
    });
    expect(sent()).toEqual(["getCurrentUser"]);
    expect([self?.locked, fake.users[0]?.locked]).toEqual([false, false]);
  });

  test("is locked with force, without reading the own account", async () => {
    const { fake, users, sent } = open();
    const [self] = await users.find();
    sent();
    await self?.lock({ force: true });
    expect(sent()).toEqual(["lockUser"]);
    expect([self?.locked, fake.users[0]?.locked]).toEqual([true, true]);
  });

  test("can be unlocked without reading the own account", async () => {
    const { connection, sent } = open();
    const me = await connection.me();
    await me.unlock();
    expect(sent()).toEqual(["getCurrentUser", "lockUser"]);
  });
});

describe("the own account", () => {
  test("is read once for a connection, even by concurrent calls", async () => {
    const { users, sent } = open({ users: 30 });
    const others = (await users.find()).filter(({ user_role }) => user_role !== "administrator");
    sent();
    await Promise.all(others.map((user) => user.lock()));
    await others[0]?.lock();
    expect(sent().filter((operation) => operation === "getCurrentUser")).toHaveLength(1);
  });

  test("is known after me()", async () => {
    const { connection, add, sent } = open();
    const user = await add();
    await connection.me();
    await user.lock();
    await expect((await connection.me()).lock()).rejects.toThrow(SelfLockError);
    expect(sent()).toEqual(["getCurrentUser", "lockUser", "getCurrentUser"]);
  });

  test("is read once for a client, even with several Users of it", async () => {
    const { fake, add, sent } = open();
    const { guid } = await add();
    const api = createConnectClient({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
    for (const users of [new Users(api), new Users(api)]) await (await users.get(guid)).lock();
    expect(sent()).toEqual(["getUser", "getCurrentUser", "lockUser", "getUser", "lockUser"]);
  });

  test("is read again after a failure, and no user is locked before that", async () => {
    const { fake, add, sent } = open();
    const user = await add();
    fake.fault({ operationId: "getCurrentUser", times: 1, status: 500 });
    await expect(user.lock()).rejects.toThrow(ServerError);
    expect([user.locked, sent()]).toEqual([false, ["getCurrentUser"]]);
    await user.lock();
    expect([user.locked, sent()]).toEqual([true, ["getCurrentUser", "lockUser"]]);
  });

  test("does not exist for a service's key, which can lock any user", async () => {
    const { fake, add, sent } = open();
    const [user, other] = [await add(), await add()];
    const body = { code: 22, error: "You don't have permission to perform this operation.", payload: null };
    fake.fault({ operationId: "getCurrentUser", status: 403, body });
    await user.lock();
    await other.lock();
    expect([user.locked, other.locked]).toEqual([true, true]);
    expect(sent()).toEqual(["getCurrentUser", "lockUser", "getCurrentUser", "lockUser"]);
  });

  test.for<[status: number, code: number]>([
    [403, 50],
    [401, 22],
  ])("is not assumed missing after another refusal: %i, code %i", async ([status, code]) => {
    const { fake, add, sent } = open();
    const user = await add();
    fake.fault({ operationId: "getCurrentUser", status, body: { code, error: "No.", payload: null } });
    await expect(user.lock()).rejects.toMatchObject({ status, code });
    expect([user.locked, sent()]).toEqual([false, ["getCurrentUser"]]);
  });

  test("is still read for one caller when another one cancels", async () => {
    const { add } = open();
    const [impatient, patient] = [await add(), await add()];
    const stop = new AbortController();
    const canceled = expect(impatient.lock({ signal: stop.signal })).rejects.toThrow("enough");
    const done = patient.lock();
    stop.abort(new Error("enough"));
    await canceled;
    await done;
    expect([impatient.locked, patient.locked]).toEqual([false, true]);
  });
});

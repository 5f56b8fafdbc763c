import { PermissionError } from "@connect-sdk/api";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { connect } from "@connect-sdk/users";
import { open } from "./support/open.ts";

describe("user.keys", () => {
  test("creates a key that works until it is deleted", async () => {
    const { fake, connection, sent } = open();
    const me = await connection.me();
    const created = await me.keys.create({ name: "nightly", user_role: "viewer" });
    const { users } = connect({ url: fake.url, apiKey: created.key, fetch: fake.fetch });
    expect(await users.count()).toBe(1);

    const found = (await me.keys.find()).find(({ id }) => id === created.id);
    expect(found).toMatchObject({ name: "nightly", user_role: "viewer" });
    expect(found?.key).not.toBe(created.key);

    expect(await me.keys.delete(created)).toBeUndefined();
    await expect(users.count()).rejects.toMatchObject({ name: "AuthenticationError" });
    expect(sent()).toEqual(["getCurrentUser", "createKey", "getUsers", "listKeys", "deleteKey", "getUsers"]);
  });

  test("deletes by id", async () => {
    const { connection } = open();
    const me = await connection.me();
    const { id } = await me.keys.create({ name: "nightly" });
    await me.keys.delete(id);
    expect((await me.keys.find()).map((key) => key.id)).not.toContain(id);
    await expect(me.keys.delete(id)).rejects.toMatchObject({ name: "NotFoundError" });
  });

  test("hides a new key on the console", async () => {
    const { connection } = open();
    const created = await (await connection.me()).keys.create({ name: "nightly" });
    const shown = inspect(created);
    expect(shown).not.toContain(created.key);
    expect(shown).toContain(created.key.slice(-4));
    expect(shown).toContain("nightly");
    expect(JSON.stringify(created)).toContain(created.key);
  });

  test("sends defined fields only", async () => {
    const { fake, connection } = open();
    await (await connection.me()).keys.create({ name: "nightly", user_role: undefined, expires_at: undefined });
    expect(fake.requests.at(-1)?.body).toEqual({ name: "nightly" });
  });

  test("sends an expiry", async () => {
    const { connection } = open({ version: "2026.06.0" });
    const key = await (await connection.me()).keys.create({ name: "soon", expires_at: "2026-03-01T00:00:00Z" });
    expect(key.expires_at).toBe("2026-03-01T00:00:00Z");
  });

  test("refuses a blank name", async () => {
    const { connection } = open();
    const { keys } = await connection.me();
    await expect(keys.create({ name: " " })).rejects.toMatchObject({ name: "InvalidRequestError", code: 62 });
  });

  test("are refused to other users", async () => {
    const { add } = open();
    const { keys } = await add();
    await expect(keys.find()).rejects.toThrow(PermissionError);
    await expect(keys.create({ name: "mine" })).rejects.toThrow(PermissionError);
    await expect(keys.delete("1")).rejects.toThrow(PermissionError);
  });
});

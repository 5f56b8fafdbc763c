import { ConflictError, PermissionError } from "@connect-sdk/api";
import { EmptyUpdateError, type UpdateUser } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

describe("update()", () => {
  test("sends the given fields only, and merges the server's response", async () => {
    const { fake, add } = open();
    const user = await add({ first_name: "Jo", active_time: "2026-01-05T08:00:00Z" });
    const before = user.toJSON();
    fake.clock.advance({ hours: 1 });

    expect(
      await user.update({ email: "jo@example.com", user_role: "publisher", last_name: undefined }),
    ).toBeUndefined();

    expect(fake.requests.at(-1)?.body).toEqual({ email: "jo@example.com", user_role: "publisher" });
    expect(user.toJSON()).toEqual({
      ...before,
      email: "jo@example.com",
      user_role: "publisher",
      updated_time: "2026-02-02T10:00:00Z",
    });
    expect(user.toJSON()).toEqual(fake.users[1]);
  });

  test("can empty a field", async () => {
    const { fake, add } = open();
    const user = await add({ first_name: "Jo" });
    await user.update({ first_name: "" });
    expect([user.first_name, fake.users[1]?.first_name]).toEqual(["", ""]);
  });

  test("prefers the server's response to the requested values", async () => {
    const { fake, add } = open();
    const user = await add({ username: "jo" });
    const { guid } = user;
    const body = { email: "jo@example.com", username: "jo", first_name: "Jo", last_name: "", user_role: "viewer" };
    fake.fault({ operationId: "updateUser", status: 200, body: { ...body, updated_time: "2026-03-01T00:00:00Z" } });
    await user.update({ user_role: "publisher" });
    expect(user).toMatchObject({ guid, user_role: "viewer", updated_time: "2026-03-01T00:00:00Z" });
  });

  test("sends the five editable fields of a whole user, nothing else", async () => {
    const { fake, add } = open();
    const user = await add({ username: "jo", first_name: "Jo", last_name: "Doe", email: "jo@example.com" });
    await user.update({ ...user.toJSON(), user_role: "publisher" });
    expect(fake.requests.at(-1)?.body).toEqual({
      email: "jo@example.com",
      username: "jo",
      first_name: "Jo",
      last_name: "Doe",
      user_role: "publisher",
    });
  });

  test.for<UpdateUser>([{}, { email: undefined }, JSON.parse('{"locked":true}') as object])(
    "refuses %o before anything is sent",
    async (changes) => {
      const { add, sent } = open();
      const user = await add();
      await expect(user.update(changes)).rejects.toThrow(EmptyUpdateError);
      await expect(user.update(changes)).rejects.toMatchObject({
        name: "EmptyUpdateError",
        fix: expect.stringContaining("lock() and unlock()") as string,
      });
      expect(sent()).toEqual([]);
    },
  );

  test.for([
    { status: 500 },
    { html: true },
    { truncate: true },
    { status: 200, body: null },
    { status: 200, body: "[]" },
  ])("leaves the object unchanged after %o", async (fault) => {
    const { fake, add } = open();
    const user = await add();
    const before = user.toJSON();
    fake.fault({ operationId: "updateUser", times: 1, ...fault });
    const refused = user.update({ first_name: "Changed" });
    await expect(refused).rejects.toMatchObject({ fix: expect.any(String) as string });
    expect(user.toJSON()).toEqual(before);
  });

  test("leaves the object unchanged if the username is taken", async () => {
    const { add } = open();
    await add({ username: "mira" });
    const user = await add({ username: "jo" });
    const before = user.toJSON();
    await expect(user.update({ username: "mira", email: "new@example.com" })).rejects.toThrow(ConflictError);
    expect(user.toJSON()).toEqual(before);
  });

  test("throws if users raise their own role", async () => {
    const { fake } = open();
    const me = await openAs(fake, fake.addUser({ user_role: "publisher" })).me();
    await expect(me.update({ user_role: "administrator" })).rejects.toThrow(PermissionError);
    expect([me.user_role, fake.users[1]?.user_role]).toEqual(["publisher", "publisher"]);
  });

  test("throws if the only administrator would lose that role", async () => {
    const { fake, connection } = open();
    const me = await connection.me();
    await expect(me.update({ user_role: "viewer" })).rejects.toMatchObject({ name: "InvalidRequestError", code: 61 });
    expect([me.user_role, fake.users[0]?.user_role]).toEqual(["administrator", "administrator"]);
  });
});

describe("refresh()", () => {
  test("fetches changes by others", async () => {
    const { users, add } = open();
    const user = await add({ username: "jo" });
    const sameUser = await users.get(user.guid);
    await sameUser.update({ first_name: "Johanna" });
    await sameUser.lock();
    expect(user).not.toMatchObject({ first_name: "Johanna" });
    expect(await user.refresh()).toBeUndefined();
    expect(user.toJSON()).toEqual(sameUser.toJSON());
  });

  test("drops fields that the server no longer sends", async () => {
    const { users, fake, add } = open();
    const { guid } = await add();
    const extended = { ...fake.users[1], seat: 4, refresh: "daily" };
    fake.fault({ operationId: "getUser", times: 1, status: 200, body: extended });
    const user = await users.get(guid);
    expect(user.toJSON()).toEqual(extended);
    await user.refresh();
    expect(user.toJSON()).toEqual(fake.users[1]);
  });

  test("leaves the object unchanged if the user cannot be fetched", async () => {
    const { fake, add } = open();
    const user = await add();
    const before = user.toJSON();
    fake.fault({ operationId: "getUser", status: 404 });
    await expect(user.refresh()).rejects.toMatchObject({ name: "NotFoundError" });
    expect(user.toJSON()).toEqual(before);
  });
});

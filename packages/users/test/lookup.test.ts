import { InvalidArgumentError, isApiError, NotFoundError } from "@connect-sdk/api";
import { AmbiguousUserError } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

describe("lookup()", () => {
  test("finds a user by guid, username or e-mail address", async () => {
    const { users, add, sent } = open({ users: 50 });
    const { guid } = await add({ username: "jdoe", email: "Jo@Example.com" });
    for (const text of [guid, "jdoe", "jo@example.COM"]) expect((await users.lookup(text)).guid).toBe(guid);
    expect(sent()).toEqual(["getUser", "getUsers", "getUsers"]);
  });

  test("matches the whole username only", async () => {
    const { users, add } = open();
    const hui = await add({ username: "hui1.li" });
    await add({ username: "hui1.liu" });
    await add({ first_name: "hui1.li", username: "other" });
    expect((await users.lookup("hui1.li")).guid).toBe(hui.guid);
    for (const text of ["hui1", "HUI1.LI", "Hui1.liu"]) await expect(users.lookup(text)).rejects.toThrow(NotFoundError);
  });

  test("finds a username among more than 500 that start with it", async () => {
    const { users, add, fake } = open();
    for (let number = 0; number < 600; number++) fake.addUser({ username: `a${number}`, first_name: "a" });
    const { guid } = await add({ username: "a", first_name: "zzzzzz", last_name: "z" });
    expect((await users.lookup("a")).guid).toBe(guid);
  });

  test("finds a username that looks like a guid or an e-mail address", async () => {
    const { users, add } = open({ provider: "saml" });
    const guid = "5e0bd2a6-1111-4222-8333-0123456789ab";
    await add({ username: guid, email: "a@example.com" });
    await add({ username: "jo@example.com", email: "b@example.com" });
    expect((await users.lookup(guid)).email).toBe("a@example.com");
    expect((await users.lookup("jo@example.com")).email).toBe("b@example.com");
  });

  test("lists all users that share an e-mail address", async () => {
    const { users, add } = open({ users: 700 });
    const both = [
      await add({ username: "mira", first_name: "Aa", email: "team@example.com" }),
      await add({ username: "yoko", first_name: "Zz", email: "Team@example.com" }),
    ];
    const error = await users.lookup("team@example.com").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AmbiguousUserError);
    expect(error).toMatchObject({ candidates: both.map((user) => user.toJSON()), fix: expect.any(String) as string });
    for (const { username, guid } of both) expect(String(error)).toMatch(new RegExp(`${username}.*${guid}`));
  });

  test("throws a NotFoundError if no user matches", async () => {
    const { users } = open();
    const unknown = "00000000-0000-4000-8000-000000000000";
    for (const text of ["nobody", "nobody@example.com", unknown]) {
      const error = await users.lookup(text).catch((reason: unknown) => reason);
      expect(error).toMatchObject({
        name: "NotFoundError",
        status: 404,
        message: expect.stringContaining(text) as string,
      });
      // Although it was found out here, and not by one request.
      expect(isApiError(error, { status: 404 })).toBe(true);
    }
  });

  test("refuses an empty text before anything is sent", async () => {
    const { users, fake } = open();
    const error = await users.lookup("").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InvalidArgumentError);
    expect(error).toMatchObject({
      argument: "text",
      message: expect.stringContaining('"text" is empty. Nothing was sent.') as string,
    });
    expect(fake.requests).toEqual([]);
  });

  test("does not treat a failure as no match", async () => {
    const { users, fake } = open();
    fake.fault({ operationId: "getUser", status: 500 });
    await expect(users.lookup("00000000-0000-4000-8000-000000000000")).rejects.toMatchObject({ status: 500 });
  });

  test("finds no addresses that the server hides", async () => {
    const { fake } = open({ settings: { hideEmails: true } });
    const viewer = fake.addUser({ username: "mira" });
    fake.addUser({ username: "yoko", email: "yoko@example.com" });
    await expect(openAs(fake, viewer).users.lookup("yoko@example.com")).rejects.toThrow(NotFoundError);
  });
});

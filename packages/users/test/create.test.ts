import { ConflictError, InvalidRequestError, PermissionError } from "@connect-sdk/api";
import { DirectoryServerError, User } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

const jo = { username: "jdoe", email: "jo@example.com", password: "correct horse" };

describe("create()", () => {
  test("returns the new user", async () => {
    const { users, fake } = open();
    const user = await users.create({ ...jo, first_name: "Jo", user_role: "publisher" });
    expect(user).toBeInstanceOf(User);
    expect(user).toMatchObject({ username: "jdoe", first_name: "Jo", user_role: "publisher" });
    expect(fake.users.at(-1)).toEqual(user.toJSON());
  });

  test("sends defined fields only", async () => {
    const { users, fake } = open();
    await users.create({
      ...jo,
      password: undefined,
      last_name: undefined,
      user_role: null,
      user_must_set_password: true,
    });
    expect(fake.requests[0]?.body).toEqual({
      username: "jdoe",
      email: "jo@example.com",
      user_role: null,
      user_must_set_password: true,
    });
  });

  test("throws the server's refusals", async () => {
    const { users, fake, add } = open();
    await users.create(jo);
    await expect(users.create(jo)).rejects.toThrow(ConflictError);
    await expect(users.create({ ...jo, username: "j2", password: "123" })).rejects.toThrow(InvalidRequestError);
    const viewer = await add();
    await expect(openAs(fake, viewer).users.create({ ...jo, username: "j3" })).rejects.toThrow(PermissionError);
  });

  test("keeps the password out of its errors", async () => {
    const { users } = open();
    await users.create(jo);
    const error = await users.create(jo).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ConflictError);
    const { inspect } = await import("node:util");
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(jo.password);
  });

  test.for(["ldap", "oauth2-google"] as const)("explains the alternative on a server with %s", async (provider) => {
    const { users } = open({ provider });
    const error = await users.create({ username: "jdoe" }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DirectoryServerError);
    expect(error).toMatchObject({ fix: expect.stringContaining("users.findRemote") as string, cause: { code: 120 } });
  });
});

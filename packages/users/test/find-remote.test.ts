import { ConflictError, InvalidRequestError, PermissionError } from "@connect-sdk/api";
import { RemoteUser } from "@connect-sdk/users";
import { describe, expect, test } from "vitest";
import { open, openAs } from "./support/open.ts";

const people = ["jdoe", "jdoering", "mira"].map((username) => ({
  username,
  email: `${username}@example.com`,
  first_name: "",
  last_name: "",
  external_id: `uid=${username},ou=people`,
}));
const directory = { people };

describe.for(["ldap", "oauth2-google"] as const)("findRemote() on a server with %s", (provider) => {
  test("finds people, and makes a user of one", async () => {
    const { users, fake, sent } = open({ provider, directory });
    const found = await users.findRemote({ prefix: "JDOE" });
    expect(found.map(({ username }) => username)).toEqual(["jdoe", "jdoering"]);
    const [person] = found;
    expect(person).toBeInstanceOf(RemoteUser);
    expect(person?.guid).toBeNull();
    expect(await person?.user()).toBeUndefined();

    const user = await person?.create();
    expect(sent()).toEqual(["searchRemoteUsers", "createPullUser"]);
    expect(user?.toJSON()).toEqual(fake.users.at(-1));
    expect(fake.users.at(-1)).toMatchObject({ username: "jdoe", user_role: "viewer" });
    await user?.lock();
    expect(fake.users.at(-1)?.locked).toBe(true);
  });

  test("tells who is a user already", async () => {
    const { users } = open({ provider, directory });
    const [before] = await users.findRemote({ prefix: "mira" });
    const mira = await before?.create();
    const [after] = await users.findRemote({ prefix: "mira" });
    expect(after?.guid).toBe(mira?.guid);
    expect((await after?.user())?.toJSON()).toEqual(mira?.toJSON());
    await expect(after?.create()).rejects.toThrow(ConflictError);
    await expect(before?.create()).rejects.toMatchObject({ name: "InvalidRequestError", code: 127 });
  });

  test("sends the limit only when there is one", async () => {
    const { users, fake } = open({ provider, directory });
    expect(await users.findRemote({ prefix: "j", limit: 1 })).toHaveLength(1);
    await users.findRemote({ prefix: "j", limit: undefined });
    expect(fake.requests.map(({ query }) => query)).toEqual([{ prefix: "j", limit: "1" }, { prefix: "j" }]);
  });

  test("is not for viewers", async () => {
    const { fake } = open({ provider, directory });
    const { users } = openAs(fake, fake.addUser());
    await expect(users.findRemote({ prefix: "jdoe" })).rejects.toThrow(PermissionError);
  });
});

test("findRemote() without a directory passes on what the server says", async () => {
  await expect(open().users.findRemote({ prefix: "jo" })).rejects.toThrow(InvalidRequestError);
  await expect(open().users.findRemote({ prefix: "jo" })).rejects.toMatchObject({ code: 132 });
});

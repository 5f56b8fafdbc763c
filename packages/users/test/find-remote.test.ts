import { ConflictError, InvalidRequestError, PermissionError } from "@connect-sdk/api";
import { RemoteUser } from "@connect-sdk/users";
import { inspect } from "node:util";
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
  test("finds people, and creates a user from one", async () => {
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

  test("recognizes people that are already users", async () => {
    const { users } = open({ provider, directory });
    const [before] = await users.findRemote({ prefix: "mira" });
    const mira = await before?.create();
    const [after] = await users.findRemote({ prefix: "mira" });
    expect(after?.guid).toBe(mira?.guid);
    expect((await after?.user())?.toJSON()).toEqual(mira?.toJSON());
    await expect(after?.create()).rejects.toThrow(ConflictError);
    await expect(before?.create()).rejects.toMatchObject({ name: "InvalidRequestError", code: 127 });
  });

  test("sends the limit only if it is defined", async () => {
    const { users, fake } = open({ provider, directory });
    expect(await users.findRemote({ prefix: "j", limit: 1 })).toHaveLength(1);
    await users.findRemote({ prefix: "j", limit: undefined });
    expect(fake.requests.map(({ query }) => query)).toEqual([{ prefix: "j", limit: "1" }, { prefix: "j" }]);
  });

  test("is refused to viewers", async () => {
    const { fake } = open({ provider, directory });
    const { users } = openAs(fake, fake.addUser());
    await expect(users.findRemote({ prefix: "jdoe" })).rejects.toThrow(PermissionError);
  });
});

test("findRemote() throws the server's refusal if there is no directory", async () => {
  await expect(open().users.findRemote({ prefix: "jo" })).rejects.toThrow(InvalidRequestError);
  await expect(open().users.findRemote({ prefix: "jo" })).rejects.toMatchObject({ code: 132 });
});

describe("a RemoteUser", () => {
  /** Finds Mira on a server that is newer than this version. */
  async function findMira(more: object = {}) {
    const { fake, connection, users } = open({ provider: "ldap", directory });
    const query = { prefix: "mira" };
    const { data } = await connection.api.GET("/v1/users/remote", { params: { query } });
    const record = { ...data.results[0], ...more };
    const body = { results: [record], current_page: 1, total: 1 };
    fake.fault({ operationId: "searchRemoteUsers", times: 1, status: 200, body });
    const [mira] = await users.findRemote(query);
    return { fake, mira, record };
  }

  test("serializes to the record, fields of newer servers included", async () => {
    const { mira, record } = await findMira({ favorite_colors: ["teal"] });
    expect(JSON.parse(JSON.stringify(mira))).toEqual(record);
    expect(mira?.toJSON()).toEqual(record);
    expect(structuredClone(mira)).toEqual(record);
    expect(Object.keys(mira ?? {})).toEqual(Object.keys(record));
  });

  test("keeps its methods if a newer server has fields with their names", async () => {
    const { fake, mira, record } = await findMira({ create: true, user: "mira", toJSON: 1, constructor: 2 });
    expect(JSON.parse(JSON.stringify(mira))).toEqual(record);
    expect(await mira?.user()).toBeUndefined();
    expect((await mira?.create())?.toJSON()).toEqual(fake.users.at(-1));
  });

  test("hides the ticket on the console", async () => {
    const { mira } = await findMira();
    const shown = inspect(mira);
    expect(shown).toMatch(/^RemoteUser \{/);
    expect(shown).toContain("username: 'mira'");
    expect(shown).toContain("temp_ticket: '…'");
    expect(inspect(mira, { showHidden: true, depth: Infinity })).not.toContain(mira?.temp_ticket ?? "?");
    expect(JSON.stringify(mira)).toContain(mira?.temp_ticket);
  });
});

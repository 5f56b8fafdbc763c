import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const FILE = `username,email,first_name,user_role
jdoe,jo@new.example,,publisher
zoe,zoe@example.com,Zoë,viewer
amara,amara@example.com,Amara,publisher
`;

describe("a plan", () => {
  test("--dry-run shows what would happen to each user, and changes nothing", async () => {
    const fake = smallServer();
    const before = fake.users;
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--dry-run"], { stdin: FILE });

    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "~ jdoe: update (email: jo@example.com → jo@new.example; user_role: viewer → publisher)",
        "+ zoe: create (email: zoe@example.com; first_name: Zoë; user_role: viewer)",
        "= amara: unchanged",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("Plan for standard input: 1 to create, 1 to update, 1 unchanged. Nothing was changed.\n");
    expect(fake.users).toEqual(before);
  });

  test("--dry-run --json is the plan as data", async () => {
    const { stdout } = await run(smallServer(), ["import", "-", "--dry-run", "--json"], { stdin: FILE });

    expect(JSON.parse(stdout)).toMatchObject([
      {
        line: 2,
        username: "jdoe",
        action: "update",
        status: "planned",
        changes: {
          email: { from: "jo@example.com", to: "jo@new.example" },
          user_role: { from: "viewer", to: "publisher" },
        },
      },
      { line: 3, username: "zoe", action: "create", changes: { first_name: { from: null, to: "Zoë" } } },
      { line: 4, username: "amara", status: "unchanged", changes: {} },
    ]);
  });

  test("a script without --yes is refused before anything is sent", async () => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(fake, ["import", "-"], { stdin: FILE });

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("--yes");
    expect(fake.requests).toEqual([]);
  });

  test.each([
    { answer: "y\n", code: 0, users: 5 },
    { answer: "\n", code: 1, users: 4 },
    { answer: "n\n", code: 1, users: 4 },
  ])("at a terminal $answer decides", async ({ answer, code, users }) => {
    const fake = smallServer();
    const { path } = await folder({ "users.csv": FILE });
    const outcome = await run(fake, ["import", "users.csv"], { answer, terminal: 200, cwd: path });

    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain("+ zoe: create");
    expect(outcome.stderr).toContain("Plan for users.csv: 1 to create, 1 to update, 1 unchanged.");
    expect(outcome.stderr).toContain("Change 2 users? [y/N]");
    expect(fake.users).toHaveLength(users);
  });

  test("a key that is no administrator's ends it before anything is changed", async () => {
    const fake = smallServer();
    const env = { CONNECT_API_KEY: fake.keyFor("amara") };
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: FILE, env });

    expect(code).toBe(3);
    expect(stderr).toContain("amara is a publisher");
    expect(changesOf(fake)).toEqual([]);
  });
});

describe("import", () => {
  test("creates and updates by username, and says what became of each row", async () => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--yes", "--csv"], { stdin: FILE });

    expect(code).toBe(0);
    expect(stdout).toContain("\n2,jdoe,");
    expect(stderr).toContain("standard input: 1 created, 1 updated, 1 unchanged.");
    expect(userNamed(fake, "jdoe")).toMatchObject({
      email: "jo@new.example",
      first_name: "Jo",
      user_role: "publisher",
    });
    expect(userNamed(fake, "zoe")).toMatchObject({ email: "zoe@example.com", first_name: "Zoë", user_role: "viewer" });
  });

  test("sends only what changes, and nothing for users who are as they should be", async () => {
    const fake = smallServer();
    await run(fake, ["import", "-", "--yes"], { stdin: FILE });

    expect(changesOf(fake)).toEqual([
      { operationId: "updateUser", body: { email: "jo@new.example", user_role: "publisher" } },
      {
        operationId: "createPushUser",
        body: {
          username: "zoe",
          email: "zoe@example.com",
          first_name: "Zoë",
          user_role: "viewer",
          user_must_set_password: true,
        },
      },
    ]);
  });

  test("run again, it changes nothing", async () => {
    const fake = smallServer();
    await run(fake, ["import", "-", "--yes"], { stdin: FILE });
    const before = changesOf(fake).length;
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: FILE });

    expect(code).toBe(0);
    expect(stderr).toBe("Nothing to do for standard input: 3 unchanged.\n");
    expect(changesOf(fake)).toHaveLength(before);
  });

  test("usernames that differ in case only are different users", async () => {
    const fake = smallServer();
    await run(fake, ["import", "-", "--yes"], { stdin: "username,email\nJDoe,other@example.com\n" });

    expect(fake.users.map(({ username }) => username)).toContain("JDoe");
    expect(userNamed(fake, "jdoe")).toMatchObject({ email: "jo@example.com" });
  });

  test("tells before it creates somebody who differs in case only, few or many", async () => {
    for (const others of [0, 20]) {
      const fake = smallServer();
      const stdin = `username\nJDoe\n${Array.from({ length: others }, (_, at) => `user-${at}\n`).join("")}`;
      const { stdout } = await run(fake, ["import", "-", "--dry-run"], { stdin });

      expect(stdout).toContain("+ JDoe: create: `jdoe` is there already and differs in upper and lower case only\n");
    }
  });

  test("a password is for new users only, and is shown nowhere", async () => {
    const fake = smallServer();
    const { path, read } = await folder();
    const stdin = "username,email,password\nzoe,zoe@example.com,correct horse\njdoe,jo@example.com,battery staple\n";
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--yes", "--json", "--report", "r.csv"], {
      stdin,
      cwd: path,
    });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ status: "done" }, { status: "unchanged" }]);
    expect(changesOf(fake)).toMatchObject([{ operationId: "createPushUser", body: { username: "zoe" } }]);
    expect(changesOf(fake)[0]?.body).toHaveProperty("password");
    for (const text of [stdout, stderr, await read("r.csv")]) expect(text).not.toMatch(/correct horse|battery staple/);
  });

  test("locks and unlocks by the column `locked`", async () => {
    const fake = smallServer();
    const stdin = "username,email,locked\njdoe,,TRUE\nlin,,no\nzoe,zoe@example.com,yes\namara,,\n";
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--json"], { stdin });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "jdoe", action: "lock" },
      { username: "lin", action: "unlock" },
      { username: "zoe", action: "create" },
      { username: "amara", status: "unchanged" },
    ]);
    const locked = Object.fromEntries(fake.users.map((user) => [user.username, user.locked]));
    expect(locked).toMatchObject({ jdoe: true, lin: false, zoe: true, amara: false });
  });

  test("takes any order of columns, a byte order mark, quotes, semicolons and Windows line ends", async () => {
    const fake = createFakeConnect();
    const stdin =
      '\uFEFF"Role"; Email ;USERNAME;last_name\r\n' + 'publisher;zoe@example.com;zoe;"Von ""der""; Mühle"\r\n';
    const { code } = await run(fake, ["import", "-", "--yes"], { stdin });

    expect(code).toBe(0);
    expect(userNamed(fake, "zoe")).toMatchObject({ user_role: "publisher", last_name: 'Von "der"; Mühle' });
  });

  test("reads NDJSON by its name or with --format, where empty text clears a field", async () => {
    const fake = smallServer();
    const text =
      '{"username":"jdoe","first_name":"","last_name":null,"locked":true}\n\n{"username":"zoe","email":"z@example.com"}\n';
    const { path } = await folder({ "users.ndjson": text });
    const { code } = await run(fake, ["import", "users.ndjson", "--yes"], { cwd: path });
    const again = await run(fake, ["import", "-", "--format", "ndjson", "--yes"], { stdin: text });

    expect([code, again.code]).toEqual([0, 0]);
    expect(again.stderr).toContain("Nothing to do");
    expect(userNamed(fake, "jdoe")).toMatchObject({ first_name: "", last_name: "Doe", locked: true });
  });

  test("skips columns that only the server writes, and says so", async () => {
    const fake = smallServer();
    const listed = await run(fake, ["list", "--csv"]);
    const { code, stderr } = await run(fake, ["import", "-", "--dry-run"], { stdin: listed.stdout });

    expect(code).toBe(0);
    expect(stderr).toContain("guid, confirmed, active_time, created_time, updated_time");
    expect(stderr).toContain("4 unchanged");
  });

  test("an external id goes to a new user, and cannot be changed", async () => {
    const fake = createFakeConnect({ provider: "saml" });
    const create = await run(fake, ["import", "-", "--yes"], { stdin: "username,external_id\nzoe,z-1\n" });
    const change = await run(fake, ["import", "-", "--yes"], { stdin: "username,external_id\nzoe,z-2\n" });

    expect(create.code).toBe(0);
    expect(userNamed(fake, "zoe")).toMatchObject({ external_id: "z-1" });
    expect(change.code).toBe(6);
    expect(change.stdout).toContain("external_id of a user cannot be changed");
  });

  test("asks about few users one by one, and reads everybody for many", async () => {
    const fake = createFakeConnect({ users: 1_200 });
    const listed = () =>
      fake.requests.filter(({ operationId }) => operationId === "getUsers").map(({ query }) => query);
    await run(fake, ["import", "-", "--dry-run"], { stdin: "username\nnobody-1\nnobody-2\n" });
    expect(listed().map((query) => query["prefix"])).toEqual([undefined, "nobody-1", "nobody-2"]);

    const before = listed().length;
    const stdin = `username\n${Array.from({ length: 20 }, (_, at) => `nobody-${at}\n`).join("")}`;
    await run(fake, ["import", "-", "--dry-run"], { stdin });
    expect(
      listed()
        .slice(before)
        .every((query) => query["prefix"] === undefined),
    ).toBe(true);
  });
});

function userNamed(fake: FakeConnect, name: string) {
  return fake.users.find(({ username }) => username === name);
}

/** The requests that change something. */
function changesOf(fake: FakeConnect) {
  return fake.requests.filter(({ method }) => method !== "GET").map(({ operationId, body }) => ({ operationId, body }));
}

import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { jsonError, run } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";

const user = (fake: FakeConnect, name: string) => fake.users.find(({ username }) => username === name);
const writes = (fake: FakeConnect) => fake.requests.filter(({ method }) => method !== "GET").length;

describe("merge", () => {
  const server = (): FakeConnect => {
    const fake = createFakeConnect();
    const old = fake.addUser({ username: "old", user_role: "publisher" });
    fake.addUser({ username: "new" });
    fake.addUser({ username: "old2" });
    fake.addContent({ name: "app", owner_guid: old.guid });
    return fake;
  };

  test("raises the role, moves and locks", async () => {
    const fake = server();
    const { code, stdout } = await run(fake, ["merge", "old", "new", "--yes"]);
    expect(code).toBe(0);
    expect(stdout).toContain("~ promote new: viewer → publisher done");
    expect(user(fake, "old")?.locked).toBe(true);
    expect(user(fake, "new")?.user_role).toBe("publisher");
  });

  test("each step of many pairs says whose it is", async () => {
    const fake = server();
    const [old, old2] = [user(fake, "old"), user(fake, "old2")].map((each) => each?.guid ?? "");
    fake.addGroup({ name: "all", members: [old ?? "", old2 ?? ""] });
    const { path } = await folder({ "pairs.csv": "from,into\nold,new\nold2,new\n" });
    const { stdout } = await run(fake, ["merge", "--file", "pairs.csv", "--dry-run"], { cwd: path });
    expect(stdout).toContain("~ add-member all (for new: old is a member)");
    expect(stdout).toContain("~ remove-member all (of old, merged into new)");
    expect(stdout).toContain("~ remove-member all (of old2, merged into new)");
  });

  test("a step that needs a refused one is refused, too, and the run ends with 6", async () => {
    const fake = server();
    const [old, boss] = [user(fake, "old"), fake.users[0]].map((each) => each?.guid ?? "");
    const { guid } = fake.addContent({ name: "shared", owner_guid: boss ?? "" });
    fake.addPermission({ content_guid: guid, principal_guid: old ?? "", principal_type: "user", role: "owner" });
    const { code, stdout } = await run(fake, ["merge", "old", "new", "--role", "keep", "--yes"]);
    expect(stdout).toContain("! remove-permission shared refused (needs add-permission shared, which is refused");
    expect(stdout).toContain("Pass `--role publisher`.");
    expect(code).toBe(6);
  });

  test("says each reason once", async () => {
    const { path } = await folder({ "pairs.csv": "from,into\nold,new\nold,old2\n" });
    const { code, stderr } = await run(server(), ["merge", "--file", "pairs.csv", "--yes"], { cwd: path });
    expect(stderr).toContain("error: Refused: old is given up twice. Nothing was changed.");
    expect(code).toBe(6);
  });

  test("reads pairs from a file of any separator", async () => {
    const fake = server();
    const { path } = await folder({ "pairs.csv": "into;from\r\nnew;old\r\nnew;old2\r\n" });
    expect(await run(fake, ["merge", "--file", "pairs.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect([user(fake, "old")?.locked, user(fake, "old2")?.locked]).toEqual([true, true]);
  });

  test.each([
    ["", "has not the columns from, into", 2],
    ["from,into\n", "Refused: there are no pairs", 6],
    ["from,into\nold,\n", "row 1: a cell is empty", 2],
    ["from,into\nold,new\nnew,old\n", "is given up in another", 6],
  ])("refuses the file %j", async (text, message, code) => {
    const fake = server();
    const { path } = await folder({ "pairs.csv": text });
    const result = await run(fake, ["merge", "--file", "pairs.csv", "--yes"], { cwd: path });
    expect(result).toMatchObject({ code, stderr: containing(message) });
    expect(writes(fake)).toBe(0);
  });

  test.each([[["merge", "old"]], [["merge", "old", "new", "old2"]], [["merge", "old", "--file", "x.csv"]]])(
    "needs two accounts: %j",
    async (argv) => {
      expect(await run(server(), [...argv, "--yes"])).toMatchObject({ code: 2 });
    },
  );
});

describe("sync", () => {
  const server = (): FakeConnect => {
    const fake = createFakeConnect();
    for (let number = 0; number < 10; number++) {
      fake.addUser({ username: `u${number}`, email: `u${number}@example.com` });
    }
    return fake;
  };
  const file = (count: number) =>
    `username,email,user_role\n${Array.from({ length: count }, (_, at) => `u${at},u${at}@example.com,viewer\n`).join("")}`;

  test("creates, updates and locks, and finds no differences afterwards", async () => {
    const fake = server();
    const text = `${file(8)}u8,u8@example.com,publisher\nnew,new@example.com,viewer\n`;
    const { path, rows } = await folder({ "people.csv": text });
    const argv = ["sync", "people.csv", "--email-domain", "example.com", "--missing", "lock"];
    expect(await run(fake, [...argv, "--check"], { cwd: path })).toMatchObject({ code: 10 });
    expect(writes(fake)).toBe(0);
    expect(await run(fake, [...argv, "--yes", "--report", "r.csv"], { cwd: path })).toMatchObject({ code: 0 });
    expect((await rows("r.csv")).map(({ action, username }) => `${action} ${username}`)).toEqual([
      "create new",
      "update u8",
      "lock u9",
    ]);
    expect(user(fake, "u9")?.locked).toBe(true);
    expect(await run(fake, [...argv, "--check"], { cwd: path })).toMatchObject({ code: 0 });
  });

  test("too many locks are exit 6, with the flag that allows exactly that many", async () => {
    const fake = server();
    const { path } = await folder({ "people.csv": file(5), "robots.txt": "# never\nu9\n" });
    const argv = ["sync", "people.csv", "--prefix", "u", "--missing", "lock", "--protect", "robots.txt", "--yes"];
    const refused = await run(fake, [...argv, "--json"], { cwd: path });
    expect(refused.code).toBe(6);
    expect(jsonError(refused).fix).toContain("`--max-lock 4`");
    expect(writes(fake)).toBe(0);
    expect(await run(fake, [...argv, "--max-lock", "4"], { cwd: path })).toMatchObject({ code: 0 });
    expect(["u4", "u5", "u8", "u9"].map((name) => user(fake, name)?.locked)).toEqual([false, true, true, false]);
  });

  test.each([
    [["--missing", "lock"], "needs a scope", 2],
    [["--max-lock", "many"], "neither a number", 2],
    [["--created-before", "soon"], "--created-before: `soon` is not a date", 2],
    [["--created-before", "2026-01-31T18:00"], "`2026-01-31T18:00` is not a date", 2],
    [["--missing", "delete"], "--missing cannot be `delete`", 2],
    [["--group", "nobody"], 'no group named "nobody"', 4],
  ])("%j ends before anything is written", async (flags, message, code) => {
    const fake = server();
    const { path } = await folder({ "people.csv": file(10) });
    const result = await run(fake, ["sync", "people.csv", ...flags, "--yes"], { cwd: path });
    expect(result).toMatchObject({ code, stderr: containing(message) });
    expect(writes(fake)).toBe(0);
  });

  test("locks administrators without a row only with --include-administrators, which the plan names", async () => {
    const fake = server();
    fake.addUser({ username: "root", user_role: "administrator", email: "root@example.com" });
    const { path } = await folder({ "people.csv": file(10) });
    const argv = ["sync", "people.csv", "--email-domain", "example.com", "--missing", "lock", "--max-lock", "100%"];
    const careful = await run(fake, [...argv, "--allow-administrator", "--yes"], { cwd: path });
    expect(careful).toMatchObject({
      code: 0,
      stderr: containing("1 administrator without a row is left alone. Pass `--include-administrators`"),
    });
    expect(user(fake, "root")?.locked).toBe(false);
    expect(await run(fake, [...argv, "--include-administrators", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(user(fake, "root")?.locked).toBe(true);
  });

  test("writes the accounts without a row to a file, which lock reads after a review", async () => {
    const fake = server();
    const { path, read } = await folder({ "people.csv": file(9) });
    const scope = ["sync", "people.csv", "--prefix", "u"];
    const argv = [...scope, "--missing", "write", "--missing-file", "gone.csv"];
    expect(await run(fake, [...argv, "--dry-run"], { cwd: path })).toMatchObject({ code: 0 });
    const gone = (await read("gone.csv")).trim().split("\n");
    expect(gone[0]).toBe("guid,username");
    expect(gone.length).toBeGreaterThan(1);
    expect(writes(fake)).toBe(0);
    expect(await run(fake, ["lock", "--file", "gone.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.filter(({ locked }) => locked)).toHaveLength(gone.length - 1);
    for (const flags of [
      ["--missing", "write"],
      ["--missing-file", "gone.csv"],
      [...argv.slice(4, 6), "--missing-file", "people.csv"],
    ]) {
      expect(await run(fake, [...scope, ...flags, "--dry-run"], { cwd: path })).toMatchObject({ code: 2 });
    }
  });

  test("says when something else changes the same accounts back", async () => {
    const fake = server();
    const { path } = await folder({ "more.csv": "username,user_role\nu1,publisher\n" });
    const argv = ["sync", "more.csv", "--yes", "--report", "r.csv"];
    const first = await run(fake, argv, { cwd: path });
    expect(first).toMatchObject({ code: 0 });
    expect(first.stderr).not.toContain("changed back");
    await run(fake, ["update", "u1", "--role", "viewer"]);
    const second = await run(fake, argv, { cwd: path });
    expect(second).toMatchObject({ code: 0, stderr: containing("something else owns this account") });
    await run(fake, ["update", "u1", "--role", "viewer"]);
    const third = await run(fake, [...argv.slice(0, 2), "--dry-run", "--report", "r.csv"], { cwd: path });
    expect(third.stdout).toContain("user_role was set to publisher twice before");
  });

  test("a look-alike of an existing account is refused unless allowed", async () => {
    const fake = server();
    const { path } = await folder({ "people.csv": `${file(10)}new,u1@example.com,viewer\n` });
    const argv = ["sync", "people.csv", "--yes"];
    expect(await run(fake, argv, { cwd: path })).toMatchObject({
      code: 6,
      stderr: containing("e-mail address of `u1`"),
    });
    expect(writes(fake)).toBe(0);
    expect(await run(fake, [...argv, "--allow-duplicates"], { cwd: path })).toMatchObject({ code: 0 });
    expect(user(fake, "new")?.email).toBe("u1@example.com");
  });

  test("a row that cannot be used ends it before anything is sent", async () => {
    const fake = server();
    const { path } = await folder({ "people.csv": `${file(5)}u7,u7@example.com,boss\n` });
    const { code, stderr } = await run(fake, ["sync", "people.csv", "--prefix", "u", "--missing", "lock", "--yes"], {
      cwd: path,
    });
    expect({ code, sent: fake.requests.length }).toEqual({ code: 2, sent: 0 });
    expect(stderr).toContain("line 7");
  });

  describe("a text that a spreadsheet may have made", () => {
    const sync = async (fake: FakeConnect, stdin: string) => run(fake, ["sync", "-", "--yes"], { stdin });

    test("is accepted as the username of an existing account, and as a value that it already has", async () => {
      const fake = server();
      fake.addUser({ username: "Sep-12", email: "Mar-26", first_name: "" });
      const { guid } = fake.addUser({ username: "1-Mar" });
      const stdin = `guid,username,email,first_name\n,Sep-12,Mar-26,Sam\n${guid},1-Mar,,Max\n`;

      expect(await sync(fake, stdin)).toMatchObject({ code: 0 });
      expect(["Sep-12", "1-Mar"].map((name) => user(fake, name)?.first_name)).toEqual(["Sam", "Max"]);
    });

    test.each([
      ["is not the username of a new account", "username,first_name\nSep-12,Sam\n", "Sep-12"],
      ["is not a new value", "username,email\nu1,1/3/2026\n", "1/3/2026"],
      ["is not found by its case alone", "username,first_name\nU1,Sam\nsep-12,Sam\nSep-12,Sam\n", "Sep-12"],
      ["is not found with blanks that are not sent", "username,first_name\n Oct-12,Sam\n", "Oct-12"],
    ])("%s", async (_what, stdin, shown) => {
      const fake = server();
      fake.addUser({ username: "sep-12" });
      fake.addUser({ username: " Oct-12" });
      const { code, stderr } = await sync(fake, stdin);

      expect(code).toBe(2);
      expect(stderr).toContain(`1 row cannot be used, so nothing was sent. First: line`);
      expect(stderr).toContain(`\`${shown}\``);
      expect(writes(fake)).toBe(0);
    });
  });
});

describe("roles sync", () => {
  const server = (): FakeConnect => {
    const fake = createFakeConnect();
    const members = ["amy", "ben"].map((username) => fake.addUser({ username }));
    fake.addUser({ username: "cid", user_role: "publisher" });
    fake.addGroup({ name: "a=b", members });
    return fake;
  };

  test("gives members the role of their group", async () => {
    const fake = server();
    expect(await run(fake, ["roles", "sync", "--map", "a=b=publisher", "--check"])).toMatchObject({ code: 10 });
    const { code, stdout } = await run(fake, ["roles", "sync", "--map", "a=b=publisher", "--yes"]);
    expect(code).toBe(0);
    expect(stdout.split("\n").sort()).toEqual([
      "",
      "~ promote amy: viewer → publisher done (member of a=b)",
      "~ promote ben: viewer → publisher done (member of a=b)",
    ]);
    expect(await run(fake, ["roles", "sync", "--map", "a=b=publisher", "--check"])).toMatchObject({ code: 0 });
  });

  test("takes members from a file", async () => {
    const fake = server();
    const { path } = await folder({ "idp.csv": "user,group\ncid,a=b\n" });
    const argv = ["roles", "sync", "--map", "a=b=viewer", "--members-file", "idp.csv", "--yes"];
    expect(await run(fake, argv, { cwd: path })).toMatchObject({ code: 0 });
    expect(user(fake, "cid")?.user_role).toBe("viewer");
  });

  test.each([
    [["sync"], "--map is missing", 2],
    [["show", "--map", "a=b=viewer"], "Use `roles sync`", 2],
    [["sync", "--map", "a=b=viewr"], "Did you mean `viewer`", 2],
    [["sync", "--map", "a=b=viewer", "--map", "a=b=publisher"], "two roles", 2],
    [["sync", "--map", "A=B=viewer"], 'Did you mean "a=b"', 4],
    [["sync", "--map", "a=b=administrator"], "`--allow-administrator`", 6],
  ])("%j ends before anything is written", async (argv, message, code) => {
    const fake = server();
    const result = await run(fake, ["roles", ...argv, "--yes"]);
    expect(result).toMatchObject({ code, stderr: containing(message) });
    expect(writes(fake)).toBe(0);
  });

  test("roles that the provider owns are exit 6, unless forced", async () => {
    const fake = createFakeConnect({ provider: "saml", settings: { userRoleEditableBy: "provider" } });
    fake.addGroup({ name: "g", members: [fake.addUser({ username: "amy" })] });
    expect(await run(fake, ["roles", "sync", "--map", "g=publisher", "--yes"])).toMatchObject({ code: 6 });
    expect(writes(fake)).toBe(0);
    // The fake insists, as a real server may.
    expect(await run(fake, ["roles", "sync", "--map", "g=publisher", "--yes", "--force"])).toMatchObject({ code: 5 });
    expect(writes(fake)).toBe(1);
  });
});

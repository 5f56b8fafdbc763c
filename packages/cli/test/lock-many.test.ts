import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

test("the help says that users can come from a file or from standard input", async () => {
  const { stdout } = await run(createFakeConnect(), ["lock", "--help"]);
  expect(stdout).toMatch(/--file FILE\|- +Read USERs from a file/);
});

describe("lock and unlock of several users", () => {
  test("accepts usernames, e-mail addresses and guids, and changes each user once", async () => {
    const fake = smallServer();
    const guid = fake.users.find(({ username }) => username === "amara")?.guid ?? "";
    const { code, stdout, stderr } = await run(fake, ["lock", "jdoe", "JO@example.com", guid, "lin", "--yes"]);

    expect(code).toBe(0);
    expect(stdout).toBe("- jdoe: locked\n- amara: locked\n= lin: unchanged\n");
    expect(stderr).toContain("3 users: 2 locked, 1 unchanged.");
    expect(lockedOf(fake)).toEqual(["amara", "jdoe", "lin"]);

    const back = await run(fake, ["unlock", "jdoe", guid, "--yes", "--csv", "--fields", "username,status"]);
    expect(back).toMatchObject({ code: 0, stdout: "username,status\njdoe,done\namara,done\n" });
    expect(lockedOf(fake)).toEqual(["lin"]);
  });

  test("needs --yes in a script, except for a single user", async () => {
    const fake = smallServer();
    const many = await run(fake, ["lock", "jdoe", "amara"]);
    expect(many.code).toBe(2);
    expect(lockedOf(fake)).toEqual(["lin"]);

    const one = await run(fake, ["lock", "jdoe"]);
    expect(one.code).toBe(0);
    expect(lockedOf(fake)).toEqual(["jdoe", "lin"]);
  });

  test("--dry-run changes nothing, even for a single user", async () => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["lock", "jdoe", "--dry-run"]);

    expect({ code, stdout }).toEqual({ code: 0, stdout: "- jdoe: lock\n" });
    expect(lockedOf(fake)).toEqual(["lin"]);
  });

  test("reads users from a file, one per line, with comments", async () => {
    const fake = smallServer();
    const { path, rows } = await folder({ "left.txt": "# left in May\n\njdoe\r\n  amara@example.com \n" });
    const { code } = await run(fake, ["lock", "--file", "left.txt", "--yes", "--report", "r.csv"], { cwd: path });

    expect(code).toBe(0);
    expect(await rows("r.csv")).toMatchObject([
      { line: "3", username: "jdoe", action: "lock", status: "done", changes: "locked: no → yes" },
      { line: "4", username: "amara", action: "lock", status: "done" },
    ]);
    expect(lockedOf(fake)).toEqual(["amara", "jdoe", "lin"]);
  });

  test("reads users from standard input", async () => {
    const fake = smallServer();
    const { code } = await run(fake, ["unlock", "--file", "-", "--yes"], { stdin: "lin\n" });

    expect(code).toBe(0);
    expect(lockedOf(fake)).toEqual([]);
  });

  test("fails for a file without users", async () => {
    const { code, stderr } = await run(smallServer(), ["lock", "--file", "-", "--yes"], { stdin: "\n# nobody\n" });

    expect(code).toBe(2);
    expect(stderr).toContain("Standard input contains no users.");
  });

  test("changes nothing if a user is unknown: exit code 4", async () => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["lock", "jdoe", "JDOE", "nobody@example.com", "--yes", "--json"]);

    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "JDOE", status: "invalid", kind: "not_found" },
      { username: "nobody@example.com", status: "invalid", kind: "not_found" },
    ]);
    expect(lockedOf(fake)).toEqual(["lin"]);
  });

  test.each([[[]], [manyNames()]])(
    "fails for an e-mail address of two users and lists them, whether looked up or listed",
    async (others: string[]) => {
      const fake = smallServer();
      fake.addUser({ username: "jo2", email: "Jo@Example.com" });
      const { code, stdout } = await run(fake, [
        "lock",
        "jo@example.com",
        "amara",
        ...others,
        "--yes",
        "--skip-invalid",
        "--json",
      ]);

      expect(code).toBe(5);
      const [first] = JSON.parse(stdout) as { kind: string; message: string }[];
      expect(first).toMatchObject({ kind: "ambiguous" });
      expect(first?.message).toMatch(/2 users: .*jdoe.*jo2|2 users: .*jo2.*jdoe/);
      expect(lockedOf(fake)).toEqual(["amara", "lin"]);
    },
  );

  test("finds few users one by one, and many in a list, with equal results", async () => {
    const fake = createFakeConnect({ users: 1_200 });
    const [, user] = fake.users;
    const few = await run(fake, ["lock", user?.username ?? "", "nobody", "--dry-run", "--skip-invalid", "--json"]);
    expect(fake.requests.some(({ query }) => query["prefix"] === user?.username)).toBe(true);
    const many = await run(fake, [
      "lock",
      user?.username ?? "",
      ...manyNames(),
      "--dry-run",
      "--skip-invalid",
      "--json",
    ]);

    expect(JSON.parse(few.stdout)).toMatchObject([
      { status: "planned", guid: user?.guid },
      { status: "invalid", kind: "not_found" },
    ]);
    expect(JSON.parse(many.stdout)).toMatchObject([
      { status: "planned", guid: user?.guid },
      ...manyNames().map(() => ({ kind: "not_found" })),
    ]);
  });

  test("fails without a user", async () => {
    const { code, stderr } = await run(smallServer(), ["lock"]);

    expect(code).toBe(2);
    expect(stderr).toContain("USER is missing.");
  });
});

describe("update --file", () => {
  test("updates users and creates none", async () => {
    const fake = smallServer();
    const stdin = "username,user_role\njdoe,publisher\nlin,publisher\n";
    const { code, stderr } = await run(fake, ["update", "--file", "-", "--yes"], { stdin });

    expect(code).toBe(0);
    expect(stderr).toContain("standard input: 2 updated.");
    expect(fake.users.filter(({ user_role }) => user_role === "publisher")).toHaveLength(3);
  });

  test("reports an unknown username with its line and column, and sends nothing", async () => {
    const fake = smallServer();
    const stdin = "user_role,username\npublisher,jdoe\npublisher,JDoe\n";
    const { code, stdout } = await run(fake, ["update", "--file", "-", "--yes", "--json"], { stdin });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([
      { line: 3, column: 2, field: "username", username: "JDoe", status: "invalid" },
    ]);
    expect(fake.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test.each([
    ["USER besides the file", ["update", "jdoe", "--file", "-"]],
    ["a field besides the file", ["update", "--file", "-", "--role", "viewer"]],
    ["neither", ["update", "--role", "viewer"]],
    ["several USERs", ["update", "jdoe", "amara", "--role", "viewer"]],
    ["--dry-run without a file", ["update", "jdoe", "--role", "viewer", "--dry-run"]],
  ])("%s is a usage error", async (_what, argv) => {
    const fake = smallServer();
    const { code } = await run(fake, [...argv, "--yes"], { stdin: "username\njdoe\n" });

    expect(code).toBe(2);
    expect(fake.requests).toEqual([]);
  });
});

function manyNames(): string[] {
  return Array.from({ length: 12 }, (_, at) => `nobody-${at}`);
}

function lockedOf(fake: FakeConnect): string[] {
  return fake.users
    .filter(({ locked }) => locked)
    .map(({ username }) => username)
    .sort();
}

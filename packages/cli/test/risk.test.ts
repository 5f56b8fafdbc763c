import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

describe("doubtful rows", () => {
  test.each([
    ["two rows that differ in case", "zoe,a@x.example\nZOE,b@x.example\n", ["zoe", "ZOE"]],
    ["leading zeros", "007,a@x.example\n7,b@x.example\n", ["007", "7"]],
    ["width", "zoe,a@x.example\n\uff5aoe,b@x.example\n", ["zoe", "\uff5aoe"]],
    ["an e-mail address twice", "amy,a@x.example\nbob,A@x.example\n", ["amy", "bob"]],
    ["an e-mail address that somebody has", "amy,taken@x.example\n", ["amy"]],
  ])("new accounts are refused unless allowed: %s", async (_, rows, usernames) => {
    const fake = createFakeConnect();
    fake.addUser({ username: "somebody", email: "taken@x.example" });
    const stdin = `username,email\n${rows}`;
    const refused = await run(fake, ["import", "-", "--yes", "--json"], { stdin });
    expect(refused.code).toBe(6);
    expect(fake.users).toHaveLength(2);

    const { code } = await run(fake, ["import", "-", "--yes", "--allow-duplicates"], { stdin });
    expect(code).toBe(0);
    expect(fake.users.map(({ username }) => username)).toEqual(expect.arrayContaining(usernames));
  });
});

describe("a dry run", () => {
  test.each([
    ["an invalid row that is skipped", "zoe,\namy\u0007,\n", 5],
    ["a refused row", "zoe,\nZOE,\n", 6],
    ["nothing wrong", "zoe,\n", 0],
  ])("exits as the real run: %s", async (_, rows, code) => {
    const stdin = `username,first_name\n${rows}`;
    const argv = ["import", "-", "--skip-invalid"];
    const planned = await run(createFakeConnect(), [...argv, "--dry-run"], { stdin });
    const real = await run(createFakeConnect(), [...argv, "--yes"], { stdin });

    expect([planned.code, real.code]).toEqual([code, code]);
  });

  test("calls the invalid row of a new user a creation", async () => {
    const { stdout } = await run(createFakeConnect(), ["import", "-", "--dry-run", "--json"], {
      stdin: "username\namy\u0007\n",
    });

    expect(JSON.parse(stdout)).toMatchObject([{ status: "invalid", action: "create" }]);
  });
});

test("a plan as CSV has these columns", async () => {
  const argv = ["import", "-", "--dry-run", "--csv"];
  const { stdout } = await run(createFakeConnect(), argv, { stdin: "username,email\nzoe,z@x.example\n" });
  expect(stdout.split("\n")[0]).toBe("line,username,guid,action,status,changes,column,field,kind,message,fix");
});

test.each([
  [20, false],
  [21, true],
])("before the question, %i new users are counted and not listed: %j", async (count, isSummary) => {
  const rows = Array.from({ length: count }, (_, at) => `u${at},u${at}@x.example\n`).join("");
  const { path } = await folder({ "in.csv": `username,email\n${rows}` });
  const { stderr } = await run(createFakeConnect(), ["import", "in.csv"], { cwd: path, answer: "n\n", terminal: 100 });
  expect(stderr.includes("--dry-run shows all of them.")).toBe(isSummary);
  expect(stderr.includes("+ u19: create")).toBe(!isSummary);
});

test.each([
  [["--json"], 60],
  [["--ndjson"], 60],
  [["--csv"], 60],
  [["--csv-raw"], 60],
  [["--fields", "username"], 60],
  [[], 0],
])("of 60 imported users, %j prints %i rows", async (flags, printed) => {
  const rows = Array.from({ length: 60 }, (_, at) => `user-${at},u${at}@x.example\n`).join("");
  const stdin = `username,email\n${rows}`;
  const { stdout } = await run(createFakeConnect(), ["import", "-", "--yes", ...flags], { stdin });
  expect(new Set(stdout.match(/user-\d+/g)).size).toBe(printed);
});

describe("a plan of many rows", () => {
  /** 25 users, each with a new e-mail address and 5 of them with a new last name, 1 lock and 1 promotion, and 3 new users. */
  function scene() {
    const fake = createFakeConnect();
    for (let at = 0; at < 25; at += 1)
      fake.addUser({ username: `u${at}`, email: `u${at}@old.example`, last_name: "X" });
    const rows = Array.from({ length: 25 }, (_, at) => {
      const [role, locked] = [at === 20 ? "administrator" : "", at === 21 ? "true" : ""];
      return `u${at},u${at}@new.example,${at < 5 ? "Y" : ""},${role},${locked}`;
    });
    const created = ["a,a@x.example,,publisher,", "b,b@x.example,,publisher,", "c,c@x.example,,,"];
    return { fake, stdin: ["username,email,last_name,user_role,locked", ...rows, ...created].join("\n") };
  }

  test("is summarized by kind after the rows of a dry run", async () => {
    const { fake, stdin } = scene();
    const { stderr } = await run(fake, ["import", "-", "--dry-run"], { stdin });

    expect(stderr).toBe(
      [
        "By kind:",
        "   2  create as publisher",
        "   1  create with the default role",
        "   1  promote viewer → administrator",
        "   1  lock",
        "  25  change email",
        "   5  change last_name",
        "Plan for standard input: 3 to create, 25 to update. Nothing was changed.",
        "",
      ].join("\n"),
    );
  });

  test("shows what is risky in full before the question, and the rest by kind", async () => {
    const { fake, stdin } = scene();
    const { path } = await folder({ "users.csv": stdin });
    const { stderr } = await run(fake, ["import", "users.csv"], { cwd: path, answer: "n\n", terminal: 100 });

    expect(stderr).toContain(
      "~ u20: update (email: u20@old.example → u20@new.example; user_role: viewer → administrator)",
    );
    expect(stderr).toContain(
      [
        "And 3 to create, 24 to update; --dry-run shows all of them.",
        "   2  create as publisher",
        "   1  create with the default role",
        "   1  lock",
        "  24  change email",
        "   5  change last_name",
        "Plan for users.csv: 3 to create, 25 to update.",
        "",
      ].join("\n"),
    );
    expect(stderr).toContain("Create 3 users, promote 1 to administrator, lock 1, update 24? [y/N]");
  });

  test("has the kinds of each row in JSON", async () => {
    const { fake, stdin } = scene();
    const { stdout } = await run(fake, ["import", "-", "--dry-run", "--json"], { stdin });
    const kinds = (JSON.parse(stdout) as { username: string; kinds: string[] }[]).map(({ username, kinds }) => [
      username,
      kinds,
    ]);

    expect(Object.fromEntries(kinds)).toMatchObject({
      a: ["create as publisher"],
      c: ["create with the default role"],
      u0: ["change email", "change last_name"],
      u20: ["promote viewer → administrator", "change email"],
      u21: ["lock", "change email"],
    });
  });
});

test("a new user that is to be locked is counted as both", async () => {
  const stdin = "username,email,locked\namy,a@x.example,true\nzoe,z@x.example,false\n";
  const { stdout } = await run(createFakeConnect(), ["import", "-", "--dry-run", "--json"], { stdin });

  expect(JSON.parse(stdout)).toMatchObject([
    { username: "amy", kinds: ["create with the default role", "lock"] },
    { username: "zoe", kinds: ["create with the default role"] },
  ]);
});

test("characters that only look alike are told apart in a plan", async () => {
  const fake = createFakeConnect();
  fake.addUser({ username: "ren\u00e9", first_name: "Zo\u00eb" });
  const stdin = "username,first_name\nren\u00e9,Zoe\u0308\nrene\u0301,\n";
  const { stdout } = await run(fake, ["import", "-", "--dry-run"], { stdin });

  expect(stdout).toContain("~ ren\u00e9: update (first_name: Zo\u00eb → Zoe\\u0308)");
  expect(stdout).toContain("! rene\\u0301: create refused: looks like `ren\u00e9`");
});

import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

describe("what is risky in a plan", () => {
  test("is shown first, and the rest is counted by kind", async () => {
    const fake = createFakeConnect();
    const names = Array.from({ length: 101 }, (_, at) => `user-${at}`);
    for (const username of names) fake.addUser({ username, email: `${username}@x.example`, user_role: "viewer" });
    const rows = names.map((name, at) => `${name},${name}@new.example,${at === 60 ? "administrator" : "viewer"}`);
    const { path } = await folder({ "users.csv": `username,email,user_role\n${rows.join("\n")}\n` });
    const { stderr } = await run(fake, ["import", "users.csv"], { answer: "n\n", terminal: 200, cwd: path });

    expect(stderr).toContain("! promotion to administrator: ~ user-60: update");
    expect(stderr).toContain("update email: 100 users");
    expect(stderr.indexOf("user-60")).toBeLessThan(stderr.indexOf("update email: 100 users"));
    expect(stderr).not.toContain("user-59");
    expect(stderr).toContain("Update 101 users, make 1 administrator? [y/N]");
  });

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

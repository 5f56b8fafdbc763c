import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run } from "./support/cli.ts";

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

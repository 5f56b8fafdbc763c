import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";

describe("whoami", () => {
  test("shows the user that the key belongs to", async () => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["whoami", "--json"]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(fake.users[0]);
  });
});

describe("list", () => {
  test("lists every user as a table", async () => {
    const { code, stdout, stderr } = await run(smallServer(), ["list"]);
    const [header = "", ...lines] = stdout.trimEnd().split("\n");

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(header.split(/ +/).slice(0, 2)).toEqual(["username", "first_name"]);
    expect(lines).toHaveLength(4);
    expect(stdout).toMatch(/^jdoe +Jo +Doe +jo@example\.com +viewer +no +never$/m);
  });

  test("several roles and statuses are joined by |", async () => {
    const fake = smallServer();
    const { stdout } = await run(fake, ["list", "--role", "viewer|publisher", "--status", "locked|inactive", "--json"]);

    expect(usernames(stdout)).toEqual(["amara", "jdoe", "lin"]);
    expect(fake.requests.at(-1)?.query).toMatchObject({
      user_role: "viewer|publisher",
      account_status: "locked|inactive",
    });
  });

  test("searches by prefix", async () => {
    expect(usernames((await run(smallServer(), ["list", "--prefix", "jo", "--json"])).stdout)).toEqual(["jdoe"]);
  });

  test("stops at --limit", async () => {
    const { stdout } = await run(createFakeConnect({ users: 30 }), ["list", "--limit", "7", "--ndjson"]);

    expect(stdout.trimEnd().split("\n")).toHaveLength(7);
  });

  test("prints every user exactly once over several pages", async () => {
    const fake = createFakeConnect({ users: 1_203 });
    const { stdout } = await run(fake, ["list", "--json"]);

    expect(usernames(stdout).sort()).toEqual(fake.users.map((user) => user.username).sort());
  });

  test("prints an empty result if nothing matches", async () => {
    expect(await run(smallServer(), ["list", "--prefix", "zz", "--json"])).toEqual({
      code: 0,
      stdout: "[]\n",
      stderr: "",
    });
    expect(await run(smallServer(), ["list", "--prefix", "zz", "--ndjson"])).toEqual({
      code: 0,
      stdout: "",
      stderr: "",
    });
  });
});

describe("count", () => {
  test.each([
    { argv: [], count: 4 },
    { argv: ["--role", "viewer"], count: 2 },
    { argv: ["--status", "locked"], count: 1 },
    { argv: ["--prefix", "amara"], count: 1 },
  ])("count $argv is $count", async ({ argv, count }) => {
    const fake = smallServer();

    expect(await run(fake, ["count", ...argv])).toEqual({ code: 0, stdout: `${count}\n`, stderr: "" });
    expect(JSON.parse((await run(fake, ["count", ...argv, "--json"])).stdout)).toEqual({ count });
  });
});

describe("show", () => {
  test.each(["jdoe", "jo@example.com"])("finds a user by exactly %s", async (name) => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["show", name, "--json"]);

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(fake.users.find((user) => user.username === "jdoe"));
  });

  test("finds a user by guid", async () => {
    const fake = smallServer();
    const { guid } = fake.addUser({ username: "sam" });

    expect((await run(fake, ["show", guid])).stdout).toMatch(/^username +sam$/m);
  });

  test.each(["jdo", "Jo", "nobody@example.com", "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f"])(
    "%s matches no user exactly: exit code 4",
    async (name) => {
      const { code, stdout, stderr } = await run(smallServer(), ["show", name]);

      expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
      expect(stderr).toMatch(/^error: .+\nfix: .+\n$/);
      expect(stderr).toContain(name);
    },
  );

  test("fails for an e-mail address of two users and lists both: exit code 2", async () => {
    const fake = smallServer();
    fake.addUser({ username: "jo2", email: "jo@example.com" });
    const { code, stdout, stderr } = await run(fake, ["show", "jo@example.com"]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("jdoe");
    expect(stderr).toContain("jo2");
  });
});

function usernames(json: string): string[] {
  const rows: unknown = JSON.parse(json);
  if (!Array.isArray(rows)) throw new Error("not an array");
  return rows.map((row: { username: string }) => row.username);
}

import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";
import { containing } from "./support/containing.ts";

/** `admin`, whose key is used, and two more administrators, one of them locked. */
function administrators(): FakeConnect {
  const fake = smallServer();
  fake.addUser({ username: "ada", user_role: "administrator", email: "ada@x.example" });
  fake.addUser({ username: "old", user_role: "administrator", email: "old@x.example", locked: true });
  return fake;
}

describe("the caller's own account", () => {
  test("is not locked, but the other users are: exit code 6", async () => {
    const fake = administrators();
    const { code, stdout, stderr } = await run(fake, ["lock", "admin", "jdoe", "--yes"]);

    expect(code).toBe(6);
    expect(stdout).toContain("! admin: lock refused: this is your own account");
    expect(stderr).toContain("error: 1 row refused.");
    expect(lockedOf(fake)).toEqual(["lin", "old", "jdoe"].sort());
  });

  test("is locked last with --force", async () => {
    const fake = administrators();
    const { code } = await run(fake, ["lock", "admin", "jdoe", "amara", "--yes", "--force"]);

    expect(code).toBe(0);
    expect(lockedOf(fake)).toEqual(["admin", "amara", "jdoe", "lin", "old"]);
    expect(fake.requests.filter(({ operationId }) => operationId === "lockUser").at(-1)?.path).toContain(
      fake.users[0]?.guid,
    );
  });

  test("is not demoted by a file without --force", async () => {
    const fake = administrators();
    const stdin = "username,user_role\nadmin,publisher\njdoe,publisher\n";
    const refused = await run(fake, ["import", "-", "--yes", "--json"], { stdin });
    expect(refused.code).toBe(6);
    expect(JSON.parse(refused.stdout)).toMatchObject([
      {
        username: "admin",
        status: "refused",
        message: containing("lower your own role"),
        fix: containing("--force"),
      },
      { username: "jdoe", status: "done" },
    ]);
    expect(fake.users[0]?.user_role).toBe("administrator");

    const forced = await run(fake, ["import", "-", "--yes", "--force"], { stdin });
    expect(forced.code).toBe(0);
    expect(fake.users[0]?.user_role).toBe("publisher");
  });

  test.each([
    ["lock", ["lock", "admin", "jdoe", "--yes"], "your own account"],
    ["lock of one", ["lock", "admin"], "your own account"],
    ["demotion by a file", ["import", "-", "--yes"], "lower your own role"],
    ["demotion", ["update", "admin", "--role", "viewer"], "lower your own role"],
  ])("is recognized where the server spells its guid in another way: %s", async (_, argv, reason) => {
    const fake = administrators();
    // Only the response about the caller itself is in upper case.
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const response = await fake.fetch(input, init);
      const { url } = input instanceof Request ? input : new Request(input);
      if (!url.endsWith("/v1/user")) return response;
      const body = await response.text();
      return new Response(
        body.replace(/"guid":"[^"]*"/, (guid) => guid.toUpperCase().replace("GUID", "guid")),
        response,
      );
    };
    const stdin = "username,user_role\nadmin,viewer\n";
    const { code, stdout, stderr } = await run(fake, argv, { fetch, stdin });

    expect(code).toBe(6);
    expect(stdout + stderr).toContain(reason);
    expect(fake.users[0]).toMatchObject({ locked: false, user_role: "administrator" });
  });

  test("can be changed in other fields", async () => {
    const fake = administrators();
    const { code } = await run(fake, ["import", "-", "--yes"], { stdin: "username,first_name\nadmin,Ada\n" });

    expect(code).toBe(0);
    expect(fake.users[0]?.first_name).toBe("Ada");
  });
});

describe("the last unlocked administrator", () => {
  test("is neither locked nor demoted, even with --force", async () => {
    const fake = administrators();
    const stdin = "username,user_role,locked\nada,,true\nadmin,viewer,\nold,publisher,\n";
    const { code, stdout } = await run(fake, ["update", "--file", "-", "--yes", "--force", "--json"], { stdin });

    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "ada", status: "done" },
      { username: "admin", status: "refused", message: containing("no unlocked administrator") },
      { username: "old", status: "done" },
    ]);
    expect(fake.users[0]).toMatchObject({ user_role: "administrator", locked: false });
  });

  test("is protected even if the same plan promotes another user, which could fail", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "jdoe", email: "jo@x.example" });
    const stdin = "username,user_role\njdoe,administrator\nadmin,viewer\n";
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--force", "--json"], { stdin });

    expect(code).toBe(6);
    expect(JSON.parse(stdout)).toMatchObject([
      { username: "jdoe", status: "done" },
      { username: "admin", status: "refused" },
    ]);
  });
});

test("--dry-run shows refused changes, and has the exit code of the run", async () => {
  const { code, stdout, stderr } = await run(administrators(), ["lock", "admin", "jdoe", "--dry-run"]);

  expect(code).toBe(6);
  expect(stdout).toContain("! admin: lock refused: this is your own account");
  expect(stderr).toContain("1 to lock, 1 refused. Nothing was changed.");
});

function lockedOf(fake: FakeConnect): string[] {
  return fake.users
    .filter(({ locked }) => locked)
    .map(({ username }) => username)
    .sort();
}

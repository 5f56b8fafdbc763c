import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { userNamed } from "./support/user-named.ts";

const FILE = `username,email,first_name,user_role
jdoe,jo@new.example,,publisher
zoe,zoe@example.com,Zoë,viewer
amara,amara@example.com,Amara,publisher
`;

describe("import", () => {
  test("creates and updates by username, and returns the result of each row", async () => {
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

  test("sends only changed fields, and nothing for unchanged users", async () => {
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

  test("changes nothing when repeated", async () => {
    const fake = smallServer();
    await run(fake, ["import", "-", "--yes"], { stdin: FILE });
    const before = changesOf(fake).length;
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: FILE });

    expect(code).toBe(0);
    expect(stderr).toBe("Nothing to do for standard input: 3 unchanged.\n");
    expect(changesOf(fake)).toHaveLength(before);
  });

  test("treats usernames that differ only in case as different users", async () => {
    const fake = smallServer();
    await run(fake, ["import", "-", "--yes", "--allow-duplicates"], {
      stdin: "username,email\nJDoe,other@example.com\n",
    });

    expect(fake.users.map(({ username }) => username)).toContain("JDoe");
    expect(userNamed(fake, "jdoe")).toMatchObject({ email: "jo@example.com" });
  });

  test("refuses to create a username that differs only in case, for few and many rows", async () => {
    for (const others of [0, 20]) {
      const fake = smallServer();
      const stdin = `username\nJDoe\n${Array.from({ length: others }, (_, at) => `user-${at}\n`).join("")}`;
      const { stdout } = await run(fake, ["import", "-", "--dry-run"], { stdin });

      expect(stdout).toContain("! JDoe: create refused: looks like `jdoe`");
    }
  });

  test("update --file looks up few users one by one, and lists all users for many", async () => {
    const fake = createFakeConnect({ users: 1_200 });
    const listed = () =>
      fake.requests.filter(({ operationId }) => operationId === "getUsers").map(({ query }) => query);
    await run(fake, ["update", "--file", "-", "--dry-run"], { stdin: "username\nnobody-1\nnobody-2\n" });
    expect(listed().map((query) => query["prefix"])).toEqual([undefined, "nobody-1", "nobody-2"]);

    const before = listed().length;
    const stdin = `username\n${Array.from({ length: 20 }, (_, at) => `nobody-${at}\n`).join("")}`;
    await run(fake, ["update", "--file", "-", "--dry-run"], { stdin });
    expect(
      listed()
        .slice(before)
        .every((query) => query["prefix"] === undefined),
    ).toBe(true);
  });
});

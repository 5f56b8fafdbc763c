import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const FILE = `username,email,first_name,user_role
jdoe,jo@new.example,,publisher
zoe,zoe@example.com,Zoë,viewer
amara,amara@example.com,Amara,publisher
`;

describe("a plan", () => {
  test("--dry-run shows the change to each user, and changes nothing", async () => {
    const fake = smallServer();
    const before = fake.users;
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--dry-run"], { stdin: FILE });

    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        "~ jdoe: update (email: jo@example.com → jo@new.example; user_role: viewer → publisher) — promotes from viewer to publisher",
        "+ zoe: create (email: zoe@example.com; first_name: Zoë; user_role: viewer)",
        "= amara: unchanged",
        "",
      ].join("\n"),
    );
    expect(stderr).toBe("Plan for standard input: 1 to create, 1 to update, 1 unchanged. Nothing was changed.\n");
    expect(fake.users).toEqual(before);
  });

  test("--dry-run --json prints the plan as data", async () => {
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

  test("fails in a script without --yes before anything is sent", async () => {
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
  ])("asks for confirmation at a terminal: $answer", async ({ answer, code, users }) => {
    const fake = smallServer();
    const { path } = await folder({ "users.csv": FILE });
    const outcome = await run(fake, ["import", "users.csv"], { answer, terminal: 200, cwd: path });

    expect(outcome.code).toBe(code);
    expect(outcome.stderr).toContain("+ zoe: create");
    expect(outcome.stderr).toContain("Plan for users.csv: 1 to create, 1 to update, 1 unchanged.");
    expect(outcome.stderr).toContain("Create 1 user, promote 1 to publisher? [y/N]");
    expect(fake.users).toHaveLength(users);
  });

  test("requires an administrator's key before anything is changed", async () => {
    const fake = smallServer();
    const env = { CONNECT_API_KEY: fake.keyFor("amara") };
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: FILE, env });

    expect(code).toBe(3);
    expect(stderr).toContain("amara is a publisher");
    expect(changesOf(fake)).toEqual([]);
  });
});

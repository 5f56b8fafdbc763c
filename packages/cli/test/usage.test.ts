import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { jsonError, run, smallServer } from "./support/cli.ts";

const fake = createFakeConnect();

describe("an invalid command line exits with 2 and sends nothing", () => {
  test.each([
    { argv: ["lsit"], says: ["Unknown command `lsit`", "did you mean `list`?"] },
    { argv: ["xyz"], says: ["Unknown command `xyz`."] },
    { argv: ["--json"], says: ["No command given"] },
    { argv: ["list", "--rol", "viewer"], says: ["Unknown flag `--rol`", "did you mean `--role`?"] },
    { argv: ["whoami", "--api-key-fil", "x"], says: ["did you mean `--api-key-file`"] },
    { argv: ["import", "x.csv", "--dry"], says: ["did you mean `--dry-run`?"] },
    { argv: ["create", "--firstname", "x"], says: ["did you mean `--first-name`?"] },
    { argv: ["list", "--xyz"], says: ["Unknown flag `--xyz`."] },
    { argv: ["login", "--no-keyring=yes"], says: ["--no-keyring takes no value"] },
    { argv: ["lock", "x", "--yes=perhaps"], says: ["--yes: Cannot convert perhaps to a boolean."] },
    { argv: ["list", "-x"], says: ["Unknown flag `-x`"] },
    {
      argv: ["list", "--role", "viewr"],
      says: ["`viewr`", "did you mean", "viewer", "administrator, publisher, viewer"],
    },
    { argv: ["list", "--role", "viewer|publsher"], says: ["`publsher`", "publisher"] },
    { argv: ["list", "--status", "frozen"], says: ["`frozen`", "locked, licensed, inactive"] },
    { argv: ["count", "--role", "root"], says: ["`root`", "administrator, publisher, viewer"] },
    { argv: ["create", "--username", "x", "--role", "boss"], says: ["`boss`", "administrator, publisher, viewer"] },
    { argv: ["list", "--limit", "many"], says: ["`many` is not a whole number"] },
    { argv: ["list", "--limit", "0"], says: ["`0` is not a whole number above 0"] },
    { argv: ["list", "--limit"], says: ["--limit needs a value"] },
    { argv: ["list", "--limit", "1", "--limit", "2"], says: ["--limit is given more than once"] },
    { argv: ["list", "extra"], says: ["Unexpected argument: `extra`"] },
    { argv: ["list", "--json", "--csv"], says: ["--json and --csv cannot be combined"] },
    { argv: ["show"], says: ["USER is missing", "connect-users show jdoe"] },
    { argv: ["lock"], says: ["USER"] },
    { argv: ["create"], says: ["USERNAME is missing", "connect-users create jdoe --email"] },
    { argv: ["create", "--username"], says: ["--username needs a value"] },
    { argv: ["create", "--email", "--username", "x"], says: ["--email needs a value"] },
    { argv: ["stale"], says: ["--older-than is missing", "connect-users stale --older-than 180d"] },
    { argv: ["stale", "--older-than"], says: ["--older-than needs a value"] },
    { argv: ["import", "--yes"], says: ["FILE is missing", "connect-users import users.csv"] },
    { argv: ["update", "jdoe"], says: ["Nothing to change"] },
    {
      argv: ["create", "--username", "x", "--must-set-password", "--password-file", "-"],
      says: ["cannot be combined"],
    },
    { argv: ["completion", "tcsh"], says: ["`tcsh`", "bash, zsh or fish"] },
    { argv: ["api", "FETCH", "v1/user"], says: ["`FETCH` is not a method", "GET"] },
    { argv: ["api", "GET", "https://elsewhere.example.com/v1/user"], says: ["is a URL, not a path"] },
    { argv: ["api", "POST", "v1/groups", "--field", "name"], says: ["has no key"] },
    { argv: ["api", "POST", "v1/groups", "--paginate"], says: ["--paginate requires GET"] },
  ])("$argv", async ({ argv, says }) => {
    const { code, stdout, stderr } = await run(fake, argv);

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(argv.includes("--json") ? /^\{"error":/ : /^error: .+\nfix: .+\n$/);
    for (const words of says) expect(stderr).toContain(words);
    expect(fake.requests).toHaveLength(0);
  });

  test("--json prints the error as one line of JSON", async () => {
    const outcome = await run(fake, ["list", "--role", "viewr", "--json"]);

    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(jsonError(outcome)).toEqual({
      kind: "usage",
      message: "--role cannot be `viewr`; did you mean `viewer`? Valid values: administrator, publisher, viewer.",
      fix: "Run `connect-users list --help`.",
    });
  });

  test.each([
    { argv: ["whoami", "--api-key", "s3cr3t"], fix: "CONNECT_API_KEY" },
    { argv: ["whoami", "--api-key=s3cr3t"], fix: "--api-key-file" },
    { argv: ["create", "--username", "x", "--password", "s3cr3t"], fix: "--password-file" },
  ])("a secret on the command line is rejected and not repeated: $argv", async ({ argv, fix }) => {
    const { code, stderr } = await run(fake, argv);

    expect(code).toBe(2);
    expect(stderr).toContain(fix);
    expect(stderr).not.toContain("s3cr3t");
  });
});

test("flags can precede the command", async () => {
  const server = smallServer();

  expect(await run(server, ["--fields", "username", "--json", "show", "jdoe"])).toEqual(
    await run(server, ["show", "jdoe", "--fields", "username", "--json"]),
  );
});

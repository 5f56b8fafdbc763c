import { createFakeConnect } from "@connect-sdk/testing";
import { chmod } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

describe("the flags of bulk commands", () => {
  test.each([
    [
      "import",
      ["--dry-run", "--plan-out FILE", "--yes", "--report FILE", "--skip-invalid", "--force", "--concurrency N"],
      ["--allow-duplicates", "--format FORMAT", "--raw", "--map HEADER=COLUMN", "--ignore HEADER"],
    ],
    [
      "lock",
      ["--dry-run", "--plan-out FILE", "--yes", "--report FILE", "--skip-invalid", "--force", "--concurrency N"],
      ["--file FILE|-", "--format FORMAT", "--raw", "--map HEADER=COLUMN", "--ignore HEADER"],
    ],
    [
      "transfer",
      ["--dry-run", "--plan-out FILE", "--check", "--yes", "--report FILE", "--concurrency N", "--force"],
      [],
    ],
  ])("are in the help of `%s` with what they take", async (command, flags, others) => {
    const { code, stdout } = await run(createFakeConnect(), [command, "--help"]);
    expect(code).toBe(0);
    const described = stdout.split("\n").map((line) => line.replace(/^\s+(?:-\w, )?/, "").replace(/ {2,}.*$/, ""));
    for (const flag of [...flags, ...others]) expect(described).toContain(flag);
  });

  test.each([
    ["import", "dry-run"],
    ["import", "yes"],
    ["import", "skip-invalid"],
    ["import", "force"],
    ["import", "allow-duplicates"],
    ["import", "raw"],
    ["transfer", "check"],
    ["transfer", "force"],
  ])("have no opposite: `%s --no-%s`", async (command, flag) => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, [command, "jdoe", `--no-${flag}`]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`\`--no-${flag}\``)]);
    expect(fake.requests).toEqual([]);
  });

  test.each([
    ["0", false],
    ["1", true],
    ["64", true],
    ["65", false],
    ["2.5", false],
    ["many", false],
  ])("--concurrency %s is accepted: %j", async (number, isAccepted) => {
    const { code } = await run(smallServer(), ["lock", "jdoe", "--yes", "--concurrency", number]);
    expect(code).toBe(isAccepted ? 0 : 2);
  });

  test.each([
    ["--report", "-", "The report must be a file. Use --csv to print the rows."],
    ["--report", "", "The report must be a file. Use --csv to print the rows."],
    ["--plan-out", "-", "The plan must be saved in a file. Use --dry-run --json to print it."],
    ["--plan-out", "", "The plan must be saved in a file. Use --dry-run --json to print it."],
    ["--concurrency", "65", "`65` is above the maximum of 64."],
  ])("%s %j is a usage error", async (flag, value, message) => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(fake, ["lock", "jdoe", "amara", `${flag}=${value}`]);
    expect([code, stdout, stderr]).toEqual([2, "", expect.stringContaining(message)]);
    expect(fake.requests).toEqual([]);
  });

  test("saving a plan and applying it at once contradict each other", async () => {
    const argv = ["lock", "jdoe", "amara", "--plan-out", "p.json", "--yes"];
    expect(await run(smallServer(), argv)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error: --plan-out and --yes cannot be combined: saving a plan changes nothing.\n" +
        "fix: Leave --yes out, then run `connect-users apply p.json --yes`.\n",
    });
  });
});

describe("the file of --report", () => {
  test.each([
    ["the input file", "in.csv", "in.csv"],
    ["the file of the API key", "in.csv", "key.txt"],
  ])("is never %s", async (what, file, report) => {
    const fake = smallServer();
    const { path, read } = await folder({ "in.csv": "username\nzoe\n", "key.txt": fake.apiKey });
    await chmod(join(path, "key.txt"), 0o600);
    const argv = ["import", file, "--yes", "--api-key-file", "key.txt", "--report", report];
    expect(await run(fake, argv, { cwd: path, env: { CONNECT_API_KEY: undefined } })).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: The report would overwrite ${what}.\nfix: Choose another name for the report.\n`,
    });
    expect([await read("in.csv"), await read("key.txt"), fake.requests]).toEqual(["username\nzoe\n", fake.apiKey, []]);
  });

  test("may be named while the API key comes from standard input, which the rows may not", async () => {
    const fake = smallServer();
    const { path } = await folder({ "in.csv": "username\nzoe\n" });
    const world = { cwd: path, stdin: fake.apiKey, env: { CONNECT_API_KEY: undefined } };
    const flags = ["--yes", "--api-key-file", "-", "--report", "r.csv"];
    expect(await run(fake, ["import", "in.csv", ...flags], world)).toMatchObject({ code: 0 });
    expect(await run(fake, ["import", "-", ...flags], world)).toEqual({
      code: 2,
      stdout: "",
      stderr:
        "error: The API key and the rows cannot both come from standard input.\nfix: Put one of them in a file.\n",
    });
  });
});

describe("the file of --plan-out", () => {
  test.each([
    ["does not exist", undefined, true],
    ["is empty", "", true],
    ["is a saved plan", '{"format":"connect-sdk-plan"', true],
    ["is a saved plan that an editor has touched", '\ufeff {\n  "format" : "connect-sdk-plan"', true],
    ["is another file", "username\njdoe\n", false],
    ["has a plan further below", ' x {"format":"connect-sdk-plan"', false],
  ])("that %s is written: %j", async (_, content, isWritten) => {
    const { path, read } = await folder(content === undefined ? {} : { "p.json": content });
    const fake = smallServer();
    const { code, stderr } = await run(fake, ["lock", "jdoe", "amara", "--plan-out", "p.json"], { cwd: path });
    expect(code).toBe(isWritten ? 0 : 2);
    if (isWritten) {
      expect(stderr).toBe(
        "Plan for 2 users: 2 to lock. Nothing was changed. Saved the plan in p.json. To apply it: connect-users apply p.json\n",
      );
    } else {
      expect([stderr, await read("p.json"), changesOf(fake)]).toEqual([
        "error: p.json exists and is not a saved plan, so it is not overwritten.\nfix: Choose another name.\n",
        content,
        [],
      ]);
    }
  });
});

describe("the command that resumes a run", () => {
  const resume = async (argv: readonly string[], files: Record<string, string>) => {
    const fake = smallServer();
    fake.fault({ operationId: "updateUser", status: 400 });
    fake.fault({ operationId: "lockUser", status: 400 });
    const { path } = await folder(files);
    const { code, stderr } = await run(fake, argv, { cwd: path });
    return [code, stderr.trimEnd().split("rows are skipped: ")[1]];
  };

  test("repeats each flag as it can be pasted into a shell", async () => {
    const text = "User;E Mail;Note;Left\njdoe;new@x.example;x;\namara;a@new.example;y;\n";
    const map = ["--map", "User=username", "--map", "E Mail=email"];
    const argv = ["import", "it's.csv", ...map, "--ignore", "Note", "--ignore", "Left"];
    expect(
      await resume([...argv, "--fields", "username,status", "--yes", "--report=-r.csv"], { "it's.csv": text }),
    ).toEqual([
      5,
      "connect-users import 'it'\\''s.csv' --fields username,status --yes --report=-r.csv --map User=username " +
        "--map 'E Mail=email' --ignore Note --ignore Left",
    ]);
  });

  test("reads standard input again", async () => {
    const argv = ["lock", "jdoe", "amara", "--yes", "--concurrency", "2"];
    expect(await resume(argv, {})).toEqual([5, "connect-users lock jdoe amara --yes --concurrency 2"]);
  });
});

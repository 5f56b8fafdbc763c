import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";

const LATIN_1 = Buffer.from("username,first_name\nzoe,Zo\u00eb\n", "latin1");

describe("an invalid file", () => {
  test.each([
    ["is empty", "", "Standard input is empty."],
    ["has blank lines only", "\n \n", "Standard input is empty."],
    ["has a header only", "username,email\n", "Standard input has a header but no rows."],
    ["has no column `username`", "email\na@b.example\n", "line 1: column `username` is missing."],
    [
      "has misspelled columns",
      "user,mail\nzoe,z@example.com\n",
      "column 1: `user` is not a column that can be imported (did you mean `username`?); line 1, column 2: `mail` is not a column that can be imported (did you mean `email`?).",
    ],
    [
      "has an unknown column",
      "username,emial\nzoe,z\n",
      "line 1, column 2: `emial` is not a column that can be imported (did you mean `email`?).",
    ],
    [
      "has several unknown columns",
      "shoe,username,hat\n1,zoe,2\n",
      "line 1, column 1: `shoe` is not a column that can be imported; line 1, column 3: `hat` is not",
    ],
    ["has a column without a name", "username,\nzoe,1\n", "line 1, column 2: the column has no name"],
    ["has no header", "jdoe,jo@example.com,Jo\nann,ann@example.com,Ann\n", "has no header: line 1 is a row"],
    ["has a column twice", "username,role,user_role\nzoe,,\n", "line 1, column 3: duplicate column `user_role`"],
    [
      "never closes a quote",
      'username,email\nzoe,z@x.example\namy,"a@x.example\nbob,\n',
      "line 3, column 2: a quoted cell is never closed",
    ],
    ["has text after a quote", 'username\n\n"zoe"y\n', "line 3, column 1: unexpected text after a closing quote"],
    [
      "has a quote inside a cell",
      'username,first_name\r\n"a\r\nb",\r\nzoe,Z"oe"\r\n',
      "line 4, column 2: unexpected quote in the middle of a cell",
    ],
    ["is not UTF-8", LATIN_1, "line 2, column 7: invalid UTF-8."],
    [
      "is cut in the middle of a character",
      Buffer.from("username\nzoë").subarray(0, 12),
      "line 2, column 3: invalid UTF-8.",
    ],
  ])("%s", async (_what, stdin, message) => {
    const fake = createFakeConnect();
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--yes"], { stdin });

    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^error: .+\nfix: .+\n$/);
    expect(fake.requests).toEqual([]);
  });

  test.each([
    ["username,email,Email \nzoe,,z@x.example\n", [], "Keep one of the two: remove or rename the other."],
    ["username,role,user_role\nzoe,,\n", [], "Keep one of the two: leave one out, such as with --ignore user_role."],
    ["username,mail,Work Mail\nzoe,,\n", ["mail=email", "Work Mail=email"], '--ignore "Work Mail".'],
  ])("has a column twice, with a fix that keeps one of them: %j", async (stdin, maps, fix) => {
    const flags = maps.flatMap((pair) => ["--map", pair]);
    const { code, stderr } = await run(createFakeConnect(), ["import", "-", "--yes", ...flags], { stdin });

    expect(code).toBe(2);
    expect(stderr).toContain("line 1, column 3: duplicate column");
    expect(stderr).toContain(fix);
    if (!fix.includes("--ignore")) expect(stderr).not.toContain("--ignore");
  });

  test.each([
    ['{"username":"zoe","email":"z@x.example","Email":"y@x.example"}', "remove or rename the other."],
    ['{"username":"zoe","role":"viewer","user_role":"publisher"}', "such as with --ignore user_role."],
  ])("has a field twice, with a fix that keeps one of them: %s", async (stdin, fix) => {
    const { code, stdout } = await run(createFakeConnect(), ["import", "-", "--yes", "--json"], { stdin });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ message: containing("is there twice"), fix: containing(fix) }]);
  });

  test("that does not exist", async () => {
    const { code, stderr } = await run(createFakeConnect(), ["import", "nowhere.csv", "--yes"]);

    expect(code).toBe(1);
    expect(stderr).toContain("nowhere.csv cannot be read: no such file.");
  });

  test("cannot share standard input with the API key", async () => {
    const { code, stderr } = await run(createFakeConnect(), ["import", "-", "--yes", "--api-key-file", "-"], {
      stdin: "username\nzoe\n",
    });

    expect(code).toBe(2);
    expect(stderr).toContain("cannot both come from standard input");
  });
});

describe("an invalid row", () => {
  test.each([
    [
      "an unknown role",
      "username,user_role\nzoe,viewr\n",
      {
        line: 2,
        column: 2,
        field: "user_role",
        username: "zoe",
        message: "`viewr` is not a role; did you mean `viewer`?",
      },
    ],
    [
      "no username",
      "email,username\nz@x.example,\n",
      { line: 2, field: "username", message: "the username is missing" },
    ],
    [
      "a duplicate username",
      "username\nzoe\namy\nzoe\n",
      { line: 4, column: 1, field: "username", message: "`zoe` is already on line 2" },
    ],
    [
      "a missing cell",
      "username,email\nzoe\n",
      { line: 2, column: 2, message: "this line has 1 cell, but the header has 2" },
    ],
    [
      "an extra cell",
      'username,confirmed\namy,"a\n\nb"\nzoe,true,Zoe\n',
      { line: 5, column: 3, username: "zoe", message: "this line has 3 cells, but the header has 2" },
    ],
    ["neither true nor false", "username,locked\nzoe,maybe\n", { line: 2, column: 2, field: "locked" }],
    [
      "a password although the user chooses one",
      "username,password,user_must_set_password\nzoe,secret1,true\n",
      { line: 2, column: 2, field: "password" },
    ],
    [
      "no password although the user does not choose one",
      "username,user_must_set_password\nzoe,false\n",
      { line: 2, column: 2, field: "user_must_set_password" },
    ],
    ["a new username with a space at its end", 'username\n"zoe "\n', { line: 2, column: 1, field: "username" }],
  ])("%s", async (_what, stdin, problem) => {
    const fake = createFakeConnect();
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--yes", "--json"], { stdin });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ status: "invalid", ...problem }]);
    expect(stderr).not.toContain("secret1");
    expect(JSON.parse(stderr)).toMatchObject({ error: { kind: "usage" } });
    expect(fake.users).toHaveLength(1);
  });

  test.each([
    ["not JSON", '{"username":"zoe"}\n{"username":\n', { line: 2, message: "this line is not JSON" }],
    ["not an object", '["zoe"]\n', { line: 1, column: 1, message: "this line is not a JSON object" }],
    [
      "an unknown field",
      '{"username":"zoe","frist_name":"Z"}\n',
      { line: 1, column: 19, field: "frist_name", message: containing("did you mean `first_name`?") },
    ],
    [
      "a number instead of a string",
      '{"username":"zoe", "email":7}\n',
      { line: 1, column: 20, field: "email", message: "the value is not a string" },
    ],
  ])("in NDJSON: %s", async (_what, stdin, problem) => {
    const { code, stdout } = await run(createFakeConnect(), ["import", "-", "--yes", "--json", "--format", "ndjson"], {
      stdin,
    });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ status: "invalid", ...problem }]);
  });

  const mixed = "username,email,user_role\nzoe,z@x.example,viewer\namy,a@x.example,boss\njdoe,jo@new.example,\n";

  test("is reported in complete sentences", async () => {
    const { stdout } = await run(smallServer(), ["import", "-", "--yes"], { stdin: "username,role\nzoe,viewr\n" });

    expect(stdout).toBe(
      "! line 2, zoe: column 2 (user_role): `viewr` is not a role; did you mean `viewer`? " +
        "Use one of administrator, publisher, viewer.\n",
    );
  });

  test("stops the whole file before anything is sent", async () => {
    const fake = smallServer();
    const { code, stdout, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: mixed });

    expect(code).toBe(2);
    expect(stdout).toBe(
      "! line 3, amy: column 3 (user_role): `boss` is not a role. Use one of administrator, publisher, viewer.\n",
    );
    expect(stderr).toContain("1 of 3 rows cannot be used, so nothing was sent.");
    expect(fake.requests.every(({ method }) => method === "GET")).toBe(true);
  });

  test("names only the field if the line has no cell for it", async () => {
    const { stdout } = await run(smallServer(), ["import", "-", "--yes"], { stdin: "email,username\nz@x.example,\n" });

    expect(stdout).toBe("! line 2: username: the username is missing. Every row needs one.\n");
  });

  test("is skipped with --skip-invalid and counts as failed", async () => {
    const fake = smallServer();
    const { path, report } = await folder();
    const { code, stderr } = await run(fake, ["import", "-", "--yes", "--skip-invalid", "--report", "r.csv"], {
      stdin: mixed,
      cwd: path,
    });

    expect(code).toBe(5);
    expect(stderr).toContain("1 of 3 rows failed.");
    expect((await report("r.csv")).map(({ line, username, status }) => [line, username, status])).toEqual([
      ["2", "zoe", "done"],
      ["3", "amy", "invalid"],
      ["4", "jdoe", "done"],
    ]);
    expect(fake.users.map(({ username }) => username)).toContain("zoe");
  });
});

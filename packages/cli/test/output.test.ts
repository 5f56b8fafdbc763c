import { createFakeConnect } from "@connect-sdk/testing";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";

// Built from a string, because eslint rejects control characters in a regular expression.
const CONTROLS = new RegExp(
  "[\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]",
);
const ESCAPE = "\u001b";

describe("programs", () => {
  test("--ndjson prints one user per line", async () => {
    const fake = smallServer();
    const lines = (await run(fake, ["list", "--ndjson"])).stdout.trimEnd().split("\n");

    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(expect.arrayContaining([...fake.users]));
    expect(lines).toHaveLength(fake.users.length);
  });

  test("--csv has a header and all fields", async () => {
    const [header, ...lines] = (await run(smallServer(), ["list", "--csv"])).stdout.trimEnd().split("\n");

    expect(header).toMatch(/^guid,username,email,first_name,last_name,user_role,locked,confirmed,active_time/);
    expect(lines).toHaveLength(4);
    expect(lines.find((line) => line.includes(",lin,"))).toContain("viewer,true,");
  });

  test("--csv makes formulas safe, --csv-raw leaves them unchanged", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "evil", first_name: "=HYPERLINK(A1)", last_name: "+1" });
    const argv = ["list", "--prefix", "evil", "--fields", "first_name,last_name"];

    expect((await run(fake, [...argv, "--csv"])).stdout).toBe("first_name,last_name\n'=HYPERLINK(A1),'+1\n");
    expect((await run(fake, [...argv, "--csv-raw"])).stdout).toBe("first_name,last_name\n=HYPERLINK(A1),+1\n");
  });

  test("--csv quotes cells that need quotes", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "q", first_name: 'Ann "The Boss"', last_name: "Doe, Jr" });

    expect((await run(fake, ["list", "--prefix", "q", "--csv", "--fields", "first_name,last_name"])).stdout).toBe(
      'first_name,last_name\n"Ann ""The Boss""","Doe, Jr"\n',
    );
  });

  test("--fields chooses and orders, in every format", async () => {
    const argv = ["show", "jdoe", "--fields", "email,username"];

    expect(JSON.parse((await run(smallServer(), [...argv, "--json"])).stdout)).toEqual({
      email: "jo@example.com",
      username: "jdoe",
    });
    expect((await run(smallServer(), [...argv, "--csv"])).stdout).toBe("email,username\njo@example.com,jdoe\n");
    expect((await run(smallServer(), argv)).stdout).toBe("email     jo@example.com\nusername  jdoe\n");
    expect((await run(smallServer(), ["list", "--prefix", "jo", "--fields", "email,username"])).stdout).toBe(
      "email           username\njo@example.com  jdoe\n",
    );
  });

  test.each([["list"], ["list", "--csv"], ["list", "--prefix", "nobody", "--csv"], ["show", "jdoe"]])(
    "%s --fields with an unknown field is a usage error that lists the known fields",
    async (...argv) => {
      const { code, stdout, stderr } = await run(smallServer(), [...argv, "--fields", "usrname"]);

      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("`usrname`");
      expect(stderr).toContain("username");
    },
  );
});

test("an empty list is reported on a terminal, but not to a script", async () => {
  const argv = ["list", "--prefix", "nobody"];

  expect(await run(smallServer(), argv, { terminal: 80 })).toEqual({
    code: 0,
    stdout: "",
    stderr: "No results.\n",
  });
  expect(await run(smallServer(), argv)).toEqual({ code: 0, stdout: "", stderr: "" });
});

describe("a pipe", () => {
  test("nothing is truncated", async () => {
    const fake = createFakeConnect();
    const email = `${"long".repeat(60)}@example.com`;
    fake.addUser({ username: "jdoe", email });

    expect((await run(fake, ["list"])).stdout).toContain(email);
  });

  test("there are no colors", async () => {
    expect((await run(smallServer(), ["list"])).stdout).not.toContain(ESCAPE);
  });

  test("a closed pipe ends the command at once, without an error", async () => {
    const fake = createFakeConnect({ users: 5_000 });
    let writes = 0;
    const write = () => {
      writes += 1;
      return Promise.reject(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    };
    const { code, stderr } = await run(fake, ["list", "--ndjson"], { stdout: { write } });

    expect({ code, writes, stderr }).toEqual({ code: 0, writes: 1, stderr: "" });
    // Of ten pages only the first ones were prefetched.
    expect(fake.requests.length).toBeLessThan(10);
  });

  test("a closed pipe does not hide failed rows", async () => {
    const fake = createFakeConnect();
    const write = () => Promise.reject(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
    const argv = ["lock", "nobody", "noone", "--yes", "--ndjson"];
    const { code, stderr } = await run(fake, argv, { stdout: { write } });

    expect(code).toBe(4);
    expect(stderr).toContain("2 of 2 rows cannot be used");
  });

  test("rows are written before the last page arrives", async () => {
    const fake = createFakeConnect({ users: 1_500 });
    const requestsAtWrite: number[] = [];
    await run(fake, ["list", "--ndjson"], { stdout: { write: () => requestsAtWrite.push(fake.requests.length) } });

    expect(requestsAtWrite[0]).toBeLessThan(fake.requests.length);
  });
});

describe("a terminal", () => {
  test.each([40, 80, 120])("lines fit into %d columns and stay aligned, wide characters included", async (terminal) => {
    const fake = createFakeConnect();
    fake.addUser({ username: "watanabe", first_name: "渡辺", last_name: "直美", email: "naomi.watanabe@example.com" });
    fake.addUser({ username: "grin", first_name: "😀😀😀", last_name: "e\u0301", email: "g@example.com" });
    const { stdout } = await run(fake, ["list"], { terminal, env: { NO_COLOR: "1" } });
    const lines = stdout.trimEnd().split("\n");

    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(terminal);
    if (terminal < 120) return;
    const roleAt = (line: string) => stringWidth(line.slice(0, line.search(/user_role|administrator|viewer/)));
    expect(new Set(lines.map(roleAt)).size).toBe(1);
  });

  test("80 columns have room for what matters most, complete; names give way", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "jdoe", first_name: "Jo", last_name: "Doe", email: "jo.doe@example.com" });
    const { stdout, stderr } = await run(fake, ["list"], { terminal: 80, env: { NO_COLOR: "1" } });

    expect(stdout).toMatch(/^username {2}email +user_role +locked {2}active_time *\n/);
    expect(stdout).toMatch(/^jdoe +jo\.doe@example\.com +viewer +no +never$/m);
    expect(stdout).toMatch(/^admin +\S+ +administrator +no +\d{4}-\d\d-\d\d$/m);
    expect(stdout).not.toContain("…");
    expect(stderr).toContain("No room for first_name, last_name");
  });

  test("120 columns have room for every column", async () => {
    const { stdout, stderr } = await run(smallServer(), ["list"], { terminal: 120, env: { NO_COLOR: "1" } });

    expect(stdout).toMatch(/^username +first_name +last_name +email +user_role +locked +active_time/);
    expect(stderr).toBe("");
  });

  test("a username that is wider than the terminal does not fill the screen", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "x".repeat(10_000) });
    const { stdout } = await run(fake, ["list"], { terminal: 80, env: { NO_COLOR: "1" } });

    for (const line of stdout.split("\n")) expect(stringWidth(line)).toBeLessThanOrEqual(80);
  });

  test("usernames and guids are never truncated; columns that do not fit are listed on standard error", async () => {
    const fake = createFakeConnect();
    const { username, guid } = fake.addUser({ username: "bartholomew.featherstonehaugh", user_role: "viewer" });
    const argv = ["list", "--prefix", "bart", "--fields", "email,guid,username,user_role,locked"];
    const { stdout, stderr } = await run(fake, argv, { terminal: 70, env: { NO_COLOR: "1" } });

    expect(stdout.split("\n")[1]).toBe(`${guid}  ${username}`);
    expect(stderr).toBe(
      "No room for email, user_role, locked: widen the terminal, or choose\n  columns with --fields.\n",
    );
  });

  test("a single object is shown in full, even on a narrow terminal", async () => {
    const { stdout } = await run(smallServer(), ["show", "jdoe"], { terminal: 20, env: { NO_COLOR: "1" } });

    expect(stdout).toContain("jo@example.com");
    expect(stdout).toMatch(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\n/);
  });

  describe("lines that do not fit are broken between words, below their text", () => {
    const PATH = "/etc/ssl/private/a-folder-with-a-long-name/and-another-one/authority-of-the-office.pem";
    const file =
      "username,email,user_role,first_name\njdoe,jo.doe.of.the.second.office@example.com,administrator,Josephine\nAMARA,new@example.com,,\n";

    test.each([
      [80, ["doctor"], { env: { CONNECT_CA_CERTIFICATE: PATH } }],
      [120, ["doctor"], { env: { CONNECT_CA_CERTIFICATE: PATH } }],
      [80, ["import", "-", "--dry-run"], { stdin: file }],
      [120, ["import", "-", "--dry-run"], { stdin: file }],
      [80, ["import", "-", "--dry-run", "--allow-duplicates"], { stdin: file }],
      [80, ["lock", "nobody", "--server", "https://connect.example.com/a/long/path/to/the/server"], {}],
    ])("at %d columns: %j", async (columns, argv, world) => {
      const { env } = { env: {}, ...world };
      const seen = await run(smallServer(), argv, { ...world, terminal: columns, env: { ...env, NO_COLOR: "1" } });
      const piped = await run(smallServer(), argv, world);
      const [screen, expected] = [seen.stdout + withoutProgress(seen.stderr), piped.stdout + piped.stderr];

      expect(words(screen)).toEqual(words(expected));
      for (const line of screen.split("\n"))
        if (/\S \S/.test(line)) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
      for (const line of screen.split("\n")) expect(line).toMatch(/^(\S|( {2}| {5,7}| {11})\S|$)/);
      for (const line of expected.split("\n")) if (line.length > columns) expect(screen).not.toContain(line);
    });

    test("a terminal that was never told its size has 80", async () => {
      const wide = await run(smallServer(), ["list", "--help"], { terminal: 80 });
      expect(await run(smallServer(), ["list", "--help"], { terminal: 0 })).toEqual(wide);
      const list = await run(smallServer(), ["list"], { terminal: 80 });
      expect(await run(smallServer(), ["list"], { terminal: 0 })).toEqual(list);
    });
  });

  test("truncated text ends with an ellipsis", async () => {
    const fake = smallServer();
    fake.addUser({ username: "bart", email: "bartholomew.featherstonehaugh@example.com" });
    const { stdout } = await run(fake, ["list"], { terminal: 50, env: { NO_COLOR: "1" } });

    expect(stdout).toMatch(/bart {6}bartholomew\S+… /);
  });

  test("headings are bold, unless NO_COLOR is set", async () => {
    expect((await run(smallServer(), ["list"], { terminal: 100 })).stdout).toContain(`${ESCAPE}[1m`);
    expect((await run(smallServer(), ["list"], { terminal: 100, env: { NO_COLOR: "1" } })).stdout).not.toContain(
      ESCAPE,
    );
    expect((await run(smallServer(), ["list"], { terminal: 100, env: { TERM: "dumb" } })).stdout).not.toContain(ESCAPE);
  });
});

describe("text from the server", () => {
  const hostile = `${ESCAPE}[31mred\u0007\r\n\u009b2J\u202eevil\u061c`;

  test.each([["list"], ["list", "--json"], ["list", "--ndjson"], ["show", "h"], ["show", "h", "--json"]])(
    "`%s %s %s` prints no control character",
    async (...argv) => {
      const fake = createFakeConnect();
      fake.addUser({ username: "h", first_name: hostile });
      const { stdout } = await run(fake, argv.filter(Boolean));

      expect(stdout).toContain("red");
      expect(stdout).not.toMatch(CONTROLS);
    },
  );

  test("JSON keeps its value", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "h", first_name: hostile });

    expect(JSON.parse((await run(fake, ["show", "h", "--json"])).stdout)).toMatchObject({ first_name: hostile });
  });

  test("a name cannot forge a line", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "h", first_name: "x\nerror: forged" });

    expect((await run(fake, ["lock", "h"])).stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

function withoutProgress(text: string): string {
  const parts = text.split(`\r${ESCAPE}[K`);
  return (parts.length > 1 ? [parts[0], parts.at(-1)] : parts).join("");
}

function words(text: string): readonly string[] {
  // The fake starts at another moment each time.
  return text.replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d+ ms/g, "#").match(/\S+/g) ?? [];
}

test("a terminal that cannot redraw a line gets no progress", async () => {
  const argv = ["licenses"];
  expect((await run(smallServer(), argv, { terminal: 80 })).stderr).toContain("Reading users");
  const { stderr } = await run(smallServer(), argv, { terminal: 80, env: { TERM: "dumb" } });

  expect(stderr).toBe("");
});

test("the first lines of the help fit a narrow terminal", async () => {
  const { stdout } = await run(smallServer(), ["--help"], { terminal: 40 });

  expect(stdout).toMatch(/^Manage the users of a Posit Connect\nserver\.\n\n/);
});

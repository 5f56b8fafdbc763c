import { createFakeConnect } from "@connect-sdk/testing";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { chmod, link, readdir, readFile, stat, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { folder, rowsOf } from "./support/folder.ts";
import { shell } from "./support/shell.ts";
import { hasTerminal, runLineInTerminal } from "./support/terminal.ts";

describe("--output", () => {
  test.each([
    ["users.csv", [], "\ufeffguid,username,"],
    ["users.csv", ["--csv-raw"], "guid,username,"],
    ["users.json", [], "[\n{"],
    ["users.ndjson", [], '{"'],
    ["users.txt", [], "username"],
    ["users.txt", ["--json"], "[\n{"],
  ])("writes %s %j", async (name, flags, start) => {
    const { path, read } = await folder();
    const { code, stdout } = await run(smallServer(), ["list", "--output", name, ...flags], { cwd: path });

    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect((await read(name)).startsWith(start)).toBe(true);
    expect(await readdir(path)).toEqual([name]);
  });

  test("writes every row of a bulk command", async () => {
    const users = Array.from({ length: 60 }, (_, at) => `user-${at},u${at}@x.example\n`).join("");
    const { path, rows } = await folder({ "in.csv": `username,email\n${users}` });
    await run(createFakeConnect(), ["import", "in.csv", "--yes", "--output", "out.csv"], { cwd: path });

    expect(await rows("out.csv")).toHaveLength(60);
  });

  test("keeps the mode of a file, and a link", async () => {
    const { path } = await folder({ "users.csv": "old" });
    await chmod(join(path, "users.csv"), 0o640);
    await symlink("users.csv", join(path, "link.csv"));
    await run(smallServer(), ["export", "--output", "link.csv"], { cwd: path });

    expect((await stat(join(path, "users.csv"))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(path, "users.csv"), "utf8")).toContain("jdoe");
    expect((await readdir(path)).sort()).toEqual(["link.csv", "users.csv"]);
  });

  test("leaves the old file when the command fails halfway", async () => {
    const fake = createFakeConnect({ users: 1_200 });
    fake.fault({ operationId: "getUsers", after: 1, status: 400, times: Infinity });
    const { path, read } = await folder({ "users.csv": "old" });
    const { code } = await run(fake, ["export", "--output", "users.csv"], { cwd: path });

    expect(code).toBe(1);
    expect(await read("users.csv")).toBe("old");
    expect(await readdir(path)).toEqual(["users.csv"]);
  });

  test.each([
    ["missing/users.csv", "its folder does not exist"],
    [".", "it is a folder"],
  ])("to %s fails before anything is sent", async (name, reason) => {
    const fake = smallServer();
    const { path } = await folder();
    const { code, stderr } = await run(fake, ["lock", "jdoe", "--yes", "--output", name], { cwd: path });

    expect(code).toBe(1);
    expect(stderr).toContain(`${name} cannot be written: ${reason}.`);
    expect(fake.requests).toEqual([]);
  });

  test.each([["in.csv"], ["./in.csv"], ["hard.csv"], ["soft.csv"], ["ABSOLUTE"]])(
    "never overwrites the input, here as %s",
    async (name) => {
      const fake = smallServer();
      const text = "username,email\nzoe,zoe@example.com\n";
      const { path, read } = await folder({ "in.csv": text });
      await link(join(path, "in.csv"), join(path, "hard.csv"));
      await symlink("in.csv", join(path, "soft.csv"));
      const output = name === "ABSOLUTE" ? join(path, "in.csv") : name;
      const { code, stderr } = await run(fake, ["import", "in.csv", "--yes", "--output", output], { cwd: path });

      expect(code).toBe(2);
      expect(stderr).toContain("--output would overwrite in.csv.");
      expect(await read("in.csv")).toBe(text);
      expect(changesOf(fake)).toEqual([]);
    },
  );

  test("cannot be the report", async () => {
    const fake = smallServer();
    const { path } = await folder();
    const argv = ["lock", "jdoe", "amara", "--yes", "--report", "r.csv", "--output", "./r.csv"];

    expect(await run(fake, argv, { cwd: path })).toMatchObject({ code: 2 });
    expect(changesOf(fake)).toEqual([]);
  });

  test("- is standard output", async () => {
    expect(await run(smallServer(), ["count", "--output", "-"])).toMatchObject({ code: 0, stdout: "4\n" });
  });

  test.skipIf(process.platform !== "linux")(
    "never overwrites the file that standard input is",
    { timeout: 60_000 },
    async () => {
      const fake = smallServer();
      await using server = await fake.listen({ port: 0 });
      const { path, read } = await folder({ "in.csv": "username,email\nzoe,zoe@example.com\n" });
      const { code, stderr } = await shell(
        `connect-users import - --yes --output '${path}/in.csv' < '${path}/in.csv'`,
        {
          CONNECT_SERVER: server.url,
          CONNECT_API_KEY: fake.apiKey,
        },
      );

      expect(code).toBe(2);
      expect(stderr).toContain("--output would overwrite Standard input.");
      expect(await read("in.csv")).toBe("username,email\nzoe,zoe@example.com\n");
    },
  );

  test("never overwrites the API key", async () => {
    const fake = smallServer();
    const { path, read } = await folder({ key: fake.apiKey });
    const argv = ["list", "--server", fake.url, "--api-key-file", "key", "--output", "key"];
    const { code } = await run(fake, argv, {
      cwd: path,
      env: { CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined },
    });

    expect(code).toBe(2);
    expect(await read("key")).toBe(fake.apiKey);
  });
});

describe("--excel", () => {
  const server = () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "00123", first_name: "Zoë", last_name: "=1+1", email: "mar1" });
    return fake;
  };
  const argv = ["list", "--excel", "--prefix", "00123", "--fields", "username,first_name,last_name,email,locked"];

  test.each([
    ["en_US.UTF-8", ","],
    ["C.UTF-8", ","],
    ["POSIX", ","],
    ["de_DE.UTF-8", ";"],
    ["pt_BR", ";"],
    ["de_CH.UTF-8@euro", ","],
    ["not a locale", ","],
  ])("writes what Excel opens under %s", async (LANG, separator) => {
    const { stdout } = await run(server(), argv, { env: { LANG } });

    expect(stdout).toBe(
      `\ufeffusername,first_name,last_name,email,locked\r\n'00123,Zoë,'=1+1,'mar1,false\r\n`.replaceAll(",", separator),
    );
  });

  test.each([["--json"], ["--ndjson"], ["--csv-raw"]])("cannot be combined with %s", async (flag) => {
    expect(await run(server(), ["list", "--excel", flag])).toMatchObject({ code: 2, stdout: "" });
  });
});

/** Text that a file may bring to a server. */
const text = fc
  .oneof(
    fc.string({ maxLength: 8 }),
    fc.string({
      unit: fc.constantFrom('"', "'", ",", ";", "=", "+", "-", "@", "0", "1", "E", "/", ".", " "),
      maxLength: 8,
    }),
    fc.constantFrom("00123", "'007", "1E5", "MAR1", "2-1", "Zoë", "李", "TRUE", "👩🏽‍🔬", "İstanbul", "''", "1,5", "true"),
  )
  .map((value) => value.trim());
const person = fc.record({
  username: text.map((value) => `u${value}`),
  first_name: text,
  last_name: text,
  email: text,
  user_role: fc.constantFrom("viewer", "publisher", "administrator"),
  locked: fc.boolean(),
});
const people = fc.uniqueArray(person, { selector: (each) => each.username, minLength: 1, maxLength: 5 });
type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;

function serverWith(users: readonly Person[]) {
  const fake = createFakeConnect();
  for (const user of users) fake.addUser(user);
  return fake;
}

async function unchangedRows(
  fake: ReturnType<typeof createFakeConnect>,
  stdin: string | Uint8Array,
  flags: string[] = [],
) {
  const { code, stdout } = await run(fake, ["import", "-", "--dry-run", "--json", ...flags], { stdin });
  const rows = JSON.parse(stdout) as { status: string }[];
  return { code, statuses: rows.map(({ status }) => status) };
}

const ENCODINGS: Record<string, (content: string) => Uint8Array> = {
  "UTF-8": (content) => Buffer.from(content),
  "UTF-8 with a mark": (content) => Buffer.from(`\ufeff${content}`),
  "UTF-16LE": (content) => Buffer.from(`\ufeff${content}`, "utf16le"),
  "UTF-16BE": (content) => Buffer.from(`\ufeff${content}`, "utf16le").swap16(),
};

describe("a table that is written and read again has the same rows", () => {
  test.each([
    ["--csv", ["--csv"], []],
    ["--csv-raw", ["--csv-raw"], ["--raw"]],
    ["--excel in Germany", ["--excel"], []],
  ])("with %s", async (_what, write, read) => {
    await fc.assert(
      fc.asyncProperty(people, async (users) => {
        const fake = serverWith(users);
        const { stdout } = await run(fake, ["export", ...write], { env: { LANG: "de_DE.UTF-8" } });

        expect(await unchangedRows(fake, stdout, read)).toEqual({
          code: 0,
          statuses: fake.users.map(() => "unchanged"),
        });
      }),
      { numRuns: 60 },
    );
  });

  test.each([["users.csv"], ["users.json"], ["users.ndjson"]])("with --output %s", async (name) => {
    const { path } = await folder();
    await fc.assert(
      fc.asyncProperty(people, async (users) => {
        const fake = serverWith(users);
        await run(fake, ["export", "--output", name], { cwd: path });
        const { stdout } = await run(fake, ["import", name, "--dry-run", "--json"], { cwd: path });

        expect((JSON.parse(stdout) as { status: string }[]).map(({ status }) => status)).toEqual(
          fake.users.map(() => "unchanged"),
        );
      }),
      { numRuns: 30 },
    );
  });

  test.each(Object.keys(ENCODINGS))("in %s, with any separator and line end", async (encoding) => {
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.boolean(),
        async (users, delimiter, record_delimiter, quoted) => {
          const fake = serverWith(users);
          const raw = rowsOf((await run(fake, ["export", "--csv-raw"])).stdout);
          const content = stringify(raw, { header: true, delimiter, record_delimiter, quoted });
          const bytes = ENCODINGS[encoding]?.(content) ?? "";

          expect(await unchangedRows(fake, bytes, ["--raw"])).toEqual({
            code: 0,
            statuses: fake.users.map(() => "unchanged"),
          });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("a full disk", () => {
  const full = (code: string) => ({
    write: () => Promise.reject(Object.assign(new Error(`${code}: write`), { code })),
  });

  test.each([
    ["ENOSPC", "the disk is full"],
    ["EDQUOT", "your disk quota is used up"],
  ])("is reported as that: %s", async (code, reason) => {
    const { code: exit, stderr } = await run(smallServer(), ["list"], { stdout: full(code) });

    expect(exit).toBe(1);
    expect(stderr).toBe(
      `error: Standard output cannot be written: ${reason}.\nfix: Free some space, or write to another disk.\n`,
    );
  });

  test.each([[["--help"]], [["--version"]], [["list", "--help"]], [["completion", "bash"]], [["show", "jdoe"]]])(
    "is reported by %j",
    async (argv) => {
      const { code, stderr } = await run(smallServer(), argv, { stdout: full("ENOSPC") });

      expect(code).toBe(1);
      expect(stderr).toContain("Standard output cannot be written: the disk is full.");
    },
  );

  test.each([[["--csv"]], [["--json"]]])("is reported with what was done (%j)", async (flags) => {
    const fake = createFakeConnect();
    const { code, stderr } = await run(fake, ["import", "-", "--yes", ...flags], {
      stdin: "username,email\nzoe,zoe@example.com\n",
      stdout: full("ENOSPC"),
    });

    expect(code).toBe(1);
    expect(stderr).toContain("Standard output cannot be written: the disk is full. standard input: 1 created.");
    expect(fake.users).toHaveLength(2);
  });

  test("keeps the exit code of failed rows", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", status: 400, times: Infinity });
    const { code, stderr } = await run(fake, ["import", "-", "--yes", "--csv"], {
      stdin: "username,email\nzoe,zoe@example.com\n",
      stdout: full("ENOSPC"),
    });

    expect(code).toBe(5);
    expect(stderr).toContain("the disk is full. standard input: 1 failed. 1 of 1 row failed.");
  });

  test.skipIf(process.platform !== "linux")(
    "as a process: nothing is called a bug, and messages may be lost",
    { timeout: 60_000 },
    async () => {
      const fake = createFakeConnect();
      await using server = await fake.listen({ port: 0 });
      const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
      const { path } = await folder({ "in.csv": "username,email\nzoe,zoe@example.com\n" });

      const listed = await shell("connect-users list > /dev/full", env);
      expect(listed).toMatchObject({ code: 1, stderr: expect.stringContaining("the disk is full") as string });
      const written = await shell("connect-users list --output /dev/full", env);
      expect(written).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("/dev/full cannot be written") as string,
      });
      const imported = await shell(`connect-users import '${path}/in.csv' --yes --csv 2> /dev/full`, env);
      expect(imported.code).toBe(0);
      expect(fake.users).toHaveLength(2);
      const endless = await shell("yes | connect-users import - --yes", env);
      expect(endless.stderr).toContain("Standard input is larger than 200 MB.");
      const nothing = await shell("connect-users list > /dev/full 2> /dev/full", env);
      expect(nothing).toEqual({ code: 1, stdout: "", stderr: "" });
    },
  );
});

describe.skipIf(!hasTerminal)("a pipe in a terminal", { timeout: 60_000 }, () => {
  test("asks on the terminal itself", async () => {
    const fake = smallServer();
    await using server = await fake.listen({ port: 0 });
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const { path } = await folder();
    const line = "connect_users export --role viewer | sed s/viewer/publisher/ | connect_users import -";
    const refused = await runLineInTerminal(line, [["[y/N]", "n\r"]], { env, cwd: path });
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.screen).toContain("Nothing was changed.");

    const { code, screen } = await runLineInTerminal(line, [["[y/N]", "y\r"]], { env, cwd: path });
    expect(screen).toContain("Promote 2 users to publisher? [y/N] y");
    expect(code).toBe(0);
    expect(fake.users.filter(({ user_role }) => user_role === "publisher")).toHaveLength(3);
  });
});

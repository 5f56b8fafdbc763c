import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { folder } from "./support/folder.ts";

const COLUMNS = "time,server,actor,line,username,guid,action,status,changes,error,fix,command,fields,correlation_id";
const FILE = "username,email\namy,a@x.example\nzoe,z@x.example\nbob,b@x.example\n";
const FULL = "r.csv cannot be written: the disk is full.";

/** Fills the disk when a text is to be written to a file. */
function fillDisk(isLast: (text: string) => boolean): void {
  const { writeSync } = fs;
  const spy = vi.spyOn(fs, "writeSync").mockImplementation((...args: unknown[]): number => {
    const [descriptor, text] = args;
    if (typeof descriptor !== "number" || typeof text !== "string") throw new TypeError("unexpected");
    if (isLast(text)) throw Object.assign(new Error("no space"), { code: "ENOSPC" });
    return writeSync(descriptor, text);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    spy.mockRestore();
    syncBuiltinESMExports();
  });
}

describe("a report that the disk cannot hold any more", () => {
  test.each([[[]], [["--json"]], [["--ndjson"]]])("ends an import after the change in progress: %j", async (format) => {
    const fake = createFakeConnect();
    const { path, rows } = await folder();
    fillDisk((text) => text.includes(",zoe,"));
    const argv = ["import", "-", "--yes", "--concurrency", "1", "--report", "r.csv", ...format];
    const { code, stdout, stderr } = await run(fake, argv, { stdin: FILE, cwd: path });

    expect(code).toBe(1);
    expect(fake.users.map(({ username }) => username)).toEqual(["admin", "amy", "zoe"]);
    expect((await rows("r.csv")).map(({ username, status }) => `${username} ${status}`)).toEqual(["amy done"]);
    expect(stderr.split(FULL)).toHaveLength(3);
    expect(stderr.split("\n").filter((line) => line.startsWith("warning: "))).toEqual([`warning: ${FULL}`]);
    if (format.length === 0) {
      expect(stdout).toBe(
        "+ amy: created (email: a@x.example)\n+ zoe: created (email: z@x.example)\n  bob: create not attempted\n",
      );
      expect(stderr).toBe(
        [
          "Plan for standard input: 3 to create.",
          `warning: ${FULL}`,
          "standard input: 2 created, 1 not attempted.",
          `error: ${FULL}`,
          "fix: Free some space, or write to another disk.",
          "",
        ].join("\n"),
      );
    } else {
      expect(stdout.match(/"status":"[^"]+"/g)).toEqual(
        ["done", "done", "not attempted"].map((status) => `"status":"${status}"`),
      );
    }
  });

  const transfer = (): FakeConnect => {
    const fake = createFakeConnect();
    const { guid } = fake.addUser({ username: "jdoe", user_role: "publisher" });
    fake.addUser({ username: "ann", user_role: "publisher" });
    for (const name of ["one", "two", "three"]) fake.addContent({ name, owner_guid: guid });
    return fake;
  };
  const TRANSFER = ["transfer", "jdoe", "--to", "ann", "--yes", "--concurrency", "1", "--report", "r.csv"] as const;

  test("ends a transfer after the change in progress", async () => {
    const fake = transfer();
    const { path, rows } = await folder();
    fillDisk((text) => text.includes(",two,"));
    expect(await run(fake, TRANSFER, { cwd: path })).toEqual({
      code: 1,
      stdout: [
        "~ move-content one: jdoe → ann done (owned by jdoe)",
        "~ move-content two: jdoe → ann done (owned by jdoe)",
        "  move-content three: jdoe → ann not attempted (owned by jdoe)",
        "",
      ].join("\n"),
      stderr: [
        "note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.",
        "Plan for transfer jdoe to ann: 3 move-content planned (about 6 requests).",
        `warning: ${FULL}`,
        "transfer jdoe to ann: 2 move-content done, 1 move-content not attempted.",
        `error: ${FULL}`,
        "fix: Free some space, or write to another disk.",
        "",
      ].join("\n"),
    });
    expect((await rows("r.csv")).map(({ username }) => username)).toEqual(["one"]);
  });

  test("ends a transfer that keeps access before the item whose start it cannot hold", async () => {
    const fake = transfer();
    const { path } = await folder();
    fillDisk((text) => text.includes(",two,"));
    const { code, stderr } = await run(fake, [...TRANSFER, "--keep-access", "viewer"], { cwd: path });
    expect(code).toBe(1);
    expect(stderr).toContain(`error: ${FULL}\n`);
    const ann = fake.users.find(({ username }) => username === "ann")?.guid;
    expect(fake.content.map(({ name, owner_guid }) => [name, owner_guid === ann])).toEqual([
      ["one", true],
      ["two", false],
      ["three", false],
    ]);
  });

  test("for its header alone ends the command before anything is sent", async () => {
    const fake = createFakeConnect();
    const { path, read } = await folder();
    fillDisk(() => true);
    const argv = ["import", "-", "--yes", "--report", "r.csv"];
    expect(await run(fake, argv, { stdin: FILE, cwd: path })).toEqual({
      code: 1,
      stdout: "",
      stderr: `error: ${FULL}\nfix: Free some space, or write to another disk.\n`,
    });
    expect(changesOf(fake)).toEqual([]);
    expect(await read("r.csv")).toBe("");
  });
});

describe("a report that was damaged", () => {
  const row = (fake: FakeConnect, username: string, rest: string) => {
    const { guid = "" } = fake.users.find((user) => user.username === username) ?? {};
    return `2026-03-01T12:00:00.000Z,${fake.url},admin,2,${username},${guid},update,${rest}`;
  };

  test("within quotes is continued, and `undo` takes back what can be read", async () => {
    const fake = smallServer();
    await run(fake, ["update", "amara", "--email", "new@x.example"]);
    const done = row(
      fake,
      "amara",
      'done,,,,import,"{""email"":{""from"":""old@x.example"",""to"":""new@x.example""}}",',
    );
    const cut = row(fake, "jdoe", 'failed,,The server said no.,"Correct it, or');
    const { path, read } = await folder({
      "r.csv": `${COLUMNS}\n${done}\n${cut}`,
      "cut.csv": `${COLUMNS}\n${done}\n${cut}`,
    });
    const dry = await run(fake, ["undo", "cut.csv", "--dry-run"], { cwd: path });
    expect(dry).toMatchObject({ code: 0, stdout: containing("old@x.example") });
    const argv = ["import", "-", "--yes", "--report", "r.csv"];
    const stdin = "username,first_name\njdoe,Joan\n";
    for (let round = 0; round < 2; round++) {
      expect(await run(fake, argv, { stdin, cwd: path })).toMatchObject({ code: 0 });
    }
    expect((await read("r.csv")).split("\n")[2]).toBe(`${cut}"`);

    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.find(({ username }) => username === "amara")?.email).toBe("old@x.example");
  });

  test.each([
    ["was edited", "not JSON"],
    ["is no object", "7"],
    ["is nothing", "null"],
    ["has a field that is no change", '"{""email"":""old@x.example""}"'],
    ["has a value of another type", '"{""email"":{""from"":1,""to"":""amara@example.com""}}"'],
    ["has another field", '"{""guid"":{""from"":""a"",""to"":""b""}}"'],
  ])("in the cell of the fields, which %s, has nothing to take back", async (_, fields) => {
    const fake = smallServer();
    const { path } = await folder({ "r.csv": `${COLUMNS}\n${row(fake, "amara", `done,,,,import,${fields},`)}\n` });
    const { code, stderr } = await run(fake, ["undo", "r.csv", "--yes"], { cwd: path });
    expect([code, stderr.includes("Nothing to do")]).toEqual([0, true]);
    expect(changesOf(fake)).toEqual([]);
  });

  test("by hand, with quotes in a cell that has none around it, is continued and taken back", async () => {
    const fake = smallServer();
    const fields = '"{""email"":{""from"":""old@x.example"",""to"":""amara@example.com""}}"';
    const { path } = await folder({
      "r.csv": `${COLUMNS}\n${row(fake, "amara", `done,,see "mail" of May,,import,${fields},`)}\n`,
    });
    const stdin = "username,first_name\njdoe,Joan\n";
    const argv = ["import", "-", "--yes", "--report", "r.csv"];
    expect(await run(fake, argv, { stdin, cwd: path })).toMatchObject({ code: 0 });
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toMatchObject({ code: 0 });
    expect(fake.users.find(({ username }) => username === "amara")?.email).toBe("old@x.example");
    expect(fake.users.find(({ username }) => username === "jdoe")?.first_name).toBe("Jo");
  });

  test("leaves the row of a spreadsheet that has lost a column", async () => {
    const fake = smallServer();
    const { path } = await folder({ "r.csv": `${COLUMNS}\n${row(fake, "amara", "done,,,,import")}\n` });
    expect(await run(fake, ["undo", "r.csv", "--yes"], { cwd: path })).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: r.csv has no change to take back.\nfix: Nothing was done in that run.\n",
    });
    expect(changesOf(fake)).toEqual([]);
  });
});

describe("a report of another", () => {
  const fix = "fix: Choose another name for the report, or move the file away.\n";
  const report = (server: string, command: string) =>
    `${COLUMNS}\n2026-03-01T12:00:00.000Z,${server},admin,2,amy,,create,done,,,,${command},,\n`;
  const start = async (content: string) => {
    const fake = smallServer();
    const { path, read } = await folder({ "r.csv": content });
    const outcome = await run(fake, ["import", "-", "--yes", "--report", "r.csv"], { stdin: FILE, cwd: path });
    return { ...outcome, sent: changesOf(fake).length, report: await read("r.csv") };
  };

  test.each([
    [
      "server",
      report("https://other.example.com", "import"),
      "r.csv is the report of another server, https://other.example.com.",
    ],
    ["command", report(smallServer().url, "lock"), "r.csv is the report of the command `lock`."],
    ["program", "line,username\n2,amy\n", "r.csv exists and is not a report, so it is not overwritten."],
    ["format", '"a"b"c\n', "r.csv exists and is not a report, so it is not overwritten."],
  ])("%s is refused, and stays as it is", async (_, content, message) => {
    expect(await start(content)).toEqual({
      ...{ code: 2, stdout: "", stderr: `error: ${message}\n${fix}`, sent: 0, report: content },
    });
  });

  test.each([
    ["a slash at the end", `${smallServer().url}/`],
    ["upper case", smallServer().url.toUpperCase()],
  ])("spelling of the server is the same server: %s", async (_, server) => {
    const content = report(server, "import");
    const outcome = await start(content);
    expect([outcome.code, outcome.sent, outcome.report.startsWith(content)]).toEqual([0, 3, true]);
    expect(outcome.report.trimEnd().split("\n")).toHaveLength(5);
  });

  test.each([
    ["a byte-order mark", `\ufeff${report(smallServer().url, "import")}`],
    ["the line ends of Windows", report(smallServer().url, "import").replaceAll("\n", "\r\n")],
    ["no row", `${COLUMNS}\n`],
    ["no line end", COLUMNS],
  ])("program with %s is continued", async (_, content) => {
    const outcome = await start(content);
    expect([outcome.code, outcome.sent]).toEqual([0, 3]);
    expect(outcome.report.startsWith(content)).toBe(true);
    const added = outcome.report.slice(content.length).trim().split("\n");
    expect(added.map((line) => line.split(",").slice(3, 5).join(" "))).toEqual(["2 amy", "3 zoe", "4 bob"]);
    expect(outcome.report.split("\n\n")).toHaveLength(1);
  });
});

test("`undo` needs a report, and says so", async () => {
  const { path } = await folder({ "r.csv": "username\namara\n" });
  expect(await run(smallServer(), ["undo", "r.csv", "--yes"], { cwd: path })).toEqual({
    code: 2,
    stdout: "",
    stderr:
      "error: r.csv is not a report of this program.\nfix: Name a file that a command has written with --report.\n",
  });
});

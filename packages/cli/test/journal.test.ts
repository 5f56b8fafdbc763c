import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { link, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { run, smallServer } from "./support/cli.ts";
import { childEnvironment } from "./support/environment.ts";
import { folder, rowsOf } from "./support/folder.ts";
import { main } from "./support/shell.ts";

const FILE = "username,email\namy,a@x.example\nzoe,z@x.example\n";
const COLUMNS = "time,server,actor,line,username,guid,action,status,changes,error,fix,command,fields,correlation_id";

describe("--report", () => {
  test("has a row for each change, with time, server and actor", async () => {
    const fake = createFakeConnect();
    const { path, read } = await folder({ "in.csv": FILE });
    const now = () => Date.parse("2026-03-01T12:00:00Z");
    const argv = ["import", "in.csv", "--yes", "--report", "r.csv"];
    expect(await run(fake, argv, { cwd: path, now })).toMatchObject({ code: 0 });

    const text = await read("r.csv");
    expect(text.split("\n")[0]).toBe(COLUMNS);
    expect(rowsOf(text).find(({ username }) => username === "amy")).toMatchObject({
      time: "2026-03-01T12:00:00.000Z",
      server: fake.url,
      actor: "admin",
      line: "2",
      guid: fake.users.find(({ username }) => username === "amy")?.guid,
      action: "create",
      status: "done",
      changes: "email: a@x.example",
      command: "import",
    });
  });

  test("is continued by the same command, and by no other", async () => {
    const fake = createFakeConnect();
    const { path, rows, read } = await folder({ "in.csv": FILE });
    const argv = ["import", "in.csv", "--yes", "--report", "r.csv"];
    await run(fake, argv, { cwd: path });
    await run(fake, argv, { cwd: path });
    expect((await rows("r.csv")).map(({ status }) => status)).toEqual(["done", "done", "unchanged", "unchanged"]);

    const before = await read("r.csv");
    for (const other of [
      ["lock", "amy", "zoe"],
      ["offboard", "amy", "--to", "admin"],
    ]) {
      const { code, stderr } = await run(fake, [...other, "--yes", "--report", "r.csv"], { cwd: path });
      expect(code).toBe(2);
      expect(stderr).toContain("the report of the command `import`");
    }
    const elsewhere = createFakeConnect({ url: "https://other.example.com" });
    expect(await run(elsewhere, argv, { cwd: path })).toMatchObject({ code: 2 });
    expect(elsewhere.users).toHaveLength(1);
    expect(await read("r.csv")).toBe(before);
  });

  test("continues after a row that a crash has cut", async () => {
    const fake = createFakeConnect();
    const { path, read } = await folder({ "in.csv": FILE, "r.csv": `${COLUMNS}\n2026-03-01T12:00:00Z,https://conn` });
    expect(await run(fake, ["import", "in.csv", "--yes", "--report", "r.csv"], { cwd: path })).toMatchObject({
      code: 0,
    });
    expect((await read("r.csv")).split("\n")).toHaveLength(5);
  });

  test.each([
    ["another spelling", "./in.csv", undefined],
    ["a symbolic link", "alias.csv", symlink],
    ["a hard link", "alias.csv", link],
  ])("is never the input file under %s", async (_what, report, make) => {
    const fake = createFakeConnect();
    const { path, read } = await folder({ "in.csv": FILE });
    await make?.(join(path, "in.csv"), join(path, "alias.csv"));
    for (const flag of ["--yes", "--dry-run"]) {
      const { code, stderr } = await run(fake, ["import", "in.csv", flag, "--report", report], { cwd: path });
      expect(code).toBe(2);
      expect(stderr).toContain("would overwrite the input file");
    }
    expect(await read("in.csv")).toBe(FILE);
    expect(fake.users).toHaveLength(1);
  });

  test("is never the file of the API key", async () => {
    const fake = createFakeConnect();
    const { path, read } = await folder({ "in.csv": FILE });
    await writeFile(join(path, "key.txt"), fake.apiKey, { mode: 0o600 });
    const argv = ["import", "in.csv", "--yes", "--api-key-file", "key.txt", "--report", "key.txt"];
    expect(await run(fake, argv, { cwd: path, env: { CONNECT_API_KEY: undefined } })).toMatchObject({ code: 2 });
    expect(await read("key.txt")).toBe(fake.apiKey);
  });

  test("has what was refused, too", async () => {
    const { path, rows } = await folder();
    await run(smallServer(), ["lock", "admin", "jdoe", "--yes", "--report", "r.csv"], { cwd: path });
    expect((await rows("r.csv")).find(({ username }) => username === "admin")).toMatchObject({
      status: "refused",
      error: expect.stringContaining("own account") as string,
    });
  });
});

test("a terminal is told where the rows are that it does not show", async () => {
  const rows = Array.from({ length: 60 }, (_, at) => `user-${at},u${at}@x.example\n`).join("");
  const { path } = await folder({ "in.csv": `username,email\n${rows}` });
  const argv = ["import", "in.csv", "--yes"];
  const silent = await run(createFakeConnect(), argv, { cwd: path });
  expect(silent.stderr).toContain("60 created. Use --csv, --json or --report FILE to get every row.");
  const reported = await run(createFakeConnect(), [...argv, "--report", "r.csv"], { cwd: path });
  expect(reported.stderr).toContain("60 created. Every row is in r.csv.");
});

test("a report that is standard input is refused", async () => {
  const fake = createFakeConnect();
  const { path, read } = await folder({ "r.csv": `${COLUMNS}\n` });
  const argv = ["lock", "--file", "-", "--yes", "--report", "r.csv"];
  const child = spawn("/bin/sh", ["-c", `"$0" "$@" < r.csv`, process.execPath, main, ...argv], {
    cwd: path,
    env: { ...childEnvironment, CONNECT_SERVER: fake.url, CONNECT_API_KEY: fake.apiKey },
    stdio: "ignore",
  });
  expect(await once(child, "exit")).toEqual([2, null]);
  expect(await read("r.csv")).toBe(`${COLUMNS}\n`);
});

// `MOMENTS=30` runs the built program, which starts faster: half a minute.
const { MOMENTS } = process.env;
const moments = Array.from({ length: Number(MOMENTS ?? 3) }, (): [NodeJS.Signals, number, number] => [
  "SIGKILL",
  1 + Math.floor(Math.random() * 220),
  Math.floor(Math.random() * 12),
]);

describe("a program that is killed", { timeout: 60_000 }, () => {
  test.each([...moments, ["SIGHUP", 100, 0] satisfies [NodeJS.Signals, number, number]])(
    "by %s leaves a journal that agrees with the server, and the next run completes it (after %i rows and %i ms)",
    async (signal, rows, delay) => {
      const fake = createFakeConnect();
      fake.fault({ operationId: "createPushUser", delay: 10 });
      await using server = await fake.listen({ port: 0 });
      const names = Array.from({ length: 300 }, (_, at) => `user-${at}`);
      const { path } = await folder({
        "users.csv": `username,email\n${names.map((name) => `${name},${name}@x.example\n`).join("")}`,
      });
      const file = join(path, "r.csv");
      const child = start(path, { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey });
      const ended = once(child, "exit");
      const written = async (): Promise<number> =>
        (await readFile(file, "utf8").catch(() => "")).split(",done,").length - 1;
      while ((await written()) < rows) await wait(1);
      await wait(delay);
      child.kill(signal);
      expect(await ended).toEqual(signal === "SIGKILL" ? [null, "SIGKILL"] : [5, null]);

      const journal = rowsOf(await readFile(file, "utf8"));
      const done = journal.filter(({ status }) => status === "done");
      expect(done.length).toBeGreaterThan(0);
      expect(done.length).toBeLessThan(300);
      for (const { username, guid } of done) expect(userNamed(fake, username)?.guid).toBe(guid);
      // What was in progress when the program was killed may be there without a row.
      expect(fake.users.length - 1 - done.length).toBeLessThanOrEqual(signal === "SIGKILL" ? 6 : 0);

      const argv = ["import", "users.csv", "--yes", "--report", "r.csv"];
      const env = { CONNECT_SERVER: server.url };
      expect(await run(fake, argv, { cwd: path, env, fetch })).toMatchObject({ code: 0 });
      expect(fake.users.map(({ username }) => username).sort()).toEqual(["admin", ...names].sort());
      const after = rowsOf(await readFile(file, "utf8"));
      expect(new Set(after.map(({ username }) => username))).toEqual(new Set(names));
    },
  );
});

function start(cwd: string, env: Record<string, string>) {
  const program = MOMENTS === undefined ? main : fileURLToPath(new URL("../bin/connect-users.js", import.meta.url));
  return spawn(process.execPath, [program, "import", "users.csv", "--yes", "--report", "r.csv"], {
    env: { ...childEnvironment, ...env },
    cwd,
    stdio: "ignore",
  });
}

function userNamed(fake: FakeConnect, name: string | undefined) {
  return fake.users.find(({ username }) => username === name);
}

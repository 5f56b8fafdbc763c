import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { run, type World } from "./support/cli.ts";
import { folder, rowsOf as csvRows } from "./support/folder.ts";
import { emptyComputer } from "./support/stored.ts";

const PAGE = readFileSync(new URL("../docs/json.md", import.meta.url), "utf8");

const PLAN_FIELDS = [
  ...["line", "username", "guid", "action", "status", "changes", "column", "field", "kind", "message", "fix", "kinds"],
];
const STEP_FIELDS = [...PLAN_FIELDS, "name", "from", "to", "reason", "id"];

const aString: unknown = expect.any(String);
const anObject: unknown = expect.any(Object);

const FILES = {
  "users.csv": "username,email\njdoe,jo@new.example\nnew,new@example.com\n",
  "bad.csv": "username,email\nbad,not-an-email\n",
  "people.csv": "username,email\nadmin,admin@example.com\njdoe,jo@example.com\n",
  "pairs.csv": "from,into\nold,ann\n",
  "report.csv":
    "time,server,actor,line,username,guid,action,status,changes,error,fix,command,fields,correlation_id\n" +
    '2026-01-01T00:00:00.000Z,SERVER,admin,,jdoe,GUID,lock,done,,,,lock,"{""locked"":{""from"":false,""to"":true}}",\n',
};

function server(): FakeConnect {
  const fake = createFakeConnect({ seed: 1 });
  const jdoe = fake.addUser({ username: "jdoe", email: "jo@example.com", user_role: "publisher" });
  fake.addUser({ username: "ann", email: "ann@example.com", user_role: "publisher" });
  const gone = fake.addUser({ username: "gone", email: "gone@example.com", locked: true, user_role: "publisher" });
  fake.addUser({ username: "old", email: "jo@example.com" });
  fake.addGroup({ name: "analysts", members: [jdoe.guid] });
  fake.addContent({ name: "app", owner_guid: jdoe.guid });
  fake.addContent({ name: "orphan", owner_guid: gone.guid });
  return fake;
}

/** Signs in to a server that approves it, and returns the environment in which the session is used. */
async function signIn(fake: FakeConnect): Promise<World> {
  const { world } = await emptyComputer();
  const person: World = {
    ...world(),
    now: () => fake.clock.now().getTime(),
    sleep(milliseconds) {
      fake.clock.advance({ seconds: milliseconds / 1000 });
      for (const { id } of fake.oauth.pending) fake.oauth.approve(id, "admin");
      return Promise.resolve();
    },
  };
  await run(fake, ["login", fake.url, "--device"], person);
  return person;
}

/** Returns the fields of what an endpoint returns, or of the first item of its list. */
async function fieldsOf(fake: FakeConnect, path: string): Promise<string[]> {
  const guid = fake.users.find(({ username }) => username === "jdoe")?.guid ?? "";
  const url = `${fake.url}/__api__${path.replace("{guid}", guid)}`;
  const response = await fake.fetch(url, { headers: { authorization: `Key ${fake.apiKey}` } });
  const value: unknown = await response.json();
  const list = typeof value === "object" && value !== null && "results" in value ? value.results : value;
  const fields = Object.keys(rowsOf(list)[0] ?? {});
  expect(fields).not.toEqual([]);
  return fields;
}

/** Command lines, and the command of the table that describes their fields. */
const COMMANDS: readonly (readonly [commandLine: string, row: string])[] = [
  ["whoami", "whoami"],
  ["show jdoe", "show USER"],
  ["create zed --email z@example.com --must-set-password", "create"],
  ["update jdoe --first-name Jo", "update USER"],
  ["lock jdoe", "lock USER"],
  ["unlock jdoe", "unlock USER"],
  ["list", "list"],
  ["export", "export"],
  ["stale --older-than 1d --include-never", "stale"],
  ["count", "count"],
  ["groups jdoe", "groups USER"],
  ["content jdoe", "content USER"],
  ["licenses", "licenses"],
  ["licenses --by month", "licenses --by month"],
  ["audit", "audit"],
  ["duplicates", "duplicates"],
  ["orphans", "orphans"],
  ["access-review", "access-review"],
  ["doctor", "doctor"],
  ["status", "status"],
  ["profiles", "profiles"],
  ["logout", "logout"],
  ["login --with-key --profile other", "login"],
  ["keys list", "keys list"],
  ["keys create --name ci", "keys create"],
  ["keys revoke fake", "keys revoke"],
  ["completion bash", "completion SHELL"],
  ["token", "token"],
];

/** Command lines that print a plan, with their exit codes. */
const PLANS: readonly (readonly [commandLine: string, code: number, fields: readonly string[]])[] = [
  ["import users.csv --dry-run", 0, PLAN_FIELDS],
  ["import users.csv --yes", 0, PLAN_FIELDS],
  ["import bad.csv --yes", 2, PLAN_FIELDS],
  ["update --file people.csv --dry-run", 0, PLAN_FIELDS],
  ["lock jdoe --dry-run", 0, PLAN_FIELDS],
  ["lock jdoe ann --yes", 0, PLAN_FIELDS],
  ["lock admin jdoe --yes", 6, PLAN_FIELDS],
  ["unlock gone jdoe --yes", 0, PLAN_FIELDS],
  ["stale --older-than 1d --include-never --role viewer --lock --yes", 0, PLAN_FIELDS],
  ["offboard jdoe --to ann --dry-run", 0, STEP_FIELDS],
  ["offboard jdoe --to ann --yes", 0, STEP_FIELDS],
  ["offboard jdoe --to gone --yes", 6, STEP_FIELDS],
  ["transfer jdoe --to ann --yes", 0, STEP_FIELDS],
  ["merge old ann --yes", 0, STEP_FIELDS],
  ["merge --file pairs.csv --dry-run", 0, STEP_FIELDS],
  ["sync users.csv --check", 10, STEP_FIELDS],
  ["sync users.csv --yes", 0, STEP_FIELDS],
  ["roles sync --map analysts=viewer --yes", 0, STEP_FIELDS],
  ["undo report.csv --dry-run", 0, STEP_FIELDS],
  ["access-review apply review.csv --yes", 0, STEP_FIELDS],
  ["apply plan.json --dry-run", 0, STEP_FIELDS],
  ["apply plan.json --yes", 0, STEP_FIELDS],
];

describe("--json and --ndjson print the documented fields", () => {
  test.each(COMMANDS)("%s", async (commandLine, row) => {
    const { prints, endpoint, fields } = documented(row);
    const argv = commandLine.split(" ");
    const [one, other] = await Promise.all(
      ["--json", "--ndjson"].map(async (format) => {
        const fake = server();
        await run(fake, ["update", "jdoe", "--last-name", "Doe"]);
        const computer = await emptyComputer();
        if (row === "token") return await run(fake, [...argv, format], await signIn(fake));
        await run(fake, ["login", fake.url], computer.world(fake.apiKey));
        const env = { XDG_CONFIG_HOME: computer.world().env?.["XDG_CONFIG_HOME"] };
        return await run(fake, [...argv, format], { env, stdin: fake.apiKey });
      }),
    );

    expect([one?.code, other?.code]).toEqual([0, 0]);
    const value: unknown = JSON.parse(one?.stdout ?? "");
    expect(Array.isArray(value)).toBe(prints === "array");
    const rows = rowsOf(value);
    expect(rows.length).toBeGreaterThan(0);
    const expected = [...(endpoint === undefined ? [] : await fieldsOf(server(), endpoint)), ...fields];
    expect(expected.length).toBeGreaterThan(0);
    for (const each of rows) expect(Object.keys(each).toSorted()).toEqual(expected.toSorted());
    expect(linesOf(other?.stdout ?? "").map(Object.keys)).toEqual(rows.map(Object.keys));
  });
});

describe("every plan prints rows of one shape", () => {
  test.each(PLANS)("%s", async (commandLine, code, fields) => {
    const argv = commandLine.split(" ");
    const [one, other] = await Promise.all(
      ["--json", "--ndjson"].map(async (format) => {
        const fake = server();
        const jdoe = fake.users.find(({ username }) => username === "jdoe");
        const report = FILES["report.csv"].replace("SERVER", fake.url).replace("GUID", jdoe?.guid ?? "");
        const review = `guid,user_role,locked,decision\n${jdoe?.guid ?? ""},publisher,false,lock\n`;
        const { path } = await folder({ ...FILES, "report.csv": report, "review.csv": review });
        if (argv[0] === "apply") {
          await run(fake, ["import", "users.csv", "--plan-out", "plan.json"], { cwd: path });
        }
        return await run(fake, [...argv, format], { cwd: path });
      }),
    );

    expect([one?.code, other?.code]).toEqual([code, code]);
    const rows = rowsOf(JSON.parse(one?.stdout ?? ""));
    const lines = linesOf(other?.stdout ?? "");
    expect(rows.length).toBeGreaterThan(0);
    expect(lines).toHaveLength(rows.length);
    for (const each of [...rows, ...lines]) {
      expect(new Set(Object.keys(each))).toEqual(new Set(fields));
      expect(each).toMatchObject({
        action: aString,
        status: aString,
        changes: anObject,
      });
      if (each["status"] === "refused" || each["status"] === "invalid") {
        expect(each).toMatchObject({ kind: aString, message: aString, fix: aString });
      }
    }
  });

  test("a row of --ndjson is printed when it is settled", async () => {
    const fake = server();
    const [, jdoe] = fake.users;
    for (let item = 0; item < 20; item++) fake.addContent({ name: `item${item}`, owner_guid: jdoe?.guid ?? "" });
    const seen: number[] = [];
    const stdout = {
      write: (text: string) => {
        if (text.includes('"move-content"')) seen.push(fake.requests.filter(({ method }) => method !== "GET").length);
      },
    };
    await run(fake, ["offboard", "jdoe", "--to", "ann", "--yes", "--concurrency", "1", "--ndjson"], { stdout });
    const writes = fake.requests.filter(({ method }) => method !== "GET").length;

    expect(seen[0]).toBeLessThan(writes);
  });

  test.each(["import", "sync"])(
    "a later row of %s --ndjson replaces the one that the server did not keep",
    async (command) => {
      const fake = server();
      const { guid, ...record } = fake.users.find(({ username }) => username === "jdoe") ?? { guid: "" };
      fake.fault({ operationId: "updateUser", status: 200, body: { ...record, guid, email: "jo@new.example" } });
      const { path } = await folder(FILES);
      const { code, stdout } = await run(fake, [command, "users.csv", "--yes", "--ndjson"], { cwd: path });

      expect(code).toBe(5);
      const lines = linesOf(stdout);
      expect(lines.map(({ username, status }) => `${String(username)} ${String(status)}`).toSorted()).toEqual([
        "jdoe differs",
        "jdoe done",
        "new done",
      ]);
      const key = command === "sync" ? "id" : "guid";
      const last = new Map(lines.map((line) => [line[key], `${String(line["username"])} ${String(line["status"])}`]));
      expect([...last.values()].toSorted()).toEqual(["jdoe differs", "new done"]);
    },
  );

  test("with --csv, as text instead of objects", async () => {
    const { path } = await folder(FILES);
    const { stdout } = await run(server(), ["import", "users.csv", "--dry-run", "--csv"], { cwd: path });
    const [jdoe] = csvRows(stdout);

    expect(Object.keys(jdoe ?? {})).toEqual(PLAN_FIELDS.filter((field) => field !== "kinds"));
    expect(jdoe).toMatchObject({ changes: "email: jo@example.com → jo@new.example" });
  });

  test("the page names every field of a row", () => {
    for (const field of STEP_FIELDS) expect(PAGE).toContain(`\`${field}\``);
  });
});

test("api prints what the server sends, as an array with --paginate", async () => {
  const fake = server();
  const path = `v1/users/${fake.users[0]?.guid ?? ""}`;
  for (const format of ["--json", "--ndjson"]) {
    const { stdout } = await run(fake, ["api", "GET", path, format]);
    expect(Object.keys(rowsOf(JSON.parse(stdout))[0] ?? {})).toEqual(await fieldsOf(fake, `/${path}`));
  }
  const { stdout } = await run(fake, ["api", "GET", "v1/users", "--paginate", "--json"]);
  expect(JSON.parse(stdout)).toHaveLength(fake.users.length);
});

test.each([
  [["--csv", "--fields", "shell"], "shell\nbash\n"],
  [["--csv-raw", "--fields", "shell"], "shell\nbash\n"],
  [["--fields", "shell"], "bash"],
])("completion prints its fields with %j", async (flags, expected) => {
  const { code, stdout } = await run(server(), ["completion", "bash", ...flags]);

  expect(code).toBe(0);
  expect(stdout.replaceAll("\r", "")).toContain(expected);
  expect(stdout).not.toContain("complete -F");
});

test("a plan leaves out its remarks with --json, and with --quiet", async () => {
  const { path } = await folder(FILES);
  const remarksOf = async (...flags: string[]) =>
    (await run(server(), ["import", "users.csv", "--yes", ...flags], { cwd: path })).stderr;

  expect(await remarksOf("--json")).toBe("");
  expect(await remarksOf("--ndjson", "--quiet")).toBe("");
  expect(await remarksOf("--ndjson")).not.toBe("");
});

test.each([["--json"], ["--ndjson"]])("%s prints a failure as JSON, and no data", async (format) => {
  for (const argv of [["show", "nobody"], ["list", "--role", "boss"], ["bogus"], ["import", "missing.csv"]]) {
    const { code, stdout, stderr } = await run(server(), [...argv, format]);

    expect(code).toBeGreaterThan(0);
    expect(stdout).toBe("");
    expect(JSON.parse(stderr.trimEnd().split("\n").at(-1) ?? "")).toEqual({
      error: { kind: aString, message: aString, fix: aString },
    });
  }
});

/** What the table says about a command: an endpoint of the server's API that has the same fields, and the names of others. */
function documented(command: string): { prints: string; endpoint: string | undefined; fields: string[] } {
  const cells = PAGE.split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .find(([, commands = ""]) => commands.split(", ").includes(`\`${command}\``));
  const [, , prints = "", text = ""] = cells ?? [];
  const fields = [...(text.split(";")[0] ?? "").matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
  return { prints, endpoint: /^those of `GET (\S+)`/.exec(text)?.[1], fields };
}

function rowsOf(value: unknown): Record<string, unknown>[] {
  return [value].flat().filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null);
}

function linesOf(text: string): Record<string, unknown>[] {
  return rowsOf(
    text
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line)),
  );
}

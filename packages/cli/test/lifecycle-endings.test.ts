import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { type Outcome, run } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

const FORMATS = [[], ["--csv"], ["--json"], ["--ndjson"]] as const;
const HEADER = "line,username,guid,action,status,changes,column,field,kind,message,fix,name,from,to,reason,id";
const TRANSFER = ["transfer", "jdoe", "--to", "ann", "--concurrency", "1"] as const;
const NOTE = "note: Moved content keeps its environment variables: rotate the secrets that jdoe knows.";

/** jdoe owns some items, named `app0` and so on. */
function server(items: number): FakeConnect {
  const fake = createFakeConnect();
  const { guid } = fake.addUser({ username: "jdoe", user_role: "publisher" });
  fake.addUser({ username: "ann", user_role: "publisher" });
  for (let at = 0; at < items; at++) fake.addContent({ name: `app${at}`, owner_guid: guid });
  return fake;
}

interface Step {
  readonly name: string;
  readonly status: string;
  readonly kind?: string;
  readonly message?: string;
  readonly fix?: string;
}

interface Expected {
  readonly code: number;
  readonly steps: readonly Step[];
  /** What a person is told on standard error, except for the error. */
  readonly notes: readonly string[];
  readonly warning?: string;
  readonly error?: { readonly kind: string; readonly message: string; readonly fix: string };
}

/** Compares everything that a run printed, in its format. */
function expectEnd(fake: FakeConnect, [format = ""]: readonly string[], outcome: Outcome, expected: Expected): void {
  const { code, steps, notes, warning, error } = expected;
  const isJson = format === "--json" || format === "--ndjson";
  const successor = fake.users.find(({ username }) => username === "ann")?.guid ?? "";
  const rows = steps.map(({ name, status, kind = null, message = null, fix = null }) => {
    const guid = fake.content.find((item) => item.name === name)?.guid ?? "";
    return {
      ...{ line: null, username: name, guid, action: "move-content", status, changes: {}, column: null, field: null },
      ...{ kind, message, fix, kinds: ["move-content"], name, from: "jdoe", to: "ann", reason: "owned by jdoe" },
      id: `move-content:${guid}:${successor}`,
    };
  });
  const quoted = (text: string | null) => (text?.includes(",") === true ? `"${text}"` : (text ?? ""));
  const lines = rows.map(({ name, status, message, fix }) => {
    const word = status === "planned" ? "" : ` ${status}`;
    const mark = status === "failed" ? "!" : status === "not attempted" ? " " : "~";
    const details = message === null ? "" : `: ${message} ${fix ?? ""}`;
    return `${mark} move-content ${name}: jdoe → ann${word} (owned by jdoe)${details}\n`;
  });
  const cells = rows.map(({ name, guid, status, kind, message, fix, id }) =>
    ["", name, guid, "move-content", status, "", "", "", kind, message, quoted(fix), name, "jdoe,ann,owned by jdoe", id]
      .map((cell) => cell ?? "")
      .join(","),
  );

  expect(outcome.code).toBe(code);
  if (format === "--json") expect(JSON.parse(outcome.stdout)).toEqual(rows);
  else if (format === "--ndjson") expect(outcome.stdout.trimEnd().split("\n").filter(Boolean).map(parse)).toEqual(rows);
  else expect(outcome.stdout).toBe(format === "--csv" ? [HEADER, ...cells, ""].join("\n") : lines.join(""));

  const told = format === "--json" ? [] : notes;
  const warnings = warning === undefined || format === "--json" ? [] : [`warning: ${warning}`];
  const last = told.length > 0 && warnings.length > 0 ? told.slice(-1) : [];
  const errors =
    error === undefined ? [] : isJson ? [JSON.stringify({ error })] : [`error: ${error.message}`, `fix: ${error.fix}`];
  expect(outcome.stderr).toBe(
    [...told.slice(0, told.length - last.length), ...warnings, ...last, ...errors].map((line) => `${line}\n`).join(""),
  );
}

function parse(line: string): unknown {
  return JSON.parse(line);
}

describe.each(FORMATS.map((format) => [format.join(" "), format] as const))("a transfer with %j", (_, format) => {
  const rerun = (): string => {
    const flags = format.length === 0 ? "" : ` ${format.join(" ")}`;
    return `Re-run to resume; what is done is skipped: connect-users transfer jdoe${flags} --yes --concurrency 1 --to ann`;
  };

  test.each([
    ["--dry-run", 0],
    ["--check", 10],
  ])("that is only planned (%s)", async (flag, code) => {
    const fake = server(2);
    expectEnd(fake, format, await run(fake, [...TRANSFER, flag, ...format]), {
      code,
      steps: ["app0", "app1"].map((name) => ({ name, status: "planned" })),
      notes: [NOTE, "Plan for transfer jdoe to ann: 2 move-content planned. Nothing was changed."],
    });
  });

  test("that has nothing to do", async () => {
    const fake = server(0);
    expectEnd(fake, format, await run(fake, [...TRANSFER, "--yes", ...format]), {
      code: 0,
      steps: [],
      notes: ["Nothing to do for transfer jdoe to ann."],
    });
  });

  test("that succeeds", async () => {
    const fake = server(2);
    expectEnd(fake, format, await run(fake, [...TRANSFER, "--yes", ...format]), {
      code: 0,
      steps: ["app0", "app1"].map((name) => ({ name, status: "done" })),
      notes: [
        NOTE,
        "Plan for transfer jdoe to ann: 2 move-content planned (about 5 requests).",
        "transfer jdoe to ann: 2 move-content done.",
      ],
    });
  });

  test("of which a step fails", async () => {
    const fake = server(2);
    fake.fault({ operationId: "updateContent", status: 400, times: 1 });
    const outcome = await run(fake, [...TRANSFER, "--yes", ...format]);
    const message = `PATCH /v1/content/${fake.content[0]?.guid ?? ""} failed with status 400: A value is not valid (code 25).`;
    const fix = "Correct what the server rejects.";
    expectEnd(fake, format, outcome, {
      code: 5,
      steps: [
        { name: "app0", status: "failed", kind: "invalid_request", message, fix },
        { name: "app1", status: "done" },
      ],
      notes: [
        NOTE,
        "Plan for transfer jdoe to ann: 2 move-content planned (about 5 requests).",
        "transfer jdoe to ann: 1 move-content failed, 1 move-content done.",
      ],
      warning: "jdoe still owns 1 content item.",
      error: { kind: "partial", message: "1 of 2 steps failed.", fix: `See the message of each step. ${rerun()}` },
    });
  });

  test("that stops because the key is rejected", async () => {
    const fake = server(3);
    fake.fault({ operationId: "updateContent", status: 401, after: 1 });
    const outcome = await run(fake, [...TRANSFER, "--yes", ...format]);
    const message = `PATCH /v1/content/${fake.content[1]?.guid ?? ""} failed with status 401: This credential is not valid (code 30).`;
    const fix = "Check that the API key or token is complete, current, and from this server.";
    expectEnd(fake, format, outcome, {
      code: 3,
      steps: [
        { name: "app0", status: "done" },
        { name: "app1", status: "failed", kind: "authentication", message, fix },
        { name: "app2", status: "not attempted" },
      ],
      notes: [
        NOTE,
        "Plan for transfer jdoe to ann: 3 move-content planned (about 6 requests).",
        "transfer jdoe to ann: 1 move-content done, 1 move-content failed, 1 move-content not attempted.",
      ],
      error: { kind: "authentication", message: `${message} Stopped: 1 change made, 1 not attempted.`, fix },
    });
  });

  test("that is interrupted", async () => {
    const fake = server(3);
    const interruption = new AbortController();
    const outcome = await run(fake, [...TRANSFER, "--yes", ...format], {
      signal: interruption.signal,
      fetch: (input, init) => {
        const request = new Request(input, init);
        if (request.method !== "GET") interruption.abort();
        return fake.fetch(request);
      },
    });
    expectEnd(fake, format, outcome, {
      code: 5,
      steps: [
        { name: "app0", status: "done" },
        { name: "app1", status: "not attempted" },
        { name: "app2", status: "not attempted" },
      ],
      notes: [
        NOTE,
        "Plan for transfer jdoe to ann: 3 move-content planned (about 6 requests).",
        "Finishing the changes in progress. Press Ctrl-C again to quit at once.",
        "transfer jdoe to ann: 1 move-content done, 2 move-content not attempted.",
      ],
      error: { kind: "partial", message: "Interrupted: 1 change made, 2 not attempted.", fix: rerun() },
    });
  });
});

describe("a step that is refused", () => {
  const message = "ann has an item named app0";
  const fix =
    "Rename one of the two, or pass `--rename-clashes` with a suffix; deploying it by name then creates a new item.";
  const line = `! move-content app0: jdoe → ann refused (${message}): ${fix}\n`;
  const error = `error: 1 step refused. First: ${message}.\nfix: ${fix}\n`;

  /** ann has an item with the name of one of jdoe's. */
  function clash(items: number): FakeConnect {
    const fake = server(items);
    const { guid = "" } = fake.users.find(({ username }) => username === "ann") ?? {};
    fake.addContent({ name: "app0", owner_guid: guid });
    return fake;
  }

  test.each([
    ["--dry-run", 6, error],
    ["--check", 10, ""],
  ])("is in the plan (%s)", async (flag, code, end) => {
    const { path, rows } = await folder();
    const argv = [...TRANSFER, flag, "--report", "r.csv"];
    expect(await run(clash(2), argv, { cwd: path })).toEqual({
      code,
      stdout: `${line}~ move-content app1: jdoe → ann (owned by jdoe)\n`,
      stderr:
        `${NOTE}\nPlan for transfer jdoe to ann: 1 move-content refused, 1 move-content planned. ` +
        `Nothing was changed.\n${end}`,
    });
    expect(await rows("r.csv")).toMatchObject([
      { username: "app0", status: "refused", changes: "jdoe → ann", error: message, fix, line: "", fields: "" },
      { username: "app1", status: "planned", changes: "jdoe → ann", error: "", fix: "", line: "", fields: "" },
    ]);
  });

  test("is left out, and the others are done", async () => {
    const fake = clash(2);
    const { path, rows } = await folder();
    expect(await run(fake, [...TRANSFER, "--yes", "--report", "r.csv"], { cwd: path })).toEqual({
      code: 6,
      stdout: `${line}~ move-content app1: jdoe → ann done (owned by jdoe)\n`,
      stderr: [
        NOTE,
        "Plan for transfer jdoe to ann: 1 move-content refused, 1 move-content planned (about 4 requests).",
        "warning: jdoe still owns 1 content item.",
        "transfer jdoe to ann: 1 move-content refused, 1 move-content done.",
        error,
      ].join("\n"),
    });
    const base = {
      server: fake.url,
      actor: "admin",
      command: "transfer",
      action: "move-content",
      line: "",
      fields: "",
    };
    expect(await rows("r.csv")).toEqual([
      {
        ...base,
        ...{ time: expect.stringMatching(/^20.*Z$/) as string, username: "app0", guid: fake.content[0]?.guid },
        ...{ status: "refused", changes: "jdoe → ann", error: message, fix, correlation_id: "" },
      },
      {
        ...base,
        ...{ time: expect.stringMatching(/^20.*Z$/) as string, username: "app1", guid: fake.content[1]?.guid },
        ...{ status: "done", changes: "jdoe → ann", error: "", fix: "" },
        correlation_id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      },
    ]);
  });

  test("can be all that there is", async () => {
    const { path, rows } = await folder();
    expect(await run(clash(1), [...TRANSFER, "--yes", "--report", "r.csv"], { cwd: path })).toEqual({
      code: 6,
      stdout: line,
      stderr: `Nothing to do for transfer jdoe to ann: 1 move-content refused.\n${error}`,
    });
    expect(await rows("r.csv")).toMatchObject([{ username: "app0", status: "refused" }]);
  });
});

test("a plan that is refused prints its steps, and writes nothing", async () => {
  const fake = server(1);
  const { path, rows } = await folder();
  const { guid = "" } = fake.users.find(({ username }) => username === "jdoe") ?? {};
  expect(await run(fake, ["offboard", "jdoe", "--yes", "--report", "r.csv"], { cwd: path })).toEqual({
    code: 6,
    stdout: [
      "~ lock jdoe (leaves)",
      "! move-content app0 refused (owned by the leaver, and there is no successor): Pass `--to`.",
      "* usermanager-delete jdoe manual (the API cannot delete accounts, and a locked one uses no license): If it must go, " +
        `once it owns nothing, run on the server as root, after reading its --help: usermanager delete --users --user-guid ${guid}`,
      "",
    ].join("\n"),
    stderr:
      "error: Refused: jdoe owns 1 item, and there is no successor. Nothing was changed.\n" +
      "fix: Pass `--to USER`, or name the content in `--map`.\n",
  });
  expect(await rows("r.csv")).toEqual([]);
});

describe("before the question", () => {
  const ask = async (items: number, argv: readonly string[]): Promise<string> => {
    const world = { answer: "n\n", terminal: 300, env: { NO_COLOR: "1" } };
    const { code, stdout, stderr } = await run(server(items), argv, world);
    expect([code, stdout]).toEqual([1, ""]);
    const screen = stripVTControlCharacters(stderr).replaceAll("\r", "");
    expect(screen).toMatch(/\? \[y\/N\] n\nNothing was changed\.\n$/);
    return screen;
  };
  const lines = (count: number) =>
    Array.from({ length: count }, (_, at) => `~ move-content app${at}: jdoe → ann (owned by jdoe)\n`).join("");

  test.each([
    [1, "Make 1 change?", lines(1)],
    [20, "Make 20 changes?", lines(20)],
    [21, "Make 21 changes?", "21 steps, by kind; --dry-run shows all of them:\n  21  move-content\n"],
  ])("%i steps", async (count, question, shown) => {
    const screen = await ask(count, TRANSFER);
    const plan = `Plan for transfer jdoe to ann: ${count} move-content planned (about ${count + 3} requests).\n`;
    expect(screen.slice(screen.indexOf(NOTE))).toBe(
      `${NOTE}\n${shown}${plan}${question} [y/N] n\nNothing was changed.\n`,
    );
  });

  test("risky steps come first and in full", async () => {
    const screen = await ask(21, ["offboard", "jdoe", "--to", "ann"]);
    expect(screen).toContain("\n~ lock jdoe (leaves)\n* usermanager-transfer jdoe: jdoe → ann manual ");
    expect(screen).toContain(
      "\n… and 21 steps more, by kind; --dry-run shows all of them:\n  21  move-content\nPlan for ",
    );
  });
});

test.each([
  [50, true],
  [51, false],
])("a person sees every step of %i: %j", async (count, isComplete) => {
  const { code, stdout, stderr } = await run(server(count), [...TRANSFER, "--yes"]);
  expect(code).toBe(0);
  expect(stdout.split("\n")).toHaveLength(isComplete ? 51 : 1);
  expect(stderr.endsWith(`transfer jdoe to ann: ${count} move-content done.${isComplete ? "" : ` ${HINT}`}\n`)).toBe(
    true,
  );
});

const HINT = "Use --csv, --json or --report FILE to get every step.";

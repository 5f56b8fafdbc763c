import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { type Outcome, run, smallServer } from "./support/cli.ts";
import { folder } from "./support/folder.ts";
import { disturbedNetwork, slowNetwork } from "./support/network.ts";

const FORMATS = [[], ["--csv"], ["--json"], ["--ndjson"], ["--quiet"]] as const;
const HEADER = "line,username,guid,action,status,changes,column,field,kind,message,fix";
const LOCK = ["lock", "jdoe", "amara", "--yes", "--concurrency", "1"] as const;

/** What standard error has besides the error: the notes, unless `--json` or `--quiet` is given. */
function notes(format: readonly string[], ...lines: readonly string[]): string {
  return ["--json", "--quiet"].includes(format[0] ?? "") ? "" : lines.map((line) => `${line}\n`).join("");
}

/** How an error is printed in a format. */
function error(format: readonly string[], kind: string, message: string, fix: string): string {
  return ["--json", "--ndjson"].includes(format[0] ?? "")
    ? `${JSON.stringify({ error: { kind, message, fix } })}\n`
    : `error: ${message}\nfix: ${fix}\n`;
}

const guidOf = (fake: FakeConnect, name: string) => fake.users.find(({ username }) => username === name)?.guid ?? null;

/** A row of JSON about a user that is to be locked. */
function lockRow(fake: FakeConnect, username: string, status: string, problem: object = {}) {
  return {
    ...{ line: null, username, guid: guidOf(fake, username), action: "lock", status },
    changes: { locked: { from: false, to: true } },
    ...{ column: null, field: null, kind: null, message: null, fix: null, kinds: ["lock"], ...problem },
  };
}

/** The rows that were printed as JSON or NDJSON. */
function parse({ stdout }: Outcome, format: readonly string[]): unknown {
  return JSON.parse(format[0] === "--json" ? stdout : `[${stdout.trimEnd().split("\n").join(",")}]`);
}

function expectRows(
  outcome: Outcome,
  format: readonly string[],
  { lines, csv, rows }: { lines: readonly string[]; csv: readonly string[]; rows: readonly object[] },
): void {
  if (format[0] === "--json" || format[0] === "--ndjson") expect(parse(outcome, format)).toEqual(rows);
  else expect(outcome.stdout).toBe([...(format[0] === "--csv" ? [HEADER, ...csv] : lines), ""].join("\n"));
}

describe.each(FORMATS.map((format) => [format.join(" "), format] as const))("a bulk change with %j", (_, format) => {
  test("that has nothing to do", async () => {
    const fake = smallServer();
    const outcome = await run(fake, ["lock", "lin", "lin@example.com", "--yes", ...format]);

    expect([outcome.code, outcome.stderr]).toEqual([0, notes(format, "Nothing to do for 1 user: 1 unchanged.")]);
    expectRows(outcome, format, {
      lines: ["= lin: unchanged"],
      csv: [`,lin,${guidOf(fake, "lin")},lock,unchanged,,,,,,`],
      rows: [{ ...lockRow(fake, "lin", "unchanged"), changes: {} }],
    });
  });

  test("that succeeds", async () => {
    const fake = smallServer();
    const outcome = await run(fake, [...LOCK, ...format]);

    expect([outcome.code, outcome.stderr]).toEqual([
      0,
      notes(format, "Plan for 2 users: 2 to lock.", "2 users: 2 locked."),
    ]);
    expectRows(outcome, format, {
      lines: ["- jdoe: locked", "- amara: locked"],
      csv: ["jdoe", "amara"].map((name) => `,${name},${guidOf(fake, name)},lock,done,locked: no → yes,,,,,`),
      rows: [lockRow(fake, "jdoe", "done"), lockRow(fake, "amara", "done")],
    });
  });

  test("of which a row is refused", async () => {
    const fake = smallServer();
    const outcome = await run(fake, ["lock", "admin", "amara", "--yes", ...format]);
    const message = "this is your own account, and you could not unlock it";
    const fix = "Ask another administrator to do it, or pass `--force`.";

    expect(outcome.code).toBe(6);
    expect(outcome.stderr).toBe(
      notes(format, "Plan for 2 users: 1 to lock, 1 refused.", "2 users: 1 locked, 1 refused.") +
        error(format, "refused", "1 row refused.", fix),
    );
    expectRows(outcome, format, {
      lines: [`! admin: lock refused: ${message}. ${fix}`, "- amara: locked"],
      csv: [
        `,admin,${guidOf(fake, "admin")},lock,refused,locked: no → yes,,,refused,"${message}","${fix}"`,
        `,amara,${guidOf(fake, "amara")},lock,done,locked: no → yes,,,,,`,
      ],
      rows: [lockRow(fake, "admin", "refused", { kind: "refused", message, fix }), lockRow(fake, "amara", "done")],
    });
  });

  test("of which all rows are refused", async () => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, ["lock", "admin", "lin", "--yes", ...format]);

    expect(code).toBe(6);
    expect(stderr).toBe(
      notes(format, "Nothing to do for 2 users: 1 unchanged, 1 refused.") +
        error(format, "refused", "1 row refused.", "Ask another administrator to do it, or pass `--force`."),
    );
  });

  test("of which rows are invalid", async () => {
    const fake = smallServer();
    const outcome = await run(fake, ["lock", "nobody", "amara", "someone", "--yes", ...format]);
    const fix = "Check the spelling; usernames are case-sensitive.";
    const problem = (name: string) => `there is no user \`${name}\``;

    expect(outcome.code).toBe(4);
    expect(outcome.stderr).toBe(
      error(
        format,
        "not_found",
        `3 users: 2 of 3 rows cannot be used, so nothing was sent. First: ${problem("nobody")}. ${fix}`,
        "Correct them, or add --skip-invalid to process the rest.",
      ),
    );
    expectRows(outcome, format, {
      lines: ["nobody", "someone"].map((name) => `! ${name}: ${problem(name)}. ${fix}`),
      csv: ["nobody", "someone"].map((name) => `,${name},,lock,invalid,,,,not_found,${problem(name)},${fix}`),
      rows: ["nobody", "someone"].map((name) => ({
        ...lockRow(fake, name, "invalid", { kind: "not_found", message: problem(name), fix }),
        changes: {},
      })),
    });
    expect(fake.requests.filter(({ method }) => method !== "GET")).toEqual([]);
  });

  test("of which a row fails", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "lockUser", status: 400, times: 1 });
    const outcome = await run(fake, [...LOCK, ...format]);
    const path = `/v1/users/${guidOf(fake, "jdoe")}/lock`;
    const message = `POST ${path} failed with status 400: A value is not valid (code 25).`;
    const fix = "Correct what the server rejects.";

    expect(outcome.code).toBe(5);
    expect(outcome.stderr).toBe(
      notes(format, "Plan for 2 users: 2 to lock.", "2 users: 1 locked, 1 failed.") +
        error(format, "partial", "1 of 2 rows failed.", `See the message of each row. ${rerun(format)}`),
    );
    expectRows(outcome, format, {
      lines: [`! jdoe: lock failed: ${message} ${fix}`, "- amara: locked"],
      csv: [
        `,jdoe,${guidOf(fake, "jdoe")},lock,failed,locked: no → yes,,,invalid_request,${message},${fix}`,
        `,amara,${guidOf(fake, "amara")},lock,done,locked: no → yes,,,,,`,
      ],
      rows: [
        lockRow(fake, "jdoe", "failed", { kind: "invalid_request", message, fix }),
        lockRow(fake, "amara", "done"),
      ],
    });
  });

  test("that stops because the key is rejected", async () => {
    const fake = smallServer();
    fake.addUser({ username: "zed" });
    fake.fault({ operationId: "lockUser", status: 401, after: 1 });
    const argv = ["lock", "jdoe", "amara", "zed", "--yes", "--concurrency", "1", ...format];
    const outcome = await run(fake, argv);
    const path = `/v1/users/${guidOf(fake, "amara")}/lock`;
    const message = `POST ${path} failed with status 401: This credential is not valid (code 30).`;
    const fix = "Check that the API key or token is complete, current, and from this server.";

    expect(outcome.code).toBe(3);
    expect(outcome.stderr).toBe(
      notes(format, "Plan for 3 users: 3 to lock.", "3 users: 1 locked, 1 failed, 1 not attempted.") +
        error(format, "authentication", `${message} Stopped: 1 user done, 1 not attempted.`, fix),
    );
    expectRows(outcome, format, {
      lines: ["- jdoe: locked", `! amara: lock failed: ${message} ${fix}`, "  zed: lock not attempted"],
      csv: [
        `,jdoe,${guidOf(fake, "jdoe")},lock,done,locked: no → yes,,,,,`,
        `,amara,${guidOf(fake, "amara")},lock,failed,locked: no → yes,,,authentication,${message},"${fix}"`,
        `,zed,${guidOf(fake, "zed")},lock,not attempted,locked: no → yes,,,,,`,
      ],
      rows: [
        lockRow(fake, "jdoe", "done"),
        lockRow(fake, "amara", "failed", { kind: "authentication", message, fix }),
        lockRow(fake, "zed", "not attempted"),
      ],
    });
  });

  test("that is interrupted", async () => {
    const fake = smallServer();
    const interruption = new AbortController();
    const outcome = await run(fake, [...LOCK, ...format], {
      signal: interruption.signal,
      fetch: (input, init) => {
        const request = new Request(input, init);
        if (request.method !== "GET") interruption.abort();
        return fake.fetch(request);
      },
    });

    expect(outcome.code).toBe(5);
    expect(outcome.stderr).toBe(
      notes(
        format,
        "Plan for 2 users: 2 to lock.",
        "Finishing the changes in progress. Press Ctrl-C again to quit at once.",
        "2 users: 1 locked, 1 not attempted.",
      ) + error(format, "partial", "Interrupted: 1 user done, 1 not attempted.", rerun(format)),
    );
    expectRows(outcome, format, {
      lines: ["- jdoe: locked", "  amara: lock not attempted"],
      csv: [
        `,jdoe,${guidOf(fake, "jdoe")},lock,done,locked: no → yes,,,,,`,
        `,amara,${guidOf(fake, "amara")},lock,not attempted,locked: no → yes,,,,,`,
      ],
      rows: [lockRow(fake, "jdoe", "done"), lockRow(fake, "amara", "not attempted")],
    });
  });

  test("whose changes are not kept", async () => {
    const fake = createFakeConnect();
    for (const username of ["amy", "bob"]) {
      const { guid, ...record } = fake.addUser({ username, email: "old@x.example" });
      const body = { ...record, guid, email: `${username}@x.example` };
      fake.fault({ operationId: "updateUser", status: 200, times: 1, body });
    }
    const outcome = await run(fake, ["import", "-", "--yes", "--concurrency", "1", ...format], {
      stdin: "username,email\namy,amy@x.example\nbob,bob@x.example\n",
    });
    const difference = (name: string) => `email is old@x.example, not ${name}@x.example`;

    expect(outcome.code).toBe(5);
    expect(outcome.stderr).toBe(
      notes(format, "Plan for standard input: 2 to update.", "standard input: 2 differs.") +
        error(
          format,
          "partial",
          `After the run, 2 users differ. First: amy: ${difference("amy")}.`,
          "Check whether the sign-in provider, or another program, changes these users back.",
        ),
    );
    if (format.length === 0) {
      expect(outcome.stdout).toBe(
        ["amy", "bob"].map((name) => `! ${name}: updated: after the change, ${difference(name)}\n`).join(""),
      );
    }
  });

  test("that cannot be verified", async () => {
    const fake = smallServer();
    const isLocked = () => fake.requests.some(({ method }) => method === "POST");
    const fetch = disturbedNetwork(
      fake,
      ({ method }) => method === "GET" && isLocked(),
      () => Promise.resolve(Response.json({ code: 22, error: "No." }, { status: 403 })),
    );
    const { code, stderr } = await run(fake, [...LOCK, ...format], { fetch });

    expect(code).toBe(5);
    expect(stderr).toContain("After the run: the result could not be verified: ");
    expect(stderr).toContain(rerun(format));
    expect(stderr.startsWith(notes(format, "Plan for 2 users: 2 to lock.", "2 users: 2 locked."))).toBe(true);
  });
});

/** The command line that resumes `LOCK`. */
function rerun([format]: readonly string[]): string {
  const flags = format === undefined ? "" : ` ${format}`;
  return `Re-run to resume; completed rows are skipped: connect-users lock jdoe amara${flags} --yes --concurrency 1`;
}

test("one change that is not kept is counted in the singular", async () => {
  const fake = createFakeConnect();
  const { guid, ...record } = fake.addUser({ username: "amy", email: "old@x.example" });
  fake.fault({ operationId: "updateUser", status: 200, body: { ...record, guid, email: "new@x.example" } });
  const stdin = "username,email\namy,new@x.example\n";

  expect(await run(fake, ["import", "-", "--yes"], { stdin })).toEqual({
    code: 5,
    stdout: "! amy: updated: after the change, email is old@x.example, not new@x.example\n",
    stderr: [
      "Plan for standard input: 1 to update.",
      "standard input: 1 differs.",
      "error: After the run, 1 user differs. First: amy: email is old@x.example, not new@x.example.",
      "fix: Check whether the sign-in provider, or another program, changes these users back.",
      "",
    ].join("\n"),
  });
});

test("--ndjson prints a row as soon as it is settled", async () => {
  const fake = createFakeConnect();
  const printed: string[] = [];
  let createdBefore = -1;
  const stdout = {
    write(text: string): void {
      if (createdBefore === -1) createdBefore = fake.users.length - 1;
      printed.push(text);
    },
  };
  const rows = Array.from({ length: 50 }, (_, at) => `user-${at},u${at}@x.example\n`).join("");
  const argv = ["import", "-", "--yes", "--ndjson", "--concurrency", "1"];
  const { code, stderr } = await run(fake, argv, { stdin: `username,email\n${rows}`, stdout });
  expect(code).toBe(0);
  expect(createdBefore).toBeLessThan(10);
  expect(printed.join("").trim().split("\n")).toHaveLength(50);
  expect(stderr).toContain("50 created");
});

test("--ndjson prints rows that are settled while another one is printed", async () => {
  const fake = createFakeConnect();
  const { path, read } = await folder();
  const printed: string[] = [];
  const stdout = {
    async write(text: string): Promise<void> {
      printed.push(text);
      // Slow until the whole run has ended.
      for (let turn = 0; turn < 500 && !(await read("r.csv")).includes(",c,"); turn++) await new Promise(setImmediate);
      for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    },
  };
  const stdin = "username,email\na,a@x.example\nb,b@x.example\nc,c@x.example\n";
  const argv = ["import", "-", "--yes", "--ndjson", "--concurrency", "1", "--report", "r.csv"];
  const { code, stderr } = await run(fake, argv, { stdin, stdout, cwd: path });

  expect(code).toBe(0);
  expect(printed.join("").match(/"username":"\w"/g)).toEqual(["a", "b", "c"].map((name) => `"username":"${name}"`));
  expect(stderr).toBe("Plan for standard input: 3 to create.\nstandard input: 3 created.\n");
});

test("Ctrl-C after the last change says nothing about changes in progress", async () => {
  const interruption = new AbortController();
  const stdout = {
    write() {
      interruption.abort();
    },
  };
  const { stderr } = await run(smallServer(), LOCK, { signal: interruption.signal, stdout });
  expect(stderr).toBe("Plan for 2 users: 2 to lock.\n2 users: 2 locked.\n");
});

test.each([
  [["import", "-", "--yes"], 6],
  [["import", "-", "--yes", "--concurrency", "3"], 3],
])("%j makes %i changes at the same time", async (argv, most) => {
  const fake = createFakeConnect();
  const network = slowNetwork(fake, 10);
  const stdin = `username,email\n${Array.from({ length: 20 }, (_, at) => `u${at},u${at}@x.example\n`).join("")}`;
  expect(await run(fake, argv, { stdin, fetch: network.fetch })).toMatchObject({ code: 0 });
  expect(network.most()).toBe(most);
});

test("progress is erased on a terminal before what a run has done", async () => {
  const { stderr } = await run(smallServer(), LOCK, { terminal: 100, env: { NO_COLOR: "1" } });
  expect(stderr.slice(stderr.lastIndexOf("Changing users"))).toMatch(
    /^Changing users [^\r]*\r\u001b\[K2 users: 2 locked\.\n$/,
  );
});

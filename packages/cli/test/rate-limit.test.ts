import { createFakeConnect } from "@connect-sdk/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer, type World } from "./support/cli.ts";
import { folder } from "./support/folder.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Lets a run finish while the clock jumps from timer to timer. */
async function finish<T>(result: Promise<T>): Promise<T> {
  const state = { done: false };
  void result.finally(() => (state.done = true));
  while (!state.done) await vi.advanceTimersByTimeAsync(250);
  return await result;
}

const limited = { status: 429, headers: { "Retry-After": "12" } } as const;
const people = (count: number) =>
  `username,email\n${Array.from({ length: count }, (_, at) => `user-${at},user-${at}@x.example\n`).join("")}`;
const terminal: World = { terminal: 100, env: { NO_COLOR: "1" } };

describe("while the server limits requests", () => {
  test("the progress line of a bulk change says how long it waits, second by second", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", after: 3, times: 1, ...limited });
    const { path } = await folder({ "users.csv": people(10) });
    const { code, stderr } = await finish(run(fake, ["import", "users.csv", "--yes"], { ...terminal, cwd: path }));

    expect(code).toBe(0);
    expect(fake.users).toHaveLength(11);
    for (const seconds of [12, 8, 2]) {
      expect(stderr).toMatch(
        new RegExp(`Changing users \\d of 10 \\(\\d+%\\), waiting ${seconds} s, the server limits requests`),
      );
    }
  });

  test("a listing says so too, and erases it before the rows", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", times: 1, ...limited });
    const { code, stdout, stderr } = await finish(run(fake, ["list"], terminal));

    expect(code).toBe(0);
    expect(stdout).toMatch(/^username /);
    expect(stderr).toContain("\r\u001b[KWaiting 12 s: the server limits requests");
    expect(stderr.endsWith("\r\u001b[K") || stderr.includes("\r\u001b[KNo room")).toBe(true);
  });

  test("a wait of two minutes is waited for, and a script sees nothing of it", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", times: 1, status: 429, headers: { "Retry-After": "120" } });

    expect(await finish(run(fake, ["count"]))).toEqual({ code: 0, stdout: "4\n", stderr: "" });
    fake.fault({ operationId: "getUsers", times: 1, status: 429, headers: { "Retry-After": "120" } });
    expect((await finish(run(fake, ["count", "--debug"]))).stderr).toContain(
      "Waiting 120 s: the server limits requests.",
    );
  });

  test("an hour is an error at once", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", status: 429, headers: { "Retry-After": "3600" } });

    const { code, stderr } = await finish(run(fake, ["count"]));
    expect(code).toBe(1);
    expect(stderr).toContain("fix: Wait 60 minutes, then run the command again.");
    expect(fake.requests).toHaveLength(1);
  });

  test.each([
    ["119", "Wait 119 seconds"],
    ["120", "Wait 2 minutes"],
  ])("a server that never accepts requests again says how long to wait: %s seconds", async (seconds, wait) => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", status: 429, headers: { "Retry-After": seconds } });

    const { code, stderr } = await finish(run(fake, ["count"]));
    expect([code, stderr.split("\n").at(-2)]).toEqual([1, `fix: ${wait}, then run the command again.`]);
  });

  test.each([
    ["600", 3, 0, ["user-0 done", "user-2 done", "user-1 done"]],
    ["601", 1, 5, ["user-0 done", "user-1 failed", "user-2 not attempted"]],
  ])(
    "a change is tried again later if the server asks to wait for at most ten minutes: %s s",
    async (seconds, times, code, rows) => {
      const fake = createFakeConnect();
      fake.fault({ operationId: "createPushUser", after: 1, times, status: 429, headers: { "Retry-After": seconds } });
      const argv = ["import", "-", "--yes", "--ndjson", "--concurrency", "1"];
      const outcome = await finish(run(fake, argv, { stdin: people(3) }));
      const printed = [...outcome.stdout.matchAll(/"username":"([^"]+)".*?"status":"([^"]+)"/g)];
      expect(outcome.code).toBe(code);
      expect(printed.map(([, username = "", status = ""]) => `${username} ${status}`)).toEqual(rows);
    },
  );

  test("an hour ends a bulk change: the rows that were not sent are not attempted", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", after: 20, status: 429, headers: { "Retry-After": "3600" } });
    const { path } = await folder({ "users.csv": people(200) });
    const { code, stderr } = await finish(run(fake, ["import", "users.csv", "--yes"], { cwd: path }));

    expect(code).toBe(5);
    expect(stderr).toMatch(
      /error: .*status 429.* Stopped: 20 users done, 1[78]\d not attempted\.\nfix: Wait 60 minutes\. Re-run to resume/,
    );
    expect(changesOf(fake).length).toBeLessThanOrEqual(20 + 6);
  });

  test("Ctrl-C erases the line that shows the wait", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", times: 1, ...limited });
    const end = new AbortController();
    setTimeout(() => {
      end.abort(new DOMException("Ctrl-C", "AbortError"));
    }, 3_000);
    const { code, stderr } = await finish(run(fake, ["list"], { ...terminal, signal: end.signal }));

    expect(code).toBe(130);
    expect(stderr).toMatch(/the server limits requests\r\u001b\[Kerror: Interrupted\./);
  });

  test.each([{ "Retry-After": "1" }, undefined])(
    "no row fails because it is over the limit often: %j",
    async (headers) => {
      const fake = createFakeConnect({ seed: 7 });
      fake.fault({ operationId: "createPushUser", status: 429, probability: 0.5, ...(headers && { headers }) });
      const { path } = await folder({ "users.csv": people(60) });
      const { code, stderr } = await finish(run(fake, ["import", "users.csv", "--yes"], { cwd: path }));

      expect(stderr).toContain("60 created.");
      expect(code).toBe(0);
      expect(fake.users).toHaveLength(61);
    },
  );

  test("a server that never accepts requests again is an error, and rows are tried once", async () => {
    const fake = createFakeConnect();
    fake.fault({ operationId: "createPushUser", status: 429, headers: { "Retry-After": "1" } });
    const { path } = await folder({ "users.csv": people(3) });
    const { code, stderr } = await finish(run(fake, ["import", "users.csv", "--yes"], { cwd: path }));

    expect(code).toBe(5);
    expect(stderr).toContain("3 failed.");
    expect(changesOf(fake)).toHaveLength(9);
  });

  test("--quiet shows no wait", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", times: 1, ...limited });

    expect((await finish(run(fake, ["count", "--quiet"], terminal))).stderr).toBe("");
  });
});

describe("the first Ctrl-C while the server limits requests", () => {
  test.each([
    [["import", "users.csv"], "createPushUser"],
    [["lock", "amara", "jdoe"], "lockUser"],
    [["update", "--file", "changes.csv"], "updateUser"],
  ] as const)("ends %j at once, and what was not sent is not attempted", async (argv, operationId) => {
    const fake = smallServer();
    fake.fault({ operationId, status: 429, headers: { "Retry-After": "300" } });
    const { path } = await folder({
      "users.csv": people(20),
      "changes.csv": "username,first_name\namara,A\njdoe,J\n",
    });
    const interruption = new AbortController();
    const start = Date.now();
    const running = run(fake, [...argv, "--yes", "--csv"], { cwd: path, signal: interruption.signal });
    await vi.waitUntil(() => changesOf(fake).length > 0);
    await vi.advanceTimersByTimeAsync(1_000);
    interruption.abort();
    const { code, stdout, stderr } = await finish(running);

    expect(Date.now() - start).toBeLessThan(3_000);
    expect(code).toBe(5);
    expect(stderr).toContain("Interrupted: 0 users done");
    expect(stdout).not.toMatch(/,(failed|done),/);
    expect(stdout).toContain(",not attempted,");
  });

  test("ends a listing at once", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "getUsers", status: 429, headers: { "Retry-After": "300" } });
    const interruption = new AbortController();
    const running = run(fake, ["list"], { ...terminal, signal: interruption.signal });
    await vi.waitUntil(() => fake.requests.length > 0);
    await vi.advanceTimersByTimeAsync(1_000);
    interruption.abort();

    expect((await finish(running)).code).toBe(130);
  });
});

import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { expect, test } from "vitest";
import { run } from "./support/cli.ts";
import { folder } from "./support/folder.ts";
import { slowNetwork } from "./support/network.ts";

test("imports 5,000 users exactly once when interrupted half-way and resumed, with a complete report", async () => {
  const names = Array.from({ length: 5_000 }, (_, at) => `user-${at}`);
  const { path, report } = await folder({
    "users.csv": ["username,email", ...names.map((name) => `${name},${name}@example.com`), ""].join("\n"),
  });
  const fake = createFakeConnect({ journalLimit: 100_000 });
  const network = slowNetwork(fake, 10);
  const interruption = new AbortController();
  const command = ["import", "users.csv", "--yes", "--report", "report.csv"];

  let started = 0;
  const first = await run(fake, command, {
    cwd: path,
    signal: interruption.signal,
    fetch: (input, init) => {
      if (input instanceof Request && input.method === "POST" && ++started === 2_500) interruption.abort();
      return network.fetch(input, init);
    },
  });

  // Requests in progress were finished, and no other request was started.
  expect(created(fake)).toHaveLength(started);
  expect(started).toBeGreaterThanOrEqual(2_500);
  expect(started).toBeLessThan(2_510);
  expect(first.code).toBe(5);
  expect(first.stderr).toContain(`Interrupted: ${started.toLocaleString("en-US")} users done`);
  expect(first.stderr).toContain("connect-users import users.csv --yes --report report.csv");
  const firstReport = await report("report.csv");
  expect(firstReport.map(({ username }) => username)).toEqual(names);
  expect(byStatus(firstReport)).toEqual({ done: started, "not attempted": 5_000 - started });

  const second = await run(fake, command, { cwd: path, fetch: network.fetch });

  expect(second.code).toBe(0);
  // The second run continues the journal of the first one.
  const journal = await report("report.csv");
  expect(byStatus(journal)).toEqual({ done: 5_000, unchanged: started, "not attempted": 5_000 - started });
  expect(created(fake)).toHaveLength(5_000);
  expect(fake.users.map(({ username }) => username).sort()).toEqual(["admin", ...names].sort());
  expect(network.most()).toBeLessThanOrEqual(6);

  const third = await run(fake, command, { cwd: path, fetch: network.fetch });
  expect(third.code).toBe(0);
  expect(third.stderr).toContain("Nothing to do for users.csv: 5,000 unchanged.");
}, 120_000);

test("--concurrency sets the number of users changed in parallel", async () => {
  const fake = createFakeConnect();
  const network = slowNetwork(fake, 10);
  const stdin = `username,email\n${Array.from({ length: 60 }, (_, at) => `user-${at},u${at}@example.com\n`).join("")}`;
  const { code } = await run(fake, ["import", "-", "--yes", "--concurrency", "17"], { stdin, fetch: network.fetch });

  expect(code).toBe(0);
  expect(network.most()).toBe(17);
});

test("sends nothing if interrupted before the first request", async () => {
  const fake = createFakeConnect();
  const { code } = await run(fake, ["import", "-", "--yes"], {
    stdin: "username,email\nzoe,z@x.example\n",
    signal: AbortSignal.abort(),
  });

  expect(code).toBe(130);
  expect(fake.users).toHaveLength(1);
});

function created(fake: FakeConnect) {
  return fake.requests.filter(({ operationId, status }) => operationId === "createPushUser" && status === 200);
}

function byStatus(rows: readonly Record<string, string>[]) {
  const counts: Record<string, number> = {};
  for (const { status = "" } of rows) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

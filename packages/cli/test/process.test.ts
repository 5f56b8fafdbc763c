import { createFakeConnect } from "@connect-sdk/testing";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { once } from "node:events";
import { describe, expect, test, vi } from "vitest";
import { childEnvironment } from "./support/environment.ts";
import { folder } from "./support/folder.ts";
import { main, shell, text } from "./support/shell.ts";

describe("as a process", { timeout: 60_000 }, () => {
  test("calls a server over a port, and separates data from notes", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "jdoe", first_name: "Jo", last_name: "Doe" });
    await using server = await fake.listen({ port: 0 });
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };

    expect(await shell("connect-users count", env)).toEqual({ code: 0, stdout: "2\n", stderr: "" });
    expect(await shell("connect-users lock jdoe --fields locked --json", env)).toEqual({
      code: 0,
      stdout: '{\n  "locked": true\n}\n',
      stderr: "Locked Jo Doe (jdoe).\n",
    });
  });

  test("`| head` ends a long listing without an error", async () => {
    const fake = createFakeConnect({ users: 20_000, seed: 1 });
    await using server = await fake.listen({ port: 0 });
    const env = { CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey };
    const { code, stdout, stderr } = await shell("connect-users list --ndjson | head -n 3", env);

    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toHaveLength(3);
    // There are forty pages; only the first few were fetched.
    expect(fake.requests.length).toBeLessThan(40);
  });

  test("an unreachable server is a readable error and exit code 1", async () => {
    const { code, stdout, stderr } = await shell("connect-users count", {
      CONNECT_SERVER: `http://127.0.0.1:${await freePort()}`,
      CONNECT_API_KEY: "key",
    });

    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^error: [^\n]+\nfix: [^\n]+\n$/);
  });
});

test("Ctrl-C in a bulk change finishes the changes in progress, writes the report and prints how to resume", async () => {
  const fake = createFakeConnect();
  fake.fault({ operationId: "createPushUser", delay: 15 });
  await using server = await fake.listen({ port: 0 });
  const names = Array.from({ length: 400 }, (_, at) => `user-${at}`);
  const { path, report: readReport } = await folder({
    "users.csv": `username,email\n${names.map((name) => `${name},${name}@x.example\n`).join("")}`,
  });
  const child = spawn(process.execPath, [main, "import", "users.csv", "--yes", "--report", "r.csv"], {
    env: { ...childEnvironment, CONNECT_SERVER: server.url, CONNECT_API_KEY: fake.apiKey },
    cwd: path,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const output = Promise.all([text(child.stdout), text(child.stderr)]);
  await vi.waitUntil(() => fake.users.length > 20, { timeout: 30_000 });
  child.kill("SIGINT");
  const [, stderr] = await output;

  expect(await closed).toBe(5);
  expect(stderr).toContain("Finishing the changes in progress.");
  expect(stderr).toContain("connect-users import users.csv --yes --report r.csv");
  const report = await readReport("r.csv");
  expect(report.map(({ username }) => username)).toEqual(names);
  expect(report.filter(({ status }) => status === "done")).toHaveLength(fake.users.length - 1);
  expect(report.filter(({ status }) => status === "not attempted").length).toBeGreaterThan(0);
}, 60_000);

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

import { createFakeConnect } from "@connect-sdk/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { jsonError, run, smallServer, type Outcome, type World } from "./support/cli.ts";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const fake = smallServer();

interface Case {
  readonly name: string;
  readonly world: World;
  readonly code: number;
  readonly kind: string;
}

const unreachable: typeof fetch = () =>
  Promise.reject(
    new TypeError("fetch failed", {
      cause: Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }),
    }),
  );

const cases: Case[] = [
  { name: "no server", world: { env: { CONNECT_SERVER: undefined } }, code: 2, kind: "usage" },
  { name: "an empty server", world: { env: { CONNECT_SERVER: " " } }, code: 2, kind: "usage" },
  { name: "a server that is not a URL", world: { env: { CONNECT_SERVER: "connect" } }, code: 2, kind: "usage" },
  {
    name: "a URL with another protocol",
    world: { env: { CONNECT_SERVER: "ftp://connect.example.com" } },
    code: 2,
    kind: "usage",
  },
  { name: "no key", world: { env: { CONNECT_API_KEY: undefined } }, code: 3, kind: "authentication" },
  { name: "a refused key", world: { env: { CONNECT_API_KEY: "wrong" } }, code: 3, kind: "authentication" },
  { name: "a key with a space", world: { env: { CONNECT_API_KEY: "wro ng" } }, code: 3, kind: "authentication" },
  { name: "an unreachable server", world: { fetch: unreachable }, code: 1, kind: "network" },
  {
    name: "a server that is not Connect",
    world: { fetch: () => Promise.resolve(new Response("<html>", { headers: { "content-type": "text/html" } })) },
    code: 1,
    kind: "unexpected_response",
  },
  {
    name: "an address below Connect",
    world: { env: { CONNECT_SERVER: `${fake.url}/elsewhere` } },
    code: 1,
    kind: "unexpected_response",
  },
  { name: "a bad timeout", world: { env: { CONNECT_REQUEST_TIMEOUT: "soon" } }, code: 2, kind: "usage" },
  { name: "a missing key file", world: { cwd: "/nonexistent" }, code: 1, kind: "file" },
];

describe.each(cases)("$name", ({ name, world, code, kind }) => {
  const argv = name === "a missing key file" ? ["count", "--api-key-file", "key.txt"] : ["count"];

  test(`exits with ${code} and prints an error and a fix`, async () => {
    const outcome = await run(fake, argv, world);

    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toMatch(/^error: [^\n]+\nfix: [^\n]+\n$/);
    expectNothingTechnical(outcome);
  });

  test("prints one line of JSON with a stable kind under --json", async () => {
    const outcome = await run(fake, [...argv, "--json"], world);

    expect(outcome).toMatchObject({ code, stdout: "" });
    const { message, fix, ...error } = jsonError(outcome);
    expect(error).toEqual({ kind });
    expect(message).toMatch(/\S/);
    expect(fix).toMatch(/\S/);
    expect(message).not.toContain(fix);
    expectNothingTechnical(outcome);
  });
});

test.each([
  {
    operation: "an unknown guid",
    argv: ["show", "6f0d7a3c-52c1-4b8e-9d3f-0a1b2c3d4e5f"],
    code: 4,
    kind: "not_found",
  },
  { operation: "an unknown path", argv: ["api", "GET", "v1/nothing"], code: 4, kind: "not_found" },
])("$operation exits with $code", async ({ argv, code, kind }) => {
  const { code: actual, stderr } = await run(fake, [...argv, "--json"]);

  expect(actual).toBe(code);
  expect(JSON.parse(stderr)).toMatchObject({ error: { kind } });
});

test("a request that the server does not permit exits with 3, and its fix is said once", async () => {
  const denied = createFakeConnect();
  denied.fault({ operationId: "getUsers", status: 403, body: { code: 999, error: "No." } });
  const outcome = await run(denied, ["count", "--json"]);
  const { kind, message, fix } = jsonError(outcome);

  expect([outcome.code, kind]).toEqual([3, "permission"]);
  expect(fix).toMatch(/\S/);
  expect(message).not.toContain(fix);
});

test("a server error exits with 1", async () => {
  const broken = createFakeConnect();
  broken.fault({ operationId: "getUsers", times: 10, status: 500 });
  const outcome = await run(broken, ["list", "--json"]);

  expect(outcome.code).toBe(1);
  expect(JSON.parse(outcome.stderr)).toMatchObject({ error: { kind: "server" } });
});

test("a broken connection to the server is not mistaken for a closed pipe: exit code 1", async () => {
  const broken = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  const fetch = () => Promise.reject(new TypeError("fetch failed", { cause: broken }));
  const outcome = await run(createFakeConnect(), ["api", "POST", "v1/users", "--field", "username=jdoe", "--json"], {
    fetch,
  });

  expect(outcome.code).toBe(1);
  expect(jsonError(outcome).kind).toBe("network");
});

test("the key of a locked user exits with 3 and suggests an administrator", async () => {
  const server = smallServer();
  const user = server.addUser({ username: "gone" });
  const key = server.keyFor(user);
  await run(server, ["lock", "gone"]);

  const { code, stderr } = await run(server, ["whoami"], { env: { CONNECT_API_KEY: key } });
  expect(code).toBe(3);
  expect(stderr).toContain("fix: Ask an administrator to unlock the account behind this key");
});

test("the server's refusal to demote its only administrator exits with 6 and suggests the first step", async () => {
  const { code, stderr } = await run(smallServer(), ["update", "admin", "--role", "viewer", "--force"]);

  expect(code).toBe(6);
  expect(stderr).toContain("fix: Make another user administrator first.");
});

test("Ctrl-C exits with 130", async () => {
  const slow = createFakeConnect();
  const interruption = new AbortController();
  const outcome = await run(slow, ["list"], {
    signal: interruption.signal,
    fetch: (input, init) => {
      interruption.abort();
      return slow.fetch(new Request(input, init));
    },
  });

  expect(outcome).toMatchObject({ code: 130, stdout: "" });
  expect(outcome.stderr).toContain("Interrupted");
});

test("--debug shows the requests, without the key", async () => {
  const { code, stdout, stderr } = await run(fake, ["count", "--debug"]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: "4\n" });
  expect(stderr).toMatch(/^GET \S*\/v1\/users\S* 200 /m);
  expect(stderr).not.toContain(fake.apiKey);
});

test("errors never contain the key", async () => {
  const { stderr } = await run(fake, ["list", "--debug"], { fetch: unreachable });

  expect(stderr).not.toContain(fake.apiKey);
});

test("CONNECT_INSECURE warns", async () => {
  const { code, stdout, stderr } = await run(fake, ["count"], { env: { CONNECT_INSECURE: "1" } });

  expect({ code, stdout }).toEqual({ code: 0, stdout: "4\n" });
  expect(stderr).toMatch(/^warning: .*certificate/);
});

function expectNothingTechnical({ stderr }: Outcome): void {
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(stderr).not.toMatch(/undefined|\[object|TypeError|SyntaxError/);
}

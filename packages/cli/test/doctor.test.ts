import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { run, runOnNetwork, smallServer, type World } from "./support/cli.ts";

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Finding {
  readonly check: string;
  readonly status: string;
  readonly detail: string;
  readonly fix: string;
}

async function doctor(world: World = {}): Promise<{ code: number; findings: Finding[] }> {
  // The server is where the client looks for it.
  const url = world.env?.["CONNECT_SERVER"];
  const server = smallServer(url?.startsWith("http") === true ? { url } : {});
  const { code, stdout } = await run(server, ["doctor", "--json"], world);
  return { code, findings: JSON.parse(stdout) as Finding[] };
}

test("reports no failure for a working connection", async () => {
  const { code, findings } = await doctor();

  expect(code).toBe(0);
  expect(findings.map(({ status }) => status)).not.toContain("fail");
  expect(findings.map(({ check }) => check)).toEqual(
    expect.arrayContaining(["url", "api key", "server", "version", "user", "role"]),
  );
});

test.each<{ name: string; world: World; code: number; check: string; status: string }>([
  { name: "a refused key", world: { env: { CONNECT_API_KEY: "wrong" } }, code: 3, check: "user", status: "fail" },
  { name: "a missing key", world: { env: { CONNECT_API_KEY: undefined } }, code: 3, check: "settings", status: "fail" },
  {
    name: "a missing server",
    world: { env: { CONNECT_SERVER: undefined } },
    code: 1,
    check: "settings",
    status: "fail",
  },
  {
    name: "an unreachable server",
    world: { fetch: () => Promise.reject(new TypeError("fetch failed")) },
    code: 1,
    check: "server",
    status: "fail",
  },
  {
    name: "a page that is not Connect's",
    world: { fetch: () => Promise.resolve(new Response("<html>", { headers: { "content-type": "text/html" } })) },
    code: 1,
    check: "server",
    status: "fail",
  },
  {
    name: "an unencrypted address",
    world: { env: { CONNECT_SERVER: "http://connect.example.com" } },
    code: 0,
    check: "url",
    status: "warn",
  },
  {
    name: "certificates that no program on Node.js checks",
    world: { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } },
    code: 0,
    check: "certificates",
    status: "warn",
  },
  {
    name: "unchecked certificates",
    world: { env: { CONNECT_INSECURE: "1" } },
    code: 0,
    check: "certificates",
    status: "warn",
  },
])("reports $name with a fix", async ({ world, code, check, status }) => {
  const outcome = await doctor(world);
  const finding = outcome.findings.find((candidate) => candidate.check === check);

  expect(outcome.code).toBe(code);
  expect(finding).toMatchObject({ status });
  expect(finding?.fix).toMatch(/\S/);
});

test("does not report unreadable certificates as trusted", async () => {
  const { code, stdout } = await runOnNetwork(["doctor", "--json"], {
    CONNECT_SERVER: "https://connect.example.com",
    CONNECT_API_KEY: "never-sent",
    CONNECT_CA_CERTIFICATE: "/nonexistent.pem",
  });

  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject([
    { check: "url" },
    { check: "api key" },
    { check: "settings", status: "fail" },
  ]);
});

test("the key of a viewer is a warning", async () => {
  const fake = smallServer();
  const viewer = fake.users.find((user) => user.username === "jdoe");
  if (viewer === undefined) throw new Error("no jdoe");
  const { code, stdout } = await run(fake, ["doctor"], { env: { CONNECT_API_KEY: fake.keyFor(viewer) } });

  expect(code).toBe(0);
  expect(stdout).toMatch(/^warn {2}role: viewer.*\n {6}fix: /m);
});

test("a wrong clock is a warning", async () => {
  const fake = smallServer();
  const fetch: World["fetch"] = async (input, init) => {
    const response = await fake.fetch(new Request(input, init));
    const headers = new Headers(response.headers);
    headers.set("date", "Mon, 23 Nov 2026 12:00:00 GMT");
    return new Response(response.body, { status: response.status, headers });
  };
  const { stdout } = await run(fake, ["doctor"], { fetch, now: () => Date.parse("2026-11-23T12:10:00Z") });

  expect(stdout).toContain("warn  clock: 600 seconds ahead of the server's");
});

test("reports the proxy", async () => {
  const { findings } = await doctor({ env: { HTTPS_PROXY: "http://proxy.example.com:3128" } });

  expect(findings.find(({ check }) => check === "proxy")?.detail).toContain("HTTPS_PROXY");
});

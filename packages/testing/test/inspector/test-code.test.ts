import { runInThisContext } from "node:vm";
import { expect, test } from "vitest";
import { createControlClient, type ControlClient } from "../../inspector/control-client.ts";
import { contextOf, requestAsTest, userAsCode } from "../../inspector/test-code.ts";
import { createFakeConnect, type FakeConnect } from "../../src/index.ts";
import { serve } from "../support/control-client.ts";
import { testFake } from "../support/fake-client.ts";

async function controlOf(fake: FakeConnect): Promise<ControlClient> {
  const server = await serve(fake, { control: true });
  return createControlClient(`${server.url}/__fake__/`, fake.apiKey);
}

/** Sends a request in-process, with the key of a user or without one. Resolves even if the connection is cut. */
async function send(fake: FakeConnect, method: string, path: string, body?: unknown, key: string | null = fake.apiKey) {
  const headers = key === null ? {} : { authorization: `Key ${key}` };
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  await fake.fetch(`${fake.url}${path}`, init).catch(() => undefined);
}

/** Returns the newest recorded request as a test. */
async function newestAsTest(fake: FakeConnect): Promise<string> {
  const control = await controlOf(fake);
  const { requests, overview } = await control("GET /changes");
  const request = requests.at(-1);
  if (request === undefined) throw new Error("There is no request.");
  return requestAsTest(request, await contextOf(control, request, overview));
}

/** Runs a copied test. */
async function runTest(code: string): Promise<void> {
  const body = code.replaceAll(/^import .*$/gm, "");
  const define = runInThisContext(`(createFakeConnect, expect, test) => {${body}}`) as (...bindings: unknown[]) => void;
  let run: (() => Promise<void>) | undefined;
  define(createFakeConnect, expect, (_name: string, callback: () => Promise<void>) => (run = callback));
  if (run === undefined) throw new Error("The code defines no test.");
  await run();
}

/** Runs code that uses `fake`. */
function runCode(code: string, fake: FakeConnect): void {
  const run = runInThisContext(`(fake) => {${code}}`) as (fake: FakeConnect) => void;
  run(fake);
}

test("a user is copied with what a fake would not choose itself", async () => {
  const fake = testFake();
  const mira = fake.addUser({ username: "mira.osei", first_name: "Mira", last_name: "O'Sei", user_role: "publisher" });
  fake.addGroup({ name: 'the "best"', members: [mira] });
  fake.addContent({ name: "weekly-report", title: "Weekly report", owner_guid: mira.guid });
  const control = await controlOf(fake);
  expect(userAsCode(await control("GET /users/{}", { id: mira.guid }))).toBe(`const miraOsei = fake.addUser({
  username: "mira.osei",
  first_name: "Mira",
  last_name: "O'Sei",
  user_role: "publisher",
});
fake.addGroup({ name: "the \\"best\\"", members: [miraOsei] });
fake.addContent({ name: "weekly-report", title: "Weekly report", owner_guid: miraOsei.guid });
`);
});

test.each(["jo", "class", "1st", "ÅSA", "fake", "a-b.c", "_", "${x}`"])(
  "the copied user %s is the same user",
  async (username) => {
    const fake = testFake({ provider: "saml", version: "2026.07.0" });
    const { guid } = fake.addUser({
      username,
      email: "other@example.org",
      locked: true,
      confirmed: false,
      active_time: "2026-01-05T10:00:00Z",
      external_id: "saml-1",
    });
    fake.addGroup({ name: "analysts", members: [guid] });
    const control = await controlOf(fake);
    const detail = await control("GET /users/{}", { id: guid });

    const copy = testFake({ provider: "saml", version: "2026.07.0" });
    runCode(userAsCode(detail), copy);
    const user = copy.users.at(-1);
    expect(user).toEqual({ ...fake.users.at(-1), guid: user?.guid });
    expect(copy.groups).toMatchObject([{ name: "analysts", member_count: 1 }]);
  },
);

test("a request is copied as a test", async () => {
  const fake = testFake({ seed: 7, users: 5 });
  const mira = fake.addUser({ username: "mira", first_name: "Mira", last_name: "Osei" });
  await send(fake, "POST", `/__api__/v1/users/${mira.guid}/lock`, { locked: true });
  await expect(newestAsTest(fake)).resolves.toBe(`import { createFakeConnect } from "@connect-sdk/testing";
import { expect, test } from "vitest";

test("POST /v1/users/${mira.guid}/lock responds with 200", async () => {
  const fake = createFakeConnect({ seed: 7, users: 5, version: "2026.07.0" });
  fake.addUser({
    guid: "${mira.guid}",
    username: "mira",
    first_name: "Mira",
    last_name: "Osei",
    user_role: "viewer",
    locked: true,
  });

  const response = await fake.fetch(\`\${fake.url}/__api__/v1/users/${mira.guid}/lock\`, {
    method: "POST",
    headers: { authorization: \`Key \${fake.apiKey}\` },
    body: JSON.stringify({ locked: true }),
  });

  expect(response.status).toBe(200);
});
`);
});

const options = { seed: 9, users: 12, provider: "oauth2", license: { users: 500 } } as const;

test.each<[string, (fake: FakeConnect) => unknown]>([
  [
    "a list with filters",
    (fake) => send(fake, "GET", "/__api__/v1/users?prefix=%C3%A9%20b&user_role=viewer%7Cpublisher"),
  ],
  ["a repeated parameter", (fake) => send(fake, "GET", "/__api__/v1/users?user_role=viewer&user_role=publisher")],
  ["a request without a key", (fake) => send(fake, "GET", "/__api__/v1/groups", undefined, null)],
  ["an endpoint outside the API", (fake) => send(fake, "GET", "/__ping__", undefined, null)],
  ["an unknown endpoint", (fake) => send(fake, "GET", "/__api__/v1/nowhere")],
  ["an unknown user", (fake) => send(fake, "GET", "/__api__/v1/users/00000000-0000-4000-8000-000000000000")],
  ["an invalid body", (fake) => send(fake, "POST", "/__api__/v1/groups", { name: 7 })],
  ["a new group", (fake) => send(fake, "POST", "/__api__/v1/groups", { name: "a `b` ${c} \\ \u2028" })],
  ["a long body", (fake) => send(fake, "POST", "/__api__/v1/groups", { 'a"b': "x".repeat(90), n: { "c d": [1, {}] } })],
  [
    "a redacted password",
    (fake) => send(fake, "POST", "/__api__/v1/users", { username: "ada", password: "correct-horse", external_id: "x" }),
  ],
  [
    "another caller",
    (fake) => {
      const viewer = fake.addUser({ user_role: "viewer" });
      return send(fake, "POST", "/__api__/v1/users", { username: "x" }, fake.keyFor(viewer));
    },
  ],
  [
    "a generated caller",
    (fake) => send(fake, "GET", "/__api__/v1/user", undefined, fake.keyFor(fake.users[5]?.guid ?? "")),
  ],
  [
    "a group and its new member",
    (fake) => {
      const group = fake.addGroup({ name: "analysts", owner_guid: fake.addUser().guid });
      return send(fake, "GET", `/__api__/v1/groups/${group.guid}/members`);
    },
  ],
  [
    "content of a user",
    (fake) => {
      const owner = fake.addUser({ user_role: "publisher" });
      const item = fake.addContent({ name: "report", owner_guid: owner.guid });
      return send(fake, "PATCH", `/__api__/v1/content/${item.guid}`, { owner_guid: owner.guid });
    },
  ],
  [
    "a fault with a status",
    (fake) => {
      fake.fault({ operationId: "getUsers", status: 503 });
      return send(fake, "GET", "/__api__/v1/users?page_size=5");
    },
  ],
  [
    "a cut connection",
    (fake) => {
      fake.fault({ operationId: "getUsers", reset: true });
      return send(fake, "GET", "/__api__/v1/users");
    },
  ],
])("the copied test of %s passes, and fails for another status", async (_what, act) => {
  const fake = createFakeConnect(options);
  await act(fake);
  const code = await newestAsTest(fake);
  await expect(runTest(code)).resolves.toBeUndefined();
  const other = code.replace(/toBe\(\d+\)/, "toBe(418)").replace(".rejects.", ".resolves.not.");
  expect(other).not.toBe(code);
  await expect(runTest(other)).rejects.toThrow();
});

test("a copied test of a server without users starts without users", async () => {
  const fake = createFakeConnect({ empty: true });
  await send(fake, "POST", "/__api__/v1/users", { username: "first", password: "correct-horse" }, null);
  const code = await newestAsTest(fake);
  expect(code).toContain("createFakeConnect({ seed: 1, empty: true,");
  await runTest(code);
});

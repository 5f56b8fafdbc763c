import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { createFakeConnect, type FakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { createApp } from "../src/app.ts";

/** Serves the app on a free port, on a fake of its own. */
async function start(
  t: TestContext,
): Promise<{ fake: FakeConnect; call: (path: string, init?: RequestInit) => Promise<Response> }> {
  const fake = createFakeConnect();
  const app = createApp(connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false }));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  t.after(() => server.close());
  const { port } = server.address() as AddressInfo;
  return { fake, call: (path, init) => fetch(`http://127.0.0.1:${port}${path}`, init) };
}

test("finds users by the beginning of their name", async (t) => {
  const { fake, call } = await start(t);
  fake.addUser({ username: "mira" });
  const found = (await (await call("/users?search=mir")).json()) as { username: string }[];
  assert.deepEqual(
    found.map(({ username }) => username),
    ["mira"],
  );
});

test("locks a user", async (t) => {
  const { fake, call } = await start(t);
  const mira = fake.addUser({ username: "mira" });
  assert.equal((await call("/users/mira/lock", { method: "POST" })).status, 200);
  assert.equal(fake.users.find(({ guid }) => guid === mira.guid)?.locked, true);
});

test("does not lock the account of its own key", async (t) => {
  const { fake, call } = await start(t);
  const [admin] = fake.users;
  const response = await call(`/users/${admin?.username ?? ""}/lock`, { method: "POST" });
  assert.equal(response.status, 409);
});

test("refuses to lock for a page of another origin", async (t) => {
  const { fake, call } = await start(t);
  fake.addUser({ username: "mira" });
  for (const origin of ["https://evil.example", "null"]) {
    const response = await call("/users/mira/lock", { method: "POST", headers: { origin } });
    assert.equal(response.status, 403, origin);
  }
  assert.equal(fake.users.find(({ username }) => username === "mira")?.locked, false);
  const own = new URL((await call("/users/mira")).url).origin;
  assert.equal((await call("/users/mira/lock", { method: "POST", headers: { origin: own } })).status, 200);
});

test("an unknown user is 404, a failing Connect is 502", async (t) => {
  const { fake, call } = await start(t);
  t.mock.method(console, "error", () => undefined);
  assert.equal((await call("/users/nobody")).status, 404);
  fake.fault({ path: "/v1/users", status: 503 });
  assert.equal((await call("/users")).status, 502);
});

test("a refused key is a fault of this server, and its caller learns nothing about Connect", async (t) => {
  const { fake, call } = await start(t);
  t.mock.method(console, "error", () => undefined);
  fake.fault({ path: "/v1/users", status: 401 });
  const response = await call("/users");
  assert.equal(response.status, 502);
  assert.deepEqual(await response.json(), { error: "Connect is not available." });
  assert.equal(response.headers.get("cache-control"), "no-store");
});

import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { test, type TestContext } from "node:test";
import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { type AppOptions, createApp } from "../src/app.ts";

/** Serves the app on a free port, on a fake of its own. */
async function start(
  t: TestContext,
  appOptions: AppOptions = {},
  fakeOptions: FakeConnectOptions = {},
): Promise<{ fake: FakeConnect; call: (path: string, init?: RequestInit) => Promise<Response> }> {
  const fake = createFakeConnect(fakeOptions);
  const connection = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false });
  const app = createApp(connection, appOptions);
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

/** Runs the app as content on Connect, and returns requests of the visitors jo and ann. */
async function hosted(t: TestContext, withIntegration = true, fakeOptions: FakeConnectOptions = {}) {
  process.env["POSIT_PRODUCT"] = "CONNECT";
  t.after(() => delete process.env["POSIT_PRODUCT"]);
  const { fake, call } = await start(t, { localKey: "never-used-on-connect" }, fakeOptions);
  const [owner] = fake.users;
  assert.ok(owner);
  const content = fake.addContent({ owner, app_mode: "python-api", access_type: "logged_in" });
  if (withIntegration) fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
  const visit = (username: string, user_role: "viewer" | "publisher" | "administrator") => {
    const token = fake.sessionTokenFor(fake.addUser({ username, user_role }), { content });
    return () => call("/me", { headers: { "posit-connect-user-session-token": token } });
  };
  return { fake, call, asJo: visit("jo", "administrator"), asAnn: visit("ann", "viewer") };
}

test("acts as the visitor of each request, with one exchange for each visitor", async (t) => {
  const { fake, asJo, asAnn } = await hosted(t);
  const seen = await Promise.all(
    [asJo, asAnn, asJo, asJo].map(async (visit) => ((await (await visit()).json()) as { username: string }).username),
  );
  assert.deepEqual(seen, ["jo", "ann", "jo", "jo"]);
  assert.equal(fake.requests.filter(({ operationId }) => operationId === "exchangeCredentials").length, 2);
});

test("on Connect, a request without a visitor is 401, even with a local key", async (t) => {
  const { fake, call } = await hosted(t);
  assert.equal((await call("/me")).status, 401);
  assert.equal(fake.requests.length, 0);
});

test("says what is missing: an integration (code 212), or the license for it (code 221)", async (t) => {
  const { asJo } = await hosted(t, false);
  assert.match(await (await asJo()).text(), /Add an integration to the content/);
  const other = await hosted(t, true, { settings: { oauthIntegrations: false } });
  assert.match(await (await other.asJo()).text(), /Enhanced or Advanced license/);
});

test("outside Connect, a local key stands in for the visitor", async (t) => {
  const { fake, call } = await start(t, { localKey: "jos-key-0123456789abcdef0123456789" }, { seed: 7 });
  const response = await call("/me");
  assert.equal(response.status, 502, "Connect refuses a key that it does not know");
  assert.equal(fake.requests.at(-1)?.operationId, "getCurrentUser");
  assert.equal((await (await start(t)).call("/me")).status, 401);
});

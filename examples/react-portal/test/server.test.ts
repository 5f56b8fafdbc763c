import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { createApp } from "../server/app.ts";

function start() {
  const fake = createFakeConnect();
  const app = createApp(connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch, retry: false }));
  return { fake, app };
}

test("passes the list of users, without the key", async () => {
  const { fake, app } = start();
  const response = await app.request("/__api__/v1/users?prefix=adm");
  const text = await response.text();
  assert.match(text, /"total":1/);
  assert.ok(!text.includes(fake.apiKey));
});

test("the preview of an offboarding writes nothing", async () => {
  const { fake, app } = start();
  const mira = fake.addUser({ username: "mira", user_role: "publisher" });
  fake.addContent({ name: "weekly-report", owner_guid: mira.guid });
  const preview = (await (await app.request(`/users/${mira.guid}/offboard?to=admin`)).json()) as {
    steps: { target: string }[];
  };
  assert.ok(preview.steps.some(({ target }) => target === "weekly-report"));
  assert.deepEqual(
    fake.requests.filter(({ method }) => method !== "GET"),
    [],
  );
});

test("refuses to lock for a page of another origin, and lets nothing be stored", async () => {
  const { fake, app } = start();
  const mira = fake.addUser({ username: "mira" });
  const lock = (headers: Record<string, string>) =>
    app.request(`http://portal.example/users/${mira.guid}/lock`, { method: "POST", headers });
  assert.equal((await lock({ origin: "https://evil.example", "sec-fetch-site": "cross-site" })).status, 403);
  assert.equal((await lock({ origin: "null" })).status, 403);
  assert.equal(fake.users.find(({ guid }) => guid === mira.guid)?.locked, false);
  const own = await lock({ origin: "http://portal.example", "sec-fetch-site": "same-origin" });
  assert.equal(own.status, 200);
  assert.equal(own.headers.get("cache-control"), "no-store");
});

test("passes nothing but the list of users", async () => {
  const { fake, app } = start();
  for (const path of ["/__api__/v1/user", "/__api__/v1/users/../content", "/__api__/v1/audit_logs"])
    assert.equal((await app.request(path)).status, 404, path);
  assert.equal((await app.request("/__api__/v1/users", { method: "POST" })).status, 403);
  assert.deepEqual(fake.requests, []);
});

test("a refused key is a fault of this server, and the page learns nothing about Connect", async () => {
  const { fake, app } = start();
  fake.fault({ path: "/v1/users", status: 401 });
  const response = await app.request("/__api__/v1/users");
  assert.equal(response.status, 502);
  assert.deepEqual(await response.json(), { error: "Connect is not available." });
});

test("the page holds no key, and does not know the variable with the key", () => {
  const assets = fileURLToPath(new URL("../dist/assets", import.meta.url));
  const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
  assert.ok(scripts.length > 0);
  for (const file of scripts) assert.doesNotMatch(readFileSync(join(assets, file), "utf8"), /CONNECT_API_KEY/);
});

test("maps what the library refuses to statuses", async () => {
  const { fake, app } = start();
  const [admin] = fake.users;
  const post = { method: "POST", headers: { origin: "http://localhost" } }; // as a browser sends it
  assert.equal((await app.request(`/users/${admin?.guid}/lock`, post)).status, 409);
  assert.equal((await app.request("/users/11111111-1111-4111-8111-111111111111/lock", post)).status, 404);
});

test("acts as the visitor where the portal is hosted on Connect", async (t) => {
  process.env["POSIT_PRODUCT"] = "CONNECT";
  t.after(() => delete process.env["POSIT_PRODUCT"]);
  const { fake, app } = start();
  const [owner] = fake.users;
  assert.ok(owner);
  const content = fake.addContent({ owner, app_mode: "python-api", access_type: "logged_in" });
  fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
  const jo = fake.addUser({ username: "jo", user_role: "publisher" });
  const headers = { "posit-connect-user-session-token": fake.sessionTokenFor(jo, { content }) };
  for (let visits = 0; visits < 3; visits += 1) {
    const { username } = (await (await app.request("/me", { headers })).json()) as { username: string };
    assert.equal(username, "jo");
  }
  assert.equal(fake.requests.filter(({ operationId }) => operationId === "exchangeCredentials").length, 1);
  assert.equal((await app.request("/me")).status, 401);
});

import assert from "node:assert/strict";
import { test } from "node:test";
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

test("maps what the library refuses to statuses", async () => {
  const { fake, app } = start();
  const [admin] = fake.users;
  assert.equal((await app.request(`/users/${admin?.guid}/lock`, { method: "POST" })).status, 409);
  assert.equal((await app.request("/users/11111111-1111-4111-8111-111111111111/lock", { method: "POST" })).status, 404);
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

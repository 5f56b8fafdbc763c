import { describe, expect, test } from "vitest";
import type { FakeConnect, FakeConnectOptions, IntegrationDetails } from "../../src/index.ts";
import { documentedFetch } from "../support/documented-fetch.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { readResponse, type ClientResponse } from "../support/response.ts";

const EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
const USER = "urn:posit:connect:user-session-token";
const CONTENT = "urn:posit:connect:content-session-token";
const API_KEY = "urn:posit:connect:api-key";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
const AWS = "urn:ietf:params:aws:token-type:credentials";

type Form = Record<string, string>;

/** Sends a form to the exchange. */
async function exchange(fake: FakeConnect, form: Form, key: string | null): Promise<ClientResponse> {
  const headers = new Headers(key === null ? {} : { authorization: `Key ${key}` });
  const url = `${fake.url}/__api__/v1/oauth/integrations/credentials`;
  const init = { method: "POST", headers, body: new URLSearchParams(form) };
  return readResponse(await documentedFetch(fake)(url, init));
}

/** Content of a publisher with an integration and a visitor. */
function scene(integration: IntegrationDetails | null = {}, options: FakeConnectOptions = {}) {
  const fake = testFake({ version: "2026.06.0", ...options });
  const owner = fake.addUser({ username: "owner", user_role: "publisher" });
  const visitor = fake.addUser({ username: "visitor", user_role: "publisher" });
  const content = fake.addContent({ owner_guid: owner.guid, access_type: "logged_in", app_mode: "shiny" });
  const added = integration === null ? undefined : fake.addIntegration({ ...integration, content: [content] });
  const key = fake.keyFor(owner);
  const asVisitor: Form = {
    grant_type: EXCHANGE,
    subject_token_type: USER,
    subject_token: fake.sessionTokenFor(visitor, { content }),
    requested_token_type: API_KEY,
  };
  const asContent: Form = {
    grant_type: EXCHANGE,
    subject_token_type: CONTENT,
    subject_token: fake.contentSessionTokenFor(content),
  };
  const send = (form: Form, sender: string | null = key) => exchange(fake, form, sender);
  return { fake, owner, visitor, content, integration: added?.guid ?? "", key, asVisitor, asContent, send };
}

describe("a visitor's API key", () => {
  test("acts as the visitor", async () => {
    const { fake, visitor, asVisitor, send } = scene();
    const { status, body } = await send(asVisitor);
    expect([status, body["issued_token_type"], body["token_type"]]).toEqual([200, API_KEY, "Key"]);
    const me = await clientOf(fake, String(body["access_token"])).get("/v1/user");
    expect(me.body).toMatchObject({ guid: visitor.guid });
  });

  test.each([
    ["Viewer", "publisher", 403],
    ["Publisher", "publisher", 200],
    ["Admin", "viewer", 403],
    ["Admin", "publisher", 200],
  ] as const)("has the lower of max_role %s and the visitor's role %s", async (max_role, user_role, status) => {
    const { fake, visitor, content, asVisitor, send } = scene({ config: { max_role } });
    fake.idp(visitor, { user_role });
    const subject_token = fake.sessionTokenFor(visitor, { content });
    const { body } = await send({ ...asVisitor, subject_token });
    expect((await clientOf(fake, String(body["access_token"])).post("/v1/content", {})).status).toBe(status);
  });

  test("stays the same until it expires, and is in no list of keys", async () => {
    const { fake, visitor, content, asVisitor, send } = scene();
    const first = await send(asVisitor);
    expect((await send(asVisitor)).body).toEqual(first.body);
    const key = String(first.body["access_token"]);
    expect((await clientOf(fake, key).get(`/v1/users/${visitor.guid}/keys`)).list).toEqual([]);
    fake.clock.advance({ hours: 1 });
    expect((await clientOf(fake, key).get("/v1/user")).refusal).toEqual([401, 30]);
    const subject_token = fake.sessionTokenFor(visitor, { content });
    expect((await send({ ...asVisitor, subject_token })).body["access_token"]).not.toBe(key);
  });
});

describe("a credential for another service", () => {
  test("needs a session of the visitor: code 220", async () => {
    const { fake, visitor, integration, asVisitor, send } = scene({ template: "github" });
    const form = { ...asVisitor, requested_token_type: ACCESS_TOKEN };
    expect((await send(form)).refusal).toEqual([400, 220]);
    const session = fake.addOAuthSession({ user: visitor, integration });
    const { body } = await send(form);
    expect(body).toMatchObject({ issued_token_type: ACCESS_TOKEN, token_type: "Bearer" });
    await clientOf(fake).delete(`/v1/oauth/sessions/${session.guid}`);
    expect((await send(form)).refusal).toEqual([400, 220]);
  });

  test("is renewed when it expires, or refused with code 219 without a refresh token", async () => {
    const { fake, visitor, content, integration, asVisitor, send } = scene({ template: "github" });
    const form = (): Form => ({
      ...asVisitor,
      requested_token_type: ACCESS_TOKEN,
      subject_token: fake.sessionTokenFor(visitor, { content }),
    });
    fake.addOAuthSession({ user: visitor, integration });
    const first = await send(form());
    expect((await send(form())).body).toEqual(first.body);
    fake.clock.advance({ hours: 1 });
    const second = await send(form());
    expect(second.body["access_token"]).not.toBe(first.body["access_token"]);
    const [session] = (await clientOf(fake, fake.keyFor(visitor)).get("/v1/oauth/sessions")).list;
    expect(session).toMatchObject({ created_time: "2026-02-02T09:00:00Z", updated_time: "2026-02-02T10:00:00Z" });
    fake.addOAuthSession({ user: visitor, integration, has_refresh_token: false });
    fake.clock.advance({ hours: 1 });
    expect((await send(form())).refusal).toEqual([400, 219]);
  });

  test("of a service account is a new one every time", async () => {
    const { asContent, send } = scene({ template: "custom", config: { auth_type: "Service Account" } });
    const first = await send(asContent);
    expect(first.body).toMatchObject({ issued_token_type: ACCESS_TOKEN, token_type: "Bearer" });
    expect((await send(asContent)).body["access_token"]).not.toBe(first.body["access_token"]);
  });

  test("for AWS is JSON in base64", async () => {
    const { asContent, send } = scene({ template: "aws" });
    const { body } = await send({ ...asContent, requested_token_type: AWS });
    expect(body).toMatchObject({ issued_token_type: AWS, token_type: "aws_credentials" });
    expect(JSON.parse(atob(String(body["access_token"])))).toHaveProperty("SessionToken");
  });
});

test.each<[code: number, change: Form]>([
  [213, { grant_type: "password" }],
  [214, { subject_token_type: "urn:example" }],
  [215, { subject_token: "nonsense" }],
  [242, { requested_token_type: "urn:example" }],
  [236, { subject_token_type: CONTENT, requested_token_type: ACCESS_TOKEN }],
  [249, { subject_token_type: CONTENT }],
  [250, { subject_token_type: "urn:ietf:params:oauth:token-type:id_token" }],
  [252, { requested_token_type: ACCESS_TOKEN }],
  [256, { audience: "11111111-1111-4111-8111-111111111111" }],
])("code %i: %j", async (code, change) => {
  const { asVisitor, send } = scene();
  expect((await send({ ...asVisitor, ...change })).refusal).toEqual([400, code]);
});

test("content without an integration has code 212", async () => {
  const { asVisitor, send } = scene(null);
  expect((await send(asVisitor)).refusal).toEqual([400, 212]);
});

test("of several integrations that match, one has to be named: code 257", async () => {
  const { fake, content, integration, asVisitor, send } = scene();
  fake.addIntegration({ template: "github", content: [content] });
  expect((await send(asVisitor)).status).toBe(200);
  fake.addIntegration({ config: { max_role: "Viewer" }, content: [content] });
  expect((await send(asVisitor)).refusal).toEqual([400, 257]);
  expect((await send({ ...asVisitor, audience: integration.toUpperCase() })).status).toBe(200);
});

test("only the owner of the content may exchange its tokens", async () => {
  const { fake, asVisitor, send } = scene();
  const other = fake.keyFor(fake.addUser({ user_role: "publisher" }));
  expect((await send(asVisitor, other)).refusal).toEqual([403, 22]);
  expect((await send(asVisitor, fake.apiKey)).refusal).toEqual([403, 22]);
  expect((await send(asVisitor, fake.keyFor(fake.addUser()))).refusal).toEqual([403, 22]);
  expect((await send(asVisitor, null)).refusal).toEqual([401, 24]);
});

test("the visitor needs access, and the content a sign-in and a process", async () => {
  const { fake, visitor, content, owner, asVisitor, send } = scene();
  const client = clientOf(fake);
  await client.patch(`/v1/content/${content.guid}`, { access_type: "acl" });
  expect((await send(asVisitor)).refusal).toEqual([403, 19]);
  await client.patch(`/v1/content/${content.guid}`, { access_type: "all" });
  expect((await send(asVisitor)).refusal).toEqual([403, 22]);
  const page = fake.addContent({ owner_guid: owner.guid, access_type: "logged_in", app_mode: "static" });
  fake.addIntegration({ content: [page] });
  const subject_token = fake.sessionTokenFor(visitor, { content: page });
  expect((await send({ ...asVisitor, subject_token })).refusal).toEqual([403, 22]);
});

test("tokens of locked visitors and deleted content are worthless", async () => {
  const { fake, visitor, content, asVisitor, send } = scene();
  fake.idp(visitor, { active: false });
  expect((await send(asVisitor)).refusal).toEqual([403, 50]);
  await clientOf(fake).delete(`/v1/content/${content.guid}`);
  expect((await send(asVisitor)).refusal).toEqual([404, 4]);
});

test("session tokens expire", async () => {
  const { fake, visitor, content, asVisitor, asContent, send } = scene();
  const expires_at = "2026-02-02T15:00:00Z";
  const subject_token = fake.sessionTokenFor(visitor, { content, expires_at });
  fake.clock.advance({ hours: 1 });
  expect((await send(asVisitor)).refusal).toEqual([400, 215]);
  expect((await send(asContent)).refusal).toEqual([400, 236]);
  expect((await send({ ...asVisitor, subject_token })).status).toBe(200);
});

test("without the license everything that creates or uses an integration has code 221", async () => {
  const { fake, asVisitor, send } = scene({}, { settings: { oauthIntegrations: false } });
  expect((await send(asVisitor)).refusal).toEqual([402, 221]);
  const client = clientOf(fake);
  expect((await client.post("/v1/oauth/integrations", { template: "github", config: {} })).refusal).toEqual([402, 221]);
  expect((await client.get("/v1/oauth/integrations")).status).toBe(200);
});

test("older servers know less", async () => {
  const old = scene({ template: "github" }, { version: "2024.11.0" });
  expect((await old.send(old.asVisitor)).refusal).toEqual([400, 242]);
  expect((await old.send(old.asContent)).refusal).toEqual([400, 214]);
  const first = scene({}, { version: "2025.01.0" });
  expect((await first.send({ ...first.asVisitor, audience: "ignored" })).status).toBe(200);
  expect((await first.send({ ...first.asVisitor, requested_token_type: "" })).refusal).toEqual([400, 242]);
  const ancient = scene(null, { version: "2024.07.0" });
  expect((await ancient.send(ancient.asVisitor)).status).toBe(404);
});

test("no token is in the journal or in a snapshot", async () => {
  const { fake, asVisitor, send } = scene({ template: "custom", config: { client_secret: "s3cret" } });
  await send(asVisitor);
  await clientOf(fake).post("/v1/oauth/integrations", { template: "github", config: { client_secret: "s3cret" } });
  const shown = JSON.stringify([fake.requests, fake.snapshot(), fake.audit]);
  expect(shown).not.toContain(asVisitor["subject_token"]);
  expect(shown).not.toContain("s3cret");
});

test("tokens, sessions and integrations survive a snapshot", async () => {
  const { fake, visitor, integration, key, asVisitor } = scene({ template: "github" });
  fake.addOAuthSession({ user: visitor, integration });
  const form = { ...asVisitor, requested_token_type: ACCESS_TOKEN };
  const first = await exchange(fake, form, key);
  // No secret is in a snapshot: they follow from the seed, or from the key of the first administrator.
  const copy = testFake({ version: "2026.06.0", apiKey: fake.apiKey });
  copy.restore(fake.snapshot());
  expect((await exchange(copy, form, key)).body).toEqual(first.body);
});

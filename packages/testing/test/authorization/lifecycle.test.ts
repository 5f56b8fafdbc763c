import { describe, expect, onTestFinished, test } from "vitest";
import { createFakeConnect } from "../../src/index.ts";
import { testFake } from "../support/fake-client.ts";
import {
  authorize,
  codeFor,
  DEVICE_GRANT,
  EXCHANGE_GRANT,
  METADATA_PATH,
  oauthRefusal,
  open,
  postForm,
  redeem,
  refresh,
  register,
  registeredClient,
  sentBack,
  signedIn,
  VERIFIER,
  whoIs,
} from "../support/oauth-client.ts";

describe("the state of the authorization server", () => {
  test("survives a snapshot: sessions, codes, waiting sign-ins, clients and principals", async () => {
    const fake = testFake({ seed: 5 });
    const session = await signedIn(fake, "admin");
    const code = await codeFor(fake, "admin", session.client_id);
    const device = await postForm(fake, "device_authorization", { client_id: session.client_id });
    const content = fake.addContent();
    fake.oauth.addPrincipal({ content });
    const text = JSON.stringify(fake.snapshot());
    for (const secret of [session.access, session.refresh, code, String(device.body["device_code"])]) {
      expect(text).not.toContain(secret);
    }

    const other = testFake({ seed: 5 });
    other.restore(JSON.parse(text) as ReturnType<typeof fake.snapshot>);
    expect(other.oauth.pending).toEqual(fake.oauth.pending);
    expect((await whoIs(other, session.access)).status).toBe(200);
    expect((await redeem(other, session.client_id, code)).status).toBe(200);
    other.oauth.approve(other.oauth.pending[0]?.id ?? "", "admin");
    const poll = { grant_type: DEVICE_GRANT, client_id: session.client_id };
    expect((await postForm(other, "token", { ...poll, device_code: String(device.body["device_code"]) })).status).toBe(
      200,
    );
    const subject_token = await other.oauth.identityToken();
    const exchange = { grant_type: EXCHANGE_GRANT, subject_token_type: "urn:ietf:params:oauth:token-type:id_token" };
    expect((await postForm(other, "token", { ...exchange, subject_token })).status).toBe(200);
    expect((await refresh(other, session)).status).toBe(200);
    expect(oauthRefusal(await refresh(other, session))).toEqual([400, "invalid_grant"]);
  });

  test("is restored with its spent tokens, whose reuse ends the sign-in", async () => {
    const fake = testFake();
    const session = await signedIn(fake, "admin");
    const saved = fake.snapshot();
    expect((await refresh(fake, session)).status).toBe(200);
    const later = fake.snapshot();
    fake.restore(saved);
    expect((await refresh(fake, session)).status).toBe(200);
    fake.restore(later);
    expect(oauthRefusal(await refresh(fake, session))).toEqual([400, "invalid_grant"]);
  });

  test("is gone after a reset", async () => {
    const fake = testFake();
    const session = await signedIn(fake, "admin");
    await authorize(fake, { client_id: session.client_id });
    fake.reset();
    expect(fake.oauth.pending).toEqual([]);
    expect((await whoIs(fake, session.access)).refusal).toEqual([401, 30]);
    expect(oauthRefusal(await refresh(fake, session))).toEqual([401, "invalid_client"]);
  });

  test("is not shared by two fakes", async () => {
    const [one, other] = [testFake(), testFake()];
    const session = await signedIn(one, "admin");
    expect((await whoIs(other, session.access)).refusal).toEqual([401, 30]);
  });
});

test("no token, code or verifier is in the journal", async () => {
  const fake = testFake();
  const session = await signedIn(fake, "admin");
  const code = await codeFor(fake, "admin", session.client_id);
  await redeem(fake, session.client_id, code);
  const { body } = await postForm(fake, "device_authorization", { client_id: session.client_id });
  const device_code = String(body["device_code"]);
  await postForm(fake, "token", { grant_type: DEVICE_GRANT, client_id: session.client_id, device_code });
  const identity = await fake.oauth.identityToken();
  await postForm(fake, "token", { grant_type: EXCHANGE_GRANT, subject_token: identity, subject_token_type: "x" });
  await refresh(fake, session);
  await postForm(fake, "revoke", { token: session.refresh, client_id: session.client_id });
  // A browser that asks the fake itself for the address it was sent to, and a program that puts a token in the query.
  await open(fake, `${fake.url}/callback?code=${code}&state=x`);
  await open(fake, `${fake.url}/__api__/v1/user?x=${session.access}`);
  const journal = JSON.stringify(fake.requests);
  for (const secret of [session.access, session.refresh, code, device_code, identity, VERIFIER]) {
    expect(journal).not.toContain(secret);
  }
  expect(fake.requests.find(({ path }) => path === "/oauth/v1/token")?.body).toMatchObject({
    grant_type: "authorization_code",
    client_id: session.client_id,
    code: "[redacted]",
    code_verifier: "[redacted]",
  });
});

describe("a fault", () => {
  test("on the token endpoint has the envelope of OAuth", async () => {
    const fake = testFake();
    const session = await signedIn(fake, "admin");
    for (const [status, error] of [
      [500, "server_error"],
      [503, "temporarily_unavailable"],
      [401, "invalid_client"],
      [400, "invalid_request"],
    ] as const) {
      fake.fault({ path: "/oauth/v1/token", status, times: 1 });
      expect(oauthRefusal(await refresh(fake, session))).toEqual([status, error]);
    }
    expect((await refresh(fake, session)).status).toBe(200);
  });

  test("can delay the token endpoint, while other requests go on", async () => {
    const fake = testFake();
    const session = await signedIn(fake, "admin");
    fake.fault({ path: "/oauth/v1/token", delay: 30 });
    let isRefreshed = false;
    const slow = refresh(fake, session).then((response) => {
      isRefreshed = true;
      return response;
    });
    expect((await whoIs(fake, session.access)).status).toBe(200);
    expect(isRefreshed).toBe(false);
    expect((await slow).status).toBe(200);
  });

  test("can hide the metadata behind a page", async () => {
    const fake = testFake();
    fake.fault({ path: METADATA_PATH, html: true });
    expect((await open(fake, `${fake.url}${METADATA_PATH}`)).headers.get("content-type")).toContain("text/html");
  });
});

test("a body over the limit is refused with the envelope of OAuth", async () => {
  const fake = testFake({ maxRequestBytes: 100 });
  const response = await postForm(fake, "token", { grant_type: "x".repeat(200) });
  expect(oauthRefusal(response)).toEqual([413, "invalid_request"]);
});

describe("on a port", () => {
  test.each(["http://connect.test", "http://connect.test/rsc"])("all of it works below %s", async (url) => {
    const fake = testFake({ url });
    const server = await fake.listen();
    onTestFinished(() => server.close());
    const target = { url: server.url, fetch };
    const client_id = await registeredClient(target);
    expect((await authorize(target, { client_id })).status).toBe(200);
    const back = fake.oauth.approve(fake.oauth.pending[0]?.id ?? "", "admin");
    const { body } = await redeem(target, client_id, sentBack(back)["code"] ?? "");
    const session = { client_id, access: String(body["access_token"]), refresh: String(body["refresh_token"]) };
    expect((await whoIs(target, session.access)).status).toBe(200);
    expect((await refresh(target, session)).status).toBe(200);
    const device = await postForm(target, "device_authorization", { client_id });
    expect(device.body["verification_uri"]).toBe(`${server.url}/oauth/v1/device`);
    const page = await open(target, String(device.body["verification_uri_complete"]));
    const action = /action="([^"]+)"/.exec(page.text)?.[1] ?? "";
    const form = new URLSearchParams({ sign_in: fake.oauth.pending[0]?.id ?? "", user: "admin", decision: "approve" });
    const headers = { origin: new URL(server.url).origin };
    expect((await fetch(new URL(action, server.url), { method: "POST", body: form, headers })).status).toBe(200);
  });
});

describe("the control routes", () => {
  async function controlled() {
    const fake = createFakeConnect();
    const server = await fake.listen({ control: true });
    onTestFinished(() => server.close());
    const headers = { authorization: `Key ${fake.apiKey}` };
    const call = async (request: string, body?: unknown) => {
      const [method = "", path = ""] = request.split(" ");
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const response = await fetch(`${server.url}/__fake__${path}`, init);
      return { status: response.status, body: await response.json() };
    };
    return { fake, call };
  }

  test("list waiting sign-ins, approve and refuse them", async () => {
    const { fake, call } = await controlled();
    const client_id = await registeredClient(fake);
    await authorize(fake, { client_id });
    const waiting = await call("GET /oauth");
    expect(waiting.body).toEqual(fake.oauth.pending);
    const approved = await call("POST /oauth/approve", { id: "1", user: "admin" });
    expect(approved).toMatchObject({ status: 200, body: { redirect: expect.stringContaining("code=") as unknown } });
    await postForm(fake, "device_authorization", { client_id });
    expect(await call("POST /oauth/deny", { id: "2" })).toEqual({ status: 200, body: { redirect: null } });
    expect(await call("POST /oauth/deny", { id: "2" })).toMatchObject({ status: 400 });
  });

  test("create tokens of a user", async () => {
    const { fake, call } = await controlled();
    const { body } = await call("POST /oauth/tokens", { user: "admin" });
    const { access_token } = body as { access_token: string };
    expect((await whoIs(fake, access_token)).body).toMatchObject({ username: "admin" });
  });

  test("add principals and create identity tokens", async () => {
    const { fake, call } = await controlled();
    const { guid } = fake.addContent();
    const added = await call("POST /principals", { content: guid, claims: { repository: "acme/report" } });
    expect(added).toMatchObject({ status: 200 });
    const { body } = await call("POST /identity-tokens", { claims: { repository: "acme/report" } });
    const { token } = body as { token: string };
    const form = { grant_type: EXCHANGE_GRANT, subject_token_type: "urn:ietf:params:oauth:token-type:id_token" };
    expect((await postForm(fake, "token", { ...form, subject_token: token })).status).toBe(200);
  });
});

test("registration from a browser needs the option cors", async () => {
  const fake = testFake({ cors: true });
  const preflight = await fake.fetch(`${fake.url}/oauth/v1/register`, { method: "OPTIONS" });
  expect(preflight.headers.get("access-control-allow-headers")).toContain("Content-Type");
  const headers = { origin: "http://app.test", "content-type": "application/json" };
  const body = JSON.stringify({ redirect_uris: ["http://127.0.0.1/callback"] });
  const response = await fake.fetch(`${fake.url}/oauth/v1/register`, { method: "POST", headers, body });
  expect(response.headers.get("access-control-allow-origin")).toBe("http://app.test");
  expect((await register(testFake(), {})).headers.get("access-control-allow-origin")).toBeNull();
});

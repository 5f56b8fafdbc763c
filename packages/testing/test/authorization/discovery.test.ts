import { describe, expect, test } from "vitest";
import type { FakeOAuthOptions } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import {
  authorize,
  DEVICE_GRANT,
  EXCHANGE_GRANT,
  METADATA_PATH,
  oauthRefusal,
  open,
  postForm,
  register,
  registeredClient,
  signedIn,
} from "../support/oauth-client.ts";
import { pluck } from "../support/response.ts";

describe("the metadata", () => {
  test("names the endpoints and what they support", async () => {
    const fake = testFake();
    const { status, body } = await open(fake, `${fake.url}${METADATA_PATH}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      issuer: "http://connect.test",
      authorization_endpoint: "http://connect.test/oauth/v1/authorize",
      token_endpoint: "http://connect.test/oauth/v1/token",
      registration_endpoint: "http://connect.test/oauth/v1/register",
      device_authorization_endpoint: "http://connect.test/oauth/v1/device_authorization",
      revocation_endpoint: "http://connect.test/oauth/v1/revoke",
      response_types_supported: ["code"],
      grant_types_supported: ["authorization_code", "refresh_token", DEVICE_GRANT, EXCHANGE_GRANT],
      code_challenge_methods_supported: ["S256"],
      token_endpoint_auth_methods_supported: ["none"],
    });
  });

  test("has the address by which the client knows a server on a port", async () => {
    const fake = testFake();
    await using server = await fake.listen();
    const { body } = await open({ url: server.url, fetch }, `${server.url}${METADATA_PATH}`);
    expect(body).toMatchObject({ issuer: server.url, token_endpoint: `${server.url}/oauth/v1/token` });
  });

  test.each([
    ["appended", "http://connect.test/rsc/.well-known/oauth-authorization-server"],
    ["inserted", "http://connect.test/.well-known/oauth-authorization-server/rsc"],
  ] as const)("of a server with a path prefix is %s", async (metadataPath, address) => {
    const fake = testFake({ url: "http://connect.test/rsc", oauth: { metadataPath } });
    expect((await open(fake, address)).body).toMatchObject({ issuer: "http://connect.test/rsc" });
    const others = [
      "http://connect.test/rsc/.well-known/oauth-authorization-server",
      "http://connect.test/.well-known/oauth-authorization-server/rsc",
      "http://connect.test/.well-known/oauth-authorization-server",
    ].filter((each) => each !== address);
    for (const other of others) expect((await open(fake, other)).status).toBe(404);
  });

  test("can name another issuer, as a server does that an attacker has set up", async () => {
    const fake = testFake({ oauth: { issuer: "https://evil.test" } });
    const { body } = await open(fake, `${fake.url}${METADATA_PATH}`);
    expect(body).toMatchObject({ issuer: "https://evil.test", token_endpoint: `${fake.url}/oauth/v1/token` });
  });

  test("can be a page, as behind a proxy", async () => {
    const fake = testFake({ oauth: { metadata: "html" } });
    const { status, headers, text } = await open(fake, `${fake.url}${METADATA_PATH}`);
    expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(text).toContain("<h1>");
  });
});

const PATHS = ["authorize", "device", "device_authorization", "token", "revoke", "register"];

describe("switched off,", () => {
  test.each<[string, FakeOAuthOptions | undefined, string]>([
    ["by the option", { enabled: false }, "2026.07.0"],
    ["in versions before 2026.02.0", undefined, "2026.01.0"],
  ])("%s, every path is missing", async (_how, oauth, version) => {
    const fake = testFake({ version, ...(oauth && { oauth }) });
    expect((await open(fake, `${fake.url}${METADATA_PATH}`)).status).toBe(404);
    for (const path of PATHS) {
      const method = path === "authorize" || path === "device" ? "GET" : "POST";
      const response = await fake.fetch(`${fake.url}/oauth/v1/${path}`, { method });
      expect([path, response.status]).toEqual([path, 404]);
    }
    expect(fake.requests.at(-1)?.issues).toMatchObject([{ rule: "route" }]);
  });

  test.each<[keyof FakeOAuthOptions, string, string]>([
    ["registration", "register", "registration_endpoint"],
    ["revocation", "revoke", "revocation_endpoint"],
    ["deviceFlow", "device_authorization", "device_authorization_endpoint"],
  ])("%s is neither there nor in the metadata", async (option, path, field) => {
    const fake = testFake({ oauth: { [option]: false } });
    expect((await open(fake, `${fake.url}${METADATA_PATH}`)).body).not.toHaveProperty(field);
    expect((await postForm(fake, path, {})).status).toBe(404);
  });

  test("the device flow is no grant type, and its page is missing", async () => {
    for (const fake of [testFake({ version: "2026.05.0" }), testFake({ oauth: { deviceFlow: false } })]) {
      const { body } = await open(fake, `${fake.url}${METADATA_PATH}`);
      expect(body["grant_types_supported"]).not.toContain(DEVICE_GRANT);
      expect((await open(fake, `${fake.url}/oauth/v1/device`)).status).toBe(404);
      const client_id = await registeredClient(fake);
      const poll = await postForm(fake, "token", { grant_type: DEVICE_GRANT, client_id, device_code: "x" });
      expect(oauthRefusal(poll)).toEqual([400, "unsupported_grant_type"]);
    }
  });

  test("the exchange of identity tokens is no grant type", async () => {
    const fakes = [
      testFake({ version: "2026.06.0" }),
      testFake({ oauth: { tokenExchange: false } }),
      testFake({ settings: { oauthIntegrations: false } }),
    ];
    for (const fake of fakes) {
      const { body } = await open(fake, `${fake.url}${METADATA_PATH}`);
      expect(body["grant_types_supported"]).not.toContain(EXCHANGE_GRANT);
      const response = await postForm(fake, "token", { grant_type: EXCHANGE_GRANT, subject_token: "x" });
      expect(oauthRefusal(response)).toEqual([400, "unsupported_grant_type"]);
    }
  });
});

describe("registering", () => {
  const CALLBACK = "http://127.0.0.1/callback";

  test("returns the metadata with an id, and no secret", async () => {
    const fake = testFake();
    const { status, headers, body } = await register(fake, {
      client_name: "test",
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token", DEVICE_GRANT],
      response_types: ["code"],
    });
    expect([status, headers.get("cache-control")]).toEqual([201, "no-store"]);
    expect(body).toEqual({
      client_id: expect.stringMatching(/^[\da-f]{32}$/) as unknown,
      client_id_issued_at: Math.floor(fake.clock.now().getTime() / 1000),
      client_name: "test",
      redirect_uris: [CALLBACK],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token", DEVICE_GRANT],
      response_types: ["code"],
    });
  });

  test("again returns the same id, on every server", async () => {
    const idOf = async (metadata: object, fake = testFake()) => (await register(fake, metadata)).body["client_id"];
    const fake = testFake();
    const uris = [CALLBACK, "http://localhost/other"];
    const id = await idOf({ client_name: "test", redirect_uris: uris }, fake);
    expect(await idOf({ client_name: "test", redirect_uris: uris.toReversed() }, fake)).toBe(id);
    expect(await idOf({ client_name: "test", redirect_uris: uris }, testFake({ seed: 99 }))).toBe(id);
    expect(await idOf({ client_name: "other", redirect_uris: uris }, fake)).not.toBe(id);
    expect(await idOf({ client_name: "test", redirect_uris: [CALLBACK] }, fake)).not.toBe(id);
  });

  test.each<[string, unknown, string]>([
    ["no JSON object", [], "invalid_client_metadata"],
    ["no redirect URI", { client_name: "test" }, "invalid_redirect_uri"],
    ["an empty list", { redirect_uris: [] }, "invalid_redirect_uri"],
    ["another machine", { redirect_uris: ["https://app.example.com/callback"] }, "invalid_redirect_uri"],
    [
      "a name that only looks like this machine",
      { redirect_uris: ["http://127.0.0.1.evil.test/"] },
      "invalid_redirect_uri",
    ],
    ["a user name on this machine", { redirect_uris: ["http://me@127.0.0.1/"] }, "invalid_redirect_uri"],
    ["a user name in the address", { redirect_uris: ["http://127.0.0.1@evil.test/"] }, "invalid_redirect_uri"],
    ["a fragment", { redirect_uris: [`${CALLBACK}#x`] }, "invalid_redirect_uri"],
    ["no address", { redirect_uris: [7] }, "invalid_redirect_uri"],
    ["a name that is no string", { client_name: 7, redirect_uris: [CALLBACK] }, "invalid_client_metadata"],
    [
      "a secret",
      { redirect_uris: [CALLBACK], token_endpoint_auth_method: "client_secret_basic" },
      "invalid_client_metadata",
    ],
    ["an unknown grant", { redirect_uris: [CALLBACK], grant_types: ["password"] }, "invalid_client_metadata"],
    ["an unknown response", { redirect_uris: [CALLBACK], response_types: ["token"] }, "invalid_client_metadata"],
  ])("is refused with %s", async (_what, metadata, error) => {
    expect(oauthRefusal(await register(testFake(), metadata))).toEqual([400, error]);
  });

  test.each(["grant_types", "response_types"])("says that the refused field is %s", async (field) => {
    const { body } = await register(testFake(), { redirect_uris: [CALLBACK], [field]: ["password"] });
    expect(body["error_description"]).toContain(`${field} must be some of `);
  });

  test.each(["http://127.0.0.1:8080/callback", "http://localhost/", "http://[::1]/callback"])(
    "allows this machine as %s",
    async (uri) => {
      expect((await register(testFake(), { redirect_uris: [uri] })).status).toBe(201);
    },
  );

  test("allows what administrators have listed, exactly", async () => {
    const uri = "https://workbench.example.com/oauth_redirect_callback";
    const fake = testFake({ oauth: { redirectUris: [uri] } });
    const { body } = await register(fake, { client_name: "relay", redirect_uris: [uri] });
    const client_id = String(body["client_id"]);
    expect((await authorize(fake, { client_id, redirect_uri: uri })).status).toBe(200);
    expect((await authorize(fake, { client_id, redirect_uri: `${uri}/more` })).status).toBe(400);
    expect((await register(fake, { redirect_uris: [`${uri}/more`] })).status).toBe(400);
  });

  test("keeps no more than 1,000 clients, dropping the oldest", async () => {
    const fake = testFake();
    const oldest = await registeredClient(fake, "oldest");
    for (let number = 0; number < 1000; number++) await registeredClient(fake, String(number));
    expect((await authorize(fake, { client_id: oldest })).status).toBe(400);
    expect((await authorize(fake, { client_id: await registeredClient(fake, "1") })).status).toBe(200);
  });
});

test("a deleted client is unknown, and its tokens have ended", async () => {
  const fake = testFake();
  const session = await signedIn(fake, "admin");
  const headers = { authorization: `Key ${fake.apiKey}` };
  const url = `${fake.url}/__api__/v1/oauth/clients/${session.client_id}`;
  expect((await fake.fetch(url, { method: "DELETE", headers })).status).toBe(204);
  const form = { grant_type: "refresh_token", client_id: session.client_id, refresh_token: session.refresh };
  expect(oauthRefusal(await postForm(fake, "token", form))).toEqual([401, "invalid_client"]);
  await registeredClient(fake);
  expect(oauthRefusal(await postForm(fake, "token", form))).toEqual([400, "invalid_grant"]);
});

test("clients are listed in order of registration, with their last use", async () => {
  const fake = testFake();
  const api = clientOf(fake);
  const first = await registeredClient(fake, "first");
  const { client_id } = await signedIn(fake, "admin");
  const { body, list } = await api.get("/v1/oauth/clients");
  expect(body).toMatchObject({ current_page: 1, total: 2 });
  expect(list).toEqual([
    {
      id: "1",
      client_id: first,
      client_name: "first",
      redirect_uris: ["http://127.0.0.1/callback"],
      created_at: "2026-02-02T09:00:00Z",
      last_used_at: null,
    },
    expect.objectContaining({ id: "2", client_id, last_used_at: "2026-02-02T09:00:00Z" }),
  ]);
  const last = await api.get("/v1/oauth/clients?asc_order=false&page_size=1");
  expect(pluck(last.list, "id")).toEqual(["2"]);
  expect((await api.get(`/v1/oauth/clients/${first}`)).body).toMatchObject({ client_name: "first" });
  expect((await api.get("/v1/oauth/clients/unknown")).refusal).toEqual([404, 4]);
});

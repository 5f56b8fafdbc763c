import { discoverSignIn, signInWithDevice } from "@connect-sdk/api/oauth";
import { describe, expect, test } from "vitest";
import { authorizationServer, SERVER } from "./support/authorization-server.ts";
import { failureOf } from "./support/stub-client.ts";

const discover = (options: Parameters<typeof authorizationServer>[0], url = SERVER) => {
  const server = authorizationServer(options);
  return { server, result: discoverSignIn(url, { fetch: server.fetch }) };
};

test("says how people can sign in", async () => {
  await expect(discover({}).result).resolves.toEqual({
    url: SERVER,
    browser: true,
    device: true,
    registration: true,
    revocation: true,
  });
});

test("understands every form of the server's URL", async () => {
  for (const url of [`${SERVER}/`, `${SERVER}/__api__`, `${SERVER}/connect/#/people`]) {
    await expect(discover({}, url).result).resolves.toMatchObject({ url: SERVER });
  }
});

test.each([
  ["device_authorization_endpoint", { device: false }],
  ["authorization_endpoint", { browser: false }],
  ["registration_endpoint", { registration: false }],
  ["revocation_endpoint", { revocation: false }],
])("without %s, something is not possible", async (name, expected) => {
  await expect(discover({ metadata: { [name]: undefined } }).result).resolves.toMatchObject(expected);
});

test("does not offer the browser without the code challenge S256", async () => {
  const metadata = { code_challenge_methods_supported: ["plain"] };
  await expect(discover({ metadata }).result).resolves.toMatchObject({ browser: false });
});

describe("a server behind a path prefix", () => {
  const url = `${SERVER}/rsc`;

  test("is found where Connect's other clients look first", async () => {
    const { server, result } = discover({ url }, url);
    await expect(result).resolves.toMatchObject({ url });
    expect(server.requests.map((request) => request.url)).toEqual([`${url}/.well-known/oauth-authorization-server`]);
  });

  test("is found where RFC 8414 puts it otherwise", async () => {
    const inserted = `${SERVER}/.well-known/oauth-authorization-server/rsc`;
    const first = (request: Request) =>
      request.url === inserted
        ? Response.json({ issuer: url, token_endpoint: `${url}/token` })
        : new Response("<html>", { status: 404 });
    await expect(discover({ url, first }, url).result).resolves.toMatchObject({ url, device: false });
  });
});

describe("there is no OAuth server", () => {
  test.each([
    ["404", () => new Response("", { status: 404 })],
    ["a login page", () => new Response("<html>", { headers: { "content-type": "text/html" } })],
    [
      "a redirect to a login page",
      () => new Response(null, { status: 302, headers: { location: "https://sso.example.com" } }),
    ],
    ["401 of a gateway", () => new Response("", { status: 401 })],
    ["JSON of something else", () => Response.json({ status: "ok" })],
    ["a list", () => Response.json([])],
  ])("%s", async (_, first) => {
    await expect(discover({ first }).result).resolves.toBeUndefined();
    const server = authorizationServer({ first });
    const error = await failureOf(signInWithDevice({ url: SERVER, fetch: server.fetch, onCode: () => undefined }));
    expect(error).toMatchObject({ name: "SignInError", problem: "unsupported" });
    expect(error).toHaveProperty("fix", expect.stringContaining("API key"));
  });
});

test("a server that cannot be reached or fails is not a server without OAuth", async () => {
  const refused = () => Promise.reject(new TypeError("fetch failed"));
  expect(await failureOf(discoverSignIn(SERVER, { fetch: refused }))).toMatchObject({ name: "NetworkError" });
  const first = () => new Response("", { status: 502 });
  expect(await failureOf(discover({ first }).result)).toMatchObject({ name: "ServerError" });
});

describe("is refused", () => {
  test.each([
    ["another issuer", { issuer: "https://evil.example.com" }],
    ["an issuer below the server", { issuer: `${SERVER}/other` }],
    ["a token endpoint elsewhere", { token_endpoint: "https://evil.example.com/token" }],
    ["an authorization endpoint elsewhere", { authorization_endpoint: "https://evil.example.com/authorize" }],
    ["a registration endpoint on another port", { registration_endpoint: `${SERVER}:8443/register` }],
    ["a device endpoint over http", { device_authorization_endpoint: "http://connect.example.com/device" }],
    ["a revocation endpoint that is no URL", { revocation_endpoint: 7 }],
    ["an endpoint with a password", { token_endpoint: "https://a:b@connect.example.com/token" }],
  ])("%s", async (_, metadata) => {
    const { server, result } = discover({ metadata });
    expect(await failureOf(result)).toMatchObject({ name: "SignInError", problem: "untrusted" });
    expect(server.requests.filter(({ method }) => method === "POST")).toEqual([]);
  });

  test.each([
    "http://connect.example.com",
    "http://127.0.0.1.example.com",
    "http://latest",
    "ftp://connect.example.com",
    "https://jo:pw@connect.example.com",
  ])("%s, before anything is sent", async (url) => {
    const { server, result } = discover({}, url);
    expect(await failureOf(result)).toMatchObject({ name: "InvalidArgumentError", argument: "url" });
    expect(server.requests).toEqual([]);
  });

  test("but http to this computer and in tests, or when the caller insists, is allowed", async () => {
    for (const url of ["http://localhost:3939", "http://127.0.0.1:3939", "http://[::1]:3939", "http://connect.test"]) {
      await expect(discover({ url }, url).result).resolves.toMatchObject({ url });
    }
    const url = "http://connect.example.com";
    const { fetch } = authorizationServer({ url });
    await expect(discoverSignIn(url, { fetch, insecure: true })).resolves.toMatchObject({ url });
  });
});

test("an unknown option is refused", async () => {
  const options: object = { timeuot: 1 };
  expect(await failureOf(discoverSignIn(SERVER, options))).toMatchObject({ name: "InvalidArgumentError" });
});

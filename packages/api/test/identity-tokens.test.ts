import { exchangeIdentityToken } from "@connect-sdk/api/oauth";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { authorizationServer, oauthError, SERVER, type StubOptions } from "./support/authorization-server.ts";
import { failureOf } from "./support/stub-client.ts";

const TOKEN = "canary-identity-token.payload.signature";
const KEY = { access_token: "key-secret-1", token_type: "Key" };

function start(stub: StubOptions, identityToken = TOKEN) {
  const server = authorizationServer(stub);
  return { server, result: exchangeIdentityToken({ url: SERVER, identityToken, fetch: server.fetch }) };
}

test("sends the token once, without a client, and returns the key", async () => {
  const { server, result } = start({ token: () => Response.json({ ...KEY, expires_in: 3600 }) }, ` ${TOKEN}\n`);
  const key = await result;
  expect(key).toMatchObject({ url: SERVER, apiKey: "key-secret-1" });
  expect((key.expiresAt ?? 0) - Date.now()).toBeGreaterThan(3_590_000);
  expect(server.requests.filter(({ method }) => method === "POST").map(({ url, body }) => [url, body])).toEqual([
    [
      `${SERVER}/oauth/v1/token`,
      new URLSearchParams({
        subject_token: TOKEN,
        subject_token_type: "urn:ietf:params:oauth:token-type:id_token",
        requested_token_type: "urn:ietf:params:oauth:token-type:access_token",
        grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      }).toString(),
    ],
  ]);
});

test("tolerates a response without the fields that Connect's other clients ignore", async () => {
  const { result } = start({ token: () => Response.json({ access_token: "key-secret-1" }) });
  await expect(result).resolves.toEqual({ url: SERVER, apiKey: "key-secret-1" });
});

test("the key is hidden where it is inspected", async () => {
  const { result } = start({ token: () => Response.json(KEY) });
  const key = await result;
  expect(inspect(key)).not.toContain("secret");
  expect(key.apiKey).toBe("key-secret-1");
});

describe("the token is not sent", () => {
  test.each<[string, StubOptions, string]>([
    ["lacks the exchange", { metadata: { grant_types_supported: ["authorization_code"] } }, "unsupported"],
    ["has no OAuth server", { first: () => new Response("", { status: 404 }) }, "unsupported"],
    ["is another one", { metadata: { issuer: "https://evil.example.com" } }, "untrusted"],
    ["names another one", { metadata: { token_endpoint: "https://evil.example.com/token" } }, "untrusted"],
  ])("to a server that %s", async (_, stub, problem) => {
    const { server, result } = start(stub);
    expect(await failureOf(result)).toMatchObject({ name: "SignInError", problem });
    expect(server.requests.map(({ body }) => body).join("")).toBe("");
  });

  test.each(["", " \n"])("if it is %j", async (token) => {
    const { server, result } = start({}, token);
    expect(await failureOf(result)).toMatchObject({ name: "InvalidArgumentError", argument: "identityToken" });
    expect(server.requests).toEqual([]);
  });
});

describe("a refusal", () => {
  test.each([
    ["The token is ambiguous.", /exactly one/],
    ["Failed to verify the token.", /clocks/],
    ["No matching grant.", /Add a trusted publisher/],
  ])("%s says what to do", async (description, fix) => {
    const { result } = start({ token: () => oauthError("invalid_grant", 400, description) });
    const error = await failureOf(result);
    expect(error).toMatchObject({ name: "SignInError", problem: "rejected", error: "invalid_grant" });
    expect(error).toHaveProperty("message", expect.stringContaining(description));
    expect(error).toHaveProperty("fix", expect.stringMatching(fix));
  });

  test.each<[string, () => Response]>([
    ["an OAuth error", () => oauthError("invalid_grant", 400, `unknown ${TOKEN}`)],
    ["another status", () => Response.json({ code: 221, error: `no license for ${TOKEN}` }, { status: 402 })],
    ["a response without a key", () => Response.json({ token: TOKEN })],
    ["a page", () => new Response(`<html>${TOKEN}`)],
  ])("with %s has no token in its error", async (_, token) => {
    const error = await failureOf(start({ token }).result);
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)).not.toContain("canary");
  });
});

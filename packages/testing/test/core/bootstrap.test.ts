import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { readResponse, type ClientResponse } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { objectWith } from "../support/matchers.ts";

const SECRET = Buffer.from("a secret of thirty-two characters").toString("base64");

/** The claims of a valid token; the fake's clock stands at 9:00. */
const CLAIMS = {
  iss: "rsconnect-python",
  aud: "rsconnect",
  scope: "bootstrap",
  exp: Date.parse("2026-02-02T09:15:00Z") / 1000,
};

function token(claims: object = CLAIMS, header: object = { alg: "HS256", typ: "JWT" }, secret = SECRET): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString("base64url");
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${createHmac("sha256", Buffer.from(secret, "base64")).update(signed).digest("base64url")}`;
}

async function bootstrap(fake: FakeConnect, jwt: string, path = "/v1/bootstrap"): Promise<ClientResponse> {
  const headers = { authorization: `Connect-Bootstrap ${jwt}` };
  return readResponse(await fake.fetch(`${fake.url}/__api__${path}`, { method: "POST", headers }));
}

test("bootstrapping a server without users creates an administrator and returns their key", async () => {
  const fake = testFake({ empty: true, bootstrapSecret: SECRET });
  const { status, body } = await bootstrap(fake, token());
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(["api_key"]);
  expect(fake.users).toEqual([objectWith({ username: "__bootstrap_admin__", email: "", user_role: "administrator" })]);
  expect((await clientOf(fake, String(body["api_key"])).get("/v1/user")).status).toBe(200);
  expect(body["api_key"]).toBe(fake.apiKey);
});

test("a server with users refuses to bootstrap: code 165", async () => {
  expect((await bootstrap(testFake({ bootstrapSecret: SECRET }), token())).refusal).toEqual([403, 165]);
});

test.each([
  ["another secret", token(CLAIMS, undefined, "b3RoZXI=")],
  ["another algorithm", token(CLAIMS, { alg: "none" })],
  ["no signature", token().split(".").slice(0, 2).join(".") + "."],
  ["no token at all", "x"],
  ["claims that are not an object", token([])],
  ["another signature of the same length", `${token().slice(0, -3)}AAA`],
  ["a fourth part", `${token()}.x`],
  ["a token that has expired", token({ ...CLAIMS, exp: Date.parse("2026-02-02T09:00:00Z") / 1000 })],
  ["a token that is not valid yet", token({ ...CLAIMS, nbf: Date.parse("2026-02-02T09:00:01Z") / 1000 })],
  ["a token without an expiry", token({ ...CLAIMS, exp: undefined })],
  ["another issuer", token({ ...CLAIMS, iss: "somebody" })],
  ["no issuer", token({ ...CLAIMS, iss: undefined })],
  ["another audience", token({ ...CLAIMS, aud: ["portal"] })],
  ["another scope", token({ ...CLAIMS, scope: "publish" })],
])("%s is refused with code 166", async (_, jwt) => {
  const fake = testFake({ empty: true, bootstrapSecret: SECRET });
  expect((await bootstrap(fake, jwt)).refusal).toEqual([401, 166]);
  expect(fake.users).toEqual([]);
});

test("an API key is no bootstrap token", async () => {
  expect((await clientOf(testFake()).post("/v1/bootstrap")).refusal).toEqual([401, 166]);
});

test("a token expires by the fake's clock", async () => {
  const fake = testFake({ empty: true, bootstrapSecret: SECRET });
  fake.clock.advance({ minutes: 15 });
  expect((await bootstrap(fake, token())).refusal).toEqual([401, 166]);
  fake.clock.advance({ seconds: -1 });
  expect((await bootstrap(fake, token())).status).toBe(200);
});

test.each(["/v1/bootstrap", "/v1/experimental/bootstrap"])(
  "the credential is judged before the body, whatever that is: %s",
  async (path) => {
    const fake = testFake({ empty: true, bootstrapSecret: SECRET });
    const url = `${fake.url}/__api__${path}`;
    for (const body of [new URLSearchParams({ a: "b" }), "{", "\u0000"]) {
      const refused = await readResponse(await fake.fetch(url, { method: "POST", body }));
      expect(refused.refusal).toEqual([401, 166]);
    }
    const headers = { authorization: `Connect-Bootstrap ${token()}` };
    expect((await fake.fetch(url, { method: "POST", headers, body: "{" })).status).toBe(200);
  },
);

test("without a secret in the options, any signature is accepted", async () => {
  expect((await bootstrap(testFake({ empty: true }), token(CLAIMS, undefined, "b3RoZXI="))).status).toBe(200);
});

test("the experimental path works and names its replacement; older servers have no other", async () => {
  const newer = await bootstrap(testFake({ empty: true }), token(), "/v1/experimental/bootstrap");
  expect([newer.status, newer.headers.get("x-deprecated-endpoint")]).toEqual([200, "/v1/bootstrap"]);
  const fake = testFake({ empty: true, version: "2024.09.0" });
  expect((await bootstrap(fake, token())).status).toBe(404);
  const older = await bootstrap(fake, token(), "/v1/experimental/bootstrap");
  expect([older.status, older.headers.get("x-deprecated-endpoint")]).toEqual([200, null]);
});

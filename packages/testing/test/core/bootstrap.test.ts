import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { readResponse, type ClientResponse } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { objectWith } from "../support/matchers.ts";

const SECRET = Buffer.from("a secret of thirty-two characters").toString("base64");

function token(claims: object = {}, header: object = { alg: "HS256", typ: "JWT" }, secret = SECRET): string {
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
  ["another secret", token({}, undefined, "b3RoZXI=")],
  ["another algorithm", token({}, { alg: "none" })],
  ["no signature", token().split(".").slice(0, 2).join(".") + "."],
  ["no token at all", "x"],
  ["claims that are not an object", token([])],
  ["a token that has expired", token({ exp: Date.parse("2026-02-02T08:59:59Z") / 1000 })],
])("%s is refused with code 166", async (_, jwt) => {
  const fake = testFake({ empty: true, bootstrapSecret: SECRET });
  expect((await bootstrap(fake, jwt)).refusal).toEqual([401, 166]);
  expect(fake.users).toEqual([]);
});

test("an API key is no bootstrap token", async () => {
  expect((await clientOf(testFake()).post("/v1/bootstrap")).refusal).toEqual([401, 166]);
});

test("without a secret in the options, any signature is accepted", async () => {
  expect((await bootstrap(testFake({ empty: true }), token({}, undefined, "b3RoZXI="))).status).toBe(200);
});

test("the experimental path works and names its replacement; older servers have no other", async () => {
  const newer = await bootstrap(testFake({ empty: true }), token(), "/v1/experimental/bootstrap");
  expect([newer.status, newer.headers.get("x-deprecated-endpoint")]).toEqual([200, "/v1/bootstrap"]);
  const fake = testFake({ empty: true, version: "2024.09.0" });
  expect((await bootstrap(fake, token())).status).toBe(404);
  const older = await bootstrap(fake, token(), "/v1/experimental/bootstrap");
  expect([older.status, older.headers.get("x-deprecated-endpoint")]).toEqual([200, null]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { testFake } from "../support/fake-client.ts";
import { DEVICE_GRANT, EXCHANGE_GRANT, open, postForm, registeredClient, register } from "../support/oauth-client.ts";

const NAMES = [
  "client_id",
  "code",
  "redirect_uri",
  "code_verifier",
  "refresh_token",
  "device_code",
  "subject_token",
].concat(
  ["subject_token_type", "token", "response_type", "code_challenge", "code_challenge_method", "state", "user_code"],
  ["sign_in", "user", "decision"],
);

const field = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("admin", "1", "approve", "code", "S256", "http://127.0.0.1:1/callback", "a".repeat(43), "x.y.z"),
);
const fields = fc.dictionary(fc.constantFrom(...NAMES, "client"), field);
const grant = fc.constantFrom("authorization_code", "refresh_token", DEVICE_GRANT, EXCHANGE_GRANT, "other");

test("no request to the authorization server makes it fail, and every refusal has the envelope of OAuth or is a page", async () => {
  const fake = testFake();
  const client = await registeredClient(fake);
  const endpoint = fc.constantFrom("token", "revoke", "device_authorization", "authorize", "device");
  const request = fc.record({ endpoint, method: fc.constantFrom("GET", "POST"), grant_type: grant, fields });
  await fc.assert(
    fc.asyncProperty(request, async ({ endpoint: path, method, grant_type, fields: sent }) => {
      const form = { grant_type, ...sent, ...("client" in sent && { client_id: client }) };
      const { status, headers, body, text } =
        method === "POST"
          ? await postForm(fake, path, form)
          : await open(fake, `${fake.url}/oauth/v1/${path}?${String(new URLSearchParams(form))}`);
      expect([200, 302, 303, 400, 401, 403, 404]).toContain(status);
      const isJson = headers.get("content-type")?.startsWith("application/json") === true;
      if (isJson && status !== 200) expect(typeof body["error"]).toBe("string");
      expect(text).not.toContain("<script");
    }),
    { numRuns: 500 },
  );
});

test("no metadata of a client makes the registration fail", async () => {
  const fake = testFake();
  const metadata = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        client_name: fc.jsonValue(),
        redirect_uris: fc.oneof(
          fc.jsonValue(),
          fc.array(fc.oneof(fc.webUrl(), fc.string(), fc.constant("http://[::1]/"))),
        ),
        grant_types: fc.jsonValue(),
        response_types: fc.jsonValue(),
        token_endpoint_auth_method: fc.jsonValue(),
      },
      { requiredKeys: [] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(metadata, async (sent) => {
      const { status, body } = await register(fake, sent);
      expect([201, 400]).toContain(status);
      expect(typeof body[status === 201 ? "client_id" : "error"]).toBe("string");
    }),
    { numRuns: 300 },
  );
});

import { describe, expect, test } from "vitest";
import type { IdentityTokenDetails, PrincipalDetails } from "../../src/index.ts";
import { bundleOf } from "../support/archive.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { EXCHANGE_GRANT, postForm, type Target } from "../support/oauth-client.ts";

const ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
const ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

function exchange(target: Target, subject_token: string, fields: Record<string, string> = {}) {
  return postForm(target, "token", {
    grant_type: EXCHANGE_GRANT,
    subject_token,
    subject_token_type: ID_TOKEN,
    requested_token_type: ACCESS_TOKEN,
    ...fields,
  });
}

/** Content with a principal for the main branch of a repository. */
function scene(details: Partial<PrincipalDetails> = {}) {
  const fake = testFake();
  const content = fake.addContent({ access_type: "acl" });
  const claims = { repository: "acme/report", ref: "refs/heads/main" };
  const guid = fake.oauth.addPrincipal({ content, claims, name: "deployer", ...details });
  const token = (more: IdentityTokenDetails = {}) =>
    fake.oauth.identityToken({ claims: { ...claims, run: "7" }, ...more });
  return { fake, content, claims, guid, token };
}

describe("an identity token", () => {
  test("becomes a key of the principal that it matches", async () => {
    const { fake, token } = scene();
    const { status, headers, body } = await exchange(fake, await token());
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"]);
    expect(body).toEqual({
      access_token: expect.stringMatching(/^\w{32}$/) as unknown,
      issued_token_type: ACCESS_TOKEN,
      token_type: "Key",
      expires_in: 3600,
    });
  });

  test("can be exchanged without naming the requested type", async () => {
    const { fake, token } = scene();
    const form = { grant_type: EXCHANGE_GRANT, subject_token: await token(), subject_token_type: ID_TOKEN };
    expect((await postForm(fake, "token", form)).status).toBe(200);
  });

  test.each<[string, IdentityTokenDetails, RegExp]>([
    ["a wrong signature", { forged: true }, /cannot be verified: the signature/],
    ["an unknown issuer", { issuer: "https://evil.test" }, /cannot be verified: the issuer/],
    ["an expiry in the past", { expires_at: "2026-02-02T09:00:00Z" }, /cannot be verified: it has expired/],
    [
      "another audience",
      { audience: "other" },
      /^(?!.*(?:verif|ambiguous)).*matches no grant, or is for another audience/,
    ],
    ["other claims", { claims: { repository: "acme/other" } }, /^(?!.*(?:verif|ambiguous)).*matches no grant/],
  ])("is refused with %s, which the description says", async (_what, details, description) => {
    const { fake, token } = scene();
    const { status, body } = await exchange(fake, await token(details));
    expect([status, body["error"]]).toEqual([400, "invalid_grant"]);
    expect(body["error_description"]).toMatch(description);
  });

  test("is refused as ambiguous if it matches two principals", async () => {
    const { fake, content, token } = scene();
    fake.oauth.addPrincipal({ content, claims: { repository: "acme/report" } });
    const { status, body } = await exchange(fake, await token());
    expect([status, body["error"]]).toEqual([400, "invalid_grant"]);
    expect(body["error_description"]).toMatch(/ambiguous/);
  });

  test("is refused if it was tampered with or is none", async () => {
    const { fake, token } = scene();
    const [header = "", , signature = ""] = (await token()).split(".");
    const claims = Buffer.from(JSON.stringify({ iss: "x", exp: 9e9 })).toString("base64url");
    for (const wrong of [`${header}.${claims}.${signature}`, "no token", `${header}.${claims}.`]) {
      const { body } = await exchange(fake, wrong);
      expect(body["error"]).toBe("invalid_grant");
      expect(body["error_description"]).toMatch(/verif/);
    }
  });

  test.each([
    ["another subject_token_type", { subject_token_type: ACCESS_TOKEN }],
    ["another requested_token_type", { requested_token_type: "urn:posit:connect:api-key" }],
    ["no token", { subject_token: "" }],
  ])("is refused with %s", async (_what, fields) => {
    const { fake, token } = scene();
    const { status, body } = await exchange(fake, await token(), fields);
    expect([status, body["error"]]).toEqual([400, "invalid_request"]);
  });

  test("expires after five minutes", async () => {
    const { fake, token } = scene();
    const [early, late] = [await token(), await token()];
    fake.clock.advance({ minutes: 4, seconds: 59 });
    expect((await exchange(fake, early)).status).toBe(200);
    fake.clock.advance({ seconds: 1 });
    expect((await exchange(fake, late)).status).toBe(400);
  });
});

describe("the key of a service principal", () => {
  async function keyOf({ fake, token }: ReturnType<typeof scene>) {
    const { body } = await exchange(fake, await token());
    return clientOf(fake, String(body["access_token"]));
  }

  test("is valid, but has no user", async () => {
    const api = await keyOf(scene());
    expect((await api.get("/v1/user")).refusal).toEqual([403, 22]);
    expect((await api.get("/users/current")).refusal).toEqual([403, 22]);
  });

  test("deploys to its own content and to no other", async () => {
    const { fake, ...others } = scene();
    const { content } = others;
    const other = fake.addContent({ access_type: "all" });
    const api = await keyOf({ fake, ...others });
    const bundle = await api.post(`/v1/content/${content.guid}/bundles`, bundleOf({}));
    expect(bundle.status).toBe(200);
    const deployed = await api.post(`/v1/content/${content.guid}/deploy`, { bundle_id: bundle.body["id"] });
    expect(deployed.status).toBe(202);
    expect((await api.get(`/v1/tasks/${String(deployed.body["task_id"])}`)).status).toBe(200);
    expect((await api.get(`/v1/content/${other.guid}`)).refusal).toEqual([403, 22]);
    expect((await api.post(`/v1/content/${other.guid}/bundles`, bundleOf({}))).refusal).toEqual([403, 22]);
  });

  test("cannot manage users", async () => {
    const api = await keyOf(scene());
    expect((await api.get("/v1/users")).refusal).toEqual([403, 22]);
    expect((await api.post("/v1/users", { username: "x" })).refusal).toEqual([403, 22]);
  });

  test("only reads the content if that is its role", async () => {
    const viewer = scene({ app_role: "viewer" });
    const api = await keyOf(viewer);
    expect((await api.get(`/v1/content/${viewer.content.guid}`)).body).toMatchObject({ app_role: "viewer" });
    expect((await api.post(`/v1/content/${viewer.content.guid}/bundles`, bundleOf({}))).status).toBe(403);
  });

  test("expires after an hour", async () => {
    const { fake, ...others } = scene();
    const api = await keyOf({ fake, ...others });
    fake.clock.advance({ hours: 1 });
    expect((await api.get("/v1/user")).refusal).toEqual([401, 30]);
  });
});

test("a principal needs content that exists, and fields that do", () => {
  const { fake, content } = scene();
  expect(() => fake.oauth.addPrincipal({ content: "none" })).toThrow(TypeError);
  // @ts-expect-error: misspelled.
  expect(() => fake.oauth.addPrincipal({ content, claim: {} })).toThrow("claim is unknown; did you mean claims?");
});

import { describe, expect, test } from "vitest";
import { testFake } from "../support/fake-client.ts";
import {
  codeFor,
  oauthRefusal,
  postForm,
  redeem,
  refresh,
  registeredClient,
  signedIn,
  whoIs,
  type Session,
} from "../support/oauth-client.ts";
import type { ClientResponse } from "../support/response.ts";

const INVALID_GRANT = [400, "invalid_grant"];

/** A fake with a user who can sign in, and a client. */
async function scene(options: Parameters<typeof testFake>[0] = {}) {
  const fake = testFake(options);
  const ann = fake.addUser({ username: "ann", user_role: "publisher" });
  const client_id = await registeredClient(fake);
  return { fake, ann, client_id };
}

function sessionOf(client_id: string, { body }: ClientResponse): Session {
  return { client_id, access: String(body["access_token"]), refresh: String(body["refresh_token"]) };
}

describe("a code", () => {
  test("becomes tokens that act as the user", async () => {
    const { fake, ann, client_id } = await scene();
    const response = await redeem(fake, client_id, await codeFor(fake, "ann", client_id));
    expect(response.body).toMatchObject({ token_type: "Bearer", expires_in: 3600 });
    expect(response.headers.get("cache-control")).toBe("no-store");
    const me = await whoIs(fake, String(response.body["access_token"]));
    expect(me.body).toMatchObject({ guid: ann.guid, user_role: "publisher" });
  });

  test("works once, and its second use ends the tokens", async () => {
    const { fake, client_id } = await scene();
    const code = await codeFor(fake, "ann", client_id);
    const session = sessionOf(client_id, await redeem(fake, client_id, code));
    expect(oauthRefusal(await redeem(fake, client_id, code))).toEqual(INVALID_GRANT);
    expect((await whoIs(fake, session.access)).refusal).toEqual([401, 30]);
    expect(oauthRefusal(await refresh(fake, session))).toEqual(INVALID_GRANT);
  });

  test("is valid for ten minutes", async () => {
    const { fake, client_id } = await scene();
    const [inTime, late] = [await codeFor(fake, "ann", client_id), await codeFor(fake, "ann", client_id)];
    fake.clock.advance({ minutes: 9, seconds: 59 });
    expect((await redeem(fake, client_id, inTime)).status).toBe(200);
    fake.clock.advance({ seconds: 1 });
    expect(oauthRefusal(await redeem(fake, client_id, late))).toEqual(INVALID_GRANT);
  });

  test.each<[string, Record<string, string>, readonly [number, string]]>([
    ["a wrong verifier", { code_verifier: "another-verifier-with-43-unreserved-characters" }, [400, "invalid_grant"]],
    ["a verifier that is too short", { code_verifier: "short" }, [400, "invalid_request"]],
    ["no verifier", { code_verifier: "" }, [400, "invalid_request"]],
    ["another port", { redirect_uri: "http://127.0.0.1:4712/callback" }, [400, "invalid_grant"]],
    ["no redirect", { redirect_uri: "" }, [400, "invalid_request"]],
    ["a wrong code", { code: "wrong" }, [400, "invalid_grant"]],
    ["an unknown client", { client_id: "unknown" }, [401, "invalid_client"]],
    ["no client", { client_id: "" }, [400, "invalid_request"]],
    ["an unknown grant", { grant_type: "password" }, [400, "unsupported_grant_type"]],
    ["no grant", { grant_type: "" }, [400, "invalid_request"]],
  ])("is refused with %s, and stays valid", async (_what, fields, refusal) => {
    const { fake, client_id } = await scene();
    const code = await codeFor(fake, "ann", client_id);
    expect(oauthRefusal(await redeem(fake, client_id, code, fields))).toEqual(refusal);
    expect((await redeem(fake, client_id, code)).status).toBe(200);
  });

  test("is bound to its client", async () => {
    const { fake, client_id } = await scene();
    const other = await registeredClient(fake, "another client");
    const code = await codeFor(fake, "ann", client_id);
    expect(oauthRefusal(await redeem(fake, other, code))).toEqual(INVALID_GRANT);
  });

  test("is refused when the user was locked", async () => {
    const { fake, client_id } = await scene();
    const code = await codeFor(fake, "ann", client_id);
    fake.idp("ann", { active: false });
    expect(oauthRefusal(await redeem(fake, client_id, code))).toEqual(INVALID_GRANT);
  });
});

describe("a refresh token", () => {
  test("is replaced by each use", async () => {
    const { fake, client_id } = await scene();
    const first = await signedIn(fake, "ann", client_id);
    const second = sessionOf(client_id, await refresh(fake, first));
    expect(second.refresh).not.toBe(first.refresh);
    expect(second.access).not.toBe(first.access);
    expect((await whoIs(fake, second.access)).status).toBe(200);
    // Until it expires.
    expect((await whoIs(fake, first.access)).status).toBe(200);
  });

  test("ends the sign-in when it is used twice", async () => {
    const { fake, client_id } = await scene();
    const first = await signedIn(fake, "ann", client_id);
    const second = sessionOf(client_id, await refresh(fake, first));
    expect(oauthRefusal(await refresh(fake, first))).toEqual(INVALID_GRANT);
    expect(oauthRefusal(await refresh(fake, second))).toEqual(INVALID_GRANT);
    expect((await whoIs(fake, second.access)).refusal).toEqual([401, 30]);
  });

  test("is refused for another client, and stays valid", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    const other = await registeredClient(fake, "another client");
    expect(oauthRefusal(await refresh(fake, { ...session, client_id: other }))).toEqual(INVALID_GRANT);
    expect((await refresh(fake, session)).status).toBe(200);
  });

  test("ends with the lock of its user, and does not come back", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    fake.idp("ann", { active: false });
    expect((await whoIs(fake, session.access)).refusal).toEqual([403, 50]);
    expect(oauthRefusal(await refresh(fake, session))).toEqual(INVALID_GRANT);
    fake.idp("ann", { active: true });
    expect((await whoIs(fake, session.access)).refusal).toEqual([401, 30]);
    expect(oauthRefusal(await refresh(fake, session))).toEqual(INVALID_GRANT);
  });

  test("is spent when the response is lost, so that the client must sign in again", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    fake.fault({ path: "/oauth/v1/token", reset: "after", times: 1 });
    await expect(refresh(fake, session)).rejects.toThrow("fetch failed");
    expect(oauthRefusal(await refresh(fake, session))).toEqual(INVALID_GRANT);
  });
});

describe("an access token", () => {
  test("expires by the clock of the fake", async () => {
    const { fake, client_id } = await scene({ oauth: { tokenLifetime: 60 } });
    const session = await signedIn(fake, "ann", client_id);
    fake.clock.advance({ seconds: 59 });
    expect((await whoIs(fake, session.access)).status).toBe(200);
    fake.clock.advance({ seconds: 1 });
    expect((await whoIs(fake, session.access)).refusal).toEqual([401, 30]);
    expect((await refresh(fake, session)).body).toMatchObject({ expires_in: 60 });
  });

  test("has no expires_in if the option says so, and still expires", async () => {
    const { fake, client_id } = await scene({ oauth: { expiresIn: false } });
    const code = await codeFor(fake, "ann", client_id);
    const { body } = await redeem(fake, client_id, code);
    expect(body).not.toHaveProperty("expires_in");
    fake.clock.advance({ hours: 1 });
    expect((await whoIs(fake, String(body["access_token"]))).refusal).toEqual([401, 30]);
  });

  test("is not an API key, and an API key is not an access token", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    expect((await whoIs(fake, session.access, "Key")).refusal).toEqual([401, 30]);
    expect((await whoIs(fake, fake.apiKey)).refusal).toEqual([401, 30]);
  });

  test("opens content that its user can view", async () => {
    const { fake, client_id } = await scene();
    const { access } = await signedIn(fake, "ann", client_id);
    const [open, closed] = [fake.addContent({ access_type: "logged_in" }), fake.addContent({ access_type: "acl" })];
    const visit = async (guid: string) =>
      (await fake.fetch(`${fake.url}/content/${guid}/`, { headers: { authorization: `Bearer ${access}` } })).status;
    expect(await visit(open.guid)).toBe(200);
    expect(await visit(closed.guid)).toBe(403);
  });

  test("has the role of its user at the time of the request", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    fake.idp("ann", { user_role: "viewer" });
    expect((await whoIs(fake, session.access)).body).toMatchObject({ user_role: "viewer" });
  });
});

describe("revoking", () => {
  const revoke = (fake: Parameters<typeof postForm>[0], client_id: string, token: string) =>
    postForm(fake, "revoke", { client_id, token });

  test("a refresh token ends its access tokens, too", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    expect((await revoke(fake, client_id, session.refresh)).status).toBe(200);
    expect((await whoIs(fake, session.access)).refusal).toEqual([401, 30]);
    expect(oauthRefusal(await refresh(fake, session))).toEqual(INVALID_GRANT);
  });

  test("an access token leaves the refresh token", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    expect((await revoke(fake, client_id, session.access)).status).toBe(200);
    expect((await whoIs(fake, session.access)).refusal).toEqual([401, 30]);
    expect((await refresh(fake, session)).status).toBe(200);
  });

  test("an unknown token is no error", async () => {
    const { fake, client_id } = await scene();
    expect((await revoke(fake, client_id, "unknown")).status).toBe(200);
  });

  test("the token of another client is refused", async () => {
    const { fake, client_id } = await scene();
    const session = await signedIn(fake, "ann", client_id);
    const other = await registeredClient(fake, "another client");
    expect(oauthRefusal(await revoke(fake, other, session.refresh))).toEqual(INVALID_GRANT);
    expect((await refresh(fake, session)).status).toBe(200);
  });
});

test("a form must be sent as one, with each field once", async () => {
  const { fake, client_id } = await scene();
  const url = `${fake.url}/oauth/v1/token`;
  const send = async (body: string, type: string) => {
    const response = await fake.fetch(url, { method: "POST", headers: { "content-type": type }, body });
    return [response.status, ((await response.json()) as { error: string }).error];
  };
  await expect(send(JSON.stringify({ client_id }), "application/json")).resolves.toEqual([400, "invalid_request"]);
  const twice = `grant_type=refresh_token&client_id=${client_id}&client_id=${client_id}`;
  await expect(send(twice, "application/x-www-form-urlencoded")).resolves.toEqual([400, "invalid_request"]);
});

describe("tokensFor", () => {
  test("returns tokens of a user without a sign-in", async () => {
    const { fake, ann } = await scene();
    const tokens = fake.oauth.tokensFor(ann);
    expect(tokens.expires_at).toBe("2026-02-02T10:00:00Z");
    expect((await whoIs(fake, tokens.access_token)).body).toMatchObject({ guid: ann.guid });
    const session = { client_id: tokens.client_id, access: tokens.access_token, refresh: tokens.refresh_token };
    expect((await refresh(fake, session)).status).toBe(200);
    expect(fake.oauth.tokensFor("ann").access_token).not.toBe(tokens.access_token);
  });

  test("refuses users who cannot sign in", async () => {
    const { fake } = await scene();
    fake.idp("ann", { active: false });
    expect(() => fake.oauth.tokensFor("ann")).toThrow("ann is locked and cannot sign in");
    expect(() => fake.oauth.tokensFor("nobody")).toThrow('there is no user "nobody"');
  });
});

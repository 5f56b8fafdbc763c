import { describe, expect, test } from "vitest";
import { testFake } from "../support/fake-client.ts";
import {
  authorize,
  DEVICE_GRANT,
  oauthRefusal,
  open,
  postForm,
  redeem,
  registeredClient,
  sentBack,
  whoIs,
} from "../support/oauth-client.ts";

async function scene(options: Parameters<typeof testFake>[0] = {}) {
  const fake = testFake(options);
  const ann = fake.addUser({ username: "ann" });
  const client_id = await registeredClient(fake);
  const decide = (path: string, fields: Record<string, string>) =>
    postForm(fake, path, { sign_in: fake.oauth.pending[0]?.id ?? "", user: "ann", decision: "approve", ...fields });
  return { fake, ann, client_id, decide };
}

describe("a sign-in in a browser", () => {
  test("waits for approval, and sends the browser back with a code and the state", async () => {
    const { fake, client_id } = await scene();
    const page = await authorize(fake, { client_id, state: "xyz" });
    expect(page.status).toBe(200);
    expect(fake.oauth.pending).toEqual([
      {
        id: "1",
        kind: "browser",
        client_id,
        client_name: "test client",
        user_code: null,
        redirect_uri: "http://127.0.0.1:4711/callback",
        created_time: "2026-02-02T09:00:00Z",
        expires_at: "2026-02-02T09:10:00Z",
      },
    ]);
    const back = fake.oauth.approve("1", "ann");
    expect(back).toMatch(/^http:\/\/127\.0\.0\.1:4711\/callback\?/);
    expect(sentBack(back)).toEqual({ code: expect.any(String) as unknown, state: "xyz" });
    expect(fake.oauth.pending).toEqual([]);
  });

  test("signs the user in", async () => {
    const { fake, client_id } = await scene();
    await authorize(fake, { client_id });
    fake.oauth.approve("1", "ann");
    expect(fake.audit.at(-1)?.action).toBe("user_login");
    expect(fake.users.at(-1)?.active_time).toBe("2026-02-02T09:00:00Z");
  });

  test("can be refused", async () => {
    const { fake, client_id } = await scene();
    await authorize(fake, { client_id, state: "xyz" });
    expect(sentBack(fake.oauth.deny("1"))).toMatchObject({ error: "access_denied", state: "xyz" });
    expect(() => fake.oauth.approve("1", "ann")).toThrow('no sign-in "1" waits for approval');
  });

  test("is approved by reloading the page after it was approved elsewhere, once", async () => {
    const { fake, client_id } = await scene();
    await authorize(fake, { client_id });
    await authorize(fake, { client_id });
    expect(fake.oauth.pending).toHaveLength(1);
    const expected = fake.oauth.approve("1", "ann");
    const reloaded = await authorize(fake, { client_id });
    expect([reloaded.status, reloaded.headers.get("location")]).toEqual([302, expected]);
    expect((await authorize(fake, { client_id })).status).toBe(200);
  });

  test("expires after ten minutes", async () => {
    const { fake, client_id } = await scene();
    await authorize(fake, { client_id });
    fake.clock.advance({ minutes: 10 });
    expect(fake.oauth.pending).toEqual([]);
    expect(() => fake.oauth.approve("1", "ann")).toThrow(TypeError);
  });

  test.each<[string, Record<string, string>]>([
    ["an unknown client", { client_id: "unknown" }],
    ["no client", { client_id: "" }],
    ["no redirect", { redirect_uri: "" }],
    ["another path", { redirect_uri: "http://127.0.0.1:4711/other" }],
    ["another query", { redirect_uri: "http://127.0.0.1:4711/callback?x=1" }],
    ["another host", { redirect_uri: "http://localhost:4711/callback" }],
    ["another scheme", { redirect_uri: "https://127.0.0.1:4711/callback" }],
    ["another machine", { redirect_uri: "https://evil.test/callback" }],
  ])("with %s shows a page instead of a redirect", async (_what, fields) => {
    const { fake, client_id } = await scene();
    const { status, headers, text } = await authorize(fake, { client_id, ...fields });
    expect([status, headers.get("location")]).toEqual([400, null]);
    expect(text).toContain('role="alert"');
    expect(fake.oauth.pending).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    ["no challenge", { code_challenge: "" }, "invalid_request"],
    ["a plain challenge", { code_challenge_method: "plain" }, "invalid_request"],
    ["no method", { code_challenge_method: "" }, "invalid_request"],
    ["a challenge that is no digest", { code_challenge: "short" }, "invalid_request"],
    ["no response type", { response_type: "" }, "invalid_request"],
    ["another response type", { response_type: "token" }, "unsupported_response_type"],
  ])("with %s is sent back with an error", async (_what, fields, error) => {
    const { fake, client_id } = await scene();
    const { status, headers } = await authorize(fake, { client_id, state: "xyz", ...fields });
    expect(status).toBe(302);
    expect(sentBack(headers.get("location"))).toMatchObject({ error, state: "xyz" });
  });

  test("has no iss unless the option names one", async () => {
    const { fake, client_id } = await scene({ oauth: { redirectIssuer: "https://evil.test" } });
    await authorize(fake, { client_id });
    expect(sentBack(fake.oauth.approve("1", "ann"))).toMatchObject({ iss: "https://evil.test" });
  });

  test("is approved at once with autoApprove", async () => {
    const { fake, ann, client_id } = await scene({ oauth: { autoApprove: "ann" } });
    const { status, headers } = await authorize(fake, { client_id });
    expect(status).toBe(302);
    const { body } = await redeem(fake, client_id, sentBack(headers.get("location"))["code"] ?? "");
    expect((await whoIs(fake, String(body["access_token"]))).body).toMatchObject({ guid: ann.guid });
  });

  test("says so when autoApprove names a user who cannot sign in", async () => {
    const { fake, client_id } = await scene({ oauth: { autoApprove: "nobody" } });
    const { status, text } = await authorize(fake, { client_id });
    expect(status).toBe(400);
    expect(text).toContain("there is no user &quot;nobody&quot;");
  });
});

describe("approving", () => {
  test.each([
    ["an unknown sign-in", "7", "ann", 'no sign-in "7" waits'],
    ["as an unknown user", "1", "nobody", 'there is no user "nobody"'],
    ["as a locked user", "1", "locked", "locked is locked and cannot sign in"],
  ])("%s is an error, and the sign-in goes on waiting", async (_what, id, user, message) => {
    const { fake, client_id } = await scene();
    fake.addUser({ username: "locked", locked: true });
    await authorize(fake, { client_id });
    expect(() => fake.oauth.approve(id, user)).toThrow(message);
    expect(fake.oauth.pending).toHaveLength(1);
  });

  test("needs a seat of the license", async () => {
    const { fake, client_id } = await scene({ license: { users: 1 } });
    await authorize(fake, { client_id });
    expect(() => fake.oauth.approve("1", "ann")).toThrow("the license covers 1 users");
  });
});

describe("the consent page", () => {
  test("lets people choose a user, and sends the browser back", async () => {
    const { fake, client_id, decide } = await scene();
    fake.addUser({ username: "<b>", first_name: '"Bo"' });
    fake.addUser({ username: "locked", locked: true });
    const { text, headers } = await authorize(fake, { client_id });
    expect(text).toContain("<strong>test client</strong>");
    expect(text).toContain('<option value="ann">');
    expect(text).toContain('<option value="&lt;b&gt;">');
    expect(text).not.toContain("locked");
    expect(text).not.toContain("<script");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    const { status, headers: back } = await decide("authorize", {});
    expect(status).toBe(303);
    expect(sentBack(back.get("location"))).toHaveProperty("code");
  });

  test("asks for a username in large organizations", async () => {
    const { fake, client_id } = await scene({ users: 300 });
    const { text } = await authorize(fake, { client_id });
    expect(text).toContain('<input id="user" name="user" required');
    expect(text).not.toContain("<option");
  });

  test("refuses", async () => {
    const { fake, client_id, decide } = await scene();
    await authorize(fake, { client_id });
    const { headers } = await decide("authorize", { decision: "deny", user: "" });
    expect(sentBack(headers.get("location"))).toMatchObject({ error: "access_denied" });
  });

  test("says what is wrong with the user, and can be sent again", async () => {
    const { fake, client_id, decide } = await scene();
    await authorize(fake, { client_id });
    const wrong = await decide("authorize", { user: "nobody" });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('<p role="alert">there is no user &quot;nobody&quot;.</p>');
    expect((await decide("authorize", {})).status).toBe(303);
  });

  test("cannot be sent by another site", async () => {
    const { fake, client_id } = await scene();
    await authorize(fake, { client_id });
    for (const origin of ["https://evil.test", "null"]) {
      const body = new URLSearchParams({ sign_in: "1", user: "ann", decision: "approve" });
      const init = { method: "POST", body, headers: { origin } };
      expect((await fake.fetch(`${fake.url}/oauth/v1/authorize`, init)).status).toBe(403);
    }
    expect(fake.oauth.pending).toHaveLength(1);
  });

  test("ends with the sign-in", async () => {
    const { decide } = await scene();
    const { status, text } = await decide("authorize", { sign_in: "1" });
    expect(status).toBe(400);
    expect(text).toContain("This sign-in has ended.");
  });
});

describe("the device flow", () => {
  async function started(options: Parameters<typeof testFake>[0] = {}) {
    const { fake, client_id, ...others } = await scene(options);
    const { body } = await postForm(fake, "device_authorization", { client_id });
    const device_code = String(body["device_code"]);
    const poll = () => postForm(fake, "token", { grant_type: DEVICE_GRANT, client_id, device_code });
    return { fake, client_id, body, device_code, poll, ...others };
  }

  test("starts with a code for the program and one for its user", async () => {
    const { fake, client_id, body, device_code } = await started();
    const user_code = String(body["user_code"]);
    expect(user_code).toMatch(/^[B-DF-HJ-NP-TV-XZ]{4}-[B-DF-HJ-NP-TV-XZ]{4}$/);
    expect(body).toEqual({
      device_code,
      user_code,
      verification_uri: "http://connect.test/oauth/v1/device",
      verification_uri_complete: `http://connect.test/oauth/v1/device?user_code=${user_code}`,
      expires_in: 600,
      interval: 5,
    });
    expect(fake.oauth.pending).toMatchObject([{ kind: "device", client_id, user_code, redirect_uri: null }]);
    expect(JSON.stringify([fake.oauth.pending, fake.snapshot(), fake.requests])).not.toContain(device_code);
  });

  test("waits for approval, and gives the tokens out once", async () => {
    const { fake, ann, poll } = await started();
    expect(oauthRefusal(await poll())).toEqual([400, "authorization_pending"]);
    expect(fake.oauth.approve("1", "ann")).toBeNull();
    fake.clock.advance({ seconds: 5 });
    const { status, body } = await poll();
    expect([status, body["token_type"]]).toEqual([200, "Bearer"]);
    expect((await whoIs(fake, String(body["access_token"]))).body).toMatchObject({ guid: ann.guid });
    expect(oauthRefusal(await poll())).toEqual([400, "invalid_grant"]);
  });

  test("asks programs that poll too early to slow down, each time by five more seconds", async () => {
    const { fake, poll } = await started();
    const after = async (seconds: number) => {
      fake.clock.advance({ seconds });
      return (await poll()).body["error"];
    };
    expect([
      await after(5),
      await after(4),
      await after(9),
      await after(15),
      await after(15),
      await after(14),
      await after(20),
    ]).toEqual([
      "authorization_pending",
      "slow_down",
      "slow_down",
      "authorization_pending",
      "authorization_pending",
      "slow_down",
      "authorization_pending",
    ]);
  });

  test("can be refused", async () => {
    const { fake, poll } = await started();
    expect(fake.oauth.deny("1")).toBeNull();
    expect(oauthRefusal(await poll())).toEqual([400, "access_denied"]);
  });

  test("expires after ten minutes", async () => {
    const { fake, poll } = await started();
    fake.clock.advance({ minutes: 10 });
    expect(oauthRefusal(await poll())).toEqual([400, "expired_token"]);
  });

  test("is bound to its client", async () => {
    const { fake, client_id, device_code } = await started();
    const other = await registeredClient(fake, "another client");
    const poll = (client: string, code: string) =>
      postForm(fake, "token", { grant_type: DEVICE_GRANT, client_id: client, device_code: code });
    expect(oauthRefusal(await poll(other, device_code))).toEqual([400, "invalid_grant"]);
    expect(oauthRefusal(await poll(client_id, "unknown"))).toEqual([400, "invalid_grant"]);
    expect(oauthRefusal(await poll("unknown", device_code))).toEqual([401, "invalid_client"]);
  });

  test("starts for registered clients only", async () => {
    expect(oauthRefusal(await postForm(testFake(), "device_authorization", { client_id: "unknown" }))).toEqual([
      401,
      "invalid_client",
    ]);
  });

  test("is approved at once with autoApprove", async () => {
    const { poll } = await started({ oauth: { autoApprove: "ann" } });
    expect((await poll()).status).toBe(200);
  });

  test("has a page that takes the code however it is written, and asks to compare it", async () => {
    const { fake, body, decide, poll } = await started();
    const code = String(body["user_code"]);
    const page = `${fake.url}/oauth/v1/device`;
    expect((await open(fake, page)).text).toContain('<input id="code" name="user_code" required');
    const written = encodeURIComponent(` ${code.toLowerCase().replace("-", " ")}`);
    expect((await open(fake, `${page}?user_code=${written}`)).text).toContain(`shows this code: <strong><code>${code}`);
    const { status, text } = await decide("device", {});
    expect(status).toBe(200);
    expect(text).toContain("You are signed in");
    expect((await poll()).status).toBe(200);
    expect((await decide("device", { sign_in: "1" })).status).toBe(400);
  });

  test("has a page that refuses, and one for a wrong code", async () => {
    const { fake, decide, poll } = await started();
    const wrong = await open(fake, `${fake.url}/oauth/v1/device?user_code=<b>`);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("No sign-in waits for the code &lt;b&gt;.");
    expect((await decide("device", { decision: "deny" })).text).toContain("The sign-in was refused");
    expect(oauthRefusal(await poll())).toEqual([400, "access_denied"]);
  });
});

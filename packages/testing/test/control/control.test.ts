import { createFakeConnect, type FakeConnect, type FakeConnectOptions } from "@connect-sdk/testing";
import fc from "fast-check";
import { readFile } from "node:fs/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { parse } from "yaml";

/** Serves a fake with control routes. Returns a function that calls them as a client in any language would. */
async function control(options?: FakeConnectOptions) {
  const fake = createFakeConnect(options);
  const server = await fake.listen({ control: true });
  onTestFinished(() => server.close());
  const headers = { authorization: `Key ${fake.apiKey}` };
  const call = async (request: string, body?: unknown, init: RequestInit = {}) => {
    const [method = "", path = ""] = request.split(" ");
    const sent = body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await fetch(`${server.url}${path}`, { method, headers, ...sent, ...init });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : (JSON.parse(text) as unknown) };
  };
  return { fake, call };
}

describe("the control routes", () => {
  it("do not exist by default", async () => {
    const fake = createFakeConnect();
    await using server = await fake.listen();
    const response = await fetch(`${server.url}/__fake__/state`, { headers: { authorization: `Key ${fake.apiKey}` } });
    expect(response.status).toBe(404);
  });

  it.each<[string, RequestInit]>([
    ["without a key", { headers: {} }],
    ["with a wrong key", { headers: { authorization: "Key wrong" } }],
  ])("refuse a request %s", async (_what, init) => {
    const { fake, call } = await control({ users: 2 });
    await expect(call("POST /__fake__/reset", undefined, init)).resolves.toMatchObject({
      status: 401,
      body: { code: 24, payload: null },
    });
    expect(fake.users).toHaveLength(2);
  });

  it("accept only the administrator's key", async () => {
    const { fake, call } = await control();
    const key = fake.keyFor(fake.addUser({ user_role: "publisher" }));
    await expect(
      call("GET /__fake__/state", undefined, { headers: { authorization: `Key ${key}` } }),
    ).resolves.toMatchObject({ status: 401 });
  });

  it("lie below the path prefix", async () => {
    const { call } = await control({ url: "http://connect.test/rsc" });
    await expect(call("GET /__fake__/state")).resolves.toMatchObject({ status: 200 });
  });

  it("show the state", async () => {
    const { fake, call } = await control({ users: 3 });
    fake.addGroup({ name: "analysts" });
    fake.addContent({ name: "report" });
    await expect(call("GET /__fake__/state")).resolves.toEqual({
      status: 200,
      body: {
        now: fake.clock.now().toISOString(),
        users: fake.users,
        groups: fake.groups,
        content: fake.content,
      },
    });
  });

  it("reset the fake", async () => {
    const { fake, call } = await control();
    fake.addUser();
    await expect(call("POST /__fake__/reset")).resolves.toEqual({ status: 204, body: undefined });
    expect(fake.users).toHaveLength(1);
  });

  it("show the journal, which does not record them", async () => {
    const { call } = await control();
    await call("GET /__api__/v1/user");
    await expect(call("GET /__fake__/requests")).resolves.toMatchObject({
      status: 200,
      body: [{ operationId: "getCurrentUser", status: 200 }],
    });
    await expect(call("GET /__fake__/requests")).resolves.toMatchObject({ body: { length: 1 } });
  });

  it("inject faults, count their hits, and remove them", async () => {
    const { call } = await control();
    await call("POST /__fake__/faults", { operationId: "getUsers", status: 503, headers: { "retry-after": "1" } });
    await expect(call("GET /__api__/v1/users")).resolves.toMatchObject({ status: 503 });
    await expect(call("GET /__fake__/faults")).resolves.toEqual({
      status: 200,
      body: [{ id: 0, fault: { operationId: "getUsers", status: 503, headers: { "retry-after": "1" } }, hits: 1 }],
    });
    await expect(call("DELETE /__fake__/faults")).resolves.toMatchObject({ status: 204 });
    await expect(call("GET /__api__/v1/users")).resolves.toMatchObject({ status: 200 });
    await expect(call("GET /__fake__/faults")).resolves.toMatchObject({ body: [] });
  });

  it("are not hit by faults", async () => {
    const { call } = await control();
    await call("POST /__fake__/faults", { reset: true });
    await expect(call("POST /__fake__/reset")).resolves.toMatchObject({ status: 204 });
    await expect(call("GET /__fake__/faults")).resolves.toMatchObject({ body: [] });
    await expect(call("GET /__api__/v1/user")).resolves.toMatchObject({ status: 200 });
  });

  it("move the clock", async () => {
    const { call } = await control({ now: "2026-01-31T12:00:00Z" });
    await expect(call("POST /__fake__/clock", { advance: { days: 1, hours: -2 } })).resolves.toEqual({
      status: 200,
      body: { now: "2026-02-01T10:00:00.000Z" },
    });
  });

  it("take and restore snapshots", async () => {
    const { fake, call } = await control({ users: 4 });
    const { body: snapshot } = await call("GET /__fake__/snapshot");
    fake.addUser();
    await expect(call("POST /__fake__/snapshot", snapshot)).resolves.toEqual({ status: 204, body: undefined });
    expect(fake.users).toHaveLength(4);
  });

  it("add users, groups and content, with users named by username", async () => {
    const { fake, call } = await control();
    const user = await call("POST /__fake__/users", { username: "mira", locked: true, active_time: null });
    const group = await call("POST /__fake__/groups", { name: "analysts", members: ["mira"], gid: 7 });
    const content = await call("POST /__fake__/content", { name: "report", owner: "mira" });
    expect([user.body, group.body, content.body]).toEqual([fake.users[1], fake.groups[0], fake.content[0]]);
    expect(fake.users[1]).toMatchObject({ username: "mira", locked: true, active_time: null });
    expect(fake.groups[0]).toMatchObject({ gid: 7 });
    expect(fake.content[0]?.owner_guid).toBe(fake.users[1]?.guid);
  });

  it("add permissions, tags and visits", async () => {
    const { fake, call } = await control();
    const { guid: content_guid } = fake.addContent({ access_type: "acl" });
    const { guid: user_guid } = fake.addUser();
    const grant = { content_guid, principal_guid: user_guid, principal_type: "user", role: "viewer" };
    await expect(call("POST /__fake__/permissions", grant)).resolves.toMatchObject({ status: 200, body: grant });
    const tag = await call("POST /__fake__/tags", { name: "finance" });
    await expect(call("GET /__api__/v1/tags")).resolves.toMatchObject({ body: [tag.body] });
    const visit = { content_guid, user_guid };
    await expect(call("POST /__fake__/visits", visit)).resolves.toEqual({ status: 204, body: undefined });
    await expect(call("GET /__api__/v1/instrumentation/content/visits")).resolves.toMatchObject({
      body: { results: [visit] },
    });
  });

  it("return the key of any user", async () => {
    const { fake, call } = await control();
    fake.addUser({ username: "mira" });
    const { body } = await call("POST /__fake__/keys", { user: "mira" });
    const headers = { authorization: `Key ${(body as { api_key: string }).api_key}` };
    await expect(call("GET /__api__/v1/user", undefined, { headers })).resolves.toMatchObject({
      body: { username: "mira" },
    });
  });

  it("sign users in, change them as the provider does, and show the audit log", async () => {
    const { fake, call } = await control();
    fake.addUser({ username: "mira" });
    const { body } = await call("POST /__fake__/sign-ins", { user: "mira" });
    expect(body).toEqual(fake.users[1]);
    const change = { active: false, email: "new@example.com" };
    await expect(call("POST /__fake__/idp", { user: "mira", change })).resolves.toMatchObject({
      body: { locked: true, email: "new@example.com" },
    });
    await expect(call("GET /__fake__/audit")).resolves.toEqual({ status: 200, body: fake.audit });
    expect(fake.audit.map(({ action }) => action)).toEqual(["user_login", "edit_user", "update_lock_user"]);
  });

  it("prepare the exchange of credentials", async () => {
    const { fake, call } = await control();
    const { guid: content } = fake.addContent({ access_type: "logged_in" });
    fake.addUser({ username: "mira" });
    const { body: integration } = await call("POST /__fake__/integrations", { template: "github", content: [content] });
    const { guid } = integration as { guid: string };
    await expect(call("POST /__fake__/oauth-sessions", { user: "mira", integration: guid })).resolves.toMatchObject({
      status: 200,
      body: { user_guid: fake.users[1]?.guid, oauth_integration_guid: guid },
    });
    const { body } = await call("POST /__fake__/session-tokens", { user: "mira", content });
    const form = new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token_type: "urn:posit:connect:user-session-token",
      subject_token: (body as { token: string }).token,
    });
    await expect(call("POST /__api__/v1/oauth/integrations/credentials", String(form))).resolves.toMatchObject({
      status: 200,
      body: { token_type: "Bearer" },
    });
    await expect(call("POST /__fake__/session-tokens", { content })).resolves.toMatchObject({ status: 200 });
  });

  it.each<[string, unknown, string]>([
    ["POST /__fake__/faults", "{", "The body is not valid JSON."],
    ["POST /__fake__/faults", [], "the value is an array; allowed: an object"],
    ["POST /__fake__/faults", { statsu: 503 }, "statsu is unknown; did you mean status?"],
    ["POST /__fake__/faults", { status: "503" }, 'status is "503"; allowed: a whole number from 200 to 599'],
    [
      "POST /__fake__/faults",
      { headers: { a: 1 } },
      "headers.a is 1; allowed: a string that HTTP allows as a header value",
    ],
    ["POST /__fake__/faults", { reset: "before" }, 'reset is "before"; allowed: true, false, after, during'],
    ["POST /__fake__/faults", { probability: 1.5 }, "probability is 1.5; allowed: a number from 0 to 1"],
    ["POST /__fake__/faults", { truncate: "half" }, 'truncate is "half"; allowed: true, false or a number of bytes'],
    ["POST /__fake__/faults", { html: 1 }, "html is 1; allowed: true, false or a page"],
    ["POST /__fake__/clock", undefined, "the value is missing; allowed: an object"],
    ["POST /__fake__/clock", {}, "advance is missing"],
    ["POST /__fake__/clock", { advance: { days: "1" } }, 'advance.days is "1"'],
    ["POST /__fake__/clock", { advance: { days: 1e12 } }, "clock.advance()"],
    ["POST /__fake__/snapshot", { users: [] }, 'not a snapshot: its format must be "fake-connect/1"'],
    ["POST /__fake__/users", { user_role: "admin" }, 'user_role is "admin"; allowed: administrator, publisher, viewer'],
    ["POST /__fake__/groups", { members: ["nobody"] }, 'members[0] is "nobody"; there is no such user'],
    ["POST /__fake__/content", { owner: "nobody" }, 'owner is "nobody"; there is no such user'],
    ["POST /__fake__/keys", { user: "nobody" }, "nobody"],
    ["POST /__fake__/sign-ins", { user: "nobody" }, 'there is no user "nobody"'],
    ["POST /__fake__/idp", { user: "admin", change: { locked: true } }, "change.locked is unknown; allowed: active"],
    ["POST /__fake__/integrations", { config: { max_role: "x" } }, "max_role must be one of Viewer, Publisher, Admin"],
    ["POST /__fake__/oauth-sessions", { user: "admin" }, "integration is missing"],
    ["POST /__fake__/session-tokens", { user: "admin" }, "content is missing"],
    ["POST /__fake__/permissions", {}, "content_guid is missing"],
    ["POST /__fake__/tags", { name: "x", parent_id: "7" }, "7"],
    ["POST /__fake__/visits", { content_guid: "x" }, 'content_guid is "x"; allowed: a UUID'],
    ["POST /__fake__/oauth/approve", { id: "1" }, "user is missing"],
    ["POST /__fake__/oauth/tokens", { user: "nobody" }, 'there is no user "nobody"'],
    ["POST /__fake__/oauth/deny", { id: "1" }, 'no sign-in "1" waits for approval'],
    ["POST /__fake__/principals", { content: "x" }, 'there is no content "x"'],
    ["POST /__fake__/identity-tokens", { expires_at: "soon" }, 'expires_at is "soon"; allowed: a date and time'],
  ])("refuse %s with %j", async (request, sent, message) => {
    const { call } = await control();
    const { status, body } = await call(request, sent);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 25, payload: null });
    expect((body as { error: string }).error).toContain(message);
  });

  it.each<[string, unknown, (fake: FakeConnect, sent: never) => unknown]>([
    ["faults", { status: 99 }, (fake, sent) => fake.fault(sent)],
    ["faults", { statsu: 503 }, (fake, sent) => fake.fault(sent)],
    ["faults", { headers: { "x y": "a" } }, (fake, sent) => fake.fault(sent)],
    ["faults", { path: "/__api__/v1/users" }, (fake, sent) => fake.fault(sent)],
    ["users", { user_role: "owner" }, (fake, sent) => fake.addUser(sent)],
    ["users", { created_time: "yesterday" }, (fake, sent) => fake.addUser(sent)],
    ["users", { username: "admin" }, (fake, sent) => fake.addUser(sent)],
    ["groups", { gid: 0 }, (fake, sent) => fake.addGroup(sent)],
    ["content", { access_type: "public" }, (fake, sent) => fake.addContent(sent)],
    ["integrations", { template: "unknown" }, (fake, sent) => fake.addIntegration(sent)],
    ["oauth-sessions", { user: "admin", integration: "x" }, (fake, sent) => fake.addOAuthSession(sent)],
    [
      "snapshot",
      { format: "fake-connect/1" },
      (fake, sent) => {
        fake.restore(sent);
      },
    ],
  ])("refuse %s with %j as the fake does in-process", async (route, sent, inProcess) => {
    const { fake, call } = await control();
    const { body } = await call(`POST /__fake__/${route}`, sent);
    const { error: message } = body as { error: string };
    const attempt = () => inProcess(fake, sent as never);
    expect(attempt).toThrow(TypeError);
    expect(attempt).toThrow(expect.objectContaining({ message }));
  });

  it("list the routes for an unknown one", async () => {
    const { call } = await control();
    const { status, body } = await call("GET /__fake__/nowhere");
    expect(status).toBe(404);
    expect((body as { error: string }).error).toContain("Routes: GET /state,");
  });

  it("are those of openapi/fake-control.yaml", async () => {
    const document = parse(
      await readFile(new URL("../../../../openapi/fake-control.yaml", import.meta.url), "utf8"),
    ) as {
      paths: Record<string, object>;
    };
    const documented = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item)
        .filter((method) => method !== "parameters")
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    const { call } = await control();
    const { body } = await call("GET /__fake__/nowhere");
    const [, routes = ""] = /Routes: (.*)\.$/.exec((body as { error: string }).error) ?? [];
    expect(routes.split(", ").toSorted()).toEqual(documented.toSorted());
  });

  it("never cause an internal error, whatever is sent", async () => {
    const { call } = await control();
    const routes = ["faults", "clock", "snapshot", "users", "groups", "content", "keys"].concat([
      "integrations",
      "oauth-sessions",
      "session-tokens",
      "sign-ins",
      "idp",
      "oauth/approve",
      "oauth/deny",
      "oauth/tokens",
      "principals",
      "identity-tokens",
      "permissions",
      "tags",
      "visits",
    ]);
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ format: fc.constant("fake-connect/1"), users: fc.jsonValue(), keys: fc.jsonValue() }),
      fc.dictionary(
        fc.constantFrom("status", "advance", "user", "name", "members", "owner", "change", "config", "integration"),
        fc.jsonValue(),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...routes), body, async (route, sent) => {
        const { status } = await call(`POST /__fake__/${route}`, JSON.stringify(sent));
        expect([200, 204, 400]).toContain(status);
      }),
    );
  });
});

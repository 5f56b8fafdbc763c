import { createConnectClient } from "@connect-sdk/api";
import { oauthToken, type OAuthTokenOptions, type Session, signOut } from "@connect-sdk/api/oauth";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
  authorizationServer,
  oauthError,
  SERVER,
  session,
  steppedClock,
  type StubOptions,
  tokens,
} from "./support/authorization-server.ts";
import { USER } from "./support/records.ts";
import { failureOf } from "./support/stub-client.ts";

const REFRESH = "/oauth/v1/token";
const HOUR = 3_600_000;

/** A server that accepts the access tokens of `accepts` on its API, and a client whose credential is a session. */
function start(stub: StubOptions, given: Partial<Session> = {}, options: OAuthTokenOptions = {}) {
  const accepted = new Set(["access-secret-0"]);
  const server = authorizationServer({
    ...stub,
    first(request) {
      const early = stub.first?.(request);
      if (early !== undefined || !request.url.startsWith(`${SERVER}/__api__/`)) return early;
      const sent = request.headers.get("authorization")?.replace("Bearer ", "") ?? "";
      return accepted.has(sent) ? Response.json(USER) : Response.json({ code: 30, error: "no" }, { status: 401 });
    },
  });
  const clock = steppedClock();
  const token = oauthToken(session(given), { fetch: server.fetch, clock, ...options });
  const api = createConnectClient({ url: SERVER, fetch: server.fetch, token });
  return { server, clock, token, api, accepted, call: () => api.GET("/v1/user") };
}

/** Hands out tokens one after the other, each refresh token once. */
function rotating(accepted: () => Set<string>): StubOptions {
  let current = 0;
  return {
    token({ refresh_token }) {
      if (refresh_token !== `refresh-secret-${current}`) return oauthError("invalid_grant");
      current += 1;
      accepted().clear();
      accepted().add(`access-secret-${current}`);
      return tokens(current);
    },
  };
}

function startRotating(given: Partial<Session> = {}, options: OAuthTokenOptions = {}) {
  const started: ReturnType<typeof start> = start(
    rotating(() => started.accepted),
    given,
    options,
  );
  return started;
}

test("100 concurrent calls across 10 expiries make 10 refreshes", async () => {
  const { server, clock, call } = startRotating();
  for (let expiry = 1; expiry <= 10; expiry += 1) {
    clock.advance(HOUR);
    await Promise.all(Array.from({ length: 100 }, call));
    expect(server.count(REFRESH)).toBe(expiry);
  }
});

test("100 calls that are rejected together make one refresh", async () => {
  const { server, accepted, call } = startRotating({ expiresAt: undefined });
  accepted.clear();
  await Promise.all(Array.from({ length: 100 }, call));
  expect(server.count(REFRESH)).toBe(1);
});

test("a call that was rejected with an earlier token does not refresh the next one", async () => {
  const { server, token } = startRotating({ expiresAt: undefined });
  await token.renew("access-secret-0");
  await token.renew("access-secret-0");
  expect([server.count(REFRESH), await token()]).toEqual([1, "access-secret-1"]);
});

test("a call that starts while a rejected token is being replaced waits for the next one", async () => {
  let respond: (response: Response) => void = () => undefined;
  const results: Promise<unknown>[] = [];
  const asked = new Promise<void>((resolve) => {
    const { token } = start({
      token: () =>
        new Promise<Response>((settle) => {
          respond = settle;
          resolve();
        }),
    });
    results.push(token.renew("access-secret-0"), token());
  });
  await asked;
  respond(tokens(1));
  expect((await Promise.all(results))[1]).toBe("access-secret-1");
});

test("a token is refreshed before it expires, so that no call is rejected", async () => {
  const { server, clock, call } = startRotating();
  clock.advance(HOUR - 61_000);
  await call();
  expect(server.count(REFRESH)).toBe(0);
  clock.advance(2_000);
  await call();
  expect(server.count(REFRESH)).toBe(1);
});

test("tokens that live for less than a minute are not refreshed with every call", async () => {
  const { server, clock, call } = start({ token: (_, count) => tokens(count, { expires_in: 30 }) }, { expiresAt: 0 });
  await failureOf(call());
  const { token } = start({ token: (_, count) => tokens(count, { expires_in: 30 }) }, { expiresAt: 1_000_001 });
  expect(await token()).toBe("access-secret-1");
  expect(await token()).toBe("access-secret-1");
  expect(server.count(REFRESH)).toBeLessThanOrEqual(2);
  expect(clock.slept).toEqual([]);
});

test("rotated tokens are stored before they are used", async () => {
  const events: string[] = [];
  const { server, call } = startRotating(
    { expiresAt: 0 },
    {
      async onChange({ accessToken, refreshToken }) {
        await Promise.resolve();
        events.push(`${accessToken} ${refreshToken}`);
        expect(server.requests.filter(({ url }) => url.includes("/__api__/"))).toEqual([]);
      },
    },
  );
  await call();
  expect(events).toEqual(["access-secret-1 refresh-secret-1"]);
});

test("a session that cannot be stored is not used, and is stored by the next call", async () => {
  const full = new Error("disk full");
  const onChange = vi.fn<(session: Session) => void>().mockImplementationOnce(() => {
    throw full;
  });
  const { server, call } = startRotating({ expiresAt: 0 }, { onChange });
  expect(await failureOf(call())).toBe(full);
  await call();
  expect(server.count(REFRESH)).toBe(1);
  expect(onChange).toHaveBeenCalledTimes(2);
});

test("a response without a refresh token keeps the previous one", async () => {
  const { token } = start({ token: (_, count) => tokens(count, { refresh_token: undefined }) }, { expiresAt: 0 });
  await token();
  expect(token.session()).toMatchObject({ accessToken: "access-secret-1", refreshToken: "refresh-secret-0" });
});

describe("401", () => {
  test("refreshes once and repeats the call once, with its body", async () => {
    const { server, accepted, api } = startRotating();
    accepted.clear();
    await api.PUT("/v1/users/{guid}", { params: { path: { guid: USER.guid } }, body: { first_name: "Jo" } });
    const calls = server.requests.filter(({ url }) => url.includes("/__api__/"));
    expect(calls.map(({ body }) => body)).toEqual(['{"first_name":"Jo"}', '{"first_name":"Jo"}']);
  });

  test("that remains after the refresh is an error, and nothing else is tried", async () => {
    const { server, call } = start({ token: () => tokens(7), first: reject401 });
    expect(await failureOf(call())).toMatchObject({ name: "AuthenticationError" });
    expect(server.count(REFRESH)).toBe(1);
    expect(server.requests.filter(({ url }) => url.includes("/__api__/"))).toHaveLength(2);
  });

  test("is not waited for when a session without a refresh token has expired", async () => {
    const { server, clock, call } = start({}, { refreshToken: undefined });
    clock.advance(HOUR);
    expect(await failureOf(call())).toMatchObject({ name: "SignInError", problem: "ended" });
    expect(server.count("/__api__/v1/user")).toBe(0);
  });

  test("of a session without a refresh token ends it", async () => {
    const { call } = start({ first: reject401 }, { refreshToken: undefined });
    expect(await failureOf(call())).toMatchObject({ name: "SignInError", problem: "ended" });
  });

  test("403 never refreshes", async () => {
    const first = ({ url }: Request) => (url.includes("/__api__/") ? new Response("", { status: 403 }) : undefined);
    const { server, call } = start({ first });
    expect(await failureOf(call())).toMatchObject({ name: "PermissionError" });
    expect(server.count(REFRESH)).toBe(0);
  });
});

const reject401 = ({ url }: Request) => (url.includes("/__api__/") ? new Response("", { status: 401 }) : undefined);

describe("a session that the server has ended", () => {
  test("throws at every call and sends nothing more", async () => {
    const onEnd = vi.fn();
    const { server, call } = start({ token: () => oauthError("invalid_grant") }, { expiresAt: 0 }, { onEnd });
    for (let calls = 0; calls < 3; calls += 1) {
      expect(await failureOf(call())).toMatchObject({ problem: "ended", fix: "Sign in again." });
    }
    expect(server.count(REFRESH)).toBe(1);
    expect(onEnd).toHaveBeenCalledTimes(1);
  });

  test("because a response was lost after the rotation, asks to sign in again, and never loops", async () => {
    const { server, call } = start(
      {
        token: (_, count) =>
          count === 1 ? Promise.reject(new TypeError("connection reset")) : oauthError("invalid_grant"),
      },
      { expiresAt: 0 },
    );
    const errors = [await failureOf(call())];
    expect(errors[0]).toMatchObject({ problem: "unavailable", cause: { name: "NetworkError" } });
    expect(server.count(REFRESH)).toBe(1);
    while (errors.length < 4) errors.push(await failureOf(call()));
    expect(errors.slice(1)).toEqual(
      Array.from({ length: 3 }, (): unknown => expect.objectContaining({ problem: "ended" })),
    );
    expect(server.count(REFRESH)).toBe(2);
  });
});

test("a server that fails while the token is still valid does not disturb the calls, and is not asked by each", async () => {
  const { server, clock, call } = start({ token: () => new Response("", { status: 500 }) });
  clock.advance(HOUR - 30_000);
  await call();
  await call();
  expect(server.count(REFRESH)).toBe(1);
  clock.advance(11_000);
  await call();
  expect(server.count(REFRESH)).toBe(2);
  clock.advance(HOUR);
  expect(await failureOf(call())).toMatchObject({ problem: "unavailable", cause: { name: "ServerError" } });
  expect(server.count(REFRESH)).toBe(3);
});

describe("a client that an administrator deleted", () => {
  test("is registered again, with the same id, and the refresh is repeated once", async () => {
    const { server, token } = start(
      { token: (_, count) => (count === 1 ? oauthError("invalid_client", 401) : tokens(1)) },
      { expiresAt: 0 },
    );
    expect(await token()).toBe("access-secret-1");
    expect(server.count("/oauth/v1/register")).toBe(1);
  });

  test("ends the session if that does not help", async () => {
    const { server, token } = start({ token: () => oauthError("invalid_client", 401) }, { expiresAt: 0 });
    expect(await failureOf(token())).toMatchObject({ problem: "ended" });
    expect(server.count(REFRESH)).toBe(2);
  });
});

describe("processes that share a stored session", () => {
  /** A store, and two credentials that read it. */
  function two(stub: StubOptions, lock?: OAuthTokenOptions["lock"]) {
    const store: { session: Session | undefined } = { session: session({ expiresAt: 0 }) };
    const options: OAuthTokenOptions = {
      reload: () => store.session,
      onChange: (next) => {
        store.session = JSON.parse(JSON.stringify(next)) as Session;
      },
      onEnd: () => {
        store.session = undefined;
      },
      lock,
    };
    const server = authorizationServer(stub);
    const create = () =>
      oauthToken(session({ expiresAt: 0 }), { ...options, fetch: server.fetch, clock: steppedClock() });
    return { store, server, tokens: [create(), create()] as const };
  }

  const accepted = new Set<string>();

  test("refresh one after the other and share the result", async () => {
    let last: Promise<unknown> = Promise.resolve();
    const lock: OAuthTokenOptions["lock"] = (refresh) => {
      const result = last.then(refresh);
      last = result.catch(() => undefined);
      return result;
    };
    const { server, tokens: both } = two(
      rotating(() => accepted),
      lock,
    );
    expect(await Promise.all(both.map((token) => token()))).toEqual(["access-secret-1", "access-secret-1"]);
    expect(server.count(REFRESH)).toBe(1);
  });

  test("without a lock, re-read the store once when the refresh token was used already", async () => {
    const {
      store,
      server,
      tokens: [first, second],
    } = two({
      ...rotating(() => accepted),
    });
    // The second process reads the store, and then the first one refreshes.
    const early = store.session;
    let reads = 0;
    const late = oauthToken(session({ expiresAt: 0 }), {
      fetch: server.fetch,
      clock: steppedClock(),
      reload: () => (++reads === 1 ? early : store.session),
    });
    await first();
    expect(await late()).toBe("access-secret-1");
    expect(await second()).toBe("access-secret-1");
    expect(reads).toBe(2);
  });

  test("read the store once more, not again and again, when the server accepts no refresh token", async () => {
    let reads = 0;
    const server = authorizationServer({ token: () => oauthError("invalid_grant") });
    const token = oauthToken(session({ expiresAt: 0 }), {
      fetch: server.fetch,
      clock: steppedClock(),
      // Each time another process has just been faster.
      reload: () => session({ expiresAt: 0, refreshToken: `refresh-secret-${++reads}` }),
    });
    expect(await failureOf(token())).toMatchObject({ problem: "ended" });
    expect([reads, server.count(REFRESH)]).toEqual([2, 2]);
  });

  test.each([
    ["the same refresh token", session({ expiresAt: 0 })],
    ["no refresh token", session({ expiresAt: 0, refreshToken: undefined })],
  ])("do not send a spent refresh token again when the store has %s", async (_, stored) => {
    let reads = 0;
    const server = authorizationServer({ token: () => oauthError("invalid_grant") });
    const token = oauthToken(session({ expiresAt: 0 }), {
      fetch: server.fetch,
      clock: steppedClock(),
      reload: () => (++reads === 1 ? session({ expiresAt: 0 }) : stored),
    });
    expect(await failureOf(token())).toMatchObject({
      problem: "ended",
      message: expect.stringContaining("does not accept") as unknown,
    });
    expect(server.count(REFRESH)).toBe(1);
  });

  test("end when the session was removed by another one", async () => {
    const {
      store,
      server,
      tokens: [token],
    } = two({});
    store.session = undefined;
    expect(await failureOf(token())).toMatchObject({ problem: "ended" });
    expect(server.count(REFRESH)).toBe(0);
  });

  test("do not follow a stored session to another server", async () => {
    const {
      store,
      server,
      tokens: [token],
    } = two({});
    store.session = session({ url: "https://evil.example.com", expiresAt: 0 });
    expect(await failureOf(token())).toMatchObject({ problem: "ended" });
    expect(server.requests).toEqual([]);
  });
});

describe("a credential", () => {
  test("is refused by a client of another server", () => {
    const token = oauthToken(session());
    expect(() => createConnectClient({ url: "https://evil.example.com", token })).toThrow("another server");
  });

  test("accepts the session as it was stored, and nothing malformed", () => {
    expect(() => oauthToken(JSON.parse(JSON.stringify(session())) as Session)).not.toThrow();
    for (const broken of [{}, { ...session(), accessToken: 7 }, { ...session(), acessToken: "x" }]) {
      expect(() => oauthToken(Object.assign(session(), { url: undefined }, broken))).toThrow("Nothing was sent");
    }
    expect(() => oauthToken(session({ url: "http://connect.example.com" }))).toThrow("https");
  });

  test("can be copied to another thread and stored, with its tokens", async () => {
    const { token } = start({ token: () => tokens(1) }, { expiresAt: 0 });
    await token();
    const copy = structuredClone(token.session());
    expect(copy).toEqual({ ...token.session() });
    expect(await oauthToken(copy, { clock: steppedClock() })()).toBe("access-secret-1");
    // A copy is plain data; what the library returns shows no token.
    expect(inspect(oauthToken(copy).session())).not.toContain("secret");
  });

  test("shows no token when it or its client is inspected, or in an error", async () => {
    const { token, api, call } = start(
      { token: () => oauthError("invalid_grant", 400, "refresh-secret-0 is spent") },
      {
        expiresAt: 0,
      },
    );
    const error = await failureOf(call());
    expect(inspect([token, token.session(), api, error], { depth: 9, showHidden: true })).not.toContain("secret");
    expect(JSON.stringify(error)).not.toContain("secret");
  });
});

test("no error of a refresh or a sign-out has the tokens that the server echoes", async () => {
  const echo = () => oauthError("invalid_request", 400, "bad refresh-secret-0 and access-secret-0");
  const { call } = start({ token: echo }, { expiresAt: 0 });
  const error = await failureOf(call());
  expect(error).toMatchObject({ name: "SignInError", error: "invalid_request" });
  const { fetch } = authorizationServer({ revoke: echo });
  const result = await signOut(session({ accessToken: "refresh-secret-0" }), { fetch });
  expect(result).toMatchObject({ revoked: false, error: { error: "invalid_request" } });
  const shown = [error, result.error].map(
    (each) => inspect(each, { depth: 9, showHidden: true }) + JSON.stringify(each),
  );
  expect(shown[0]).not.toContain("secret");
  expect(shown[1]).not.toContain("refresh-secret");
});

describe("signing out", () => {
  test("revokes the refresh token, then the access token", async () => {
    const { fetch, requests } = authorizationServer();
    await expect(signOut(session(), { fetch })).resolves.toEqual({ revoked: true });
    expect(requests.filter(({ url }) => url.endsWith("/revoke")).map(({ body }) => body)).toEqual([
      "token_type_hint=refresh_token&token=refresh-secret-0&client_id=client-1",
      "token_type_hint=access_token&token=access-secret-0&client_id=client-1",
    ]);
  });

  test.each<[string, StubOptions, string]>([
    ["does not offer it", { metadata: { revocation_endpoint: undefined } }, "SignInError"],
    ["has no OAuth server any more", { first: () => new Response("", { status: 404 }) }, "SignInError"],
    ["refuses", { revoke: () => oauthError("unsupported_token_type") }, "SignInError"],
    ["fails", { revoke: () => new Response("", { status: 500 }) }, "ServerError"],
  ])("says so if the server %s", async (_, stub, name) => {
    const { fetch } = authorizationServer(stub);
    const result = await signOut(session(), { fetch });
    expect(result).toMatchObject({ revoked: false, error: { name } });
    expect(inspect(result, { depth: 9 })).not.toContain("secret");
  });
});

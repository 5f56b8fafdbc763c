import { type DeviceCode, signInWithDevice } from "@connect-sdk/api/oauth";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
  authorizationServer,
  DEVICE_GRANT,
  oauthError,
  SERVER,
  steppedClock,
  type StubOptions,
  tokens,
} from "./support/authorization-server.ts";
import { failureOf } from "./support/stub-client.ts";

function start(options: StubOptions, more: { clientId?: string; signal?: AbortSignal; onCode?: () => void } = {}) {
  const server = authorizationServer(options);
  const clock = steppedClock();
  const codes: DeviceCode[] = [];
  const onCode = (code: DeviceCode) => void codes.push(code);
  return {
    server,
    clock,
    codes,
    result: signInWithDevice({ url: SERVER, fetch: server.fetch, clock, onCode, ...more }),
  };
}

const POLL = "/oauth/v1/token";

test("shows the code, waits, and returns the session", async () => {
  const { server, clock, codes, result } = start({
    token: (_, count) => (count < 3 ? oauthError("authorization_pending") : tokens(1)),
  });

  await expect(result).resolves.toEqual({
    url: SERVER,
    clientId: "client-1",
    accessToken: "access-secret-1",
    refreshToken: "refresh-secret-1",
    expiresAt: 1_000_000 + 15_000 + 3_600_000,
  });
  expect(codes).toEqual([
    { userCode: "BCDF-GHJK", verificationUri: DEVICE_GRANT.verification_uri, expiresAt: 1_060_000 },
  ]);
  expect(clock.slept).toEqual([5_000, 5_000, 5_000]);
  expect(server.requests.at(-1)?.body).toBe(
    new URLSearchParams({
      device_code: DEVICE_GRANT.device_code,
      grant_type: "urn:ietf:params:oauth:grant-type:device_code",
      client_id: "client-1",
    }).toString(),
  );
});

test("registers as a public client that can use the code", async () => {
  const { server, result } = start({});
  await result;
  const registration = server.requests.find(({ url }) => url.endsWith("/register"));
  expect(JSON.parse(registration?.body ?? "")).toEqual({
    client_name: "connect-sdk",
    redirect_uris: ["http://127.0.0.1/callback"],
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"],
    response_types: ["code"],
  });
});

test("accepts a registration with status 200, as Connect's other clients do", async () => {
  const { result } = start({ register: () => Response.json({ client_id: "client-2" }) });
  await expect(result).resolves.toMatchObject({ clientId: "client-2" });
});

test("slow_down adds 5 seconds for good", async () => {
  const { clock, result } = start({
    token: (_, count) =>
      count === 1 || count === 3
        ? oauthError("slow_down")
        : count < 5
          ? oauthError("authorization_pending")
          : tokens(1),
  });
  await result;
  expect(clock.slept).toEqual([5_000, 10_000, 10_000, 15_000, 15_000]);
});

test("without an interval, asks every 5 seconds", async () => {
  const { clock, result } = start({ device: () => Response.json({ ...DEVICE_GRANT, interval: undefined }) });
  await result;
  expect(clock.slept).toEqual([5_000]);
});

test("an interval of 0 means 5 seconds", async () => {
  const { clock, result } = start({ device: () => Response.json({ ...DEVICE_GRANT, interval: 0 }) });
  await result;
  expect(clock.slept).toEqual([5_000]);
});

test("a code without an expiry is valid for 10 minutes", async () => {
  const { codes, result } = start({ device: () => Response.json({ ...DEVICE_GRANT, expires_in: undefined }) });
  await result;
  expect(codes[0]?.expiresAt).toBe(1_000_000 + 600_000);
});

test.each([
  ["nothing", () => new Response(null, { status: 204 })],
  ["a page", () => new Response("<html>")],
  ["a list", () => Response.json([])],
  ["no code", () => Response.json({ user_code: "BCDF-GHJK" })],
])("a server that answers the request for a code with %s is an error", async (_, device) => {
  const error = await failureOf(start({ device }).result);
  expect(["SignInError", "UnexpectedResponseError"]).toContain(error instanceof Error && error.name);
});

test("a code that expired while its page was shown is neither waited for nor sent", async () => {
  const server = authorizationServer();
  const clock = steppedClock();
  const onCode = () => void clock.advance(61_000);
  const result = signInWithDevice({ url: SERVER, fetch: server.fetch, clock, onCode });
  expect(await failureOf(result)).toMatchObject({ problem: "expired" });
  expect([clock.slept, server.count(POLL)]).toEqual([[], 0]);
});

describe("a server that", () => {
  test("returns more than a megabyte is not read to the end", async () => {
    let pulled = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(2 ** 16));
        },
      });
    const device = () => new Response(endless(), { headers: { "content-type": "application/json" } });
    expect(await failureOf(start({ device }).result)).toMatchObject({ name: "UnexpectedResponseError" });
    expect(pulled).toBeLessThan(64);
  });

  const followsSignal = (request: Request) =>
    new Promise<Response>((_, reject) => {
      request.signal.addEventListener("abort", () => {
        reject(request.signal.reason as Error);
      });
    });
  const ignoresSignal = () => new Promise<Response>(() => undefined);
  const stallsInBody = () => Promise.resolve(new Response(new ReadableStream({})));

  test.each([
    ["follows", followsSignal],
    ["ignores", ignoresSignal],
    ["stalls in the body and ignores", stallsInBody],
  ])("is silent is waited for half a minute, even if fetch %s the signal", async (_, fetch) => {
    vi.useFakeTimers();
    try {
      const error = failureOf(signInWithDevice({ url: SERVER, fetch, onCode: () => undefined }));
      await vi.advanceTimersByTimeAsync(30_000);
      expect(await error).toMatchObject({ name: "TimeoutError" });
    } finally {
      vi.useRealTimers();
    }
  });

  test("is silent can be left at once", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const fetch = (request: Request) => {
      const response = followsSignal(request);
      controller.abort(reason);
      return response;
    };
    const { signal } = controller;
    expect(await failureOf(signInWithDevice({ url: SERVER, fetch, signal, onCode: () => undefined }))).toBe(reason);
  });
});

describe("can be left at once while", () => {
  const never = () => new Promise<never>(() => undefined);

  test("the code is shown", async () => {
    const controller = new AbortController();
    const server = authorizationServer({});
    const onCode = () => {
      controller.abort("enough");
      return never();
    };
    const { signal } = controller;
    expect(await failureOf(signInWithDevice({ url: SERVER, fetch: server.fetch, onCode, signal }))).toBe("enough");
  });

  test("it waits, even by a clock that ignores the signal", async () => {
    const controller = new AbortController();
    const server = authorizationServer({});
    const sleep = () => {
      controller.abort("enough");
      return never();
    };
    const { signal } = controller;
    const options = { url: SERVER, fetch: server.fetch, clock: { sleep }, onCode: () => undefined, signal };
    expect(await failureOf(signInWithDevice(options))).toBe("enough");
  });
});

describe("ends with", () => {
  test.each([
    ["access_denied", "denied"],
    ["expired_token", "expired"],
    ["invalid_grant", "rejected"],
    ["unauthorized_client", "rejected"],
    ["constructor", "rejected"],
  ])("%s", async (code, problem) => {
    const { server, result } = start({ token: () => oauthError(code, 400, "Because.") });
    expect(await failureOf(result)).toMatchObject({ name: "SignInError", problem, error: code });
    expect(await failureOf(result)).toHaveProperty("message", expect.stringContaining("Because."));
    expect(server.count(POLL)).toBe(1);
  });

  test("200 without a token", async () => {
    const { result } = start({ token: () => Response.json({ status: "thinking" }) });
    expect(await failureOf(result)).toMatchObject({ name: "SignInError", problem: "rejected" });
  });

  test("a code that nobody approves before it expires, even if the server never says so", async () => {
    const { server, clock, result } = start({ token: () => oauthError("authorization_pending") });
    expect(await failureOf(result)).toMatchObject({ problem: "expired" });
    expect(clock.now()).toBe(1_060_000);
    expect(server.count(POLL)).toBe(11);
  });
});

test("a network that fails and a server that fails are waited for, less and less often", async () => {
  const failures = [
    () => Promise.reject(new TypeError("fetch failed")),
    () => new Response("", { status: 503 }),
    () => new Response("<html>", { status: 200, headers: { "content-type": "text/html" } }),
    () => oauthError("authorization_pending"),
    () => tokens(1),
  ];
  const { clock, result } = start({
    device: () => Response.json({ ...DEVICE_GRANT, expires_in: 600 }),
    token: (_, count) => failures[count - 1]?.() ?? tokens(9),
  });
  await result;
  expect(clock.slept).toEqual([5_000, 10_000, 20_000, 40_000, 5_000]);
});

test("a server that fails for long is asked every 40 seconds, so that its return is noticed", async () => {
  const { clock, result } = start({
    device: () => Response.json({ ...DEVICE_GRANT, expires_in: 600 }),
    token: (_, count) => (count <= 6 ? new Response("", { status: 503 }) : tokens(1)),
  });
  await result;
  expect(clock.slept).toEqual([5_000, 10_000, 20_000, 40_000, 40_000, 40_000, 40_000]);
});

test("a network that never comes back ends when the code expires", async () => {
  const { result } = start({ token: () => Promise.reject(new TypeError("fetch failed")) });
  expect(await failureOf(result)).toMatchObject({ problem: "expired" });
});

test("Retry-After of a busy server is respected", async () => {
  const { clock, result } = start({
    token: (_, count) =>
      count === 1 ? new Response("", { status: 429, headers: { "retry-after": "30" } }) : tokens(1),
  });
  await result;
  expect(clock.slept).toEqual([5_000, 30_000]);
});

describe("a client that an administrator deleted", () => {
  test("is registered again, and the sign-in starts again once", async () => {
    const { server, codes, result } = start(
      { token: ({ client_id }) => (client_id === "stored" ? oauthError("invalid_client", 401) : tokens(1)) },
      { clientId: "stored" },
    );
    await expect(result).resolves.toMatchObject({ clientId: "client-1" });
    expect(codes).toHaveLength(2);
    expect(server.count("/oauth/v1/register")).toBe(1);
  });

  test("is not registered again and again", async () => {
    const { server, result } = start({
      token: () =>
        new Response(JSON.stringify({ error: "invalid_client" }), {
          status: 401,
          headers: { "www-authenticate": 'Basic realm="x"', "content-type": "application/json" },
        }),
    });
    expect(await failureOf(result)).toMatchObject({ error: "invalid_client" });
    expect(server.count("/oauth/v1/register")).toBe(2);
  });
});

test("a program without a client id cannot sign in where nobody can register", async () => {
  const { result } = start({ metadata: { registration_endpoint: undefined } });
  expect(await failureOf(result)).toMatchObject({ problem: "unsupported" });
  expect(await failureOf(result)).toHaveProperty("fix", expect.stringContaining("clientId"));
});

test("a server without codes is unsupported", async () => {
  const { result } = start({ metadata: { device_authorization_endpoint: undefined } });
  expect(await failureOf(result)).toMatchObject({ problem: "unsupported" });
});

test.each(["javascript:alert(1)", "file:///etc/passwd", "not a URL"])("never shows the page %s", async (page) => {
  const { codes, result } = start({ device: () => Response.json({ ...DEVICE_GRANT, verification_uri: page }) });
  expect(await failureOf(result)).toMatchObject({ problem: "untrusted" });
  expect(codes).toEqual([]);
});

test("shows the user code without control characters", async () => {
  const { codes, result } = start({ device: () => Response.json({ ...DEVICE_GRANT, user_code: "BC\u001b[2J" }) });
  await result;
  expect(codes[0]?.userCode).toBe(String.raw`BC\u001b[2J`);
});

test("can be canceled while it waits", async () => {
  const reason = new Error("enough");
  const controller = new AbortController();
  const { server, result } = start(
    { token: () => oauthError("authorization_pending") },
    {
      signal: controller.signal,
      onCode: () => {
        controller.abort(reason);
      },
    },
  );
  expect(await failureOf(result)).toBe(reason);
  expect(server.count(POLL)).toBe(0);
});

test("follows no redirect and sends secrets to no other origin", async () => {
  const { server, result } = start({
    token: (_, count) =>
      count === 1 ? new Response(null, { status: 307, headers: { location: "https://evil.example.com/" } }) : tokens(1),
  });
  await result;
  expect(server.requests.every(({ redirect }) => redirect === "manual")).toBe(true);
  expect(server.requests.filter(({ url }) => !url.startsWith(`${SERVER}/`))).toEqual([]);
});

test("no error contains the device code or a token, even if the server returns it", async () => {
  const fail = vi.fn(() =>
    Promise.reject(Object.assign(new Error("boom"), { body: `device_code=${DEVICE_GRANT.device_code}` })),
  );
  for (const token of [
    () => oauthError("invalid_grant", 400, `unknown ${DEVICE_GRANT.device_code}`),
    () => Response.json({ access_token: "access-secret-1", token_type: 7 }),
    () => tokens(1, { access_token: "access-secret-1\n" }),
    fail,
  ]) {
    const error = await failureOf(start({ token }).result);
    const shown = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error);
    expect(shown).not.toMatch(/device-code-secret|secret-1/);
  }
  expect(fail).toHaveBeenCalled();
});

test("a session shows no token when it is inspected, and its JSON can be stored", async () => {
  const session = await start({}).result;
  expect(inspect({ session })).not.toContain("secret");
  expect(inspect({ session })).toContain("[hidden]");
  expect(JSON.parse(JSON.stringify(session))).toMatchObject({ accessToken: "access-secret-1" });
});

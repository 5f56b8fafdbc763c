import { signInWithBrowser, type BrowserSignInOptions } from "@connect-sdk/api/oauth";
import { createHash } from "node:crypto";
import { createConnection } from "node:net";
import { request as send } from "node:http";
import { networkInterfaces } from "node:os";
import { inspect } from "node:util";
import { describe, expect, test, vi } from "vitest";
import {
  authorizationServer,
  oauthError,
  SERVER,
  steppedClock,
  type StubOptions,
  tokens,
} from "./support/authorization-server.ts";
import { failureOf } from "./support/stub-client.ts";

/** Signs in with a browser that a test scripts; it gets the authorization request and the address to return to. */
function start(
  stub: StubOptions,
  browse: (page: URL, callback: (parameters: Record<string, string>) => Promise<Response>) => unknown,
  options: Partial<BrowserSignInOptions> = {},
) {
  const server = authorizationServer(stub);
  let finish: (() => void) | undefined;
  /** Resolves when the browser is done. */
  const done = new Promise<void>((resolve) => (finish = resolve));
  const open = async (url: string) => {
    const page = new URL(url);
    await browse(page, async (parameters) => {
      const target = new URL(page.searchParams.get("redirect_uri") ?? "");
      target.search = new URLSearchParams(parameters).toString();
      return fetch(target);
    });
    finish?.();
  };
  return { server, done, result: signInWithBrowser({ url: SERVER, fetch: server.fetch, open, ...options }) };
}

const stateOf = (page: URL) => page.searchParams.get("state") ?? "";

test("signs in with a code, PKCE and the same loopback address", async () => {
  let asked = new URLSearchParams();
  let shown = "";
  const { server, result, done } = start({}, async (page, callback) => {
    asked = page.searchParams;
    const response = await callback({ code: "code-secret", state: stateOf(page) });
    shown = await response.text();
  });

  await expect(result).resolves.toMatchObject({ url: SERVER, clientId: "client-1", accessToken: "access-secret-1" });
  await done;
  const { redirect_uri, code_challenge, state, ...others } = Object.fromEntries(asked);
  expect(others).toEqual({
    from: "document",
    response_type: "code",
    client_id: "client-1",
    code_challenge_method: "S256",
  });
  expect(redirect_uri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
  // 128 bits in base64url are 22 characters.
  expect(state?.length).toBeGreaterThanOrEqual(22);
  const form = new URLSearchParams(server.requests.at(-1)?.body);
  expect(Object.fromEntries(form)).toMatchObject({ code: "code-secret", redirect_uri, client_id: "client-1" });
  expect(
    createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url"),
  ).toBe(code_challenge);
  expect(shown).toContain("Signed in");
});

/** Says whether a listener accepts connections at an address. */
const connecting = (host: string, port: number) =>
  new Promise<string>((resolve) => {
    const socket = createConnection({ port, host }, () => {
      socket.destroy();
      resolve("connected");
    }).once("error", () => {
      resolve("refused");
    });
  });

const portOf = (page: URL) => Number(new URL(page.searchParams.get("redirect_uri") ?? "").port);

test("listens on 127.0.0.1 only", async () => {
  const others = Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ internal, family }) => !internal && family === "IPv4").map(({ address }) => address),
  );
  // Linux owns the whole network 127.0.0.0/8.
  if (process.platform === "linux") others.push("127.0.0.2");
  const { result } = start({}, async (page, callback) => {
    for (const host of others) expect([host, await connecting(host, portOf(page))]).toEqual([host, "refused"]);
    expect(await connecting("127.0.0.1", portOf(page))).toBe("connected");
    await callback({ code: "c", state: stateOf(page) });
  });
  await result;
});

test("stops listening after the first callback, before the code is used", async () => {
  let port = 0;
  const states: string[] = [];
  const { result } = start(
    {
      async token() {
        states.push(await connecting("127.0.0.1", port));
        return tokens(1);
      },
    },
    async (page, callback) => {
      port = portOf(page);
      await callback({ code: "c", state: stateOf(page) });
    },
  );
  await result;
  expect(states).toEqual(["refused"]);
});

test("a connection that the browser opened ahead returns no second callback", async () => {
  const { result, done, server } = start({}, async (page, callback) => {
    // Sends half a request, so that the connection is not idle when the listener closes.
    const socket = createConnection({ port: portOf(page), host: "127.0.0.1" });
    const received: string[] = [];
    socket.on("data", (data) => received.push(data.toString()));
    socket.write(`GET /callback?code=evil&state=${stateOf(page)} HTTP/1.1\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await callback({ code: "right", state: stateOf(page) });
    const closed = new Promise((resolve) => socket.once("close", resolve));
    socket.write(`Host: 127.0.0.1:${portOf(page)}\r\n\r\n`);
    await closed;
    expect(received.join("")).toContain("404");
  });
  await result;
  await done;
  expect(new URLSearchParams(server.requests.at(-1)?.body).get("code")).toBe("right");
});

test("stops listening when the sign-in fails", async () => {
  let port = 0;
  const { result } = start({}, (page) => {
    port = portOf(page);
    return Promise.reject(new Error("no browser"));
  });
  await failureOf(result);
  expect(await connecting("127.0.0.1", port)).toBe("refused");
});

test("waits ten minutes for the user by default, and stops the timer afterwards", async () => {
  const waits: { milliseconds: number; signal: AbortSignal | undefined }[] = [];
  const sleep = (milliseconds: number, signal: AbortSignal | undefined) => {
    waits.push({ milliseconds, signal });
    return new Promise<void>(() => undefined);
  };
  await start({}, (page, callback) => callback({ code: "c", state: stateOf(page) }), { clock: { sleep } }).result;
  expect(waits.map(({ milliseconds, signal }) => [milliseconds, signal?.aborted])).toEqual([[600_000, true]]);
});

test("two sign-ins have different states and verifiers", async () => {
  const seen = new Set<string>();
  for (let count = 0; count < 2; count += 1) {
    const { server, result } = start({}, async (page, callback) => {
      seen.add(stateOf(page));
      await callback({ code: "c", state: stateOf(page) });
    });
    await result;
    seen.add(new URLSearchParams(server.requests.at(-1)?.body).get("code_verifier") ?? "");
  }
  expect(seen.size).toBe(4);
});

describe("a request that is not the callback changes nothing", () => {
  test.each<
    [
      string,
      (page: URL, callback: (parameters: Record<string, string>) => Promise<Response>) => Promise<Response>,
      number,
    ]
  >([
    ["a code with a forged state", (_, callback) => callback({ code: "evil", state: "x".repeat(43) }), 400],
    ["a refusal with a forged state", (_, callback) => callback({ error: "access_denied", state: "x" }), 400],
    ["a code without a state", (_, callback) => callback({ code: "evil" }), 400],
    [
      "a state given twice",
      (page) => {
        const [callback, state] = [page.searchParams.get("redirect_uri") ?? "", stateOf(page)];
        return fetch(`${callback}?code=evil&state=${state}&state=${state}`);
      },
      400,
    ],
    ["an empty state", (_, callback) => callback({ code: "evil", state: "" }), 400],
    ["another path", (page) => fetch(new URL("/favicon.ico", page.searchParams.get("redirect_uri") ?? "")), 404],
    [
      "another method",
      (page) => fetch(`${page.searchParams.get("redirect_uri")}?code=evil&state=${stateOf(page)}`, { method: "POST" }),
      404,
    ],
  ])("%s", async (_, stray, status) => {
    const { server, result } = start({}, async (page, callback) => {
      const response = await stray(page, callback);
      expect(response.status).toBe(status);
      expect(server.count("/oauth/v1/token")).toBe(0);
      await callback({ code: "right", state: stateOf(page) });
    });
    await expect(result).resolves.toMatchObject({ accessToken: "access-secret-1" });
    expect(new URLSearchParams(server.requests.at(-1)?.body).get("code")).toBe("right");
  });

  test("the same address under another host name", async () => {
    const { server, result } = start({}, async (page, callback) => {
      const target = new URL(page.searchParams.get("redirect_uri") ?? "");
      const status = await new Promise<number | undefined>((resolve, reject) => {
        send(
          {
            host: "127.0.0.1",
            port: target.port,
            path: `/callback?code=evil&state=${stateOf(page)}`,
            headers: { host: `evil.example.com:${target.port}` },
          },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        )
          .once("error", reject)
          .end();
      });
      expect(status).toBe(404);
      await callback({ code: "right", state: stateOf(page) });
    });
    await result;
    expect(new URLSearchParams(server.requests.at(-1)?.body).get("code")).toBe("right");
  });
});

test("the page reflects nothing and loads nothing", async () => {
  let page = "";
  let headers = new Headers();
  const { result, done } = start({}, async (address, callback) => {
    const response = await callback({
      error: "server_error",
      error_description: "<script>alert(1)</script>",
      state: stateOf(address),
    });
    page = await response.text();
    headers = response.headers;
  });
  await failureOf(result);
  await done;
  expect(page).not.toMatch(/script|server_error|src=|href=/);
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

describe("ends with", () => {
  test.each([
    ["access_denied", "denied"],
    ["server_error", "rejected"],
    ["temporarily_unavailable", "rejected"],
  ])("%s of the user's page", async (error, problem) => {
    const { server, result } = start({}, (page, callback) =>
      callback({ error, state: stateOf(page), error_description: "Because\u0007" }),
    );
    const failure = await failureOf(result);
    expect(failure).toMatchObject({ name: "SignInError", problem, error });
    expect(failure).toHaveProperty("message", expect.stringContaining(String.raw`Because\u0007`));
    expect(server.count("/oauth/v1/token")).toBe(0);
  });

  test("a response of another issuer", async () => {
    const { server, result } = start({}, (page, callback) =>
      callback({ code: "c", state: stateOf(page), iss: "https://evil.example.com" }),
    );
    expect(await failureOf(result)).toMatchObject({ problem: "untrusted" });
    expect(server.count("/oauth/v1/token")).toBe(0);
  });

  test("a response without the issuer that the server promises", async () => {
    const { result } = start({ metadata: { authorization_response_iss_parameter_supported: true } }, (page, callback) =>
      callback({ code: "c", state: stateOf(page) }),
    );
    expect(await failureOf(result)).toMatchObject({ problem: "untrusted" });
  });

  test("a code that the server does not accept, and the code is in no error", async () => {
    const { result } = start(
      { token: () => oauthError("invalid_grant", 400, "code-secret was used") },
      (page, callback) => callback({ code: "code-secret", state: stateOf(page) }),
    );
    const error = await failureOf(result);
    expect(error).toMatchObject({ problem: "rejected", error: "invalid_grant" });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain("code-secret");
  });

  test("a server that offers no S256, before the browser opens", async () => {
    const open = vi.fn();
    const { result } = start({ metadata: { code_challenge_methods_supported: ["plain"] } }, open);
    expect(await failureOf(result)).toMatchObject({ problem: "unsupported" });
    expect(open).not.toHaveBeenCalled();
  });

  test("a user who does not approve in time", async () => {
    const clock = steppedClock();
    const { result } = start({}, () => undefined, { clock, timeout: 1_000 });
    expect(await failureOf(result)).toMatchObject({ problem: "expired" });
    expect(clock.slept).toEqual([1_000]);
  });

  test("the exception of a browser that cannot be opened", async () => {
    const missing = new Error("no browser");
    const { result } = start({}, () => Promise.reject(missing));
    expect(await failureOf(result)).toBe(missing);
  });

  test("the reason of the caller's signal", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const { result } = start(
      {},
      () => {
        controller.abort(reason);
      },
      { signal: controller.signal },
    );
    expect(await failureOf(result)).toBe(reason);
  });
});

test("a browser program that never ends does not keep the sign-in waiting", async () => {
  const { result } = start({ token: () => tokens(3) }, (page, callback) => {
    void callback({ code: "c", state: stateOf(page) });
    return new Promise(() => undefined);
  });
  await expect(result).resolves.toMatchObject({ accessToken: "access-secret-3" });
});

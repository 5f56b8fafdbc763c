import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { type Outcome, run, smallServer, type World } from "./support/cli.ts";

const PROXY = { url: "http://proxy.corp:3128", variable: "HTTPS_PROXY" };
/** Sent once: this request must not be repeated. */
const SEND = ["api", "POST", "v1/users", "--field", "username=x"] as const;
const NETWORK_FIX = "Check the URL, that the server is running, and the network in between (VPN, proxy).";

/** The failure of `fetch`, with the code of the runtime and the proxy in between. */
function failure(words: string, code?: string, proxy?: unknown): TypeError {
  return Object.assign(new TypeError(words), {
    ...(code !== undefined && { cause: Object.assign(new Error(words), { code }) }),
    ...(proxy !== undefined && { proxy }),
  });
}

const failing = (error: Error): World => ({ fetch: () => Promise.reject(error) });
const failed = (message: string, fix: string, code = 1): Outcome => ({
  ...{ code, stdout: "", stderr: `error: ${message}\nfix: ${fix}\n` },
});

describe("a request without a response", () => {
  test.each([
    [
      "refused",
      failure("fetch failed", "ECONNREFUSED"),
      ": nothing accepts connections at connect.test (ECONNREFUSED).",
      "Check the port in the server's URL, and that the server is running.",
    ],
    ["for an unknown reason", failure("odd words", "EODD"), ": odd words.", NETWORK_FIX],
    ["without a code", failure("no route"), ": no route.", NETWORK_FIX],
    [
      "refused by the proxy",
      failure("fetch failed", "ECONNREFUSED", PROXY),
      " through http://proxy.corp:3128: the proxy does not accept connections (ECONNREFUSED).",
      "Check host and port in HTTPS_PROXY, and that the proxy is running. If you can reach the server directly, add it to NO_PROXY.",
    ],
    [
      "for an unknown reason through a proxy",
      failure("odd words", "EODD", PROXY),
      " through http://proxy.corp:3128: odd words.",
      "Check HTTPS_PROXY, and that the server is running.",
    ],
    [
      "without a code through a proxy",
      failure("no route", undefined, PROXY),
      " through http://proxy.corp:3128: no route.",
      "Check HTTPS_PROXY, and that the server is running.",
    ],
    [
      "because of the proxy's certificate",
      failure("fetch failed", "CERT_HAS_EXPIRED", { ...PROXY, isUntrusted: true }),
      " through http://proxy.corp:3128: the proxy's certificate has expired (CERT_HAS_EXPIRED).",
      "Ask the administrator of the proxy to renew it, and check this computer's clock.",
    ],
    [
      "because of the server's certificate behind a proxy",
      failure("fetch failed", "CERT_HAS_EXPIRED", { ...PROXY, isUntrusted: false }),
      " through http://proxy.corp:3128: the server's certificate has expired (CERT_HAS_EXPIRED).",
      "Ask the administrator of the server to renew it, and check this computer's clock.",
    ],
  ])("%s", async (_, error, reason, fix) => {
    const message = `POST /v1/users received no response from connect.test${reason}`;
    expect(await run(createFakeConnect(), SEND, failing(error))).toEqual(failed(message, fix));
  });

  test.each([
    null,
    "http://proxy.corp:3128",
    {},
    { url: PROXY.url },
    { variable: PROXY.variable },
    { url: 3128, variable: PROXY.variable },
    { url: PROXY.url, variable: 1 },
  ])("names no proxy that is none: %j", async (proxy) => {
    expect(await run(createFakeConnect(), SEND, failing(failure("no route", undefined, proxy)))).toEqual(
      failed("POST /v1/users received no response from connect.test: no route.", NETWORK_FIX),
    );
  });

  test.each([
    [undefined, "."],
    [failure("", undefined, PROXY), " through http://proxy.corp:3128."],
  ])("in time is reported with the proxy: %s", async (cause, through) => {
    const world: World = {
      env: { CONNECT_REQUEST_TIMEOUT: "0.01" },
      fetch: (input, init) =>
        new Promise((_, reject) => {
          const { signal } = new Request(input, init);
          signal.addEventListener("abort", () => {
            const reason = signal.reason as Error;
            if (cause !== undefined) reason.cause ??= cause;
            reject(reason);
          });
        }),
    };
    const fix =
      "Run the command again. CONNECT_REQUEST_TIMEOUT sets the time limit in seconds. The server may have executed the request.";
    expect(await run(createFakeConnect(), SEND, world)).toEqual(
      failed(`POST /v1/users returned no complete response within 10 ms${through}`, fix),
    );
  });
});

describe("a response that is an error", () => {
  test.each([
    [400, 22, 1, "Correct what the server rejects."],
    [500, 50, 3, "Ask an administrator to unlock the account behind this key, or use the key of another account."],
    [400, 46, 1, "Change it at the sign-in provider."],
    [409, 61, 6, "Make another user administrator first."],
    [404, 3, 4, "Check the identifier, the URL, and that the server is new enough."],
    [404, 2, 1, "Check the server's URL: no Connect at this address, or a very old version."],
  ])("with status %i and code %i: exit code %i", async (status, code, exit, fix) => {
    const fake = smallServer();
    fake.fault({ operationId: "updateUser", status, body: { code, error: "No" } });
    const guid = fake.users.find(({ username }) => username === "jdoe")?.guid ?? "";
    const { stderr, ...outcome } = await run(fake, ["update", "jdoe", "--first-name", "Joan"]);
    expect(outcome).toEqual({ code: exit, stdout: "" });
    expect(stderr).toBe(`error: PUT /v1/users/${guid} failed with status ${status}: No (code ${code}).\nfix: ${fix}\n`);
  });

  test("of a path that the program does not know is the path's, and not the server's", async () => {
    expect(await run(smallServer(), ["api", "GET", "v1/nothing"])).toEqual(
      failed(
        "GET /v1/nothing failed with status 404, without an error from Connect.",
        "Check the identifier, the URL, and that the server is new enough.",
        4,
      ),
    );
  });

  test.each([
    ["3600", "Wait 60 minutes, then run the command again."],
    ["3601", "Wait 61 minutes, then run the command again."],
    ["601", "Wait 11 minutes, then run the command again."],
  ])("that limits requests for %s seconds says how long to wait", async (seconds, fix) => {
    const fake = smallServer();
    fake.fault({ operationId: "updateUser", status: 429, headers: { "Retry-After": seconds } });
    const { code, stderr } = await run(fake, ["update", "jdoe", "--first-name", "Joan"]);
    expect([code, stderr.split("\n").at(-2)]).toEqual([1, `fix: ${fix}`]);
  });
});

describe("a failure of the program", () => {
  const FIX = "Run the command again with --debug and report its output to the project.";
  const printing = (error: unknown): World => ({
    stdout: {
      write() {
        throw error;
      },
    },
  });

  test.each([new Error("odd"), "odd", Object.assign(new Error("odd"), { fix: 7 })])(
    "is reported as one: %s",
    async (error) => {
      expect(await run(smallServer(), ["count"], printing(error))).toEqual(failed("Unexpected error: odd", FIX));
      expect(await run(smallServer(), ["count", "--json"], printing(error))).toEqual({
        code: 1,
        stdout: "",
        stderr: `${JSON.stringify({ error: { kind: "bug", message: "Unexpected error: odd", fix: FIX } })}\n`,
      });
    },
  );

  test("that is an interruption is not", async () => {
    const world = printing(new DOMException("stopped", "AbortError"));
    expect(await run(smallServer(), ["count"], world)).toEqual(failed("Interrupted.", "Run the command again.", 130));
    expect((await run(smallServer(), ["count", "--json"], world)).stderr).toBe(
      `${JSON.stringify({ error: { kind: "interrupted", message: "Interrupted.", fix: "Run the command again." } })}\n`,
    );
  });
});

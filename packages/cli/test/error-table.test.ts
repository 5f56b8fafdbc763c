import { createFakeConnect } from "@connect-sdk/testing";
import { expect, test } from "vitest";
import { jsonError, run, smallServer } from "./support/cli.ts";

interface Failure {
  readonly status: number;
  readonly code?: number;
  readonly exit: number;
  readonly kind: string;
  /** A part of the fix, where the command line has its own. */
  readonly fix?: string;
}

const FAILURES: readonly Failure[] = [
  { status: 400, code: 5, exit: 1, kind: "invalid_request" },
  { status: 400, code: 46, exit: 1, kind: "invalid_request", fix: "Change it at the sign-in provider." },
  { status: 401, code: 30, exit: 3, kind: "authentication" },
  { status: 403, code: 22, exit: 3, kind: "permission", fix: "Use the API key of an administrator." },
  { status: 403, code: 23, exit: 3, kind: "permission" },
  { status: 403, code: 50, exit: 3, kind: "permission", fix: "Ask an administrator to unlock the account" },
  { status: 404, code: 4, exit: 4, kind: "not_found" },
  { status: 404, code: 2, exit: 1, kind: "unexpected_response", fix: "Check the server's URL: no Connect" },
  { status: 404, exit: 1, kind: "unexpected_response", fix: "Check the server's URL: no Connect" },
  { status: 409, code: 8, exit: 1, kind: "conflict" },
  { status: 409, code: 61, exit: 6, kind: "refused", fix: "Make another user administrator first." },
  { status: 500, code: 1, exit: 1, kind: "server" },
];

test.each(FAILURES)("HTTP $status with error code $code: exit code $exit, $kind", async ({ fix, ...failure }) => {
  const { status, code, exit, kind } = failure;
  const server = smallServer();
  const body = code === undefined ? { error: "No." } : { code, error: "No." };
  server.fault({ operationId: "updateUser", status, body });
  const outcome = await run(server, ["update", "jdoe", "--first-name", "Joan", "--json"]);
  const error = jsonError(outcome);

  expect([outcome.code, error.kind]).toEqual([exit, kind]);
  expect(error.fix).toContain(fix ?? "");
  expect(error.fix).toMatch(/\S/);
  expect(error.message).not.toContain(error.fix);
});

test("a request without a response in time exits with 1 and says which variable sets the limit", async () => {
  const outcome = await run(createFakeConnect(), ["count", "--json"], {
    env: { CONNECT_REQUEST_TIMEOUT: "0.01" },
    fetch: (input, init) =>
      new Promise((_, reject) => {
        const { signal } = new Request(input, init);
        signal.addEventListener("abort", () => {
          reject(signal.reason as Error);
        });
      }),
  });
  expect([outcome.code, jsonError(outcome).kind]).toEqual([1, "timeout"]);
  expect(jsonError(outcome).fix).toContain("CONNECT_REQUEST_TIMEOUT");
});

test("a connection that fails for an unknown reason is reported in the words of the runtime", async () => {
  const outcome = await run(createFakeConnect(), ["api", "POST", "v1/users", "--field", "username=x", "--json"], {
    // Sent once: this request must not be repeated.
    fetch: () => Promise.reject(new TypeError("no route today")),
  });
  expect(outcome.code).toBe(1);
  expect(jsonError(outcome)).toEqual({
    kind: "network",
    message: "POST /v1/users received no response from connect.test: no route today.",
    fix: "Check the URL, that the server is running, and the network in between (VPN, proxy).",
  });
});

test("commands that are named wrongly exit with 2, whatever is wrong", async () => {
  const server = smallServer();
  server.addUser({ username: "twin.a", email: "twin@example.com" });
  server.addUser({ username: "twin.b", email: "twin@example.com" });
  const ambiguous = await run(server, ["show", "twin@example.com", "--json"]);
  expect([ambiguous.code, jsonError(ambiguous).kind]).toEqual([2, "ambiguous"]);

  const invalid = await run(server, ["list", "--role", "owner", "--json"]);
  expect([invalid.code, jsonError(invalid).kind]).toEqual([2, "usage"]);

  const me = await run(server, ["lock", "admin", "--yes", "--json"]);
  expect(me.code).toBe(6);
});

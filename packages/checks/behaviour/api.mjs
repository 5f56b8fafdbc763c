// The behavior of `@connect-sdk/api` on any runtime, against a server on a port.
import { createConnectClient, isApiError, isConnectError, NotFoundError, USER_ROLES } from "@connect-sdk/api";
import { operations } from "@connect-sdk/api/operations";
import { equal, ok, rejects } from "./check.mjs";

const NOBODY = "00000000-0000-4000-8000-000000000000";

/** @param {import("./server.mjs").Server} server @param {Partial<import("@connect-sdk/api").ConnectClientSettings>} [settings] */
const clientOf = ({ url, apiKey }, settings) => createConnectClient({ url, apiKey, ...settings });

/** @type {import("./server.mjs").Suite} */
export const api = {
  "a result has the data and the response": async (server) => {
    const { data, response } = await clientOf(server).GET("/v1/users", { params: { query: { page_size: 5 } } });
    equal(data.results.length, 5, "users on the page");
    equal(data.total, server.users, "users in all");
    equal(response.status, 200, "status");
  },
  "filters reach the server": async (server) => {
    const user_role = USER_ROLES.filter((role) => role !== "administrator");
    const { data } = await clientOf(server).GET("/v1/users", { params: { query: { user_role, page_size: 500 } } });
    ok(data.results.length > 0, "users are found");
    ok(
      data.results.every((user) => user.user_role !== "administrator"),
      "no administrator is among them",
    );
  },
  "a missing user is a NotFoundError": async (server) => {
    const call = clientOf(server).GET("/v1/users/{guid}", { params: { path: { guid: NOBODY } } });
    const error = await rejects(call, "NotFoundError");
    ok(
      error instanceof NotFoundError && isApiError(error, { status: 404 }) && isConnectError(error),
      "it is an instance of its classes",
    );
    equal(error.operationId, "getUser", "operation");
    ok(error.message.includes("GET"), "the message names the request");
  },
  "a wrong key is rejected and never shown": async (server) => {
    const apiKey = "kX9fQw2LmZ7cV4bN8sR1tY6uI3oP5aDg";
    const client = createConnectClient({ url: server.url, apiKey });
    const error = await rejects(client.GET("/v1/user"), "AuthenticationError");
    const shown = [error.message, error.stack, JSON.stringify(error), JSON.stringify(client)].join("\n");
    ok(!shown.includes(apiKey), "the key is in no output");
  },
  "a rejected request is an InvalidRequestError": async (server) => {
    const body = { username: "", email: "nobody@example.com" };
    const error = await rejects(clientOf(server).POST("/v1/users", { body }), "InvalidRequestError");
    equal(error.status, 400, "status");
  },
  "any endpoint can be called": async (server) => {
    const { data } = await clientOf(server).request("GET", "v1/users", { query: { prefix: "zz-nobody" } });
    equal(data, { results: [], current_page: 1, total: 0 }, "response");
  },
  "a path parameter cannot change the path": async (server) => {
    let sent = 0;
    const client = clientOf(server, {
      fetch: (request) => {
        sent += 1;
        return fetch(request);
      },
    });
    for (const guid of ["", ".", ".."]) {
      await rejects(client.GET("/v1/users/{guid}", { params: { path: { guid } } }), "InvalidArgumentError");
    }
    equal(sent, 0, "requests");
  },
  "plugins see operations and change requests": async (server) => {
    /** @type {unknown[]} */
    const seen = [];
    const client = clientOf(server).use({
      name: "watch",
      async fetch(request, next, { operationId }) {
        const response = await next(request);
        seen.push(operationId, response.status);
        return response;
      },
    });
    await client.GET("/v1/user");
    equal(seen, ["getCurrentUser", 200], "what the plugin received");
  },
  "a request to a busy server is retried": async (server) => {
    await server.fault({ operationId: "getCurrentUser", times: 2, status: 503, headers: { "retry-after": "0" } });
    const { data } = await clientOf(server).GET("/v1/user");
    equal(data.user_role, "administrator", "role");
  },
  "a sign-in page is not a success": async (server) => {
    await server.fault({ operationId: "getCurrentUser", times: 1, html: true });
    await rejects(clientOf(server, { retry: false }).GET("/v1/user"), "UnexpectedResponseError");
  },
  "a truncated response is not a success": async (server) => {
    await server.fault({ operationId: "getCurrentUser", times: 1, truncate: true });
    const call = clientOf(server, { retry: false }).GET("/v1/user");
    const error = await call.then(
      () => undefined,
      (/** @type {unknown} */ error) => error,
    );
    ok(isConnectError(error), `a typed error, not ${String(error)}`);
  },
  "a broken connection is a NetworkError": async (server) => {
    // Several times, because browsers retry a request on a closed connection themselves.
    await server.fault({ operationId: "getQuartoInformation", times: 5, reset: true });
    await rejects(clientOf(server, { retry: false }).GET("/v1/server_settings/quarto"), "NetworkError");
  },
  "an unreachable server is a NetworkError": async () => {
    // Nothing listens on port 9 (discard).
    const client = createConnectClient({ url: "http://127.0.0.1:9", apiKey: "key", retry: false });
    await rejects(client.GET("/v1/user"), "NetworkError");
  },
  "a missing response is a TimeoutError": async (server) => {
    await server.fault({ operationId: "getCurrentUser", times: 1, delay: 5_000 });
    await rejects(clientOf(server, { timeout: 100, retry: false }).GET("/v1/user"), "TimeoutError");
  },
  "a call can be cancelled": async (server) => {
    await server.fault({ operationId: "getCurrentUser", times: 1, delay: 5_000 });
    const controller = new AbortController();
    const call = clientOf(server).GET("/v1/user", { signal: controller.signal });
    controller.abort();
    await rejects(call, "AbortError");
  },
  "the operation table is plain data": () => {
    equal(operations.lockUser.method, "POST", "method");
    equal(operations.lockUser.pathParameters, ["guid"], "path parameters");
  },
};

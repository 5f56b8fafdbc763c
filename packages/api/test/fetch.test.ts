import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test, vi } from "vitest";
import { createConnectClient, type ConnectPlugin } from "@connect-sdk/api";
import { stubClient, failureOf } from "./support/stub-client.ts";
import { GUID, KEY, NOT_FOUND, USER } from "./support/records.ts";
import { reply, serve } from "./support/serve.ts";

const ROOT = "https://connect.example.com/rsc";
const busy = () => new Response("busy", { status: 503 });
const noWait = { clock: { sleep: () => Promise.resolve(), random: () => 0 } };

/** A body that sends one chunk and then waits. */
function unfinished(onCancel: (reason: unknown) => void | Promise<void> = () => undefined): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("first "));
    },
    cancel: onCancel,
  });
}

/** Collects garbage now. Where the code is right, whether that happens makes no difference. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) {
    // What the current job has reached is not collected.
    await new Promise((resolve) => setImmediate(resolve));
    collect();
  }
}

describe("client.fetch()", () => {
  test.each([
    "/v1/users?page_number=2",
    "v1/users?page_number=2",
    "/rsc/__api__/v1/users?page_number=2",
    `${ROOT}/__api__/v1/users?page_number=2`,
    new URL(`${ROOT}/__api__/v1/users?page_number=2`),
    new Request(`${ROOT}/__api__/v1/users?page_number=2`),
  ])("sends %s to the server's API with the credential and a correlation id", async (input) => {
    const { api, requests } = stubClient(() => Response.json([]), { url: ROOT });
    expect((await api.fetch(input)).status).toBe(200);
    const [request] = requests;
    expect(request?.url).toBe(`${ROOT}/__api__/v1/users?page_number=2`);
    expect(request?.headers.get("authorization")).toBe(`Key ${KEY}`);
    expect(request?.headers.get("x-correlation-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([
    "",
    "/",
    "https://evil.example.com/rsc/__api__/v1/users",
    "//evil.example.com/rsc/__api__/v1/users",
    "\\\\evil.example.com",
    "http://connect.example.com/rsc/__api__/v1/users",
    "https://connect.example.com:8443/rsc/__api__/v1/users",
    "https://user:hunter2@connect.example.com/rsc/__api__/v1/users",
    "https://connect.example.com/__api__/v1/users",
    "https://connect.example.com/rsc/content/1/",
    "https://connect.example.com/rsc/__api__.evil/v1/users",
    "/v1/../../content/1",
    "/v1/%252e%252e/%252e%252e/content",
    "/v1//users",
    "javascript:alert(1)",
    "https://[",
    new URL("https://evil.example.com/"),
    new Request("https://evil.example.com/"),
  ])("rejects %s, which is outside the server's API, and sends nothing", async (input) => {
    const { api, requests } = stubClient(() => Response.json([]), { url: ROOT });
    const error = await failureOf(api.fetch(input));
    expect(error).toMatchObject({ name: "InvalidArgumentError", argument: "input" });
    expect(String(error)).not.toContain("hunter2");
    expect(requests).toEqual([]);
  });

  test.each([200, 204, 304, 400, 401, 404, 500])("returns a response with status %d", async (status) => {
    const { api } = stubClient(() => new Response(null, { status, headers: { "x-test": "1" } }));
    const response = await api.fetch("/v1/user");
    expect(response.status).toBe(status);
    expect(response.headers.get("x-test")).toBe("1");
  });

  test("returns the body of an error as it is", async () => {
    const { api } = stubClient(() => Response.json(NOT_FOUND, { status: 404 }));
    expect(await (await api.fetch("/v1/users/x")).json()).toEqual(NOT_FOUND);
  });

  test("sends method, headers and body", async () => {
    const { api, requests } = stubClient(() => Response.json(USER));
    const init = { method: "put", headers: { "content-type": "application/json", "x-mine": "1" }, body: '{"a":1}' };
    await api.fetch(`/v1/users/${GUID}`, init);
    await api.fetch(new Request(`https://connect.example.com/__api__/v1/users/${GUID}`, { ...init, method: "PUT" }));
    for (const request of requests) {
      expect(request.method).toBe("PUT");
      expect(request.headers.get("x-mine")).toBe("1");
      expect(await request.text()).toBe('{"a":1}');
    }
    expect(requests).toHaveLength(2);
  });

  test("keeps binary bodies as they are, in both directions and through a redirect", async () => {
    const bytes = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256);
    const { api, requests } = stubClient((_, count) =>
      count === 1
        ? new Response(null, { status: 307, headers: { location: "/__api__/v1/moved" } })
        : new Response(bytes),
    );
    const response = await api.fetch("/v1/content/1/bundles", { method: "POST", body: bytes });
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(new Uint8Array((await requests[1]?.arrayBuffer()) ?? [])).toEqual(bytes);
  });

  test("works without its client, like the global fetch", async () => {
    const { fetch } = stubClient(() => Response.json(USER)).api;
    expect(await (await fetch("/v1/user")).json()).toEqual(USER);
  });

  test.each([
    ["a method that Connect does not have", { method: "TRACE" }, "method"],
    ["a header that cannot be sent", { headers: { "x-secret": `${KEY}\nx` } }, "body"],
  ])("rejects %s without quoting it", async (_, init, argument) => {
    const { api, requests } = stubClient(() => Response.json(USER));
    const error = await failureOf(api.fetch("/v1/user", init));
    expect(error).toMatchObject({ name: "InvalidArgumentError", argument });
    expect(String(error)).not.toContain(KEY);
    expect(requests).toEqual([]);
  });

  test("rejects a redirect to another server", async () => {
    const { api } = stubClient(() => Response.redirect("https://evil.example.com/"));
    expect(await failureOf(api.fetch("/v1/user"))).toMatchObject({ name: "UnexpectedResponseError", status: 302 });
  });

  test("gets a new token after a 401, and cancels the response that it replaces", async () => {
    const canceled = vi.fn();
    const { api } = stubClient(
      (request) =>
        request.headers.get("authorization") === "Bearer t2"
          ? Response.json(USER)
          : new Response(unfinished(canceled), { status: 401 }),
      {},
      { token: "t1", refresh: () => "t2" },
    );
    expect((await api.fetch("/v1/user")).status).toBe(200);
    expect(canceled).toHaveBeenCalledTimes(1);
  });

  test("tells plugins the operation, and that the body is streamed", async () => {
    const contexts: object[] = [];
    const spy: ConnectPlugin = {
      name: "spy",
      async fetch(request, next, context) {
        contexts.push(context);
        const response = await next(request);
        expect(await response.clone().json()).toEqual(USER);
        return response;
      },
    };
    const { api } = stubClient(() => Response.json(USER), { plugins: [spy] });
    expect(await (await api.fetch(`/v1/users/${GUID}?x=1`)).json()).toEqual(USER);
    await api.fetch("/v1/queue/7");
    expect(contexts).toMatchObject([
      { operationId: "getUser", schemaPath: "/v1/users/{guid}", method: "GET", streaming: true, repeatable: true },
      { operationId: undefined, schemaPath: "/v1/queue/7", method: "GET", streaming: true, repeatable: true },
    ]);
  });
});

describe("client.fetch() retries", () => {
  test.each([
    ["GET", "/v1/users", 3],
    ["GET", "/v1/anything", 3],
    ["PUT", `/v1/users/${GUID}`, 3],
    ["POST", `/v1/users/${GUID}/lock`, 3],
    ["POST", "/v1/users", 1],
    ["PUT", "/v1/users", 1],
    ["PUT", "/v1/groups", 1],
    ["POST", "/v1/anything", 1],
    ["DELETE", `/v1/groups/${GUID}`, 1],
  ])("%s %s: %d attempts", async (method, path, attempts) => {
    const { api, requests } = stubClient(busy, { retry: noWait });
    const response = await api.fetch(path, { method, ...(method !== "GET" && { body: "{}" }) });
    expect([response.status, await response.text()]).toEqual([503, "busy"]);
    expect(requests).toHaveLength(attempts);
  });

  test("send the body each time, and cancel the responses that they replace", async () => {
    const canceled = vi.fn();
    const { api, requests } = stubClient(
      (_, count) => (count < 3 ? new Response(unfinished(canceled), { status: 503 }) : Response.json(USER)),
      { retry: noWait },
    );
    await api.fetch(`/v1/users/${GUID}`, { method: "PUT", body: "same" });
    expect(await Promise.all(requests.map((request) => request.text()))).toEqual(["same", "same", "same"]);
    expect(canceled).toHaveBeenCalledTimes(2);
  });

  test("retries although the body of a failed attempt never finishes canceling", async () => {
    const stubborn = () =>
      new Response(
        unfinished(() => new Promise<void>(() => undefined)),
        { status: 503 },
      );
    const { api } = stubClient((_, attempt) => (attempt === 1 ? stubborn() : Response.json([])), { retry: noWait });
    expect((await api.fetch("/v1/users")).status).toBe(200);
  });
});

describe("the body of client.fetch()", () => {
  test("is passed on as it arrives", async () => {
    const { api } = stubClient(() => new Response(unfinished()));
    const reader = (await api.fetch("/v1/stream")).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("first ");
    await reader?.cancel();
  });

  test("is complete, and leaves no timer and no listener behind", async () => {
    vi.useFakeTimers();
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const long = "x".repeat(1_000_000);
    const { api } = stubClient(() => new Response(long), { deadline: 60_000 });
    const response = await api.fetch("/v1/long", { signal });
    expect(vi.getTimerCount()).toBe(2);
    expect(await response.text()).toBe(long);
    expect(vi.getTimerCount()).toBe(0);
    expect(removed).toHaveBeenCalledTimes(added.mock.calls.length);
    vi.useRealTimers();
  });

  test.each([{ timeout: 1_000 }, { timeout: false, deadline: 1_000 }] as const)(
    "fails with a TimeoutError when it takes longer than %j, and the source is canceled",
    async (limits) => {
      vi.useFakeTimers();
      const canceled = vi.fn();
      const { api, requests } = stubClient(() => new Response(unfinished(canceled)), limits);
      const body = failureOf((await api.fetch("/v1/slow")).text());
      await vi.advanceTimersByTimeAsync(1_000);
      expect(await body).toMatchObject({ name: "TimeoutError", milliseconds: 1_000 });
      expect(requests[0]?.signal.aborted).toBe(true);
      expect(canceled).toHaveBeenCalledTimes(1);
      expect(vi.getTimerCount()).toBe(0);
      vi.useRealTimers();
    },
  );

  test("fails with the reason of the caller's signal", async () => {
    const controller = new AbortController();
    const { api } = stubClient(() => new Response(unfinished()));
    const body = failureOf((await api.fetch("/v1/slow", { signal: controller.signal })).text());
    controller.abort("enough");
    expect(await body).toBe("enough");
  });

  test("fails with the reason of the signal of a Request", async () => {
    const controller = new AbortController();
    const { api } = stubClient(() => new Response(unfinished()));
    const request = new Request("https://connect.example.com/__api__/v1/slow", { signal: controller.signal });
    const body = failureOf((await api.fetch(request)).text());
    controller.abort("enough");
    expect(await body).toBe("enough");
  });

  test("fails with the reason of the signal of a Request that nobody holds any more", async () => {
    const controller = new AbortController();
    const { api } = stubClient(() => new Response(unfinished()));
    const { signal } = controller;
    const response = await api.fetch(new Request("https://connect.example.com/__api__/v1/slow", { signal }));
    const body = failureOf(response.text());
    await collectGarbage();
    controller.abort("enough");
    expect(await body).toBe("enough");
  });

  test("fails with a NetworkError when the connection breaks off", async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { "content-length": 1_000 });
      response.write("first", () => response.destroy());
    });
    const api = createConnectClient({ url: server.url, apiKey: KEY });
    const error = await failureOf((await api.fetch("/v1/broken")).text());
    expect(error).toMatchObject({ name: "NetworkError", method: "GET" });
    await server.close();
  });

  test("can be canceled, which cancels the source", async () => {
    const canceled = vi.fn();
    const { api } = stubClient(() => new Response(unfinished(canceled)));
    await (await api.fetch("/v1/slow")).body?.cancel("enough");
    expect(canceled).toHaveBeenCalledWith("enough");
  });

  test("has the address of the response", async () => {
    const server = await serve(reply(200, JSON.stringify(USER)));
    const response = await createConnectClient({ url: server.url, apiKey: KEY }).fetch("/v1/user");
    expect(response.url).toBe(`${server.url}/__api__/v1/user`);
    expect(await response.json()).toEqual(USER);
    await server.close();
  });
});

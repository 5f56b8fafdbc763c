import { describe, expect, test } from "vitest";
import type { ConnectPlugin, RequestContext } from "@connect-sdk/api";
import { watchResponses } from "@connect-sdk/api/internal";
import { stubClient } from "./support/stub-client.ts";
import { GUID, USER } from "./support/records.ts";

/** A plugin that notes when it is entered and left. */
function tracer(name: string, trace: string[], per?: "call" | "attempt"): ConnectPlugin {
  return {
    name,
    ...(per && { per }),
    async fetch(request, next, { attempt }) {
      trace.push(`${name} ${attempt}`);
      const response = await next(request);
      trace.push(`${name} got ${response.status}`);
      return response;
    },
  };
}

const busyOnce = (_: Request, count: number) => (count === 1 ? new Response("", { status: 503 }) : Response.json(USER));
const retry = { delay: 0 };

describe("watching responses", () => {
  test("shows the response of every attempt until it ends, with the body left to the caller", async () => {
    const statuses: number[] = [];
    const { api } = stubClient(busyOnce, { retry: { delay: 0 } });
    const end = watchResponses(api, ({ status }) => {
      statuses.push(status);
    });
    expect((await api.GET("/v1/user")).data).toEqual(USER);
    end();
    await api.GET("/v1/user");
    expect(statuses).toEqual([503, 200]);
  });
});

describe("plugins", () => {
  test("run in order, per call around retry and per attempt inside", async () => {
    const trace: string[] = [];
    const plugins = [tracer("inner", trace, "attempt"), tracer("first", trace), tracer("second", trace, "call")];
    const { api } = stubClient(busyOnce, { plugins, retry });
    await api.GET("/v1/user");
    expect(trace).toEqual([
      "first 1",
      "second 1",
      "inner 1",
      "inner got 503",
      "inner 2",
      "inner got 200",
      "second got 200",
      "first got 200",
    ]);
  });

  test("are added inside the existing ones, for later calls", async () => {
    const trace: string[] = [];
    const { api } = stubClient(() => Response.json(USER), { plugins: [tracer("option", trace)] });
    await api.GET("/v1/user");
    expect(api.use(tracer("used", trace), tracer("last", trace))).toBe(api);
    trace.length = 0;
    await api.GET("/v1/user");
    expect(trace.slice(0, 3)).toEqual(["option 1", "used 1", "last 1"]);
  });

  test("get the context of the call", async () => {
    const contexts: RequestContext[] = [];
    const plugin: ConnectPlugin = {
      name: "spy",
      fetch: (request, next, context) => {
        contexts.push(context);
        return next(request);
      },
    };
    const { signal } = new AbortController();
    const { api } = stubClient(() => Response.json(USER), {
      plugins: [plugin],
      timeout: 5_000,
      retry: { retries: 7 },
    });
    await api.GET("/v1/users/{guid}", { params: { path: { guid: GUID } }, signal, retry: { delay: 1 } });
    await api.request("GET", "v1/things?x=1", { timeout: false, retry: false, deadline: 9 });
    expect(contexts[1]?.signal).toBeInstanceOf(AbortSignal);
    expect(contexts).toMatchObject([
      {
        operationId: "getUser",
        method: "GET",
        schemaPath: "/v1/users/{guid}",
        attempt: 1,
        signal,
        timeout: 5_000,
        deadline: false,
        retry: { retries: 7, delay: 1 },
      },
      {
        operationId: undefined,
        method: "GET",
        schemaPath: "/v1/things",
        attempt: 1,
        timeout: false,
        deadline: 9,
        retry: false,
      },
    ]);
  });

  test("see error statuses as responses, and may read them", async () => {
    const bodies: unknown[] = [];
    const reader: ConnectPlugin = {
      name: "reader",
      async fetch(request, next) {
        const response = await next(request);
        bodies.push(await response.clone().json());
        return response;
      },
    };
    const { api } = stubClient(() => Response.json({ code: 4, error: "No." }, { status: 404 }), {
      plugins: [reader],
    });
    await expect(api.GET("/v1/user")).rejects.toThrow("code 4");
    expect(bodies).toEqual([{ code: 4, error: "No." }]);
  });

  test("get a response of any status that servers send", async () => {
    const odd = Object.defineProperty(new Response("odd"), "status", { value: 999 });
    const { api } = stubClient(() => odd, { plugins: [tracer("any", [])] });
    await expect(api.GET("/v1/user")).rejects.toThrow(expect.objectContaining({ name: "ServerError", status: 999 }));
  });

  test("keep the URL of the response", async () => {
    const located = Object.defineProperty(Response.json(USER), "url", { value: "https://connect.example.com/there" });
    const { api } = stubClient(() => located, { plugins: [tracer("any", [])] });
    const { response } = await api.GET("/v1/user");
    expect(response.url).toBe("https://connect.example.com/there");
    expect(await response.json()).toEqual(USER);
  });

  test("may respond themselves, and their response is checked too", async () => {
    const canned = (body: string): ConnectPlugin => ({
      name: "canned",
      fetch: () => Promise.resolve(new Response(body)),
    });
    const cached = stubClient(() => new Response(""), { plugins: [canned(JSON.stringify(USER))] });
    expect((await cached.api.GET("/v1/user")).data.guid).toBe(GUID);
    expect(cached.requests).toEqual([]);
    const broken = stubClient(() => new Response(""), { plugins: [canned("<html>")] });
    await expect(broken.api.GET("/v1/user")).rejects.toThrow("a web page");
  });

  test("may use one response for several calls", async () => {
    let kept: Promise<Response> | undefined;
    const once: ConnectPlugin = { name: "once", fetch: (request, next) => (kept ??= next(request)) };
    const { api, requests } = stubClient(() => Response.json(USER), { plugins: [once] });
    const together = await Promise.all([api.GET("/v1/user"), api.GET("/v1/user")]);
    const later = await api.GET("/v1/user");
    expect([...together, later].map(({ data }) => data.guid)).toEqual([GUID, GUID, GUID]);
    expect(requests).toHaveLength(1);
  });

  test("may change the request, send it again, and change the context for plugins further in", async () => {
    const trace: string[] = [];
    const twice: ConnectPlugin = {
      name: "twice",
      async fetch(request, next) {
        await next(request.clone());
        return next(new Request(request, { headers: { "x-second": "1" } }), { timeout: 7 });
      },
    };
    const inner: ConnectPlugin = {
      name: "inner",
      fetch: (request, next, { timeout }) => {
        trace.push(String(timeout));
        return next(request);
      },
    };
    const { api, requests } = stubClient(() => Response.json(USER), { plugins: [twice, inner] });
    await api.PUT("/v1/users/{guid}", { params: { path: { guid: GUID } }, body: { first_name: "Jo" } });
    expect(await Promise.all(requests.map((request) => request.json()))).toEqual(Array(2).fill({ first_name: "Jo" }));
    expect(requests[1]?.headers.get("x-second")).toBe("1");
    expect(trace).toEqual(["30000", "7"]);
  });

  test("may try again after a timeout", async () => {
    const again: ConnectPlugin = {
      name: "again",
      fetch: (request, next) => next(request).catch(() => next(request)),
    };
    const { api } = stubClient(
      (_, count) => (count === 1 ? new Promise<never>(() => undefined) : Response.json(USER)),
      { plugins: [again], timeout: 5 },
    );
    expect((await api.GET("/v1/user")).data.guid).toBe(GUID);
  });

  test("may throw, and the call rejects with that error", async () => {
    const broken: ConnectPlugin = { name: "broken", fetch: () => Promise.reject(new RangeError("mine")) };
    const { api } = stubClient(() => Response.json(USER), { plugins: [broken] });
    await expect(api.GET("/v1/user")).rejects.toThrow(RangeError);
  });
});

import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { Request as UndiciRequest, Response as UndiciResponse } from "undici";
import { describe, expect, test } from "vitest";
import {
  type ConnectClientSettings,
  type ConnectPlugin,
  createConnectClient,
  isApiError,
  isConnectError,
  normalizeServerUrl,
  NotFoundError,
  onAbort,
  paginate,
  retry,
} from "@connect-sdk/api";
import { GUID, KEY, USER } from "./support/records.ts";
import { method, refused, requests, untyped, url } from "./support/strange-calls.ts";
import { failureOf, stubClient } from "./support/stub-client.ts";

/** A proxy that can no longer be read, such as a draft of Immer that is used too late. */
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

/** Objects that hold values, but not as fields. */
const collections: readonly (readonly [what: string, value: unknown])[] = [
  ["a Map", new Map([["prefix", "jo"]])],
  ["URLSearchParams", new URLSearchParams({ prefix: "jo" })],
  ["FormData", new FormData()],
  ["a Date", new Date(0)],
  ["a Promise", Promise.resolve({})],
  ["a boxed string", new String("jo")],
  ["an array", [["prefix", "jo"]]],
  ["an iterator", [["prefix", "jo"]].values()],
  ["a function", () => ({})],
  ["null", null],
];

describe("what holds no fields is refused, not ignored", () => {
  test.each(collections)("%s as query of request()", async (_, query) => {
    const error = await refused(() => method("request", "GET", "v1/users", { query }));
    expect(error.fix).toContain("Pass an object");
  });

  test.each(collections)("%s as headers", async (_, headers) => {
    for (const call of [["GET", "/v1/users"] as const, ["request", "GET", "v1/users"] as const]) {
      const [name, ...args] = call;
      const error = await refused(() => method(name, ...args, { headers }));
      expect(error.fix).toContain("Pass an object");
    }
  });

  test("headers of this platform are sent, and those of another one refused", async () => {
    await method("GET", "/v1/user", { headers: new Headers({ "x-team": "a" }) });
    expect(requests.at(-1)?.headers.get("x-team")).toBe("a");
    const { headers } = new UndiciRequest(url, { headers: { "x-team": "a" } });
    await refused(() => method("GET", "/v1/user", { headers }));
  });

  test("a secret in a Headers object is redacted like one in a record", async () => {
    const failing = stubClient(() => {
      throw Object.assign(new TypeError("refused Bearer hunter2hunter2"), { code: "ECONNRESET" });
    });
    const headers = new Headers({ authorization: "Bearer hunter2hunter2" });
    const calls = [
      () => untyped(failing.api.GET, "/v1/user", { headers, retry: false }),
      () => failing.api.fetch("/v1/user", { method: "POST", headers }),
      () => failing.api.fetch(new Request(`${url}/__api__/v1/user`, { method: "POST", headers })),
    ];
    for (const call of calls) {
      const error = await failureOf((async () => call())());
      expect(isConnectError(error)).toBe(true);
      expect(String(error)).not.toContain("hunter2hunter2");
    }
  });

  test("a field that objects cannot have", async () => {
    await refused(() => method("request", "GET", "v1/users", { query: JSON.parse('{"__proto__":"jo"}') as unknown }));
  });

  test.each([() => "x", Symbol("x")])("%o as body of request(), which JSON cannot express", async (body) => {
    await refused(() => method("request", "POST", "v1/tags", { body }));
  });

  test.each([NaN, Infinity])("%d as a number of a body, which would become null", async (cpu_request) => {
    const params = { path: { guid: GUID } };
    const error = await refused(() => method("PATCH", "/v1/content/{guid}", { params, body: { cpu_request } }));
    expect(error.fix).toContain("Pass a decimal or null");
  });

  test.each([NaN, 1.5, Infinity])("%d as part of a path", async (guid) => {
    await refused(() => method("GET", "/v1/users/{guid}", { params: { path: { guid } } }));
  });
});

describe("an option of createConnectClient is refused", () => {
  const options: Record<string, readonly unknown[]> = {
    url: [Symbol("url"), Object.create(null), 5, null],
    timeout: [Object.create(null)],
    onDeprecated: [new Boolean(false), Object.create(null)],
    anonymous: [new Boolean(true), Object.create(null)],
    plugins: [runInNewContext("({ 0: {} })")],
  };
  const retries: Record<string, readonly unknown[]> = {
    retries: [NaN, -1, -Infinity],
    delay: [NaN, -1],
    maxDelay: [NaN, -1],
    maxRetryAfter: [NaN, -1],
  };
  const all = Object.entries(options).flatMap(([name, values]) => values.map((value) => ({ [name]: value })));
  const ofRetry = Object.entries(retries).flatMap(([name, values]) => values.map((value) => ({ [name]: value })));

  test.each([...all, ...ofRetry.map((each) => ({ retry: each }))])("%#", async (wrong) => {
    await refused(() => untyped(createConnectClient, { url, apiKey: KEY, ...wrong }));
  });

  test.each(ofRetry)("retry() refuses it too: %#", async (wrong) => {
    expect((await refused(() => untyped(retry, wrong))).fix).toBe("Pass 0 or more.");
  });

  test.each([null, 0, "", false])("retry(%j)", async (wrong) => {
    await refused(() => untyped(retry, wrong));
  });
});

test("a revoked proxy is refused everywhere", async () => {
  const options = ["url", "apiKey", "timeout", "retry", "fetch", "plugins", "onDeprecated"];
  for (const name of options)
    await refused(() => untyped(createConnectClient, { url, apiKey: KEY, [name]: revoked() }));
  const ofCall = ["params", "signal", "headers", "timeout", "retry"];
  for (const name of ofCall) await refused(() => method("GET", "/v1/users", { [name]: revoked() }));
  for (const name of ["prefix", "user_role", "sort", "page_size"]) {
    await refused(() => method("GET", "/v1/users", { params: { query: { [name]: revoked() } } }));
  }
  await refused(() => method("request", "GET", "v1/users", { query: revoked() }));
  await refused(() => method("request", "GET", "v1/users", { query: { prefix: revoked() } }));
  await refused(() => method("fetch", revoked()));
  await refused(() => method("fetch", "/v1/users", revoked()));
});

describe("client.fetch() refuses", () => {
  test.each([null, undefined, 5, Symbol("x"), {}, { url: "/v1/users" }, ["/v1/users"], () => "/v1/users"])(
    "an input that is no URL: %#",
    async (input) => {
      expect((await refused(() => method("fetch", input))).argument).toBe("input");
    },
  );

  test.each<[init: unknown, fix: string]>([
    ["POST", "Pass an object"],
    [{ query: { prefix: "jo" } }, "Put the query into the URL."],
    [{ params: { query: { prefix: "jo" } } }, "Put the query into the URL."],
    [{ json: {} }, "Pass body"],
    [{ timeout: 5 }, "createConnectClient()"],
    [{ metod: "POST" }, 'Did you mean "method"?'],
    [{ method: 5 }, "Pass a string"],
    [{ signal: {} }, "Pass an AbortSignal or null"],
    [{ signal: "x" }, "Pass an AbortSignal or null"],
    [new Request(url, { method: "POST" }), "Pass an object"],
  ])("an init that fetch would ignore or stumble over: %#", async (init, fix) => {
    expect((await refused(() => method("fetch", "/v1/users", init))).fix).toContain(fix);
  });
});

describe("client.fetch() accepts", () => {
  test("what platforms add to fetch", async () => {
    await method("fetch", "/v1/user", { next: { revalidate: 0 }, cf: {}, priority: "low", signal: null });
    await method("fetch", "/v1/user", null);
    expect(requests.at(-1)?.url).toBe(`${url}/__api__/v1/user`);
  });

  test("a request of another implementation, and sends its parts", async () => {
    const request = new UndiciRequest(`${url}/__api__/v1/users/${GUID}/lock`, {
      method: "POST",
      headers: { "x-team": "a", "content-type": "application/json" },
      body: '{"locked":true}',
    });
    await method("fetch", request);
    const sent = requests.at(-1);
    expect([sent?.method, sent?.url, sent?.headers.get("x-team")]).toEqual(["POST", request.url, "a"]);
    expect(await sent?.json()).toEqual({ locked: true });
  });

  test("such a request, redacts what it sends, and does not wait for its body when the call is canceled", async () => {
    const failing = stubClient(() => {
      throw new TypeError("bad hunter2hunter2");
    });
    const login = new UndiciRequest(`${url}/__api__/v1/users`, {
      method: "POST",
      body: '{"password":"hunter2hunter2"}',
    });
    const error = await failureOf((async () => untyped(failing.api.fetch, login))());
    expect(isConnectError(error)).toBe(true);
    expect(String(error)).not.toContain("hunter2hunter2");

    const endless = {
      url: login.url,
      method: "POST",
      headers: new Headers(),
      arrayBuffer: () => new Promise(() => undefined),
    };
    const stop = new AbortController();
    const call = failureOf((async () => untyped(failing.api.fetch, endless, { signal: stop.signal }))());
    stop.abort(new Error("stopped"));
    expect(String(await call)).toContain("stopped");
  });
});

test.each<[call: readonly [method: string, ...args: unknown[]], argument: string]>([
  [["POST", "/v1/users", { body: {} }], "username"],
  [["POST", "/v1/users/{guid}/lock", { params: { path: { guid: GUID } }, body: { locked: undefined } }], "locked"],
  [["GET", "/v1/users/{guid}", { params: { path: {} } }], "guid"],
])("what is required and missing is refused: %j", async ([name, ...args], argument) => {
  const error = await refused(() => method(name, ...args));
  expect(error).toMatchObject({
    argument,
    message: expect.stringContaining("is missing. Nothing was sent.") as unknown,
  });
});

describe("other functions refuse what they would stumble over", () => {
  const error = new NotFoundError("gone", { fix: "-", status: 404, method: "GET", url });

  test.each<[name: string, call: () => unknown]>([
    ["isApiError(error, 404)", () => untyped(isApiError, error, 404)],
    ["isApiError(error, null)", () => untyped(isApiError, error, null)],
    ["isApiError(error, [404])", () => untyped(isApiError, error, [404])],
    ['isApiError(error, { status: "404" })', () => untyped(isApiError, error, { status: "404" })],
    ["isApiError(error, [])", () => untyped(isApiError, error, [])],
    ["isApiError(error, function)", () => untyped(isApiError, error, () => 404)],
    ["isApiError(error, Map)", () => untyped(isApiError, error, new Map([["status", 404]]))],
    ["isApiError(error, { status: null })", () => untyped(isApiError, error, { status: null })],
    ["isApiError(error, { code: null })", () => untyped(isApiError, error, { code: null })],
    ["isApiError(error, { code: NaN })", () => untyped(isApiError, error, { code: NaN })],
    ["onAbort({})", () => untyped(onAbort, {}, () => undefined)],
    ["onAbort(null)", () => untyped(onAbort, null, () => undefined)],
    ["normalizeServerUrl(symbol)", () => untyped(normalizeServerUrl, Symbol("url"))],
    ["normalizeServerUrl({})", () => untyped(normalizeServerUrl, Object.create(null))],
  ])("%s", async (_, call) => {
    await refused(call);
  });

  test.each([
    undefined,
    null,
    "x",
    {},
    { data: null },
    { data: [] },
    { data: { total: 1 } },
    { data: { results: "ab" } },
  ])("paginate() of a function that returns no page: %#", async (result) => {
    const pages = untyped(paginate, async () => Promise.resolve(result)) as AsyncGenerator;
    expect((await refused(() => pages.next())).argument).toBe("fetchPage");
  });
});

test("a plugin may return a response of another implementation", async () => {
  for (const per of ["call", "attempt"] as const) {
    const fetch = async () => Promise.resolve(new UndiciResponse(JSON.stringify(USER)));
    const plugin = { name: "cache", per, fetch: fetch as unknown as ConnectPlugin["fetch"] };
    const { data } = await stubClient(() => new Response(), { plugins: [plugin] }).api.GET("/v1/user");
    expect(data).toEqual(USER);
  }
});

describe("a function of the caller that returns no response", () => {
  const results = [
    ...[undefined, null, 5, "body", () => undefined, {}, [], { status: 200 }, { status: 200, headers: {} }],
    { status: 200, headers: new Headers(), json: () => Promise.resolve({}) },
  ];

  test.each(results)("is reported by a typed error: fetch, %#", async (result) => {
    const fetch = (() => Promise.resolve(result)) as unknown as NonNullable<ConnectClientSettings["fetch"]>;
    const call = createConnectClient({ url, apiKey: KEY, fetch }).GET("/v1/user");
    const error = await failureOf(call);
    expect(isConnectError(error)).toBe(true);
    expect(String(error)).toContain("The custom fetch returned no response. Return the response");
  });

  test.each(results)("is reported by a typed error: a plugin, %#", async (result) => {
    for (const per of ["call", "attempt"] as const) {
      const plugin = {
        name: "cache\u001b[2J",
        per,
        fetch: (() => Promise.resolve(result)) as unknown as ConnectPlugin["fetch"],
      };
      const error = await failureOf(stubClient(() => new Response(), { plugins: [plugin] }).api.GET("/v1/user"));
      expect(isConnectError(error)).toBe(true);
      expect(String(error)).toContain("The plugin cache\\u001b[2J returned no response.");
    }
  });
});

test.each([0, 101, 199, 600, 999])("a foreign response with status %d becomes a typed error", async (status) => {
  const foreign = {
    status,
    statusText: "",
    url,
    headers: new Map(),
    body: null,
    text: async () => Promise.resolve(""),
  };
  const fetch = (() => Promise.resolve(foreign)) as unknown as NonNullable<ConnectClientSettings["fetch"]>;
  const client = createConnectClient({ url, apiKey: KEY, fetch, retry: false });
  expect(isConnectError(await failureOf(client.GET("/v1/user")))).toBe(true);
  expect((await client.fetch("/v1/user")).status).toBe(status);
});

test("no value of any kind makes a call throw anything but a typed error", async () => {
  const place = fc.constantFrom(
    (value: unknown) => method("GET", "/v1/users", value),
    (value: unknown) => method("GET", "/v1/users", { params: value }),
    (value: unknown) => method("GET", "/v1/users", { params: { query: value } }),
    (value: unknown) => method("GET", "/v1/users", { params: { query: { prefix: value } } }),
    (value: unknown) => method("GET", "/v1/users", { headers: value }),
    (value: unknown) => method("GET", "/v1/users", { retry: value }),
    (value: unknown) => method("GET", "/v1/users", { signal: value }),
    (value: unknown) => method("request", value, "v1/users"),
    (value: unknown) => method("request", "GET", value),
    (value: unknown) => method("request", "GET", "v1/users", { query: value }),
    (value: unknown) => method("fetch", value),
    (value: unknown) => method("fetch", "/v1/users", value),
    (value: unknown) => method("fetch", "/v1/users", { method: value }),
    (value: unknown) => method("fetch", "/v1/users", { headers: value }),
    (value: unknown) => untyped(createConnectClient, { url: value, apiKey: KEY }),
    (value: unknown) => untyped(createConnectClient, { url, apiKey: value }),
    (value: unknown) => untyped(createConnectClient, { url, apiKey: KEY, timeout: value }),
    (value: unknown) => untyped(createConnectClient, value),
  );
  const anything = fc.oneof(
    fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withNullPrototype: true,
      withTypedArray: true,
      withSparseArray: true,
      withBoxedValues: true,
    }),
    fc.constantFrom(Symbol("x"), () => undefined, Map, runInNewContext("({ a: 1 })")),
  );
  await fc.assert(
    fc.asyncProperty(place, anything, async (call, value) => {
      try {
        await call(value);
      } catch (error) {
        expect(isConnectError(error), String(error)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConnectClient } from "@connect-sdk/api";
import { failureOf } from "./support/stub-client.ts";
import { GUID, KEY } from "./support/records.ts";

/*
 * What a browser has not downloaded yet when a call of an operation begins that `@connect-sdk/users` does not use. Each test gets
 * packages that were just imported.
 */
const FURTHER = "../src/further-calls.ts";
const FAILURES = "../src/failures.ts";
let respond: () => Response | Promise<Response>;
let api: ConnectClient;
let requests: Request[];

beforeEach(async () => {
  vi.resetModules();
  const { createConnectClient } = await import("@connect-sdk/api");
  requests = [];
  respond = () => Response.json({ guid: GUID });
  api = createConnectClient({
    url: "https://connect.example.com",
    apiKey: KEY,
    fetch: (request) => {
      requests.push(request);
      return Promise.resolve(respond());
    },
  });
});

afterEach(() => {
  vi.doUnmock(FURTHER);
  vi.doUnmock(FAILURES);
});

function failToLoad(part = FURTHER): void {
  vi.doMock(part, () => {
    throw new Error("The chunk is gone.");
  });
}

test("a call sends what it was called with, even if the caller changes it at once", async () => {
  const body = { name: "report", title: "Report" };
  const options = { body };
  const call = api.POST("/v1/content", options);
  body.name = "changed";
  options.body = { name: "replaced", title: "Replaced" };
  await call;
  expect(await requests[0]?.json()).toEqual({ name: "report", title: "Report" });
});

test("request() sends what it was called with, even if the caller changes it at once", async () => {
  const tags: unknown[] = [{ name: "a" }];
  const body = { tags, self: JSON.parse('{ "__proto__": 1 }') as unknown };
  const query = { n: 1 };
  const call = api.request("POST", "/v1/undocumented", { query, body });
  query.n = 2;
  tags.push("changed");
  await call;
  expect(requests[0]?.url).toBe("https://connect.example.com/__api__/v1/undocumented?n=1");
  expect(await requests[0]?.text()).toBe('{"tags":[{"name":"a"}],"self":{"__proto__":1}}');
});

test("request() refuses a body that refers to itself", async () => {
  const body: Record<string, unknown> = {};
  body["self"] = body;
  expect(await failureOf(api.request("POST", "/v1/undocumented", { body }))).toMatchObject({ argument: "body" });
  expect(requests).toEqual([]);
});

test("fetch() sends what it was called with, even if the caller changes it at once", async () => {
  const init = { method: "POST", body: "a" };
  const call = api.fetch("/v1/content", init);
  init.body = "b";
  await call;
  expect(await requests[0]?.text()).toBe("a");
});

test("objects with methods stay what they are", async () => {
  const clock = { time: 0, now: () => 0, random: () => 0, sleep: () => Promise.resolve() };
  const controller = new AbortController();
  await api.POST("/v1/content", { body: { name: "a" }, signal: controller.signal, retry: { clock } });
  expect(requests).toHaveLength(1);
});

test("a canceled call sends nothing", async () => {
  const controller = new AbortController();
  const call = failureOf(api.POST("/v1/content", { body: { name: "a" }, signal: controller.signal }));
  controller.abort("canceled");
  expect(await call).toBe("canceled");
  expect(requests).toEqual([]);
});

test("an unknown path is refused with the paths of all operations in view", async () => {
  const call = Reflect.apply(api.POST, api, ["/v1/bootstrp"]) as Promise<unknown>;
  expect(await failureOf(call)).toMatchObject({ fix: expect.stringContaining('"/v1/bootstrap"') as unknown });
  expect(requests).toEqual([]);
});

test("options that are no object are refused", async () => {
  const call = Reflect.apply(api.POST, api, ["/v1/content", null]) as Promise<unknown>;
  expect(await failureOf(call)).toMatchObject({ name: "InvalidArgumentError", argument: "options" });
});

test("a call whose endpoint cannot be loaded says so, and sends nothing", async () => {
  failToLoad();
  const error = await failureOf(api.POST("/v1/content", { body: { name: "a" } }));
  expect(error).toMatchObject({ name: "ConnectError", fix: expect.stringContaining("call it again") as unknown });
  expect(requests).toEqual([]);
});

test.each([
  ["request()", () => api.request("GET", "/v1/undocumented")],
  ["fetch()", () => api.fetch("/v1/users")],
])("%s says that it could not be loaded, sends nothing, and works when it is called again", async (_, call) => {
  failToLoad();
  expect(await failureOf(call())).toMatchObject({
    name: "ConnectError",
    message: expect.stringContaining("could not be loaded. Nothing was sent.") as unknown,
  });
  expect(requests).toEqual([]);
  vi.doUnmock(FURTHER);
  await call();
  expect(requests).toHaveLength(1);
});

test("fetch() sends the headers and the form that it was called with, even if the caller changes them at once", async () => {
  const headers = new Headers({ "x-test": "a" });
  const body = new URLSearchParams({ form: "a" });
  const url = new URL("https://connect.example.com/__api__/v1/users");
  const call = api.fetch(url, { method: "POST", headers, body });
  headers.set("x-test", "b");
  body.set("form", "b");
  url.pathname = "/__api__/v1/groups";
  await call;
  expect(requests[0]?.url).toBe("https://connect.example.com/__api__/v1/users");
  expect(requests[0]?.headers.get("x-test")).toBe("a");
  expect(await requests[0]?.text()).toBe("form=a");
});

test("calls of the operations behind @connect-sdk/users load nothing", async () => {
  failToLoad();
  await api.GET("/v1/users/{guid}", { params: { path: { guid: GUID } } });
  expect(requests).toHaveLength(1);
});

describe("what explains failures", () => {
  const USER = ["/v1/users/{guid}", { params: { path: { guid: GUID } }, retry: false }] as const;

  test("is loaded by the first call, so that later ones can fail without the network", async () => {
    await api.GET(...USER);
    await vi.waitUntil(() => import(FAILURES).then(() => true));
    failToLoad(FAILURES);
    respond = () => Promise.reject(new TypeError("fetch failed", { cause: { code: "ECONNRESET" } }));
    expect(await failureOf(api.GET(...USER))).toMatchObject({ name: "NetworkError", code: "ECONNRESET" });
  });

  test("is not needed to tell that the network has failed", async () => {
    failToLoad(FAILURES);
    respond = () => Promise.reject(new TypeError("fetch failed"));
    expect(await failureOf(api.GET(...USER))).toMatchObject({
      name: "NetworkError",
      method: "GET",
      message: expect.stringMatching(/^GET \/v1\/users\/.+ received no response\. Check the URL/) as unknown,
    });
  });

  test("is missed where the server has refused a call, and loaded when the call is made again", async () => {
    failToLoad(FAILURES);
    respond = () => new Response("", { status: 404 });
    expect(await failureOf(api.GET(...USER))).toMatchObject({
      name: "ConnectError",
      message: expect.stringContaining("could not be loaded. The request was sent.") as unknown,
    });
    vi.doUnmock(FAILURES);
    expect(await failureOf(api.GET(...USER))).toMatchObject({ name: "NotFoundError", status: 404 });
  });
});

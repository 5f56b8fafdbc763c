import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConnectClient } from "@connect-sdk/api";
import { failureOf } from "./support/stub-client.ts";
import { GUID, KEY } from "./support/records.ts";

/*
 * What a browser has not downloaded yet when a call of an operation begins that `@connect-sdk/users` does not use. Each test gets
 * packages that were just imported.
 */
const FURTHER = "../src/generated/further-endpoints.ts";
let api: ConnectClient;
let requests: Request[];

beforeEach(async () => {
  vi.resetModules();
  const { createConnectClient } = await import("@connect-sdk/api");
  requests = [];
  api = createConnectClient({
    url: "https://connect.example.com",
    apiKey: KEY,
    fetch: (request) => {
      requests.push(request);
      return Promise.resolve(Response.json({ guid: GUID }));
    },
  });
});

afterEach(() => {
  vi.doUnmock(FURTHER);
});

function failToLoad(): void {
  vi.doMock(FURTHER, () => {
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
  expect(error).toMatchObject({ name: "ConnectError", fix: expect.stringContaining("downloaded") as unknown });
  expect(requests).toEqual([]);
});

test("calls of the operations behind @connect-sdk/users load nothing", async () => {
  failToLoad();
  await api.GET("/v1/users/{guid}", { params: { path: { guid: GUID } } });
  expect(requests).toHaveLength(1);
});

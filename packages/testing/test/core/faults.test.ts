import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { FakeConnect, Fault } from "../../src/index.ts";
import { readResponse, type ClientResponse } from "../support/response.ts";
import { testFake } from "../support/fake-client.ts";
import { anyText, objectWith } from "../support/matchers.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function get(fake: FakeConnect, path = "/v1/user", init: RequestInit = {}): Promise<ClientResponse> {
  const headers = { authorization: `Key ${fake.apiKey}` };
  return readResponse(await fake.fetch(`${fake.url}/__api__${path}`, { headers, ...init }));
}

test("a status comes with Connect's envelope and the given headers, as many times as requested", async () => {
  const fake = testFake();
  const fault = fake.fault({ operationId: "getUsers", times: 2, status: 503, headers: { "Retry-After": "1" } });
  const responses = [await get(fake, "/v1/users"), await get(fake, "/v1/users"), await get(fake, "/v1/users")];
  expect(responses.map(({ status }) => status)).toEqual([503, 503, 200]);
  expect(responses[0]?.headers.get("retry-after")).toBe("1");
  expect(responses[0]?.body).toEqual({ code: 1, error: anyText, payload: null });
  expect(fault.hits).toBe(2);
});

test.each([200, 599])("the status can be %d", async (status) => {
  const fake = testFake();
  fake.fault({ status });
  expect((await get(fake)).status).toBe(status);
});

test.each([200, 202, 302])("the status %d without a body has none", async (status) => {
  const fake = testFake();
  fake.fault({ status });
  expect(await get(fake)).toMatchObject({ status, text: "" });
});

test("without times a fault lasts until it is removed", async () => {
  const fake = testFake();
  const fault = fake.fault({ operationId: "getCurrentUser", status: 500 });
  for (let turn = 0; turn < 5; turn++) expect((await get(fake)).status).toBe(500);
  expect((await get(fake, "/v1/users")).status).toBe(200);
  fault.remove();
  expect((await get(fake)).status).toBe(200);
});

test("clearFaults removes all of them", async () => {
  const fake = testFake();
  fake.fault({ status: 500 });
  fake.fault({ method: "GET", status: 502 });
  fake.clearFaults();
  expect((await get(fake)).status).toBe(200);
});

test("the first of several faults wins; when it is used up, the next one does", async () => {
  const fake = testFake();
  fake.fault({ status: 500, times: 1 });
  fake.fault({ status: 502 });
  expect([(await get(fake)).status, (await get(fake)).status]).toEqual([500, 502]);
});

test.each<[string, Fault, string[]]>([
  ["a path", { path: "/v1/users" }, ["/v1/users"]],
  ["a star within a segment", { path: "/v1/user*" }, ["/v1/user", "/v1/users"]],
  ["two stars across segments", { path: "/v1/**" }, ["/v1/user", "/v1/users", "/v1/users/remote"]],
  ["a pattern", { path: /user$/g }, ["/v1/user"]],
  ["an operation", { operationId: "searchRemoteUsers" }, ["/v1/users/remote"]],
  ["a method", { method: "POST" }, []],
])("%s selects the requests that fail", async (_, fault, expected) => {
  const fake = testFake();
  fake.fault({ ...fault, status: 418 });
  const failed: string[] = [];
  for (const path of ["/v1/user", "/v1/users", "/v1/users/remote"]) {
    if ((await get(fake, path)).status === 418) failed.push(path);
  }
  expect(failed).toEqual(expected);
});

test("after makes the first requests succeed", async () => {
  const fake = testFake();
  fake.fault({ status: 500, after: 2, times: 1 });
  const statuses = [];
  for (let turn = 0; turn < 4; turn++) statuses.push((await get(fake)).status);
  expect(statuses).toEqual([200, 200, 500, 200]);
});

test("a probability hits the same requests for the same seed", async () => {
  const pattern = async (seed: number): Promise<string> => {
    const fake = testFake({ seed });
    fake.fault({ status: 500, probability: 0.5 });
    let hits = "";
    for (let turn = 0; turn < 40; turn++) hits += (await get(fake)).status === 500 ? "x" : ".";
    return hits;
  };
  const once = await pattern(7);
  expect(once).toBe(await pattern(7));
  expect(once).not.toBe(await pattern(8));
  expect(once).toMatch(/x/);
  expect(once).toMatch(/\./);
});

test("a body is sent as JSON, as a string or not at all", async () => {
  const fake = testFake();
  fake.fault({ status: 200, body: { guid: 1 }, times: 1 });
  fake.fault({ status: 500, body: "oops", times: 1 });
  fake.fault({ status: 502, body: null, times: 1 });
  expect((await get(fake)).body).toEqual({ guid: 1 });
  const text = await get(fake);
  expect([text.text, text.headers.get("content-type")]).toEqual(["oops", "text/plain; charset=utf-8"]);
  const empty = await get(fake);
  expect([empty.text, empty.headers.has("content-type")]).toEqual(["", false]);
  fake.fault({ status: 204, times: 1 });
  const bodiless = await get(fake);
  expect([bodiless.status, bodiless.headers.has("content-type")]).toEqual([204, false]);
});

test("html sends a page, as a proxy does", async () => {
  const fake = testFake();
  fake.fault({ html: true, times: 1 });
  fake.fault({ html: "<h1>Bad gateway</h1>", status: 502, times: 1 });
  const page = await get(fake);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.text).toContain("<!doctype html>");
  expect(await get(fake)).toMatchObject({ status: 502, text: "<h1>Bad gateway</h1>" });
});

test("headers alone do not change the rest of the response", async () => {
  const fake = testFake();
  fake.fault({ headers: { "x-deprecated-endpoint": "n/a" } });
  const response = await get(fake);
  expect(response.body).toMatchObject({ username: "admin" });
  expect(response.headers.get("x-deprecated-endpoint")).toBe("n/a");
});

test("truncate shortens the body to half of it or to a number of bytes", async () => {
  const fake = testFake();
  const whole = (await get(fake)).text;
  const cut = async (): Promise<string> => {
    const headers = { authorization: `Key ${fake.apiKey}` };
    return (await fake.fetch(`${fake.url}/__api__/v1/user`, { headers })).text();
  };
  fake.fault({ truncate: true, times: 1 });
  expect(await cut()).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  fake.fault({ truncate: 10, times: 1 });
  expect(await cut()).toBe(whole.slice(0, 10));
});

test("the journal has the code that was sent", async () => {
  const fake = testFake();
  fake.fault({ status: 429, times: 1 });
  fake.fault({ status: 404, body: { code: 9, error: "x", payload: null }, times: 1 });
  fake.fault({ status: 502, html: true, times: 1 });
  for (let turn = 0; turn < 3; turn++) await get(fake);
  expect(fake.requests.map(({ status, code }) => [status, code])).toEqual([
    [429, 277],
    [404, 9],
    [502, null],
  ]);
});

test.each([
  ["/v1/*a*a*a*a*a*a*a*b", `/v1/${"a".repeat(100_000)}`, false],
  [`/v1/**${"*a**".repeat(20)}b`, `/v1/${"a/".repeat(50_000)}`, false],
  ["**a".repeat(50), `/v1/${"a".repeat(50_000)}`, true],
])(
  "a path with stars is matched in time that grows with the length of the request: %s",
  async (path, requested, hit) => {
    const fake = testFake();
    const fault = fake.fault({ path, status: 418 });
    // Backtracking would not end before the time limit.
    await get(fake, requested);
    expect(fault.hits).toBe(Number(hit));
  },
  60_000,
);

/** A regular expression is the definition. The patterns are short, so that it cannot take long. */
test("a path with stars matches what the corresponding regular expression matches", async () => {
  const parts = fc.array(fc.constantFrom("a", "b", "/", ".", "*", "**", "+"), { minLength: 1, maxLength: 6 });
  const words = fc.array(fc.constantFrom("a", "b", "/", ".", "+"), { maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(parts, words, async (pattern, word) => {
      const path = `/v1/x${pattern.join("")}`;
      const requested = `/v1/x${word.join("")}`;
      fc.pre(!requested.includes("/."));
      const fake = testFake();
      const fault = fake.fault({ path, status: 418 });
      await get(fake, requested);
      const source = path.replaceAll(/[.+]/g, "\\$&").replaceAll(/\*\*|\*/g, (star) => (star === "*" ? "[^/]*" : ".*"));
      expect(fault.hits).toBe(Number(new RegExp(`^${source}$`).test(requested)));
    }),
    { numRuns: 500 },
  );
});

test("reset rejects as fetch does for a cut connection, before the server acts", async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  fake.fault({ operationId: "lockUser", reset: true });
  const lock = get(fake, `/v1/users/${guid}/lock`, { method: "POST", body: '{"locked":true}' });
  await expect(lock).rejects.toThrow(TypeError);
  await expect(lock).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
  expect(fake.users.at(-1)?.locked).toBe(false);
  expect(fake.requests.at(-1)).toMatchObject({ operationId: "lockUser", status: null, fault: true });
});

test('reset "after" cuts the connection after the server has acted', async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  fake.fault({ operationId: "lockUser", reset: "after" });
  const lock = get(fake, `/v1/users/${guid}/lock`, { method: "POST", body: '{"locked":true}' });
  await expect(lock).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(fake.users.at(-1)?.locked).toBe(true);
});

test('reset "during" cuts the connection in the middle of the response', async () => {
  const fake = testFake();
  fake.fault({ reset: "during", times: 2 });
  const headers = { authorization: `Key ${fake.apiKey}` };
  const response = await fake.fetch(`${fake.url}/__api__/v1/user`, { headers });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toMatchObject({ message: "terminated", cause: { code: "ECONNRESET" } });

  const { guid } = fake.addUser();
  const lock = get(fake, `/v1/users/${guid}/lock`, { method: "POST", body: '{"locked":true}' });
  await expect(lock).rejects.toMatchObject({ cause: { code: "ECONNRESET" } });
  expect(fake.users.at(-1)?.locked).toBe(true);
});

test("delay delays the response, but not longer than the client waits", async () => {
  const fake = testFake();
  fake.fault({ delay: 1000 });
  const done = vi.fn();
  const response = get(fake).then(done);
  await vi.advanceTimersByTimeAsync(999);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await response;
  expect(done).toHaveBeenCalledWith(objectWith({ status: 200 }));

  const controller = new AbortController();
  const aborted = get(fake, "/v1/user", { signal: controller.signal });
  await vi.advanceTimersByTimeAsync(10);
  controller.abort();
  await expect(aborted).rejects.toThrow(objectWith({ name: "AbortError" }));
  expect(vi.getTimerCount()).toBe(0);
});

test.each<Fault>([
  {},
  { operationId: "getUsers" },
  { path: "/v1/users", times: 1 },
  { reset: false },
  { html: false, truncate: false },
])("%j is refused, because it has no effect", (fault) => {
  const fake = testFake();
  expect(() => fake.fault(fault)).toThrow("the fault has no effect; add one of status, body");
});

test.each<Fault>([
  { reset: true, html: false },
  { reset: true, truncate: false },
  { reset: "after", html: false },
  { status: 204, html: false, truncate: false },
])("%j has one effect: false is the same as absent", (fault) => {
  expect(() => testFake().fault(fault)).not.toThrow();
});

test("the body false is an effect", async () => {
  const fake = testFake();
  fake.fault({ body: false });
  expect(await get(fake)).toMatchObject({ status: 200, text: "false" });
  expect(() => fake.fault({ reset: true, body: false })).toThrow("reset and body cannot be combined");
});

test.each<[Fault, string]>([
  [{ reset: true, headers: { "x-a": "b" } }, "reset and headers cannot be combined"],
  [{ reset: "after", headers: { "x-a": "b" } }, "reset and headers cannot be combined"],
  [{ reset: "after", truncate: true }, "reset and truncate cannot be combined"],
  [{ reset: "after", status: 503 }, "reset and status cannot be combined"],
  [{ status: 204, body: "x" }, "status and body cannot be combined: a response with the status 204 has no body"],
  [{ status: 204, html: true }, "status and html cannot be combined"],
  [{ status: 304, truncate: 3 }, "status and truncate cannot be combined"],
])("%j is refused, because an effect would be lost", (fault, message) => {
  expect(() => testFake().fault(fault)).toThrow(message);
});

test("null is the body of a response that has none", async () => {
  const fake = testFake();
  fake.fault({ status: 204, body: null });
  expect(await get(fake)).toMatchObject({ status: 204, text: "" });
});

test.each([
  ["a date", new Date(0)],
  ["NaN", Number.NaN],
  ["Infinity", Infinity],
  ["an object whose JSON is a list", { toJSON: () => [1] }],
  ["a bigint", 1n],
  ["a function", () => 1],
])("the body %s is refused, because its JSON is something else", (_, body) => {
  expect(() => testFake().fault({ body })).toThrow("allowed: a string, null, or anything that JSON can express");
});

test("an operation that does not exist is refused with a suggestion", () => {
  // @ts-expect-error There is no such operation.
  expect(() => testFake().fault({ operationId: "getUser_s", status: 500 })).toThrow(
    'operationId is "getUser_s"; did you mean getUsers?',
  );
});

test("a fault with the method GET includes HEAD", async () => {
  const fake = testFake();
  fake.fault({ method: "GET", status: 418 });
  expect((await get(fake, "/v1/user", { method: "HEAD" })).status).toBe(418);
});

test.each<Fault>([
  { status: 99 },
  { status: 600 },
  { probability: 2 },
  { times: -1 },
  { after: Number.NaN },
  { delay: -5 },
  { truncate: -1 },
  { path: "/__api__/v1/users" },
  { headers: { "x y": "a" } },
  { headers: { "x-note": "two\nlines" } },
  { headers: { "x-note": "a line\n" } },
])("%j is refused", (fault) => {
  expect(() => testFake().fault(fault)).toThrow(/^[\w.-]+ (is .+|has the field "x y"); allowed: /);
});

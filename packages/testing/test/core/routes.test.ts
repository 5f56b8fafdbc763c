import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { readResponse, type ClientResponse } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { textWith } from "../support/matchers.ts";

async function send(fake: FakeConnect, path: string, init?: RequestInit): Promise<ClientResponse> {
  return readResponse(await fake.fetch(`${new URL(fake.url).origin}${path}`, init));
}

test("an error has exactly code, error and payload, in this order", async () => {
  const { text, headers } = await send(testFake(), "/__api__/v1/user");
  expect(text).toBe('{"code":24,"error":"A credential is required.","payload":null}');
  expect(headers.get("content-type")).toBe("application/json; charset=utf-8");
});

test.each(["2024.09.0", "2026.01.0", "2026.07.0"])(
  "an unknown path returns 404 as plain text in version %s, and the journal has no code",
  async (version) => {
    const fake = testFake({ version });
    for (const path of ["/__api__/v1/nothing", "/__api__/", "/__api__/v1/users/", "/__api__", "/nowhere"]) {
      const { status, text, headers } = await send(fake, path);
      expect([path, status, text]).toEqual([path, 404, "404 page not found"]);
      expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(fake.requests.at(-1)).toMatchObject({ status: 404, code: null, issues: [{ rule: "route" }] });
    }
  },
);

test.each(["DELETE", "PATCH", "OPTIONS", "REPORT"])("an unsupported method %s returns 404", async (method) => {
  const { status, text } = await send(testFake(), "/__api__/v1/users", { method });
  expect([status, text]).toEqual([404, "404 page not found"]);
});

test.each([
  "/__api__/v1/environments",
  "/__api__/v1/content/4b1d1e51-6e1c-4d4b-8c9f-4a1f6a0d3f11/packages",
  "/__api__/v1/system/caches/runtime",
  "/__api__/applications",
  "/connect/",
])("an endpoint of Connect that the fake does not model says so in body and journal: %s", async (path) => {
  const fake = testFake();
  const { status, text, body, headers } = await send(fake, path);
  expect([status, body["code"], headers.get("content-type")]).toEqual([404, undefined, "text/plain; charset=utf-8"]);
  const note = `The fake does not model GET ${path.replace("/__api__", "")}`;
  expect(text).toMatch(/^404 page not found\n/);
  expect(text).toContain(note);
  expect(fake.requests.at(-1)?.issues).toEqual([{ pointer: "", rule: "not-modelled", message: textWith(note) }]);
});

test("the control routes of a fake without them say how to open them", async () => {
  const fake = testFake();
  const { status, text } = await send(fake, "/__fake__/state");
  expect(status).toBe(404);
  expect(text).toContain("--control");
  expect(fake.requests.at(-1)?.issues).toEqual([
    { pointer: "", rule: "not-modelled", message: textWith("fake.listen({ control: true })") },
  ]);
});

test("an operation that the version does not have yet is a plain 404, and the journal says why", async () => {
  const fake = testFake({ version: "2024.09.0" });
  const { text } = await send(fake, "/__api__/v1/bootstrap", { method: "POST" });
  expect(text).toBe("404 page not found");
  expect(fake.requests.at(-1)?.issues).toEqual([
    { pointer: "", rule: "route", message: textWith("the fake behaves like 2024.09.0") },
  ]);
});

test("HEAD responds as GET does, without a body", async () => {
  const fake = testFake({ users: 3 });
  const headers = { authorization: `Key ${fake.apiKey}` };
  const paths = ["/", "/__ping__", "/__api__/v1/users", "/__api__/v1/user", "/__api__/me", "/__api__/v1/nothing"];
  for (const path of paths) {
    const [head, get] = [await send(fake, path, { method: "HEAD", headers }), await send(fake, path, { headers })];
    expect([path, head.status, head.text]).toEqual([path, get.status, ""]);
    expect(head.headers.get("content-type")).toBe(get.headers.get("content-type"));
  }
  expect((await send(fake, "/__api__/v1/users", { method: "HEAD" })).status).toBe(401);
  expect(fake.requests[4]).toMatchObject({ operationId: "getUsers", method: "HEAD", status: 200 });
});

test("the server's root returns a page, with and without a path prefix", async () => {
  const { status, headers } = await send(testFake(), "/");
  expect([status, headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
  const prefixed = testFake({ url: "http://connect.test/rsc" });
  for (const path of ["/rsc", "/rsc/"]) expect((await send(prefixed, path)).status).toBe(200);
  expect((await send(prefixed, "/")).status).toBe(404);
});

test("`/__ping__` at the root of the server needs no key", async () => {
  const { status, text } = await send(testFake(), "/__ping__");
  expect([status, text]).toEqual([200, "{}"]);
  expect((await send(testFake(), "/__api__/__ping__")).status).toBe(404);
});

test.each(["/me", "/users/current"])("the unversioned %s returns the caller", async (path) => {
  const fake = testFake();
  expect((await clientOf(fake).get(path)).body).toMatchObject({ id: 1, username: "admin", password: "" });
  expect((await clientOf(fake, null).get(path)).refusal).toEqual([401, 24]);
});

test("publishing tools can read how content may run, with a key", async () => {
  const client = clientOf(testFake());
  const applications = await client.get("/server_settings/applications");
  expect(applications.body).toMatchObject({ access_types: ["all", "logged_in", "acl"], run_as_current_user: false });
  for (const path of ["/server_settings/scheduler", "/server_settings/scheduler/python-shiny"]) {
    expect((await client.get(path)).body).toMatchObject({ max_processes: 3, load_factor: 0.5 });
    expect((await clientOf(testFake(), null).get(path)).refusal).toEqual([401, 24]);
  }
});

test("a path prefix is part of every path", async () => {
  const fake = testFake({ url: "https://example.com/rsc/" });
  expect(fake.url).toBe("https://example.com/rsc");
  expect((await clientOf(fake).get("/v1/user")).status).toBe(200);
  expect((await send(fake, "/rsc/__ping__")).status).toBe(200);
  expect((await send(fake, "/__api__/server_settings")).status).toBe(404);
  expect((await send(fake, "/rscx/__api__/server_settings")).status).toBe(404);
});

test("a correlation id is returned as it was sent, or generated", async () => {
  const fake = testFake();
  const sent = await send(fake, "/__api__/v1/user", { headers: { "x-correlation-id": "mine-1" } });
  expect(sent.headers.get("x-correlation-id")).toBe("mine-1");
  const own = (await send(fake, "/__api__/v1/nothing")).headers.get("x-correlation-id");
  expect(own).toMatch(/^[0-9a-f-]{36}$/);
  const empty = await send(fake, "/__api__/v1/user", { headers: { "x-correlation-id": "" } });
  expect(empty.headers.get("x-correlation-id")).toMatch(/^[0-9a-f-]{36}$/);
  expect((await send(fake, "/__api__/v1/nothing")).headers.get("x-correlation-id")).not.toBe(own);
  const older = await send(testFake({ version: "2024.09.0" }), "/__api__/v1/user");
  expect(older.headers.has("x-correlation-id")).toBe(false);
});

test("JSON is accepted with any content type", async () => {
  const fake = testFake();
  const { guid } = fake.addUser();
  const headers = { authorization: `Key ${fake.apiKey}`, "content-type": "application/x-www-form-urlencoded" };
  const init = { method: "POST", headers, body: '{"locked":true}' };
  expect((await send(fake, `/__api__/v1/users/${guid}/lock`, init)).status).toBe(200);
});

test.each([
  ["{", 121],
  ["[]", 121],
  ['"text"', 121],
  ["null", 121],
  ["", 87],
  ["  ", 87],
])("the body %j is refused with code %i", async (body, code) => {
  const fake = testFake();
  const init = { method: "POST", headers: { authorization: `Key ${fake.apiKey}` }, body };
  expect((await send(fake, "/__api__/v1/users", init)).refusal).toEqual([400, code]);
});

test("permissions are checked before the body", async () => {
  const fake = testFake();
  const init = { method: "POST", headers: { authorization: `Key ${fake.keyFor(fake.addUser())}` }, body: "{" };
  expect((await send(fake, "/__api__/v1/users", init)).refusal).toEqual([403, 22]);
});

test("browsers can read responses from other origins only with the option cors", async () => {
  const headers = { origin: "https://portal.example.com" };
  const open = testFake({ cors: true });
  expect((await send(open, "/__ping__", { headers })).headers.get("access-control-allow-origin")).toBe(headers.origin);
  const preflight = await send(open, "/__api__/v1/users", { method: "OPTIONS", headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get("access-control-allow-methods")).toContain("PATCH");
  expect(preflight.headers.get("access-control-allow-headers")).toBe("Origin, Content-Length, Content-Type");
  const closed = await send(testFake(), "/__ping__", { headers });
  expect(closed.headers.has("access-control-allow-origin")).toBe(false);
});

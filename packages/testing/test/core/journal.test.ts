import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { clientOf, testFake } from "../support/fake-client.ts";
import { anyText } from "../support/matchers.ts";

test("a request is recorded with its operation, method, path, query, body and status", async () => {
  const fake = testFake();
  await clientOf(fake).get("/v1/users?prefix=a%20b&user_role=viewer%7Cpublisher&user_role=viewer");
  expect(fake.requests).toEqual([
    {
      operationId: "getUsers",
      method: "GET",
      path: "/v1/users",
      query: { prefix: "a b", user_role: ["viewer|publisher", "viewer"] },
      body: undefined,
      bodyBytes: 0,
      status: 200,
      code: null,
      userGuid: fake.users[0]?.guid,
      correlationId: anyText,
      time: "2026-02-02T09:00:00Z",
      issues: [],
      fault: false,
    },
  ]);
});

test("refused requests are recorded with their code and the rules they broke", async () => {
  const fake = testFake();
  await clientOf(fake).post("/v1/groups", { name: 7 });
  expect(fake.requests[0]).toMatchObject({
    status: 400,
    code: 25,
    body: { name: 7 },
    issues: [{ pointer: "/name", rule: "type" }],
  });
});

test("the caller is recorded even if the request is refused", async () => {
  const fake = testFake();
  const viewer = fake.addUser();
  await clientOf(fake, fake.keyFor(viewer)).post("/v1/content", {});
  await clientOf(fake, "nonsense").get("/v1/user");
  expect(fake.requests.map(({ status, userGuid }) => [status, userGuid])).toEqual([
    [403, viewer.guid],
    [401, null],
  ]);
});

test("requests to undocumented paths are recorded", async () => {
  const fake = testFake({ url: "http://connect.test/rsc" });
  await clientOf(fake).get("/v1/nothing/");
  await fake.fetch("http://connect.test/rsc/__ping__");
  await fake.fetch("http://connect.test/elsewhere");
  expect(fake.requests.map(({ operationId, path, status }) => [operationId, path, status])).toEqual([
    [null, "/v1/nothing/", 404],
    [null, "/rsc/__ping__", 200],
    [null, "/elsewhere", 404],
  ]);
});

test("secrets are not recorded", async () => {
  const fake = testFake({ provider: "password" });
  const client = clientOf(fake);
  await client.post("/v1/users", { username: "mira", password: "correct horse" });
  await client.post(`/v1/users/${String(fake.users[0]?.guid)}/keys`, { name: "x" });
  await client.put("/v1/users", { temp_ticket: "a-ticket" });
  const journal = JSON.stringify(fake.requests);
  expect(journal).toContain('"username":"mira"');
  for (const secret of ["correct horse", fake.apiKey, "a-ticket"]) expect(journal).not.toContain(secret);
});

test("entries cannot be changed, and an array that was returned does not grow", async () => {
  const fake = testFake();
  await clientOf(fake).post("/v1/groups", { name: "a" });
  const before = fake.requests;
  await clientOf(fake).get("/v1/user");
  expect(before).toHaveLength(1);
  expect(fake.requests).toHaveLength(2);
  expect(Object.isFrozen(before)).toBe(true);
  expect(Object.isFrozen(before[0])).toBe(true);
  expect(Object.isFrozen(before[0]?.body)).toBe(true);
});

test("only the newest requests are kept", async () => {
  const fake = testFake({ journalLimit: 3 });
  const client = clientOf(fake);
  for (let page = 1; page <= 20; page++) await client.get(`/v1/users?page_number=${page}`);
  expect(fake.requests.map(({ query }) => query["page_number"])).toEqual(["18", "19", "20"]);
  const none = testFake({ journalLimit: 0 });
  await clientOf(none).get("/v1/user");
  expect(none.requests).toEqual([]);
});

test("a deeply nested body is recorded up to a depth", async () => {
  const fake = testFake();
  const deep = `{"name":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  const headers = { authorization: `Key ${fake.apiKey}` };
  const response = await fake.fetch(`${fake.url}/__api__/v1/groups`, { method: "POST", headers, body: deep });
  expect(response.status).toBe(400);
  expect(JSON.stringify(fake.requests[0]?.body)).toContain("nested too deeply");
});

test("entries beyond the limit are released", async () => {
  const fake = testFake({ journalLimit: 2 });
  const client = clientOf(fake);
  const first = await (async () => {
    await client.post("/v1/groups", { name: "first" });
    return new WeakRef(fake.requests[0] ?? {});
  })();
  for (let turn = 0; turn < 4; turn++) await client.get("/v1/user");
  expect(fake.requests).toHaveLength(2);
  await collectGarbage();
  expect(first.deref()).toBeUndefined();
});

async function collectGarbage(): Promise<void> {
  setFlagsFromString("--expose-gc");
  // A dereferenced WeakRef keeps its target until the current job ends.
  await new Promise((resolve) => setImmediate(resolve));
  runInNewContext("gc()");
}

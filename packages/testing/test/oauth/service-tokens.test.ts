import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { anyText } from "../support/matchers.ts";
import { pluck, readResponse, type ClientResponse } from "../support/response.ts";

const PATH = "/v1/system/service-tokens";

/** Creates a service token and a function that sends requests with it. Any operation can refuse one, whatever it documents. */
async function tokenWith(fake: FakeConnect, scopes: string[], expires_at: string | null = null) {
  const { body } = await clientOf(fake).post(PATH, { name: "scim", scopes, expires_at });
  const headers = { authorization: `Bearer ${String(body["key"])}` };
  const send = async (path: string, method = "GET"): Promise<ClientResponse> =>
    readResponse(await fake.fetch(`${fake.url}/__api__${path}`, { method, headers }));
  return { token: body, send };
}

test("the secret of a token is returned once", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const { token } = await tokenWith(fake, ["users:read"]);
  const record = { guid: anyText, name: "scim", scopes: ["users:read"], created_time: "2026-02-02T09:00:00Z" };
  expect(token).toEqual({ ...record, key: anyText, expires_at: null });
  const { list, text } = await clientOf(fake).get(PATH);
  expect(list).toEqual([{ ...record, expires_at: null }]);
  expect(text).not.toContain(String(token["key"]));
  expect(JSON.stringify([fake.snapshot(), fake.requests])).not.toContain(String(token["key"]));
});

test.each([
  ["users:read", ["/v1/users"]],
  ["groups:read", ["/v1/groups", "/v1/groups/GROUP/members"]],
  ["server-settings:read", ["/v1/server_settings/python", "/v1/server_settings/r"]],
  ["identity:manage", []],
  ["nameservice:read", []],
])("the scope %s covers exactly %j", async (scope, covered) => {
  const fake = testFake({ version: "2026.06.0" });
  const group = fake.addGroup();
  const { send } = await tokenWith(fake, [scope]);
  const paths = [
    "/v1/users",
    "/v1/groups",
    "/v1/groups/GROUP/members",
    "/v1/server_settings/python",
    "/v1/server_settings/r",
    "/v1/user",
    "/v1/content",
    "/v1/audit_logs",
    "/server_settings",
    "/me",
    `/v1/users/${String(fake.users[0]?.guid)}`,
  ];
  for (const path of paths) {
    const { status, refusal } = await send(path.replace("GROUP", group.guid));
    if (covered.includes(path)) expect([path, status]).toEqual([path, 200]);
    else expect([path, ...refusal]).toEqual([path, 403, 22]);
  }
});

test("a token cannot write, and is nobody in the journal", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const { send } = await tokenWith(fake, ["users:read", "groups:read"]);
  expect((await send("/v1/users", "POST")).refusal).toEqual([403, 22]);
  await send("/v1/users");
  expect(fake.requests.at(-1)).toMatchObject({ status: 200, userGuid: null });
});

test("its use is noted every 15 minutes at most", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const { send } = await tokenWith(fake, ["users:read"]);
  const activity = async () => pluck((await clientOf(fake).get(PATH)).list, "active_time");
  expect(await activity()).toEqual([undefined]);
  await send("/v1/users");
  expect(await activity()).toEqual(["2026-02-02T09:00:00Z"]);
  fake.clock.advance({ minutes: 15 });
  await send("/v1/users");
  expect(await activity()).toEqual(["2026-02-02T09:00:00Z"]);
  fake.clock.advance({ seconds: 1 });
  await send("/v1/users");
  expect(await activity()).toEqual(["2026-02-02T09:15:01Z"]);
});

test("a deleted or expired token is refused, and an expired one leaves the list", async () => {
  const fake = testFake({ version: "2026.06.0" });
  const client = clientOf(fake);
  const gone = await tokenWith(fake, ["users:read"]);
  const path = `${PATH}/${String(gone.token["guid"])}`;
  expect((await client.delete(path)).status).toBe(204);
  expect((await client.delete(path)).refusal).toEqual([404, 4]);
  expect((await gone.send("/v1/users")).refusal).toEqual([401, 30]);
  const short = await tokenWith(fake, ["users:read"], "2026-02-02T10:00:00Z");
  expect((await short.send("/v1/users")).status).toBe(200);
  fake.clock.advance({ hours: 1 });
  expect((await short.send("/v1/users")).refusal).toEqual([401, 30]);
  expect((await client.get(PATH)).list).toEqual([]);
});

test.each([
  [{ scopes: ["users:read"] }, 12],
  [{ name: " ", scopes: ["users:read"] }, 25],
  [{ name: "x", scopes: [] }, 25],
  [{ name: "x", scopes: ["everything"] }, 25],
  [{ name: "x", scopes: ["users:read"], expires_at: "2020-01-01T00:00:00Z" }, 25],
])("%j is refused with code %i", async (body, code) => {
  expect((await clientOf(testFake({ version: "2026.06.0" })).post(PATH, body)).refusal).toEqual([400, code]);
});

test("all scopes of the contradicting documents are offered", async () => {
  const { body } = await clientOf(testFake({ version: "2026.06.0" })).get(`${PATH}/scopes`);
  expect(JSON.stringify(body)).toMatch(
    /identity:manage.*nameservice:read.*users:read.*groups:read.*server-settings:read/,
  );
});

test("service tokens came with 2026.05", async () => {
  expect((await clientOf(testFake({ version: "2026.04.0" })).get(PATH)).status).toBe(404);
  expect((await clientOf(testFake({ version: "2026.05.0" })).get(PATH)).status).toBe(200);
});

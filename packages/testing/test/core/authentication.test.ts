import { expect, test } from "vitest";
import { readResponse, type ClientResponse } from "../support/response.ts";
import { clientOf, testFake } from "../support/fake-client.ts";
import { signedIn } from "../support/oauth-client.ts";
import type { FakeConnect } from "../../src/index.ts";

async function whoAmI(fake: FakeConnect, headers: Record<string, string>): Promise<ClientResponse> {
  return readResponse(await fake.fetch(`${fake.url}/__api__/v1/user`, { headers }));
}

test("the key is sent in Authorization after the word Key and one space", async () => {
  const fake = testFake();
  expect((await whoAmI(fake, { authorization: `Key ${fake.apiKey}` })).body).toMatchObject({ username: "admin" });
  expect((await whoAmI(fake, { authorization: `Key  ${fake.apiKey}` })).refusal).toEqual([401, 30]);
});

test("X-RSC-Authorization is accepted, with and without the word Key", async () => {
  const fake = testFake();
  expect((await whoAmI(fake, { "x-rsc-authorization": `Key ${fake.apiKey}` })).status).toBe(200);
  expect((await whoAmI(fake, { "x-rsc-authorization": fake.apiKey })).status).toBe(200);
  expect(
    (await whoAmI(fake, { authorization: "Basic cHJveHk6eA==", "x-rsc-authorization": `Key ${fake.apiKey}` })).status,
  ).toBe(200);
});

test("a missing credential has code 24, an invalid one code 30", async () => {
  const fake = testFake();
  expect((await whoAmI(fake, {})).refusal).toEqual([401, 24]);
  expect((await whoAmI(fake, { authorization: "Basic cHJveHk6eA==" })).refusal).toEqual([401, 24]);
  expect((await whoAmI(fake, { authorization: "Key nonsense" })).refusal).toEqual([401, 30]);
  expect((await whoAmI(fake, { authorization: "Key " })).refusal).toEqual([401, 24]);
  expect((await whoAmI(fake, { "x-rsc-authorization": "" })).refusal).toEqual([401, 24]);
  const both = { authorization: `Key ${fake.apiKey}`, "x-rsc-authorization": "" };
  expect((await whoAmI(fake, both)).status).toBe(200);
});

test("servers since 2026.02.0 take Bearer for an access token, older ones for no credential", async () => {
  const newer = testFake({ version: "2026.02.0" });
  const { access } = await signedIn(newer, "admin");
  expect((await whoAmI(newer, { authorization: `Bearer ${access}` })).status).toBe(200);
  expect((await whoAmI(newer, { authorization: `Bearer ${newer.apiKey}` })).refusal).toEqual([401, 30]);
  const older = testFake({ version: "2026.01.0" });
  expect((await whoAmI(older, { authorization: `Bearer ${older.apiKey}` })).refusal).toEqual([401, 24]);
});

test("a locked user's key is refused with 403 and code 50 by every operation, and works again after unlocking", async () => {
  const fake = testFake();
  const user = fake.addUser({ locked: true });
  const own = clientOf(fake, fake.keyFor(user));
  for (const path of ["/v1/user", "/v1/users", "/v1/groups", "/v1/content", "/server_settings"]) {
    expect((await own.get(path)).refusal).toEqual([403, 50]);
  }
  await clientOf(fake).post(`/v1/users/${user.guid}/lock`, { locked: false });
  expect((await own.get("/v1/user")).status).toBe(200);
});

test("a weaker key limits what its user may do, but the record shows the user's own role", async () => {
  const fake = testFake();
  const admin = String(fake.users[0]?.guid);
  const weak = clientOf(fake, fake.keyFor(admin, { user_role: "viewer" }));
  expect((await weak.get("/v1/user")).body).toMatchObject({ user_role: "administrator" });
  expect((await weak.post(`/v1/users/${admin}/lock`, { locked: true })).refusal).toEqual([403, 49]);
  expect((await weak.post("/v1/content", {})).refusal).toEqual([403, 22]);
  expect((await weak.put(`/v1/users/${fake.addUser().guid}`, { first_name: "x" })).refusal).toEqual([403, 22]);
});

test("demoting a user demotes the user's keys", async () => {
  const fake = testFake();
  const user = fake.addUser({ user_role: "administrator" });
  const own = clientOf(fake, fake.keyFor(user));
  await clientOf(fake).put(`/v1/users/${user.guid}`, { user_role: "viewer" });
  expect((await own.post("/v1/content", {})).refusal).toEqual([403, 22]);
});

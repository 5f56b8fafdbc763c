import { expect, test } from "vitest";
import type { FakeConnect } from "../../src/index.ts";
import { clientOf, testFake, type Client } from "../support/fake-client.ts";

interface Scene {
  fake: FakeConnect;
  client: Client;
  guid: string;
  path: string;
}

function scene(): Scene {
  const fake = testFake();
  const { guid } = fake.addContent({ access_type: "all" });
  return { fake, client: clientOf(fake), guid, path: `/v1/content/${guid}/environment` };
}

const set = (...names: string[]): unknown => names.map((name) => ({ name, value: "a secret" }));

test("environment variables of content are listed by name, without their values", async () => {
  const { client, path } = scene();
  expect((await client.get(path)).text).toBe("[]");
  const changed = await client.patch(path, set("DATABASE", "TOKEN"));
  expect([changed.status, changed.text]).toEqual([200, '["DATABASE","TOKEN"]']);
  expect((await client.get(path)).text).toBe(changed.text);
});

test("PATCH adds environment variables, and removes those without a value", async () => {
  const { client, path } = scene();
  await client.patch(path, set("DATABASE", "TOKEN"));
  const changed = await client.patch(path, [
    { name: "DATABASE", value: null },
    { name: "USER", value: "" },
  ]);
  expect(changed.text).toBe('["TOKEN","USER"]');
});

test("PUT replaces all environment variables", async () => {
  const { client, path } = scene();
  await client.patch(path, set("DATABASE", "TOKEN"));
  expect((await client.put(path, set("USER"))).text).toBe('["USER"]');
  expect((await client.put(path, [])).text).toBe("[]");
});

test("only users that can change the content can access its environment variables", async () => {
  const { fake, client, guid, path } = scene();
  const viewer = clientOf(fake, fake.keyFor(fake.addUser()));
  expect((await viewer.get(path)).refusal).toEqual([403, 19]);
  expect((await viewer.patch(path, set("TOKEN"))).refusal).toEqual([403, 21]);
  expect((await clientOf(fake, null).get(path)).refusal).toEqual([401, 24]);
  await client.delete(`/v1/content/${guid}`);
  expect((await client.get(path)).refusal).toEqual([404, 4]);
  expect((await client.get("/v1/content/abc/environment")).refusal).toEqual([400, 3]);
});

test.each([
  [undefined, 87],
  [{}, 121],
  [["TOKEN"], 25],
  [[{ name: "" }], 25],
  [[{ name: "TOKEN", value: 1 }], 25],
])("environment variables sent as %j are refused with code %i", async (body, code) => {
  const { client, path } = scene();
  expect((await client.patch(path, body)).refusal).toEqual([400, code]);
  expect((await client.get(path)).text).toBe("[]");
});

test("the values of environment variables are not stored", async () => {
  const { fake, client, path } = scene();
  await client.patch(path, set("TOKEN"));
  expect(fake.requests[0]?.body).toEqual([{ name: "TOKEN", value: "[redacted]" }]);
  expect(JSON.stringify(fake.snapshot())).not.toContain("a secret");
});

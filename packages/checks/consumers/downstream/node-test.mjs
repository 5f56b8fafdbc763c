// A test suite on Node's runner.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";

test("a viewer cannot lock users", async () => {
  const fake = createFakeConnect({ users: 5 });
  const viewer = fake.addUser({ user_role: "viewer" });
  const { users } = connect({ url: fake.url, apiKey: fake.keyFor(viewer), fetch: fake.fetch });
  const administrator = await users.get(fake.users[0].guid);
  await assert.rejects(administrator.lock(), { name: "PermissionError" });
  assert.equal(fake.users[0].locked, false);
});

test("a request to a busy server is retried", async () => {
  const fake = createFakeConnect();
  fake.fault({ operationId: "getUsers", times: 1, status: 503, headers: { "retry-after": "0" } });
  assert.equal(await connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch }).users.count(), 1);
});

// A stranger's test suite on Node's own runner.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";

test("a viewer may not lock anybody", async () => {
  const fake = createFakeConnect({ users: 5 });
  const viewer = fake.addUser({ user_role: "viewer" });
  const { users } = connect({ url: fake.url, apiKey: fake.keyFor(viewer), fetch: fake.fetch });
  const administrator = await users.get(fake.users[0].guid);
  await assert.rejects(administrator.lock(), { name: "PermissionError" });
  assert.equal(fake.users[0].locked, false);
});

test("a server that is busy for a moment is asked again", async () => {
  const fake = createFakeConnect();
  fake.fault({ operationId: "getUsers", times: 1, status: 503, headers: { "retry-after": "0" } });
  assert.equal(await connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch }).users.count(), 1);
});

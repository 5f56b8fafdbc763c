// A test suite on Jest, with --experimental-vm-modules.
import { createFakeConnect } from "@connect-sdk/testing";
import { connect } from "@connect-sdk/users";
import { expect, test } from "@jest/globals";

test("a user is locked in-process", async () => {
  const fake = createFakeConnect({ users: 5 });
  const { users } = connect({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
  const user = await users.get(fake.users[2].guid);
  await user.lock();
  expect(fake.users[2].locked).toBe(true);
});

test("a fake serves a port, and Jest ends although it is not closed", async () => {
  const fake = createFakeConnect();
  const server = await fake.listen();
  expect(await connect({ url: server.url, apiKey: fake.apiKey }).users.count()).toBe(1);
});

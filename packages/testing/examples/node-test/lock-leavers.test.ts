import { createFakeConnect } from "@connect-sdk/testing";
import assert from "node:assert/strict";
import { test } from "node:test";
import { lockLeavers } from "../lock-leavers.ts";

await test("locks only the users on the list", async () => {
  const fake = createFakeConnect();
  const leaver = fake.addUser({ username: "mira" });
  fake.addUser({ username: "miranda" });

  assert.equal(await lockLeavers(["mira"], fake), 1);

  assert.deepEqual(
    fake.users.filter(({ locked }) => locked).map(({ guid }) => guid),
    [leaver.guid],
  );
});

await test("works over a real connection, too", async () => {
  const fake = createFakeConnect();
  fake.addUser({ username: "mira" });
  await using server = await fake.listen();

  assert.equal(await lockLeavers(["mira"], { url: server.url, apiKey: fake.apiKey }), 1);
});

import { test } from "@connect-sdk/testing/vitest";
import { describe, expect } from "vitest";
import { lockLeavers } from "../lock-leavers.ts";

// Each test that uses `fake` gets its own server: nothing to clean up, nothing shared.

test("locks only the users on the list", async ({ fake }) => {
  const leaver = fake.addUser({ username: "mira" });
  fake.addUser({ username: "miranda" });

  await expect(lockLeavers(["mira"], fake)).resolves.toBe(1);

  expect(fake.users.filter(({ locked }) => locked).map(({ guid }) => guid)).toEqual([leaver.guid]);
});

test("reports a failure of the server", async ({ fake }) => {
  fake.addUser({ username: "mira" });
  fake.fault({ operationId: "lockUser", status: 503 });

  await expect(lockLeavers(["mira"], fake)).rejects.toThrow("503");
});

test("is refused to publishers", async ({ fake }) => {
  fake.addUser({ username: "mira" });
  const publisher = fake.addUser({ user_role: "publisher" });

  await expect(
    lockLeavers(["mira"], { url: fake.url, fetch: fake.fetch, apiKey: fake.keyFor(publisher) }),
  ).rejects.toThrow("403");
});

describe("on a large server", () => {
  const testLarge = test.extend({ fakeOptions: { users: 2_000, seed: 7 } });

  testLarge("requests only the users on the list", async ({ fake }) => {
    const [, leaver] = fake.users;
    await lockLeavers([leaver?.username ?? ""], fake);
    expect(fake.requests.map(({ operationId }) => operationId)).toEqual(["getUsers", "lockUser"]);
  });
});

test("works over a real connection, too", async ({ fake, server }) => {
  fake.addUser({ username: "mira" });
  await expect(lockLeavers(["mira"], { url: server.url, apiKey: fake.apiKey })).resolves.toBe(1);
});

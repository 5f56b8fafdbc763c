import { test as base, type TestAPI } from "vitest";
import { createFakeConnect, type FakeConnect } from "./fake-connect.ts";
import type { FakeServer } from "./listen.ts";
import type { FakeConnectOptions } from "./options.ts";

/** What each test is given, as far as it asks for it. */
export interface FakeFixtures {
  /** How to make the fake; change it with `test.extend({ fakeOptions: { users: 200 } })`. */
  fakeOptions: FakeConnectOptions;
  /** A fake of the test's own. */
  fake: FakeConnect;
  /** The same fake on a port, for code that brings its own `fetch`; closed when the test is over. */
  server: FakeServer;
}

/**
 * Vitest's `test`, with a fresh fake for each test that asks for one.
 *
 * @example
 * ```ts
 * import { expect } from "vitest";
 * import { test } from "@connect-sdk/testing/vitest";
 *
 * test("locks whoever has left", async ({ fake }) => {
 *   const leaver = fake.addUser({ username: "mira" });
 *   await lockLeavers({ url: fake.url, apiKey: fake.apiKey, fetch: fake.fetch });
 *   expect(fake.users.find(({ guid }) => guid === leaver.guid)?.locked).toBe(true);
 * });
 * ```
 */
export const test: TestAPI<FakeFixtures> = base.extend<FakeFixtures>({
  fakeOptions: {},
  fake: async ({ fakeOptions }, use) => {
    await use(createFakeConnect(fakeOptions));
  },
  server: async ({ fake }, use) => {
    await using server = await fake.listen();
    await use(server);
  },
});

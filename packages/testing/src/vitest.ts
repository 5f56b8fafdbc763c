import { test as base, type TestAPI } from "vitest";
import type { FakeConnect, FakeServer } from "./fake-connect-types.ts";
import { createFakeConnect } from "./fake-connect.ts";
import type { FakeConnectOptions } from "./options.ts";

// Older versions have no `override`, and ignore options of fixtures without a word.
if (!("override" in base)) {
  throw new Error(
    "@connect-sdk/testing/vitest needs Vitest 4.1 or newer; update vitest, or call createFakeConnect() in your tests",
  );
}

/** The fixtures of each test. They are created on demand. */
export interface FakeFixtures {
  /** Options of the fake; change them with `test.extend({ fakeOptions: { users: 200 } })`. */
  fakeOptions: FakeConnectOptions;
  /** A new fake for each test. */
  fake: FakeConnect;
  /** The same fake on a port, for code with a `fetch` of its own; closed after the test. */
  server: FakeServer;
}

/**
 * Vitest's `test` with a new fake for each test that uses one.
 *
 * @example
 * ```ts
 * import { expect } from "vitest";
 * import { test } from "@connect-sdk/testing/vitest";
 *
 * test("locks users that have left", async ({ fake }) => {
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

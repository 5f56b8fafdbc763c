import { afterEach, expect, test, vi } from "vitest";

// Other files in this process import both modules as they are.
afterEach(() => {
  vi.doUnmock("vitest");
  vi.resetModules();
});

test("the fixtures refuse a Vitest that ignores their options", async () => {
  // Vitest 4.0 and older: their `test` can be extended, but has no `override`.
  vi.resetModules();
  vi.doMock("vitest", () => ({ test: { extend: () => undefined } }));
  await expect(import("../../src/vitest.ts")).rejects.toThrow(
    "@connect-sdk/testing/vitest needs Vitest 4.1 or newer; update vitest, or call createFakeConnect() in your tests",
  );
});

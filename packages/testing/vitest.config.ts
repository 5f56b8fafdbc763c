import { mergeConfig } from "vitest/config";
import { packageTests } from "../../vitest.shared.ts";

export default mergeConfig(packageTests("testing"), {
  // The examples for node:test are run by a test, as node:test does not run under vitest.
  test: { include: ["examples/{vitest,msw}/*.test.ts"] },
});

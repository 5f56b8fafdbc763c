import { mergeConfig } from "vitest/config";
import { packageTests } from "../../vitest.shared.ts";

export default mergeConfig(packageTests("testing"), {
  test: {
    // The example for node:test is run by a test: its own runner does not run under this one.
    include: ["examples/{vitest,msw}/*.test.ts"],
    // Programs that are started from their sources take their time on a busy machine.
    testTimeout: 30_000,
  },
});

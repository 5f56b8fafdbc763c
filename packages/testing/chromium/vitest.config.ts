import { mergeConfig } from "vitest/config";
import { packageTests } from "../../../vitest.shared.ts";

/** The tests of the inspector in Chromium: `pnpm --filter @connect-sdk/testing test:chromium`. */
export default mergeConfig(packageTests("testing in Chromium"), {
  test: { root: new URL(".", import.meta.url).pathname, include: ["*.test.ts"] },
});

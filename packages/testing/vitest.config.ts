import { packageTests } from "../../vitest.shared.ts";

export default packageTests("testing", {
  globalSetup: ["test/support/bundle.ts"],
  // The example for node:test is run by a test: its own runner does not run under this one.
  include: ["examples/{vitest,msw}/*.test.ts"],
  slow: [
    "test/authorization/fuzz.test.ts",
    "test/core/fuzz.test.ts",
    "test/examples/node-test.test.ts",
    "test/http/open-handles.test.ts",
    "test/recipes/test-runners.test.ts",
    "test/users/list-json.test.ts",
    "test/users/listing-model.test.ts",
  ],
});

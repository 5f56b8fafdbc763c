import { packageTests } from "../../vitest.shared.ts";

export default packageTests("lifecycle", {
  slow: [
    "test/merge-laws.test.ts",
    "test/model.test.ts",
    "test/requests.test.ts",
    "test/throttle.test.ts",
    "test/unknowns.test.ts",
  ],
});

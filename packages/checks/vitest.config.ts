import { packageTests } from "../../vitest.shared.ts";

export default packageTests("checks", {
  // `.ci/run` runs all of `test/torture`, at length.
  slow: [
    "test/torture/{canaries,marathon,matrix,matrix-over-port,model,mutants,protections,slow-connections,soak}.test.ts",
  ],
});

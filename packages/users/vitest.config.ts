import { packageTests } from "../../vitest.shared.ts";

export default packageTests("users", {
  slow: ["test/find-under-change.test.ts"],
});

import { packageTests } from "../../vitest.shared.ts";

export default packageTests("api", {
  slow: ["test/compiler.test.ts", "test/fetches.test.ts", "test/proxies-and-certificates.test.ts"],
});

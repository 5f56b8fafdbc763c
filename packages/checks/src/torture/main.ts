import { startVitest } from "vitest/node";

/** `pnpm torture`: the whole suite, with everything that `npm test` has no time for. */
process.env["TORTURE"] = "full";
const vitest = await startVitest("test", [], { watch: false });
await vitest.close();

import { startVitest } from "vitest/node";

/** `pnpm torture`: runs the whole suite, including what takes too long for `npm test`. */
process.env["TORTURE"] = "full";
const vitest = await startVitest("test", ["test/torture"], { watch: false });
await vitest.close();

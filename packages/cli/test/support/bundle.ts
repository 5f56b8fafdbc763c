import { bundleProgram } from "../../../../vitest.bundle.ts";

export default bundleProgram(new URL("../../src/bin.ts", import.meta.url));

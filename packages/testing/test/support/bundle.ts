import { bundleProgram } from "../../../../vitest.bundle.ts";

export default bundleProgram(new URL("run-from-source.ts", import.meta.url));

import { runNode } from "../measure/child-process.ts";
import type { Row } from "../row.ts";

const RUNS = 21;

export const importTesting: Row = {
  name: "import-testing",
  what: "importing `@connect-sdk/testing`",
  floor: "in a process that does nothing else",
  budget: { at: "most", value: 90, unit: "ms" },
  measure() {
    const url = JSON.stringify(import.meta.resolve("@connect-sdk/testing"));
    const program = `const start = performance.now(); await import(${url}); console.log(performance.now() - start);`;
    const found = Array.from({ length: RUNS }, () => Number(runNode(["--input-type=module", "-e", program])));
    return Promise.resolve(found);
  },
};

import { parseArgs } from "node:util";
import { soak } from "./soak.ts";

/** Runs a soak in a process of its own and prints the report as JSON. */
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "3" }, seed: { type: "string", default: "1" } },
});
console.log(JSON.stringify(await soak({ seconds: Number(values.seconds), seed: Number(values.seed) })));

import { parseArgs } from "node:util";
import { marathon } from "./marathon.ts";

/** Runs a marathon in a process of its own and prints the report as JSON. */
const { values } = parseArgs({
  options: { requests: { type: "string", default: "10000" }, journal: { type: "string", default: "1000" } },
});
console.log(
  JSON.stringify(await marathon({ requests: Number(values.requests), journalLimit: Number(values.journal) })),
);

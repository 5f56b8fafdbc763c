/** `summary`: prints the tables of what was checked last, for the end of `.ci/run`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatTable, type Cell } from "./format-table.ts";
import { acceptance, isObject } from "./workspace.ts";

for (const name of ["consumers", "runtimes"]) {
  const file = join(acceptance, "reports", `${name}.json`);
  if (!existsSync(file)) {
    console.log(`\n${name}: there is no report.`);
    continue;
  }
  const report: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isObject(report) || !Array.isArray(report["cells"])) throw new Error(`${file} is no report.`);
  console.log(`\n${formatTable(String(report["title"]), report["cells"].filter(isCell))}`);
}

function isCell(value: unknown): value is Cell {
  return isObject(value) && typeof value["row"] === "string" && typeof value["column"] === "string";
}

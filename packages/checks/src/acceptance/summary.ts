import { isObject } from "@connect-sdk/api/internal";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { formatTable, type Cell } from "./checklist.ts";
import { checks, readObject } from "./workspace.ts";

/** `summary`: prints the tables of the last run, for the end of `.ci/run`. */
for (const name of ["consumers", "runtimes", "examples"]) {
  const file = join(checks, "reports", `${name}.json`);
  if (!existsSync(file)) {
    console.log(`\n${name}: no report.`);
    continue;
  }
  const { title, cells } = readObject(file);
  if (!Array.isArray(cells)) throw new Error(`${file} is not a report.`);
  console.log(`\n${formatTable(String(title), cells.filter(isCell))}`);
}

function isCell(value: unknown): value is Cell {
  return isObject(value) && typeof value["row"] === "string" && typeof value["column"] === "string";
}

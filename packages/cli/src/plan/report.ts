import { csv } from "../terminal/csv.ts";
import type { Settled } from "./outcome.ts";
import { PLAN_COLUMNS, planTableRow } from "./plan-table.ts";

/** What became of each row, as CSV that a spreadsheet may open. */
export async function reportText(settled: readonly Settled[]): Promise<string> {
  let text = "";
  for await (const chunk of csv(rows(settled), PLAN_COLUMNS, { raw: false })) text += chunk;
  return text;
}

async function* rows(settled: readonly Settled[]): AsyncGenerator<object, void, void> {
  for (const each of settled) yield await Promise.resolve(planTableRow(each, { structured: false }));
}

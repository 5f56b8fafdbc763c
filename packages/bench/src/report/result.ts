import { type Summary, summarize } from "../measure/statistics.ts";
import { keeps, type Row } from "../row.ts";

/** What came out of a row. */
export interface Result {
  readonly row: Row;
  readonly summary: Summary;
  /** Whether the median keeps the budget. */
  readonly kept: boolean;
}

/** Measures a row. */
export async function measureRow(row: Row): Promise<Result> {
  const summary = summarize(await row.measure());
  return { row, summary, kept: keeps(row.budget, summary.median) };
}

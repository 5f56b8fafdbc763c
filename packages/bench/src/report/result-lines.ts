import { formatBudget, formatFigure } from "./format-figure.ts";
import type { Result } from "./result.ts";

/** A result as the cells of a table: what, measured beside what, figure, spread, budget, verdict. */
export function resultLine({ row, summary, kept }: Result): string[] {
  const { median, low, high, runs } = summary;
  const { unit } = row.budget;
  const spread = runs === 1 ? "" : `${formatFigure(low, unit)} – ${formatFigure(high, unit)}`;
  return [row.what, row.floor, formatFigure(median, unit), spread, formatBudget(row.budget), kept ? "kept" : "MISSED"];
}

export const RESULT_HEAD: readonly string[] = ["what", "measured beside", "median", "half of the runs", "budget", ""];

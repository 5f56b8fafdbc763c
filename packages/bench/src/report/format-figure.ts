import type { Budget, Unit } from "../row.ts";

/** A figure with as many digits as mean something. */
export function formatFigure(figure: number, unit: Unit): string {
  const digits = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  const text = figure.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return unit === "/s" ? `${text} a second` : `${text} ${unit}`;
}

/** A budget, as in `≤ 1.15 ×`. */
export function formatBudget({ at, value, unit }: Budget): string {
  const text = value.toLocaleString("en-US");
  return `${at === "most" ? "≤" : "≥"} ${unit === "/s" ? `${text} a second` : `${text} ${unit}`}`;
}

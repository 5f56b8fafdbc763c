import type { Style } from "../output/style.ts";

/** A heading with what belongs under it. */
export function section(title: string, lines: readonly string[], style: Style): string {
  return lines.length === 0 ? "" : `${style("bold", `${title}:`)}\n${lines.map((line) => `  ${line}\n`).join("")}\n`;
}

/** Two columns, the first as wide as its widest entry. */
export function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(0, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `${left.padEnd(width)}  ${right}`);
}

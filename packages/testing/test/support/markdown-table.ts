/** Formats a Markdown table like Prettier. The first row has the names of the columns. */
export function toTable(rows: readonly (readonly string[])[]): string {
  const [header = [], ...others] = rows;
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(header), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join("\n");
}

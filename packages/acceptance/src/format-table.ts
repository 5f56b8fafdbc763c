/** The outcome of one or more checks at a place of the table. */
export interface Cell {
  row: string;
  column: string;
  passed: number;
  failed: number;
  seconds: number;
}

/** Renders outcomes as a table: a row for each thing that was checked, a column for each way to check it. */
export function formatTable(title: string, cells: readonly Cell[]): string {
  const columns = unique(cells.map((cell) => cell.column)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const rows = unique(cells.map((cell) => cell.row));
  const lines = [
    [title, ...columns],
    ...rows.map((row) => [row, ...columns.map((column) => mark(cells, row, column))]),
  ];
  const widths = [title, ...columns].map((_, index) => Math.max(...lines.map((line) => (line[index] ?? "").length)));
  const [head, ...body] = lines.map((line) =>
    line
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...body].join("\n");
}

function mark(cells: readonly Cell[], row: string, column: string): string {
  const here = cells.filter((cell) => cell.row === row && cell.column === column);
  if (here.length === 0) return "";
  const passed = here.reduce((sum, cell) => sum + cell.passed, 0);
  const failed = here.reduce((sum, cell) => sum + cell.failed, 0);
  if (failed > 0) return passed + failed === 1 ? "FAILED" : `${failed} of ${passed + failed} FAILED`;
  return passed === 1 ? "✓" : `✓ ${passed}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

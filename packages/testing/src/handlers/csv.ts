type Cell = string | number | boolean | null | undefined;

/** Writes rows as CSV by RFC 4180: a header line, CRLF, quotes where they are needed. */
export function writeCsv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, Cell>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => writeCell(row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\r\n");
}

function writeCell(value: Cell): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

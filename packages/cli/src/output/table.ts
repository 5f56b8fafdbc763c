import stringWidth from "string-width";
import { fieldOf, type Row } from "../result.ts";
import { batches } from "./batches.ts";
import { cell } from "./cell.ts";
import { cut, fitWidths, GAP, pad } from "./fit.ts";
import type { Style } from "./style.ts";

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal; `undefined` in a pipe, where nothing is ever cut. */
  readonly width: number | undefined;
  readonly style: Style;
}

/**
 * Rows under a header. The first rows decide how wide the columns are, so that the rest can be printed while it arrives;
 * in a pipe a longer cell pushes its line to the right instead of losing text.
 */
export async function* table(
  rows: AsyncIterable<Row>,
  columns: readonly string[],
  options: TableOptions,
): AsyncGenerator<string, void, void> {
  let widths: readonly number[] | undefined;
  for await (const batch of batches(rows, 200)) {
    const cells = batch.map((row) => columns.map((column) => cell(fieldOf(row, column), column)));
    const header = widths === undefined ? [columns] : [];
    widths ??= fitWidths(naturalWidths([columns, ...cells]), options.width);
    const lines = [
      ...header.map((line) => heading(line, widths ?? [], options)),
      ...cells.map((line) => join(line, widths ?? [], options)),
    ];
    yield lines.map((line) => `${line}\n`).join("");
  }
}

/** One thing, a field a line. */
export function fieldList(record: Row, { width, style }: TableOptions): string {
  const names = Object.keys(record);
  const nameWidth = Math.max(0, ...names.map((name) => name.length));
  const room = width === undefined ? undefined : Math.max(1, width - nameWidth - GAP.length);
  return names
    .map((name) => {
      const text = cell(fieldOf(record, name), name);
      return (
        `${style("bold", pad(name, nameWidth))}${GAP}${room === undefined ? text : cut(text, room)}`.trimEnd() + "\n"
      );
    })
    .join("");
}

function naturalWidths(lines: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach((text, at) => (widths[at] = Math.max(widths[at] ?? 0, stringWidth(text))));
  }
  return widths;
}

function heading(names: readonly string[], widths: readonly number[], options: TableOptions): string {
  return options.style("bold", join(names, widths, options));
}

function join(cells: readonly string[], widths: readonly number[], options: TableOptions): string {
  return cells
    .map((text, at) => {
      const width = widths[at] ?? 0;
      return pad(options.width === undefined ? text : cut(text, width), width);
    })
    .join(GAP)
    .trimEnd();
}

import stringWidth from "string-width";
import { fieldOf, type Row } from "../result.ts";
import { batches } from "./batches.ts";
import { cell } from "./cell.ts";
import { cut, fitColumns, GAP, pad, type NaturalColumn } from "./fit.ts";
import type { Style } from "./style.ts";

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal; `undefined` in a pipe, where nothing is ever cut. */
  readonly width: number | undefined;
  readonly style: Style;
  /** Tells the reader what there was no room for. */
  readonly note: (text: string) => unknown;
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
  let widths: readonly (number | undefined)[] | undefined;
  for await (const batch of batches(rows, 200)) {
    const lines = batch.map((row) => columns.map((column) => cell(fieldOf(row, column), column)));
    const header = widths === undefined ? [columns] : [];
    const fitted = (widths ??= fitColumns(naturalColumns([columns, ...lines]), options.width));
    const print = (cells: readonly string[]): string => join(cells, columns, fitted, options);
    yield [...header.map((names) => options.style("bold", print(names))), ...lines.map(print)]
      .map((line) => `${line}\n`)
      .join("");
  }
  const missing = columns.filter((_column, at) => widths !== undefined && widths[at] === undefined);
  if (missing.length > 0) {
    await options.note(`No room for ${missing.join(", ")}: widen the terminal, or choose with --fields.`);
  }
}

/** Columns that name what the row is about. */
const IDENTITY: ReadonlySet<string> = new Set(["username", "guid", "profile"]);

/** One thing, a field a line. Nothing is cut: a long value goes on in the next line of the terminal. */
export function fieldList(record: Row, { style }: Pick<TableOptions, "style">): string {
  const names = Object.keys(record);
  const width = Math.max(0, ...names.map((name) => name.length));
  return names
    .map((name) => `${style("bold", pad(name, width))}${GAP}${cell(fieldOf(record, name), name)}`.trimEnd() + "\n")
    .join("");
}

function naturalColumns([names = [], ...lines]: readonly (readonly string[])[]): NaturalColumn[] {
  return names.map((name, at) => ({
    width: Math.max(...[name, ...lines.map((cells) => cells[at] ?? "")].map((text) => stringWidth(text))),
    whole: IDENTITY.has(name),
  }));
}

function join(
  cells: readonly string[],
  columns: readonly string[],
  widths: readonly (number | undefined)[],
  options: TableOptions,
): string {
  return cells
    .flatMap((text, at) => {
      const width = widths[at];
      if (width === undefined) return [];
      const whole = options.width === undefined || IDENTITY.has(columns[at] ?? "");
      return [pad(whole ? text : cut(text, width), width)];
    })
    .join(GAP)
    .trimEnd();
}

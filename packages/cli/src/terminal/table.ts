import stringWidth from "string-width";
import { batches, fieldOf, plain, type Row, type Rows, type TableOptions } from "./result.ts";
import { safeText } from "./text.ts";

/**
 * Yields rows under a header. The first 200 rows determine the column widths, so that rows are printed as they arrive. In a
 * pipe a longer cell pushes the rest of its line to the right instead of being truncated.
 */
export async function* table(
  rows: Rows,
  columns: readonly string[],
  options: TableOptions,
): AsyncGenerator<string, void, void> {
  let widths: readonly (number | undefined)[] | undefined;
  for await (const batch of batches(rows)) {
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
    await options.note(`No room for ${missing.join(", ")}: widen the terminal, or choose columns with --fields.`);
  }
}

/** Returns one object, one field per line. Nothing is truncated; the terminal wraps long values. */
export function fieldList(record: Row, { style }: Pick<TableOptions, "style">): string {
  const names = Object.keys(record);
  const width = Math.max(0, ...names.map((name) => name.length));
  return names
    .map((name) => `${style("bold", pad(name, width))}${GAP}${cell(fieldOf(record, name), name)}`.trimEnd() + "\n")
    .join("");
}

/** Columns that identify a row. They are never truncated, because people copy their values into the next command. */
const IDENTITY: ReadonlySet<string> = new Set(["username", "guid", "profile"]);

function cell(value: unknown, field: string): string {
  if (value === null) return field.endsWith("_time") ? "never" : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return safeText(plain(value));
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

/** The space between two columns. */
export const GAP = "  ";

/** Pads text to a width in terminal cells, where a wide character takes two. Longer text is unchanged. */
export function pad(text: string, width: number): string {
  const padded = text + " ".repeat(Math.max(0, width - stringWidth(text)));
  // A sign that belongs to the character after it takes the first space into its own cell.
  return padded + " ".repeat(Math.max(0, width - stringWidth(padded)));
}

/** Truncates text to a width in terminal cells, with an ellipsis at its end. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = "";
  let used = 0;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += stringWidth(segment);
    if (used > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}

/** A column before it is fitted. */
export interface NaturalColumn {
  /** Width of its widest cell. */
  readonly width: number;
  /** Whether it must neither shrink nor be dropped. */
  readonly whole: boolean;
}

/**
 * Shrinks columns to the width of a terminal: always the widest one, and none below eight cells. Then drops columns from the
 * right; their width is `undefined`. Without a terminal all columns keep their width.
 */
export function fitColumns(columns: readonly NaturalColumn[], terminal = Infinity): (number | undefined)[] {
  const shown = new Set(columns);
  const least = ({ width, whole }: NaturalColumn): number => (whole ? width : Math.min(width, NARROWEST));
  while (lineWidth([...shown].map(least)) > terminal) {
    const last = [...shown].findLast(({ whole }) => !whole);
    if (last === undefined) break;
    shown.delete(last);
  }
  const widths = new Map([...shown].map((column) => [column, column.width]));
  let excess = lineWidth([...widths.values()]) - terminal;
  for (; excess > 0; excess -= 1) {
    const [widest] = [...widths]
      .filter(([column, width]) => width > least(column))
      .sort(([, one], [, other]) => other - one);
    if (widest === undefined) break;
    widths.set(widest[0], widest[1] - 1);
  }
  return columns.map((column) => widths.get(column));
}

const NARROWEST = 8;

function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

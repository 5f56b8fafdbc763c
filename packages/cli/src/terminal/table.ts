import stringWidth from "string-width";
import { batches, fieldOf, type Row, type TableOptions } from "./result.ts";
import { safeText } from "./text.ts";

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

/** Between two columns. */
export const GAP = "  ";

/** Pads text to a width in terminal cells, counting wide characters as two. Longer text stays as it is. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

/** Cuts text to a width in terminal cells; an ellipsis shows that something is missing. */
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

/** A column that is to be fitted. */
export interface NaturalColumn {
  /** As wide as its widest cell. */
  readonly width: number;
  /** Neither shrinks nor goes: whoever reads it will type it again. */
  readonly whole: boolean;
}

/**
 * Shrinks columns until they fit into a terminal: always the widest, and none below what can still be read. What then does
 * not fit is left out, from the right: its width is `undefined`. Without a terminal everything stays as it is.
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

function lineWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1));
}

/** In terminal cells; narrower columns tell nothing. */
const NARROWEST = 8;

/** A value as a person reads it in a table. */
export function cell(value: unknown, field: string): string {
  if (value === null) return field.endsWith("_time") ? "never" : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return safeText(plain(value));
}

/** A value as a program reads it in CSV: nothing for null, JSON for what is not a single value. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}

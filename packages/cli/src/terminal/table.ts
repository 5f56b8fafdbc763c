import stringWidth from "string-width";
import { batches, fieldOf, plain, type Row, type Rows, type TableOptions } from "./result.ts";
import { safeText, wrapLine } from "./text.ts";

/**
 * Yields rows under a header. The first 200 rows determine the column widths, so that rows are printed as they arrive. In a
 * pipe a longer cell pushes the rest of its line to the right instead of being truncated.
 */
export async function* table(
  rows: Rows,
  columns: readonly string[],
  options: TableOptions,
): AsyncGenerator<string, void, void> {
  let fitted: readonly Fitted[] | undefined;
  for await (const batch of batches(rows)) {
    const lines = batch.map((row) => columns.map((column) => cell(fieldOf(row, column), column)));
    const header = fitted === undefined ? [columns.map(safeText)] : [];
    const layout = (fitted ??= fit([...header, ...lines], columns, options));
    const print = (cells: readonly string[]): string => join(cells, layout);
    yield [...header.map((names) => options.style("bold", print(names))), ...lines.map(print)]
      .map((line) => `${line}\n`)
      .join("");
  }
  const missing = columns.filter((_column, at) => fitted !== undefined && fitted[at]?.width === undefined);
  if (missing.length > 0) {
    await options.note(`No room for ${missing.join(", ")}: widen the terminal, or choose columns with --fields.`);
  }
}

/** Returns one object, one field per line. Nothing is truncated; on a terminal, long values are wrapped. */
export function fieldList(record: Row, { style, width: terminal }: Pick<TableOptions, "style" | "width">): string {
  const names = Object.keys(record);
  const width = Math.max(0, ...names.map((name) => stringWidth(safeText(name))));
  return names
    .map((name) => {
      const label = pad(safeText(name), width);
      const line = `${label}${GAP}${cell(fieldOf(record, name), name)}`.trimEnd();
      const wrapped = wrapLine(line, terminal, width + GAP.length);
      return `${style("bold", label.trimEnd())}${wrapped.slice(label.trimEnd().length)}\n`;
    })
    .join("");
}

/** Columns that identify a row. They are not truncated, because people copy their values into the next command. */
const IDENTITY: ReadonlySet<string> = new Set(["username", "guid", "profile"]);

/** Columns whose values are useless if truncated. They are shown in full or not at all. */
const ALL_OR_NOTHING = /(^|_)(url|role|mode|status|kind|action)$/;

/** Columns that give way to all others. */
const MINOR: ReadonlySet<string> = new Set(["first_name", "last_name"]);

function cell(value: unknown, field: string): string {
  if (value === null) return field.endsWith("_time") ? "never" : "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return safeText(plain(value));
}

/** A column with its width; `undefined` when there is no room for it. */
interface Fitted {
  readonly width: number | undefined;
  /** Whether longer cells are truncated. */
  readonly cut: boolean;
}

function fit(
  lines: readonly (readonly string[])[],
  columns: readonly string[],
  { width: terminal, chosen = false }: Pick<TableOptions, "width" | "chosen">,
): Fitted[] {
  const natural = columns.map((name, at): NaturalColumn => {
    const cells = lines.map((cells) => cells[at] ?? "");
    const width = Math.max(...cells.map((text) => stringWidth(text)));
    const whole = IDENTITY.has(name) && width <= (terminal ?? Infinity);
    const least = ALL_OR_NOTHING.test(name) ? width : name.includes("email") ? 16 : 12;
    // A time without a place for its hours is shown as a date.
    const short = cells.some((text) => TIME.test(text)) ? Math.max(name.length, DATE_WIDTH) : width;
    return { width, whole, least, short, minor: !chosen && MINOR.has(name) };
  });
  return fitColumns(natural, terminal).map((width, at) => ({
    width,
    cut: terminal !== undefined && natural[at]?.whole !== true,
  }));
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const DATE_WIDTH = 10;

function join(cells: readonly string[], columns: readonly Fitted[]): string {
  return cells
    .flatMap((text, at) => {
      const { width, cut: isCut = true } = columns[at] ?? {};
      if (width === undefined) return [];
      const shown = isCut && TIME.test(text) && width < stringWidth(text) ? text.slice(0, DATE_WIDTH) : text;
      return [pad(isCut ? cut(shown, width) : shown, width)];
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
  /** The width below which it is useless. Default: 8. */
  readonly least?: number;
  /** Width of a shorter form of its cells, used as soon as not all columns have room. Default: `width`. */
  readonly short?: number;
  /** Whether it is dropped before the columns that are not minor. Default: false. */
  readonly minor?: boolean;
}

/**
 * Fits columns to the width of a terminal. Drops minor columns, then columns from the right, until the others are readable; the width of a
 * dropped column is `undefined`. Then shrinks the others, always the widest one. Without a terminal all keep their width.
 */
export function fitColumns(columns: readonly NaturalColumn[], terminal = Infinity): (number | undefined)[] {
  if (lineWidth(columns.map(({ width }) => width)) <= terminal) return columns.map(({ width }) => width);
  const shown = new Set(columns);
  const start = ({ width, whole, short = width }: NaturalColumn): number => (whole ? width : Math.min(width, short));
  const least = (column: NaturalColumn): number =>
    column.whole ? column.width : Math.min(start(column), column.least ?? NARROWEST);
  while (lineWidth([...shown].map(least)) > terminal) {
    const droppable = [...shown].filter(({ whole }) => !whole);
    // All minor ones at once: a first name without the last name helps nobody.
    const minor = droppable.filter(({ minor = false }) => minor);
    const dropped = minor.length > 0 ? minor : droppable.slice(-1);
    if (dropped.length === 0) break;
    for (const column of dropped) shown.delete(column);
  }
  const widths = new Map([...shown].map((column) => [column, start(column)]));
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

import { stringify } from "csv-stringify/sync";
import { batches, fieldOf, plain, type Rows } from "./result.ts";

/** How to write CSV. */
export interface CsvStyle {
  /** Leaves cells unchanged, even formulas. */
  readonly raw: boolean;
  /**
   * Writes what Excel opens with a double click: a byte order mark, Windows line ends, the separator of the locale, and text that
   * Excel would take for a number or a date guarded like a formula.
   */
  readonly excel?: { readonly delimiter: string } | undefined;
  /** Starts with a byte order mark, so that spreadsheets read UTF-8. Excel takes other files for the local encoding. */
  readonly byteOrderMark?: boolean | undefined;
}

/**
 * Yields rows as CSV with a header. Without `columns`, the fields of the first row are the columns. Unless `raw`, cells that
 * a spreadsheet would run as a formula are made safe by {@link defuseFormula}.
 */
export async function* csv(
  rows: Rows,
  columns: readonly string[],
  { raw, excel, byteOrderMark = excel !== undefined }: CsvStyle,
): AsyncGenerator<string, void, void> {
  const finish = (value: unknown): string => {
    const text = plain(value);
    if (raw) return text;
    return excel !== undefined && typeof value === "string" ? guardText(text) : defuseFormula(text);
  };
  const write = (lines: string[][]): string =>
    stringify(lines, excel === undefined ? {} : { delimiter: excel.delimiter, record_delimiter: "windows" });
  let header: readonly string[] | undefined;
  const start = (names: readonly string[]): string => (byteOrderMark ? "\ufeff" : "") + write([names.map(finish)]);
  for await (const batch of batches(rows)) {
    const names = header ?? (columns.length > 0 ? columns : Object.keys(batch[0] ?? {}));
    const lines = write(batch.map((row) => names.map((name) => finish(fieldOf(row, name)))));
    // The header waits for the first rows, because an unknown field of --fields is only detected there.
    yield header === undefined ? start(names) + lines : lines;
    header = names;
  }
  if (header === undefined && columns.length > 0) yield start(columns);
}

/**
 * Returns the separator that Excel expects: a semicolon where the decimal mark is a comma, as Windows sets it up. A `sep=` line
 * would name it, but makes Excel ignore the byte order mark.
 *
 * @param locale - such as `de_DE.UTF-8`. Default: the locale of the system.
 */
export function excelDelimiter(locale: string | undefined): string {
  const tag = locale?.replace(/[.@].*$/, "").replaceAll("_", "-");
  if (tag === "" || tag === "C" || tag === "POSIX") return ",";
  try {
    const parts = new Intl.NumberFormat(tag).formatToParts(1.5);
    return parts.some(({ type, value }) => type === "decimal" && value === ",") ? ";" : ",";
  } catch {
    return ",";
  }
}

/**
 * Makes a cell safe for a spreadsheet: text that would run as a formula gets a leading apostrophe.
 *
 * Text with apostrophes before such a start gets one more, so that {@link restoreFormula} can always undo it: `=1` becomes
 * `'=1`, and `'=1` becomes `''=1`. Other text, such as `'t Hooft`, is unchanged. So is a number, but not `'00123`, because
 * {@link guardText} writes `00123` like this.
 */
export function defuseFormula(text: string): string {
  return PERHAPS_DEFUSED.test(text) || (text.startsWith("'") && isNumeric(text)) ? `'${text}` : text;
}

/** As {@link defuseFormula}, also for text that a spreadsheet would change into a number or a date: `00123` becomes `'00123`. */
export function guardText(text: string): string {
  return PERHAPS_DEFUSED.test(text) || isNumeric(text) ? `'${text}` : text;
}

/** Undoes {@link defuseFormula} and {@link guardText}: `restoreFormula(guardText(text)) === text` for any text. */
export function restoreFormula(text: string): string {
  return text.startsWith("'") && (DEFUSED.test(text) || isNumeric(text)) ? text.slice(1) : text;
}

// The characters that make Excel, LibreOffice, Sheets or Numbers run a cell. Numbers accepts the full-width forms too.
const START = "[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]";
const PERHAPS_DEFUSED = new RegExp(`^'*${START}`);
const DEFUSED = new RegExp(`^'+${START}`);

/** Whether text, without apostrophes before it, is a number, an amount, a date, a time or a Boolean in a spreadsheet. */
function isNumeric(text: string): boolean {
  const bare = text.replace(/^'+/, "").trim();
  return bare.length <= 40 && (NUMBER.test(bare) || DATE.test(bare) || BOOLEAN.test(bare));
}

const NUMBER = /^[\p{Sc}( +-]*[\p{Nd}.,][\p{Nd}.,:/+\- %)\p{Sc}e]*(?:[ap]m?)?$/iu;
const BOOLEAN = /^(?:true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|waar|onwaar|sant|falskt)$/i;

// `MAR1` and `1-Dec` are usernames that Excel is known to change. Month names of other languages start alike or have an accent.
const MONTH =
  "(?:jan|feb|f[eé]v|m[aä]r|apr|avr|ma[iyj]|jun|jui|jul|aug|ao[uû]|ago|sep|o[ck]t|nov|de[cz]|d[eé]c)[\\p{L}]*\\.?";
const DATE = new RegExp(`^(?:\\d{1,4}[ ,./-]*${MONTH}|${MONTH}[ ,./-]*\\d)[\\d ,./-]*$`, "iu");

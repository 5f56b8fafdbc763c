import { stringify } from "csv-stringify/sync";
import { batches, fieldOf, type Row } from "./result.ts";
import { plain } from "./table.ts";

/** Rows as CSV with a header; without columns, those of the first row. Unless `raw`, cells that a spreadsheet would run as a formula are defused. */
export async function* csv(
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: readonly string[],
  { raw }: { raw: boolean },
): AsyncGenerator<string, void, void> {
  const finish = raw ? plain : (value: unknown) => defuseFormula(plain(value));
  let header: readonly string[] | undefined;
  for await (const batch of batches(rows, 200)) {
    const names = header ?? (columns.length > 0 ? columns : Object.keys(batch[0] ?? {}));
    const lines = batch.map((row) => names.map((name) => finish(fieldOf(row, name))));
    // The header waits for the first rows: they may turn out to lack a field that was asked for.
    yield stringify(header === undefined ? [names.map(finish), ...lines] : lines);
    header = names;
  }
  if (header === undefined && columns.length > 0) yield stringify([columns.map(finish)]);
}

/**
 * Makes a cell harmless for a spreadsheet: text that it would run as a formula gets a leading apostrophe.
 *
 * Text that already has apostrophes before such a beginning gets one more, so that {@link restoreFormula} always knows what
 * to take away: `=1` becomes `'=1`, and `'=1` becomes `''=1`. Other text, such as `'t Hooft`, stays as it is.
 */
export function defuseFormula(text: string): string {
  return PERHAPS_DEFUSED.test(text) ? `'${text}` : text;
}

/** Undoes {@link defuseFormula}: `restoreFormula(defuseFormula(text))` is `text`, whatever it is. */
export function restoreFormula(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text;
}

// What makes Excel, LibreOffice, Sheets or Numbers run a cell; Numbers does it for the full-width forms as well.
const START = "[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]";
const PERHAPS_DEFUSED = new RegExp(`^'*${START}`);
const DEFUSED = new RegExp(`^'+${START}`);

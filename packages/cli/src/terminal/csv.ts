import { stringify } from "csv-stringify/sync";
import { batches, fieldOf, plain, type Rows } from "./result.ts";

/**
 * Yields rows as CSV with a header. Without `columns`, the fields of the first row are the columns. Unless `raw`, cells that
 * a spreadsheet would run as a formula are made safe by {@link defuseFormula}.
 */
export async function* csv(
  rows: Rows,
  columns: readonly string[],
  { raw }: { raw: boolean },
): AsyncGenerator<string, void, void> {
  const finish = raw ? plain : (value: unknown) => defuseFormula(plain(value));
  let header: readonly string[] | undefined;
  for await (const batch of batches(rows)) {
    const names = header ?? (columns.length > 0 ? columns : Object.keys(batch[0] ?? {}));
    const lines = batch.map((row) => names.map((name) => finish(fieldOf(row, name))));
    // The header waits for the first rows, because an unknown field of --fields is only detected there.
    yield stringify(header === undefined ? [names.map(finish), ...lines] : lines);
    header = names;
  }
  if (header === undefined && columns.length > 0) yield stringify([columns.map(finish)]);
}

/**
 * Makes a cell safe for a spreadsheet: text that would run as a formula gets a leading apostrophe.
 *
 * Text with apostrophes before such a start gets one more, so that {@link restoreFormula} can always undo it: `=1` becomes
 * `'=1`, and `'=1` becomes `''=1`. Other text, such as `'t Hooft`, is unchanged.
 */
export function defuseFormula(text: string): string {
  return PERHAPS_DEFUSED.test(text) ? `'${text}` : text;
}

/** Undoes {@link defuseFormula}: `restoreFormula(defuseFormula(text)) === text` for any text. */
export function restoreFormula(text: string): string {
  return DEFUSED.test(text) ? text.slice(1) : text;
}

// The characters that make Excel, LibreOffice, Sheets or Numbers run a cell. Numbers accepts the full-width forms too.
const START = "[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20]";
const PERHAPS_DEFUSED = new RegExp(`^'*${START}`);
const DEFUSED = new RegExp(`^'+${START}`);

import { stringify } from "csv-stringify/sync";
import { fieldOf, type Row } from "../result.ts";
import { batches } from "./batches.ts";
import { plain } from "./cell.ts";
import { defuseFormula } from "./formula.ts";

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

import { stringify } from "csv-stringify/sync";
import { fieldOf, type Row } from "../result.ts";
import { batches } from "./batches.ts";
import { plain } from "./cell.ts";
import { defuseFormula } from "./formula.ts";

/** Rows as CSV with a header. Unless `raw`, cells that a spreadsheet would run as a formula are defused. */
export async function* csv(
  rows: AsyncIterable<Row>,
  columns: readonly string[],
  { raw }: { raw: boolean },
): AsyncGenerator<string, void, void> {
  const finish = raw ? plain : (value: unknown) => defuseFormula(plain(value));
  yield stringify([columns.map(finish)]);
  for await (const batch of batches(rows, 200)) {
    yield stringify(batch.map((row) => columns.map((column) => finish(fieldOf(row, column)))));
  }
}

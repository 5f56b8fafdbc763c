import type { Io } from "../io.ts";
import type { Row, RowsResult } from "../result.ts";
import type { Format } from "./format.ts";
import { jsonArray, ndjson } from "./json.ts";
import { safeText } from "./safe-text.ts";
import { selectFields } from "./select-fields.ts";
import { tableOptions } from "./table-options.ts";

/** Many of a kind, as text. */
export async function* renderRows(result: RowsResult, format: Format, io: Io): AsyncGenerator<string, void, void> {
  const { columns = [], csvColumns = columns } = result;
  const selected = selectFields(result.rows, format.fields, [...columns, ...csvColumns]);
  switch (format.kind === "table" ? (result.format ?? "table") : format.kind) {
    case "json":
      return yield* jsonArray(selected);
    case "ndjson":
      return yield* ndjson(selected);
    case "csv":
      return yield* (await import("./csv.ts")).csv(selected, format.fields ?? csvColumns, format);
    case "table":
      return yield* forPeople(result, selected, format, io);
  }
}

async function* forPeople(
  { columns = [], line, picture }: RowsResult,
  rows: AsyncIterable<Row>,
  { fields }: Format,
  io: Io,
): AsyncGenerator<string, void, void> {
  if (fields === undefined && picture !== undefined && io.stdout.isTTY === true) return yield picture(tableOptions(io));
  if (fields === undefined && line !== undefined) return yield* lines(rows, line);
  const { table } = await import("./table.ts");
  let empty = true;
  for await (const text of table(rows, fields ?? columns, tableOptions(io))) {
    empty = false;
    yield text;
  }
  // Silence is right for a script. A person would wonder.
  if (empty && io.stderr.isTTY === true) await io.stderr.write("Nothing was found.\n");
}

async function* lines(rows: AsyncIterable<Row>, line: (row: Row) => string): AsyncGenerator<string, void, void> {
  for await (const row of rows) yield `${line(row).split("\n").map(safeText).join("\n")}\n`;
}

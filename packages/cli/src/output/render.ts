import type { Io } from "../io.ts";
import type { RecordResult, Result, Row, RowsResult } from "../result.ts";
import type { Format } from "./format.ts";
import { jsonArray, jsonValue, ndjson } from "./json.ts";
import { safeText } from "./safe-text.ts";
import { pick, requireKnown, selectFields } from "./select-fields.ts";
import { styleFor } from "./style.ts";
import type { TableOptions } from "./table.ts";

/** Prints what a command returned: data to standard output, its note to standard error. */
export async function render(result: Result, format: Format, io: Io): Promise<void> {
  for await (const chunk of chunks(result, format, io)) await io.stdout.write(chunk);
  if (result.note !== undefined) await io.stderr.write(`${safeText(result.note)}\n`);
}

function chunks(result: Result, format: Format, io: Io): Iterable<string> | AsyncIterable<string> {
  switch (result.kind) {
    case "rows":
      return rows(result, format, io);
    case "record":
      return record(result, format, io);
    case "value":
      return result.value === undefined ? [] : [jsonValue(result.value)];
    case "text":
      return [result.text];
  }
}

async function* rows(result: RowsResult, format: Format, io: Io): AsyncGenerator<string, void, void> {
  const { columns, csvColumns = columns } = result;
  const selected = selectFields(result.rows, format.fields, [...columns, ...csvColumns]);
  switch (format.kind === "table" ? (result.format ?? "table") : format.kind) {
    case "json":
      return yield* jsonArray(selected);
    case "ndjson":
      return yield* ndjson(selected);
    case "csv":
      return yield* (await import("./csv.ts")).csv(selected, format.fields ?? csvColumns, format);
    case "table":
      if (result.picture !== undefined && io.stdout.isTTY === true && format.fields === undefined) {
        return yield result.picture(tableOptions(io));
      }
      if (result.line !== undefined && format.fields === undefined) return yield* lines(selected, result.line);
      return yield* (await import("./table.ts")).table(selected, format.fields ?? columns, tableOptions(io));
  }
}

async function* record(result: RecordResult, format: Format, io: Io): AsyncGenerator<string, void, void> {
  const { fields } = format;
  if (fields !== undefined) requireKnown(fields, Object.keys(result.record));
  const selected: Row = fields === undefined ? result.record : pick(result.record, fields);
  switch (format.kind) {
    case "json":
      return yield jsonValue(selected);
    case "ndjson":
      return yield* ndjson(only(selected));
    case "csv":
      return yield* (await import("./csv.ts")).csv(only(selected), Object.keys(selected), format);
    case "table":
      if (result.text !== undefined && fields === undefined) return yield `${safeText(result.text)}\n`;
      if (result.columns !== undefined && fields === undefined) {
        return yield* (await import("./table.ts")).table(only(selected), result.columns, tableOptions(io));
      }
      return yield (await import("./table.ts")).fieldList(selected, tableOptions(io));
  }
}

async function* lines(rows: AsyncIterable<Row>, line: (row: Row) => string): AsyncGenerator<string, void, void> {
  for await (const row of rows) yield `${line(row).split("\n").map(safeText).join("\n")}\n`;
}

function tableOptions({ stdout, env }: Io): TableOptions {
  const width = stdout.isTTY === true ? (stdout.columns ?? 80) : undefined;
  return { width, style: styleFor(stdout, env) };
}

async function* only(row: Row): AsyncGenerator<Row, void, void> {
  yield await Promise.resolve(row);
}

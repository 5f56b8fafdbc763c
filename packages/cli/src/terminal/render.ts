import { usageError } from "../errors.ts";
import type { Io } from "./io.ts";
import {
  type OutputFlags,
  type TableOptions,
  batches,
  fieldOf,
  type RecordResult,
  type Result,
  type Row,
  type RowsResult,
  type ValueResult,
} from "./result.ts";
import { safeJson, safeText, styleFor } from "./text.ts";
import { isObject } from "../is-object.ts";

/** How a result is to be printed. */
export interface Format {
  readonly kind: "table" | "json" | "ndjson" | "csv";
  /** Only these fields, in this order. */
  readonly fields?: readonly string[];
  /** Leaves CSV cells as they are, also those that a spreadsheet would run. */
  readonly raw: boolean;
}

/** Reads the format from the flags. At most one may be named. */
export function readFormat(flags: OutputFlags): Format {
  const csv = flags.csv === true || flags.csvRaw === true;
  const named = ([flags.json === true && "json", flags.ndjson === true && "ndjson", csv && "csv"] as const).filter(
    (kind) => kind !== false,
  );
  if (named.length > 1) {
    throw usageError(`--${named.join(" and --")} exclude each other.`, "Name one output format.");
  }
  const fields = flags.fields?.map((field) => field.trim()).filter((field) => field !== "");
  return {
    kind: named[0] ?? "table",
    raw: flags.csvRaw === true,
    ...(fields !== undefined && fields.length > 0 && { fields }),
  };
}

/** Prints what a command returned: data to standard output, its note to standard error. */
export async function render(result: Result, format: Format, io: Io): Promise<void> {
  for await (const chunk of chunks(result, format, io)) await io.stdout.write(chunk);
  if (result.note !== undefined) await io.stderr.write(`${safeText(result.note)}\n`);
}

function chunks(result: Result, format: Format, io: Io): Iterable<string> | AsyncIterable<string> {
  switch (result.kind) {
    case "rows":
      return renderRows(result, format, io);
    case "record":
      return renderRecord(result, format, io);
    case "value":
      return renderValue(result, format);
    case "text":
      return [result.text];
  }
}

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

/** A single thing, as text. */
export async function* renderRecord(result: RecordResult, format: Format, io: Io): AsyncGenerator<string, void, void> {
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
    case "table": {
      if (fields === undefined && result.text !== undefined) return yield `${safeText(result.text)}\n`;
      const { fieldList, table } = await import("./table.ts");
      if (fields !== undefined || result.columns === undefined) return yield fieldList(selected, tableOptions(io));
      return yield* table(only(selected), result.columns, tableOptions(io));
    }
  }
}

/** What a server answered, as text: JSON unless another format is asked for and fits. */
export async function* renderValue({ value }: ValueResult, format: Format): AsyncGenerator<string, void, void> {
  if (value === undefined) return;
  if (!isObject(value)) return yield jsonValue(value);
  const { fields } = format;
  if (fields !== undefined) requireKnown(fields, Object.keys(value));
  const selected = fields === undefined ? value : pick(value, fields);
  if (format.kind === "ndjson") return yield* ndjson(only(selected));
  if (format.kind !== "csv") return yield jsonValue(selected);
  yield* (await import("./csv.ts")).csv(only(selected), Object.keys(selected), format);
}

/** Reduces rows to the fields of `--fields`. A name that no row has is an error, not an empty column. */
export async function* selectFields(
  rows: Iterable<Row> | AsyncIterable<Row>,
  fields: readonly string[] | undefined,
  known: readonly string[],
): AsyncGenerator<Row, void, void> {
  let checked = fields === undefined;
  for await (const row of rows) {
    if (!checked) requireKnown(fields ?? [], [...new Set([...known, ...Object.keys(row)])]);
    checked = true;
    yield fields === undefined ? row : pick(row, fields);
  }
  if (!checked && known.length > 0) requireKnown(fields ?? [], known);
}

/** A row with these fields only, in this order. */
export function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, fieldOf(row, field)]));
}

/** @throws CliError of kind `usage` for a field that is not known. */
export function requireKnown(fields: readonly string[], known: readonly string[]): void {
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown === undefined) return;
  throw usageError(`There is no field \`${unknown}\`.`, `--fields takes any of ${known.join(", ")}.`);
}

/** How a table is laid out on this program's standard output. */
export function tableOptions({ stdout, stderr, env }: Io): TableOptions {
  const width = stdout.isTTY === true ? (stdout.columns ?? 80) : undefined;
  return { width, style: styleFor(stdout, env), note: (text) => stderr.write(`${text}\n`) };
}

/** One row where many could be. */
export async function* only(row: Row): AsyncGenerator<Row, void, void> {
  yield await Promise.resolve(row);
}

/** Rows as one JSON array, a row a line, written while they arrive. */
export async function* jsonArray(rows: AsyncIterable<Row>): AsyncGenerator<string, void, void> {
  let lead = "[\n";
  for await (const batch of batches(rows, 200)) {
    yield lead + batch.map(line).join(",\n");
    lead = ",\n";
  }
  yield lead === "[\n" ? "[]\n" : "\n]\n";
}

/** Rows as one JSON object a line. */
export async function* ndjson(rows: AsyncIterable<Row>): AsyncGenerator<string, void, void> {
  for await (const batch of batches(rows, 200)) yield `${batch.map(line).join("\n")}\n`;
}

/** One value, indented. */
export function jsonValue(value: unknown): string {
  return `${safeJson(JSON.stringify(value, null, 2))}\n`;
}

function line(row: Row): string {
  return safeJson(JSON.stringify(row));
}

import { isObject } from "@connect-sdk/api/internal";
import { usageError } from "../errors.ts";
import type { Io } from "./io.ts";
import {
  batches,
  fieldOf,
  type OutputFlags,
  type RecordResult,
  type Result,
  type Row,
  type Rows,
  type RowsResult,
  type TableOptions,
  type ValueResult,
} from "./result.ts";
import { safeJson, safeText, styleFor } from "./text.ts";

/** How a result is printed. */
export interface Format {
  readonly kind: "table" | "json" | "ndjson" | "csv";
  /** Prints only these fields, in this order. */
  readonly fields?: readonly string[];
  /** Leaves CSV cells unchanged, even formulas. */
  readonly raw: boolean;
  /** Writes CSV for Excel. */
  readonly excel: boolean;
  /** The file to write to. Default: standard output. */
  readonly output?: string;
}

/** Reads the format from the flags. @throws CliError of kind `usage` for more than one format. */
export function readFormat(flags: OutputFlags): Format {
  const csv = flags.csv === true || flags.csvRaw === true;
  const named = ([flags.json === true && "json", flags.ndjson === true && "ndjson", csv && "csv"] as const).filter(
    (kind) => kind !== false,
  );
  if (named.length > 1) {
    throw usageError(`--${named.join(" and --")} cannot be combined.`, "Choose one output format.");
  }
  if (flags.excel === true && (named[0] !== "csv" || flags.csvRaw === true)) {
    throw usageError("--excel works with CSV only.", "Remove the other format.");
  }
  const { output } = flags;
  const fields = flags.fields?.map((field) => field.trim()).filter((field) => field !== "");
  return {
    kind: named[0] ?? "table",
    raw: flags.csvRaw === true,
    excel: flags.excel === true,
    ...(output !== undefined && output !== "-" && { output }),
    ...(fields !== undefined && fields.length > 0 && { fields }),
  };
}

/** Prints the result of a command: data to standard output, its note to standard error. */
export async function render(result: Result, format: Format, io: Io): Promise<void> {
  for await (const chunk of chunks(result, format, io)) await io.stdout.write(chunk);
  if (result.note !== undefined) await io.stderr.write(`${safeText(result.note)}\n`);
}

type Chunks = AsyncGenerator<string, void, void>;

function chunks(result: Result, format: Format, io: Io): Iterable<string> | Chunks {
  switch (result.kind) {
    case "rows":
      return renderRows(result, format, io);
    case "record":
      return renderRecord(result, format, io);
    case "value":
      return renderValue(result, format, io);
    case "text":
      return [result.text];
  }
}

async function* renderRows(result: RowsResult, format: Format, io: Io): Chunks {
  const { columns = [], csvColumns = columns } = result;
  const rows = selectFields(result.rows, format.fields, [...columns, ...csvColumns]);
  switch (format.kind === "table" ? (result.format ?? "table") : format.kind) {
    case "json":
      return yield* jsonArray(rows);
    case "ndjson":
      return yield* ndjson(rows, result.isLive);
    case "csv":
      return yield* csvChunks(rows, format.fields ?? csvColumns, { format, io });
    case "table":
      return yield* renderForPeople(result, rows, format, io);
  }
}

async function* csvChunks(
  rows: Rows,
  columns: readonly string[],
  { format: { raw, excel, output }, io: { env } }: { format: Format; io: Io },
): Chunks {
  const { csv, excelDelimiter } = await import("./csv.ts");
  const locale = [env["LC_ALL"], env["LC_NUMERIC"], env["LANG"]].find(Boolean);
  yield* csv(rows, columns, {
    raw,
    ...(excel && { excel: { delimiter: excelDelimiter(locale) } }),
    byteOrderMark: excel || (output !== undefined && !raw),
  });
}

async function* renderForPeople(
  { columns = [], line, picture }: RowsResult,
  rows: Rows,
  { fields }: Format,
  io: Io,
): Chunks {
  if (fields === undefined && picture !== undefined && io.stdout.isTTY === true) return yield picture(tableOptions(io));
  if (fields === undefined && line !== undefined) return yield* lines(rows, line);
  const { table } = await import("./table.ts");
  let empty = true;
  for await (const text of table(rows, fields ?? columns, tableOptions(io))) {
    empty = false;
    yield text;
  }
  // Scripts expect empty output; people would wonder.
  if (empty && io.stderr.isTTY === true) await io.stderr.write("No results.\n");
}

async function* lines(rows: Rows, line: (row: Row) => string): Chunks {
  for await (const row of rows) yield `${line(row).split("\n").map(safeText).join("\n")}\n`;
}

async function* renderRecord(result: RecordResult, format: Format, io: Io): Chunks {
  const { fields } = format;
  if (fields !== undefined) requireKnown(fields, Object.keys(result.record));
  const record = fields === undefined ? result.record : pick(result.record, fields);
  switch (format.kind) {
    case "json":
      return yield jsonValue(record);
    case "ndjson":
      return yield* ndjson([record]);
    case "csv":
      return yield* csvChunks([record], Object.keys(record), { format, io });
    case "table": {
      if (fields === undefined && result.text !== undefined) return yield `${safeText(result.text)}\n`;
      const { fieldList, table } = await import("./table.ts");
      if (fields !== undefined || result.columns === undefined) return yield fieldList(record, tableOptions(io));
      return yield* table([record], result.columns, tableOptions(io));
    }
  }
}

async function* renderValue({ value }: ValueResult, format: Format, io: Io): Chunks {
  if (value === undefined) return;
  if (!isObject(value)) return yield jsonValue(value);
  const { fields } = format;
  if (fields !== undefined) requireKnown(fields, Object.keys(value));
  const record = fields === undefined ? value : pick(value, fields);
  if (format.kind === "ndjson") return yield* ndjson([record]);
  if (format.kind !== "csv") return yield jsonValue(record);
  yield* csvChunks([record], Object.keys(record), { format, io });
}

/** Reduces rows to the fields of `--fields`. A field that no row has is an error, not an empty column. */
async function* selectFields(
  rows: Rows,
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

function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, fieldOf(row, field)]));
}

function requireKnown(fields: readonly string[], known: readonly string[]): void {
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown === undefined) return;
  throw usageError(`Unknown field \`${unknown}\`.`, `--fields takes any of ${known.join(", ")}.`);
}

function tableOptions({ stdout, stderr, env }: Io): TableOptions {
  const width = stdout.isTTY === true ? (stdout.columns ?? 80) : undefined;
  return { width, style: styleFor(stdout, env), note: (text) => stderr.write(`${text}\n`) };
}

/** Yields a JSON array with one row per line, as the rows arrive. */
async function* jsonArray(rows: Rows): Chunks {
  let lead = "[\n";
  for await (const batch of batches(rows)) {
    yield lead + batch.map(jsonLine).join(",\n");
    lead = ",\n";
  }
  yield lead === "[\n" ? "[]\n" : "\n]\n";
}

async function* ndjson(rows: Rows, isLive = false): Chunks {
  if (isLive) for await (const row of rows) yield `${jsonLine(row)}\n`;
  else for await (const batch of batches(rows)) yield `${batch.map(jsonLine).join("\n")}\n`;
}

function jsonLine(row: Row): string {
  return safeJson(JSON.stringify(row));
}

function jsonValue(value: unknown): string {
  return `${safeJson(JSON.stringify(value, null, 2))}\n`;
}

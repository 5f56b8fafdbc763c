import { isObject } from "@connect-sdk/api/internal";
import { usageError } from "../errors.ts";
import type { Io } from "./io.ts";
import {
  batches,
  fieldOf,
  type OutputFlags,
  type RecordResult,
  type Result,
  plain,
  type Row,
  type RowFlags,
  type Rows,
  type RowsResult,
  type SortKey,
  type TableOptions,
  type ValueResult,
} from "./result.ts";
import { columnsOf, messageLine, safeJson, safeText, styleFor } from "./text.ts";

/** How a result is printed. */
export interface Format {
  readonly kind: "table" | "json" | "ndjson" | "csv";
  /** Prints only these fields, in this order. */
  readonly fields?: readonly string[];
  /** Leaves CSV cells unchanged, even formulas. */
  readonly raw: boolean;
  /** Sorts rows by these fields, most important first. */
  readonly sort: readonly SortKey[];
  /** Prints at most this many rows. */
  readonly limit: number;
  /** Writes no notes. */
  readonly quiet: boolean;
  /** Writes CSV for Excel. */
  readonly excel: boolean;
  /** The file to write to. Default: standard output. */
  readonly output?: string;
}

/** Reads the format from the flags. @throws CliError of kind `usage` for more than one format. */
export function readFormat(flags: OutputFlags & RowFlags): Format {
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
    sort: flags.sort ?? [],
    limit: flags.limit ?? Infinity,
    quiet: flags.quiet === true,
    excel: flags.excel === true,
    ...(output !== undefined && output !== "-" && { output }),
    ...(fields !== undefined && fields.length > 0 && { fields }),
  };
}

/** Prints the result of a command: data to standard output, its note to standard error. */
export async function render(result: Result, format: Format, io: Io): Promise<void> {
  for await (const chunk of chunks(result, format, io)) await io.stdout.write(chunk);
  if (format.quiet) return;
  for (const text of [...(result.summary ?? []), result.note]) {
    if (text !== undefined) await io.stderr.write(messageLine(text, io.stderr));
  }
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
  const known = [...columns, ...csvColumns];
  const rows = selectFields(arrange(result.rows, format, known), format.fields, known);
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

/** Yields CSV: exact in a file or a pipe, safe to look at on a terminal. */
async function* csvChunks(
  rows: Rows,
  columns: readonly string[],
  { format: { raw, excel, output }, io: { env, stdout } }: { format: Format; io: Io },
): Chunks {
  const { csv, excelDelimiter } = await import("./csv.ts");
  const locale = [env["LC_ALL"], env["LC_NUMERIC"], env["LANG"]].find(Boolean);
  const isSeen = stdout.isTTY === true;
  yield* csv(isSeen ? escapeCells(rows) : rows, isSeen ? columns.map(safeText) : columns, {
    raw,
    ...(excel && { excel: { delimiter: excelDelimiter(locale) } }),
    byteOrderMark: !isSeen && (excel || (output !== undefined && !raw)),
  });
}

async function* renderForPeople(
  { columns = [], line, picture, empty: instead = "No results." }: RowsResult,
  rows: Rows,
  { fields, quiet }: Format,
  io: Io,
): Chunks {
  if (picture !== undefined && fields === undefined && io.stdout.isTTY === true) {
    return yield picture(tableOptions(io, quiet));
  }
  if (line !== undefined && fields === undefined) return yield* lines(rows, line, io.stdout);
  const { table } = await import("./table.ts");
  let empty = true;
  for await (const text of table(rows, fields ?? columns, {
    ...tableOptions(io, quiet),
    chosen: fields !== undefined,
  })) {
    empty = false;
    yield text;
  }
  // Scripts expect empty output; people would wonder.
  if (empty && io.stderr.isTTY === true && !quiet) await io.stderr.write(messageLine(instead, io.stderr));
}

async function* lines(rows: Rows, line: NonNullable<RowsResult["line"]>, stdout: Io["stdout"]): Chunks {
  for await (const row of rows)
    yield [line(row)]
      .flat()
      .map((text) => messageLine(text, stdout))
      .join("");
}

async function* escapeCells(rows: Rows): AsyncGenerator<Row, void, void> {
  for await (const row of rows) {
    yield Object.fromEntries(Object.keys(row).map((name) => [safeText(name), safeText(plain(fieldOf(row, name)))]));
  }
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
      if (fields === undefined && result.text === "") return;
      if (fields === undefined && result.text !== undefined) return yield messageLine(result.text, io.stdout);
      const { fieldList, table } = await import("./table.ts");
      if (fields !== undefined || result.columns === undefined)
        return yield fieldList(record, tableOptions(io, format.quiet));
      // It shows what was changed; all fields are one `show` away.
      return yield* table([record], result.columns, tableOptions(io, true));
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

/** Sorts rows and takes the first ones. Without `--sort` they are still printed as they arrive. */
function arrange(rows: Rows, format: Format, known: readonly string[]): Rows {
  return format.sort.length === 0 && format.limit === Infinity ? rows : arranged(rows, format, known);
}

async function* arranged(
  rows: Rows,
  { sort, limit }: Format,
  known: readonly string[],
): AsyncGenerator<Row, void, void> {
  let left = limit;
  for await (const row of sort.length === 0 ? rows : await sortRows(rows, sort, known)) {
    yield row;
    left -= 1;
    if (left <= 0) return;
  }
}

async function sortRows(rows: Rows, sort: readonly SortKey[], known: readonly string[]): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  const names = new Set([...known, ...all.flatMap((row) => Object.keys(row))]);
  const unknown = sort.find(({ field }) => !names.has(field));
  if (unknown !== undefined && names.size > 0) {
    throw usageError(`Unknown field \`${unknown.field}\`.`, `--sort takes any of ${[...names].join(", ")}.`);
  }
  const keys = sort.map(({ field, descending }) => ({ field, sign: descending ? -1 : 1 }));
  return all.sort((one, other) => {
    for (const { field, sign } of keys) {
      const order = compare(fieldOf(one, field), fieldOf(other, field), sign);
      if (order !== 0) return order;
    }
    return 0;
  });
}

/** Compares numbers by value and text as people sort it: `user9` before `user10`. Missing values come last either way. */
function compare(one: unknown, other: unknown, sign: number): number {
  const [isMissing, isOtherMissing] = [one, other].map(
    (value) => value === null || value === undefined || value === "",
  );
  if (isMissing === true || isOtherMissing === true) return Number(isMissing) - Number(isOtherMissing);
  const isNumeric = typeof one === "number" && typeof other === "number";
  return sign * (isNumeric ? one - other : TEXT_ORDER.compare(plain(one), plain(other)));
}

const TEXT_ORDER = new Intl.Collator("en", { numeric: true });

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

function tableOptions({ stdout, stderr, env }: Io, quiet: boolean): TableOptions {
  return {
    width: columnsOf(stdout),
    style: styleFor(stdout, env),
    note: (text) => (quiet ? undefined : stderr.write(messageLine(text, stderr))),
  };
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

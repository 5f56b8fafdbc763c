import type { Style } from "./text.ts";

/** One line of output: an object whose own properties are the fields. */
export type Row = object;

/** The value of a field, `undefined` when the row has no such field of its own. */
export function fieldOf(row: Row, name: string): unknown {
  const value: unknown = Object.hasOwn(row, name) ? Reflect.get(row, name) : undefined;
  return value;
}

/** What a command returns; the renderer prints it. */
export type Result = RowsResult | RecordResult | ValueResult | TextResult;

interface ResultBase {
  /** For the reader, on standard error: what was done, or what to do next. */
  readonly note?: string | undefined;
  /** For a command that is done but has bad news. Default: 0. */
  readonly exitCode?: number | undefined;
  /** What went wrong all the same: reported once everything else is written, and decides the exit code. */
  readonly error?: Error | undefined;
}

/** Many of a kind. Printed while they arrive. */
export interface RowsResult extends ResultBase {
  readonly kind: "rows";
  readonly rows: Iterable<Row> | AsyncIterable<Row>;
  /** The columns of the table, when `--fields` does not say otherwise. Needless where `format` is another. */
  readonly columns?: readonly string[] | undefined;
  /** The columns of CSV. Default: those of the table. */
  readonly csvColumns?: readonly string[] | undefined;
  /** A row as a person reads it, for what does not fit into a table. */
  readonly line?: ((row: Row) => string) | undefined;
  /** What a person at a terminal sees instead of the rows. */
  readonly picture?: ((terminal: TableOptions) => string) | undefined;
  /** What is printed when no flag names a format. Default: a table. */
  readonly format?: "csv" | "json" | undefined;
}

/** A single thing: a field a line in a table, one object under `--json`. */
export interface RecordResult extends ResultBase {
  readonly kind: "record";
  readonly record: Row;
  /** What a person sees instead of all the fields. */
  readonly text?: string | undefined;
  /** Shows a person these fields side by side, instead of all of them one a line. */
  readonly columns?: readonly string[] | undefined;
}

/** JSON that the server answered, printed as JSON unless a flag says otherwise. */
export interface ValueResult extends ResultBase {
  readonly kind: "value";
  /** `undefined` prints nothing. */
  readonly value: unknown;
}

/** Text for another program. */
export interface TextResult extends ResultBase {
  readonly kind: "text";
  readonly text: string;
}

/** Gathers items into arrays of `size`; the last one may be shorter. What comes after is not asked for early. */
export async function* batches<T>(
  items: Iterable<T> | AsyncIterable<T>,
  size: number,
): AsyncGenerator<T[], void, void> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal; `undefined` in a pipe, where nothing is ever cut. */
  readonly width: number | undefined;
  readonly style: Style;
  /** Tells the reader what there was no room for. */
  readonly note: (text: string) => unknown;
}

/** How the result is written. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly ndjson?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly csvRaw?: boolean | undefined;
  readonly fields?: readonly string[] | undefined;
}

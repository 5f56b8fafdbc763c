import type { Style } from "./text.ts";

/** Everything that a command returns. The renderer prints it. */
export type Result = RowsResult | RecordResult | ValueResult | TextResult;

interface ResultBase {
  /** Further lines for standard error, before the note. */
  readonly summary?: readonly string[] | undefined;
  /** A line for standard error: what was done, or what to do next. */
  readonly note?: string | undefined;
  /** Exit code of a command that completed with a negative finding. Default: 0. */
  readonly exitCode?: number | undefined;
  /** What the command changed, for the error when its output cannot be written. Default: its note. */
  readonly done?: string | undefined;
  /** A failure that is reported after all output is written. It determines the exit code. */
  readonly error?: Error | undefined;
}

/** A list, printed as it arrives. */
export interface RowsResult extends ResultBase {
  readonly kind: "rows";
  readonly rows: Rows;
  /** The columns of the table without `--fields`. Not needed with another `format`. */
  readonly columns?: readonly string[] | undefined;
  /** The columns of CSV. Default: those of the table. */
  readonly csvColumns?: readonly string[] | undefined;
  /** Whether rows arrive over a long time, so that each is printed at once. */
  readonly isLive?: boolean | undefined;
  /** Formats a row for people as one or more lines, instead of a table. Line breaks within a line are escaped. */
  readonly line?: ((row: Row) => string | readonly string[]) | undefined;
  /** What a person reads instead of an empty table. Default: `No results.` */
  readonly empty?: string | undefined;
  /** Draws a chart for a terminal, instead of a table. */
  readonly picture?: ((terminal: TableOptions) => string) | undefined;
  /** The format without an output flag. Default: a table. */
  readonly format?: "csv" | "json" | undefined;
}

/** A single object: one field per line for people, one object under `--json`. */
export interface RecordResult extends ResultBase {
  readonly kind: "record";
  readonly record: Row;
  /** Text for people, instead of the fields. Nothing is printed for an empty one. */
  readonly text?: string | undefined;
  /** Shows these fields as a table to people, instead of one field per line. */
  readonly columns?: readonly string[] | undefined;
}

/** A JSON value from the server, printed as JSON unless a flag says otherwise. */
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

/** Flags that choose the output format. */
export interface OutputFlags {
  readonly json?: boolean | undefined;
  readonly ndjson?: boolean | undefined;
  readonly csv?: boolean | undefined;
  readonly csvRaw?: boolean | undefined;
  readonly fields?: readonly string[] | undefined;
  /** Prints data and errors only. */
  readonly quiet?: boolean | undefined;
  readonly excel?: boolean | undefined;
  readonly output?: string | undefined;
}

/** Flags of commands that print rows. */
export interface RowFlags {
  readonly sort?: readonly SortKey[] | undefined;
  readonly limit?: number | undefined;
}

/** A field to sort by. */
export interface SortKey {
  readonly field: string;
  readonly descending: boolean;
}

/** How a table is laid out. */
export interface TableOptions {
  /** Columns of the terminal; `undefined` in a pipe, where nothing is truncated. */
  readonly width: number | undefined;
  readonly style: Style;
  /** Whether the user chose the columns. Then those on the left are the most important ones. */
  readonly chosen?: boolean;
  /** Reports the columns that do not fit. */
  readonly note: (text: string) => unknown;
}

/** An object whose own properties are the fields. */
export type Row = object;

export type Rows = Iterable<Row> | AsyncIterable<Row>;

/** Returns the value of a field; `undefined` when the row has no own field of this name. */
export function fieldOf(row: Row, name: string): unknown {
  const value: unknown = Object.hasOwn(row, name) ? Reflect.get(row, name) : undefined;
  return value;
}

/** Yields rows in arrays of 200, so that a write is not needed for each. The last array may be shorter. */
export async function* batches(rows: Rows): AsyncGenerator<Row[], void, void> {
  let batch: Row[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < 200) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Returns a value as text: nothing for null, JSON for objects and arrays. */
export function plain(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}

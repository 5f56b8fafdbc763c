import { suggest } from "@connect-sdk/api/internal";
import { CsvError, parse } from "csv-parse/sync";
import { usageError } from "../errors.ts";
import { restoreFormula } from "../terminal/csv.ts";
import type { RowProblem } from "../plan/decide.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { columnNamed, IMPORT_COLUMNS, type FileRows, type ImportColumn, type RawCell, type RawRow } from "./row.ts";

/** How to read CSV. */
export interface CsvOptions {
  /** Name of the file, for messages. */
  readonly name: string;
  /** Reads cells as they are. Otherwise the apostrophes that `export` adds against formulas are removed. */
  readonly raw: boolean;
}

/**
 * Reads CSV with a header. Accepts commas, semicolons and tabs, any order of columns, quotes, any line ends, and a byte order
 * mark. Blank lines are skipped. An empty cell leaves its field unchanged.
 *
 * @throws CliError of kind `usage` if the header or the quoting is invalid, or if there are no rows.
 */
export function readCsv(bytes: Uint8Array, { name, raw }: CsvOptions): FileRows<RawRow> {
  const delimiter = findDelimiter(decodeUtf8(bytes, name));
  const [first, ...records] = withLineNumbers(bytes, parseRecords(bytes, delimiter, name));
  if (first === undefined) {
    throw usageError(`${name} is empty.`, "Add a header with the names of the columns, and one line per user.");
  }
  const header = readHeader(first.cells, { name, line: first.line });
  if (records.length === 0) throw usageError(`${name} has a header but no rows.`, "Add one line per user.");
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells } of records) {
    if (cells.length === header.columns.length) rows.push({ line, cells: readCells(cells, header, raw) });
    else problems.push(wrongLength(line, cells, header));
  }
  return { rows, problems, ignored: header.ignored };
}

/** Spreadsheets write the separator of their locale. No column name contains one, so the header shows which it is. */
function findDelimiter(text: string): string {
  const header = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? "";
  return [",", ";", "\t"].find((delimiter) => header.includes(delimiter)) ?? ",";
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where the record ends, in bytes from the start of the file. */
  readonly end: number;
}

function parseRecords(bytes: Uint8Array, delimiter: string, name: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(bytes, {
      bom: true,
      delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      // Rows of a different length are reported one by one.
      relax_column_count: true,
      skip_empty_lines: true,
      on_record(cells: string[], { bytes: end }) {
        records.push({ cells, end });
        return null;
      },
    });
    return records;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = lineAfter(bytes, records.at(-1)?.end ?? 0);
    const column = typeof error["column"] === "number" ? `, column ${error["column"] + 1}` : "";
    throw usageError(
      `${name}, line ${line}${column}: ${QUOTE_PROBLEMS[error.code] ?? error.message}.`,
      'Quote the whole cell, and double each quote inside it: "Jo ""Jojo"" Doe".',
    );
  }
}

const QUOTE_PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quoted cell is never closed",
  CSV_INVALID_CLOSING_QUOTE: "unexpected text after a closing quote",
  INVALID_OPENING_QUOTE: "unexpected quote in the middle of a cell",
};

interface LocatedRecord {
  /** Line of the file on which the record starts. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Adds line numbers and drops blank records. The parser's own count is wrong after a line break inside quotes. */
function withLineNumbers(bytes: Uint8Array, records: readonly CsvRecord[]): LocatedRecord[] {
  let line = 1;
  let start = 0;
  return records
    .map(({ cells, end }) => {
      const source = decode(bytes.subarray(start, end));
      const recordLine = line + countLineEnds(leadingLineEnds(source));
      line += countLineEnds(source);
      start = end;
      return { line: recordLine, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** Returns the line of the record that starts after this many bytes. */
function lineAfter(bytes: Uint8Array, end: number): number {
  const rest = decode(bytes.subarray(end));
  return 1 + countLineEnds(decode(bytes.subarray(0, end))) + countLineEnds(leadingLineEnds(rest));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function leadingLineEnds(text: string): string {
  return /^[\r\n]*/.exec(text)?.[0] ?? "";
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

interface Header {
  /** In the order of the file. */
  readonly columns: readonly (ImportColumn | "ignored")[];
  /** Names of the ignored columns. */
  readonly ignored: readonly string[];
}

/** Reads the column names. @throws CliError that lists all unknown, duplicate and missing columns. */
function readHeader(names: readonly string[], { name: file, line }: { name: string; line: number }): Header {
  const columns: (ImportColumn | "ignored")[] = [];
  const problems: string[] = [];
  const ignored: string[] = [];
  names.forEach((name, at) => {
    const column = columnNamed(name);
    const place = `line ${line}, column ${at + 1}`;
    if (column === undefined) problems.push(`${place}: ${unknownColumn(name)}`);
    else if (column === "ignored") ignored.push(name.trim());
    else if (columns.includes(column)) problems.push(`${place}: duplicate column \`${column}\``);
    columns.push(column ?? "ignored");
  });
  if (problems.length === 0 && !columns.includes("username")) {
    problems.push(`line ${line}: column \`username\` is missing`);
  }
  if (problems.length > 0)
    throw usageError(`${file}, ${problems.join("; ")}.`, `The columns are ${IMPORT_COLUMNS.join(", ")}.`);
  return { columns, ignored };
}

function unknownColumn(name: string): string {
  if (name.trim() === "") return "the column has no name";
  const suggestion = suggest(name.trim(), IMPORT_COLUMNS);
  const hint = suggestion === undefined ? "" : ` (did you mean \`${suggestion}\`?)`;
  return `\`${name}\` is not a column that can be imported${hint}`;
}

function readCells(cells: readonly string[], header: Header, raw: boolean): Map<ImportColumn, RawCell> {
  const read = new Map<ImportColumn, RawCell>();
  cells.forEach((cell, at) => {
    const column = header.columns[at];
    if (column === undefined || column === "ignored" || cell === "") return;
    // `export` never writes passwords, so their apostrophes are genuine.
    const value = raw || column === "password" ? cell : restoreFormula(cell);
    read.set(column, { value, column: at + 1 });
  });
  return read;
}

function wrongLength(line: number, cells: readonly string[], { columns }: Header): RowProblem {
  const username = cells[columns.indexOf("username")];
  return {
    line,
    column: Math.min(cells.length, columns.length) + 1,
    ...(username !== undefined && username !== "" && { username }),
    message: `this line has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, but the header has ${columns.length}`,
    fix: "Quote cells that contain the separator, and keep empty cells.",
  };
}

/**
 * Reads CSV with exactly these columns, in any order, separated by commas, semicolons or tabs. All cells are filled.
 *
 * @throws CliError of kind `usage` with the line of what is wrong. A file without rows is not an error.
 */
export function readTable<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const name = file === "-" ? "Standard input" : file;
  const [header, ...records] = parseRecords(bytes, findDelimiter(decodeUtf8(bytes, name)), name);
  const given = header?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const places = columns.map((column) => given.indexOf(column));
  if (places.includes(-1) || given.length !== columns.length) {
    throw usageError(
      `${name} has not the columns ${columns.join(", ")}.`,
      `Start it with the line: ${columns.join(",")}`,
    );
  }
  return records.map(({ cells }, at) => {
    const row = Object.fromEntries(columns.map((column, index) => [column, (cells[places[index] ?? -1] ?? "").trim()]));
    if (isRow(row, columns)) return row;
    throw usageError(`${name}, row ${at + 1}: a cell is empty.`, `Fill ${columns.join(" and ")} in every row.`);
  });
}

function isRow<Column extends string>(
  row: Readonly<Record<string, string | undefined>>,
  columns: readonly Column[],
): row is Readonly<Record<Column, string>> {
  return columns.every((column) => row[column] !== undefined && row[column] !== "");
}

import { CsvError, parse } from "csv-parse/sync";
import { usageError } from "../errors.ts";
import { restoreFormula } from "../terminal/csv.ts";
import type { ImportColumn } from "./columns.ts";
import { type Header, readHeader } from "./csv-header.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import type { RawCell, RawRow, RowProblem, RowsRead } from "./row.ts";

/** How CSV is to be read. */
export interface CsvOptions {
  /** The file's name, for messages. */
  readonly name: string;
  /** Takes cells as they are, and does not undo what `export` does to those that a spreadsheet would run. */
  readonly raw: boolean;
}

/**
 * Reads CSV with a header: comma, semicolon or tab, any order of columns, quotes, any line ends, with or without a byte
 * order mark. Lines without any text are skipped, and an empty cell says nothing about its field.
 *
 * @throws CliError of kind `usage` when the header or the quotes make no sense, or there is no row.
 */
export function readCsv(bytes: Uint8Array, { name, raw }: CsvOptions): RowsRead<RawRow> {
  const delimiter = findDelimiter(decodeUtf8(bytes, name));
  const [first, ...records] = locate(bytes, parseRecords(bytes, delimiter, name));
  if (first === undefined) {
    throw usageError(`${name} is empty.`, "It needs a header with the names of the columns, and a line for each user.");
  }
  const header = readHeader(first.cells, { name, line: first.line });
  if (records.length === 0) {
    throw usageError(`${name} has a header and no rows.`, "Add a line for each user.");
  }
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells } of records) {
    if (cells.length === header.columns.length) rows.push({ line, cells: readCells(cells, header, raw) });
    else problems.push(wrongLength(line, cells, header));
  }
  return { rows, problems, skipped: header.skipped };
}

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where it ends, in bytes from the start of the file. */
  readonly end: number;
}

function parseRecords(bytes: Uint8Array, delimiter: string, name: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(bytes, {
      bom: true,
      delimiter,
      record_delimiter: LINE_ENDS,
      // Rows of another length are reported one by one, and do not end the reading.
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
    throw usageError(`${name}, line ${line}${column}: ${QUOTE_PROBLEMS[error.code] ?? error.message}.`, FIX_QUOTES);
  }
}

const LINE_ENDS = ["\r\n", "\n", "\r"];

const QUOTE_PROBLEMS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote that was opened is never closed",
  CSV_INVALID_CLOSING_QUOTE: "there is text after a closing quote",
  INVALID_OPENING_QUOTE: "there is a quote in the middle of a cell",
};

const FIX_QUOTES = 'Put the whole cell in quotes, and write a quote inside as two: "Jo ""Jojo"" Doe".';

/** Finds the line on which each record starts. The parser's own count is wrong after a line break inside quotes. */
function locate(bytes: Uint8Array, records: readonly CsvRecord[]): { line: number; cells: readonly string[] }[] {
  let line = 1;
  let start = 0;
  return records
    .map(({ cells, end }) => {
      const source = decode(bytes.subarray(start, end));
      const at = line + countLineEnds(blankLines(source));
      line += countLineEnds(source);
      start = end;
      return { line: at, cells };
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

/** The line of the record that starts after so many bytes. */
function lineAfter(bytes: Uint8Array, start: number): number {
  return 1 + countLineEnds(decode(bytes.subarray(0, start))) + countLineEnds(blankLines(decode(bytes.subarray(start))));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function blankLines(text: string): string {
  return /^[\r\n]*/.exec(text)?.[0] ?? "";
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** Spreadsheets write the separator of their locale. No column has one of them in its name, so the header tells. */
function findDelimiter(text: string): string {
  const header = /^[\r\n]*([^\r\n]*)/.exec(text)?.[1] ?? "";
  return [",", ";", "\t"].find((delimiter) => header.includes(delimiter)) ?? ",";
}

function readCells(cells: readonly string[], header: Header, raw: boolean): Map<ImportColumn, RawCell> {
  const read = new Map<ImportColumn, RawCell>();
  cells.forEach((cell, at) => {
    const column = header.columns[at];
    if (column === undefined || column === "skipped" || cell === "") return;
    // A password is nobody's formula: `export` never writes one.
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
    message: `this line has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, and the header has ${columns.length}`,
    fix: "Put cells that contain the separator in quotes, and keep empty cells.",
  };
}

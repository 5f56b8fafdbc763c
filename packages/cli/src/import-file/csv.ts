import { CsvError, parse } from "csv-parse/sync";
import { usageError } from "../errors.ts";
import { restoreFormula } from "../terminal/csv.ts";
import type { RowProblem } from "@connect-sdk/lifecycle";
import {
  type ColumnFinder,
  explainUnknown,
  type FileRows,
  MAX_EXPLAINED,
  quote,
  type RawCell,
  type RawRow,
} from "./columns.ts";
import { cut, decodeText, trimCell } from "./text.ts";

/** How to read CSV. */
export interface CsvOptions<Column extends string> {
  /** Name of the file, for messages. */
  readonly name: string;
  /** Reads cells as they are. Otherwise the apostrophes that `export` adds against formulas are removed. */
  readonly raw: boolean;
  readonly columns: ColumnFinder<Column>;
  /** Columns of which the file needs at least one. */
  readonly required: readonly Column[];
}

/**
 * Reads CSV with a header. Accepts commas, semicolons and tabs, any order of columns, quotes and any line ends. Skips blank
 * rows, empty columns without a name, and the lines `sep=;` of Excel and `#TYPE …` of PowerShell. An empty cell leaves its
 * field unchanged.
 *
 * @throws CliError of kind `usage` if the header or the quoting is invalid, or if there are no rows.
 */
export function readCsv<Column extends string>(text: string, options: CsvOptions<Column>): FileRows<RawRow<Column>> {
  const { name, raw } = options;
  const preamble = PREAMBLE.exec(text);
  // Replaced by a blank line, so that line numbers stay right.
  const table = preamble === null ? text : text.slice(preamble[0].length);
  const delimiter = preamble?.[1] ?? findDelimiter(table);
  const bytes = Buffer.from(table);
  const [first, ...records] = withLineNumbers(bytes, parseRecords(bytes, delimiter, name));
  if (first === undefined) {
    throw usageError(`${name} is empty.`, "Add a header with the names of the columns, and one line per user.");
  }
  const header = readHeader(first, records, options);
  if (records.length === 0) throw usageError(`${name} has a header but no rows.`, "Add one line per user.");
  const rows: RawRow<Column>[] = [];
  const problems: RowProblem[] = [];
  for (const { line, cells } of records) {
    if (cells.length === header.length || hasExtraBlanks(cells, header.length)) {
      rows.push({ line, cells: readCells(cells, header, raw) });
    } else problems.push(wrongLength(line, cells, header));
  }
  const { find, isIgnored } = options.columns;
  const ignored = first.cells.filter((cell) => find(cell)?.length === 0 && !isIgnored(cell));
  return { rows, problems, ignored: ignored.map(trimCell) };
}

/** The separator that Excel names, or the type that PowerShell names, in a line before the header. */
const PREAMBLE = /^(?:"?sep=([,;\t])"?[,;\t]*|#TYPE [^\r\n]*)(?=\r|\n|$)/i;

/** Spreadsheets write the separator of their locale. The header shows which it is, even if a name contains another one. */
export function findDelimiter(text: string): string {
  const header = /^[\r\n]*((?:"[^"]*"|[^"\r\n]+)*)/.exec(text)?.[1]?.replace(/"[^"]*"/g, "") ?? "";
  const count = (delimiter: string): number => header.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

const DELIMITERS = [",", ";", "\t"] as const;

interface CsvRecord {
  readonly cells: readonly string[];
  /** Where the record ends, in bytes from the start of the file. */
  readonly end: number;
}

function parseRecords(bytes: Uint8Array, delimiter: string, name: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  try {
    parse(bytes, {
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
      `${name}, line ${line}${column}: ${QUOTE_PROBLEMS[error.code] ?? cut(error.message)}.`,
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
    .filter(({ cells }) => cells.some((cell) => trimCell(cell) !== ""));
}

/** Returns the line of the record that starts after this many bytes. */
function lineAfter(bytes: Uint8Array, end: number): number {
  const rest = decode(bytes.subarray(end));
  return 1 + countLineEnds(decode(bytes.subarray(0, end))) + countLineEnds(leadingLineEnds(rest));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

function leadingLineEnds(text: string): string {
  return /^[\r\n]*/.exec(text)?.[0] ?? "";
}

function countLineEnds(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** What each column of the file gives: nothing, if it is ignored or has neither a name nor cells. */
type Header<Column> = readonly (readonly Column[])[];

/** Reads the column names. @throws CliError that lists the unknown, duplicate and missing columns. */
function readHeader<Column extends string>(
  { line, cells: names }: LocatedRecord,
  records: readonly LocatedRecord[],
  { name: file, columns, required }: CsvOptions<Column>,
): Header<Column> {
  const taken = new Set<string>();
  const filled = names.some((name) => trimCell(name) === "") ? filledColumns(records) : new Set<number>();
  const unknown: { at: number; name: string }[] = [];
  const problems: { at: number; text: string }[] = [];
  const header = names.map((name, at): readonly Column[] => {
    if (trimCell(name) === "") {
      if (filled.has(at)) problems.push({ at, text: "the column has no name" });
      return [];
    }
    const found = columns.find(name);
    if (found === undefined) unknown.push({ at, name });
    for (const column of found ?? []) {
      if (taken.has(column)) problems.push({ at, text: `duplicate column \`${column}\`` });
      taken.add(column);
    }
    return found ?? [];
  });
  const explained = explainUnknown(
    unknown.map(({ name }) => name),
    [...taken],
    columns,
  );
  explained.forEach(({ name, suggestion }, index) => {
    const hint = suggestion === undefined ? "" : ` (did you mean \`${suggestion}\`?)`;
    problems.push({ at: unknown[index]?.at ?? 0, text: `\`${name}\` is not a column ${columns.purpose}${hint}` });
  });
  const shown = problems.sort((a, b) => a.at - b.at).slice(0, MAX_EXPLAINED);
  const texts = shown.map(({ at, text }) => `line ${line}, column ${at + 1}: ${text}`);
  const more = problems.length - shown.length + unknown.length - explained.length;
  if (more > 0) texts.push(`and ${more.toLocaleString("en-US")} more`);

  const known = new Set(names.map((name) => trimCell(name).toLowerCase()));
  for (const mapped of columns.mapped.filter((mapped) => !known.has(trimCell(mapped).toLowerCase()))) {
    texts.push(`line ${line}: there is no column \`${cut(mapped)}\` for --map`);
  }
  if (texts.length === 0 && !required.some((column) => taken.has(column))) {
    const [only, ...others] = required.map((column) => `\`${column}\``);
    const what =
      others.length === 0 ? `column ${only ?? ""} is` : `one of the columns ${[only, ...others].join(", ")} is`;
    texts.push(`line ${line}: ${what} missing`);
  }
  if (texts.length === 0) return header;
  const flags = explained.map(({ flag }) => flag);
  const namesUser = (column: string): boolean =>
    taken.has(column) || explained.some(({ suggestion }) => suggestion === column);
  const email =
    names.find((name) => columns.find(name)?.some((column) => column === "email")) ??
    explained.find(({ suggestion }) => suggestion === "email")?.name;
  const isUsername = email !== undefined && !required.some(namesUser);
  const fix = [
    flags.length === 0 ? "" : `Add ${flags.join(" ")}.`,
    isUsername ? `If the e-mail address is the username, map it to both: ${both(email)}.` : "",
    `The columns are ${columns.columns.join(", ")}.`,
  ];
  throw usageError(`${file}, ${texts.join("; ")}.`, fix.filter(Boolean).join(" "));
}

function both(header: string): string {
  return ["username", "email"].map((column) => `--map ${quote(`${trimCell(header)}=${column}`)}`).join(" ");
}

/** Returns the numbers of the columns that have at least one cell. */
function filledColumns(records: readonly LocatedRecord[]): Set<number> {
  const filled = new Set<number>();
  for (const { cells } of records) {
    cells.forEach((cell, at) => {
      if (cell !== "" && trimCell(cell) !== "") filled.add(at);
    });
  }
  return filled;
}

function readCells<Column extends string>(
  cells: readonly string[],
  header: Header<Column>,
  raw: boolean,
): Map<Column, RawCell> {
  const read = new Map<Column, RawCell>();
  cells.forEach((cell, at) => {
    if (cell === "") return;
    for (const column of header[at] ?? []) {
      // `export` never writes passwords, so their apostrophes are genuine.
      const value = raw || column === "password" ? cell : restoreFormula(cell);
      if (trimCell(value) !== "" || column === "password") read.set(column, { value, column: at + 1 });
    }
  });
  return read;
}

function hasExtraBlanks(cells: readonly string[], length: number): boolean {
  return cells.length > length && cells.slice(length).every((cell) => trimCell(cell) === "");
}

function wrongLength<Column extends string>(
  line: number,
  cells: readonly string[],
  header: Header<Column>,
): RowProblem {
  const username = trimCell(
    cells[header.findIndex((columns) => columns.some((column) => column === "username"))] ?? "",
  );
  return {
    line,
    column: Math.min(cells.length, header.length) + 1,
    ...(username !== "" && { username: cut(username) }),
    message: `this line has ${cells.length} ${cells.length === 1 ? "cell" : "cells"}, but the header has ${header.length}`,
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
  const text = decodeText(bytes, name);
  const [header, ...records] = parseRecords(Buffer.from(text), findDelimiter(text), name);
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

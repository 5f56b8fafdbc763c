import { CsvError, parse } from "csv-parse/sync";
import { type CliError, usageError } from "../errors.ts";
import { restoreFormula } from "../terminal/csv.ts";
import type { RowProblem } from "@connect-sdk/lifecycle";
import {
  type ColumnFinder,
  explainUnknown,
  type FileRows,
  type IdentityColumn,
  knownHeader,
  MAX_EXPLAINED,
  quote,
  type RawCell,
  type RawRow,
  type Repetition,
  repetitionFix,
  type UnknownColumn,
} from "./columns.ts";
import { cut, decodeText, findFlaw, trimCell } from "./text.ts";

/** How to read CSV. */
export interface CsvOptions<Column extends string> {
  /** Name of the file, for messages. */
  readonly name: string;
  /** Reads cells as they are. Otherwise the apostrophes that `export` adds against formulas are removed. */
  readonly raw: boolean;
  readonly columns: ColumnFinder<Column>;
  /** Columns of which the file needs at least one. */
  readonly required: readonly Column[];
  /** Whether a header without rows is valid. Default: no. */
  readonly mayBeEmpty?: boolean | undefined;
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
  if (records.length === 0 && options.mayBeEmpty !== true)
    throw usageError(`${name} has a header but no rows.`, "Add one line per user.");
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
const PREAMBLE = /^(?:"?sep=([^\w\s"]|[\t ])"?[,;|\t]*|#TYPE [^\r\n]*)(?=\r|\n|$)/i;

/** Spreadsheets write the separator of their locale. The header shows which it is, even if a name contains another one. */
function findDelimiter(text: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  let isBlank = true;
  // Not a regular expression: one that repeats a choice runs out of stack on a line of 10 MB.
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === "\r" || character === "\n") {
      if (isBlank) continue;
      break;
    }
    isBlank = false;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  return DELIMITERS.reduce((best, delimiter) =>
    (counts.get(delimiter) ?? 0) > (counts.get(best) ?? 0) ? delimiter : best,
  );
}

const DELIMITERS = [",", ";", "\t", "|"] as const;

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
  options: CsvOptions<Column>,
): Header<Column> {
  const { columns } = options;
  const taken = new Map<string, string>();
  const filled = names.some((name) => trimCell(name) === "") ? filledColumns(records) : new Set<number>();
  const unknown: { at: number; name: string }[] = [];
  const problems: HeaderProblem[] = [];
  const header = names.map((name, at): readonly Column[] => {
    if (trimCell(name) === "") {
      if (filled.has(at)) problems.push({ at, text: "the column has no name" });
      return [];
    }
    const found = columns.find(name);
    if (found === undefined) unknown.push({ at, name });
    for (const column of found ?? []) {
      const earlier = taken.get(column);
      if (earlier === undefined) taken.set(column, name);
      else problems.push({ at, text: `duplicate column \`${column}\``, repeats: { name, earlier } });
    }
    return found ?? [];
  });
  const error = headerError({ line, names, taken, unknown, problems }, options);
  if (error !== undefined) throw error;
  return header;
}

/** What was found in a header. */
interface HeaderFindings {
  readonly line: number;
  readonly names: readonly string[];
  /** The columns of the file, with the header of each. */
  readonly taken: ReadonlyMap<string, string>;
  readonly unknown: readonly { readonly at: number; readonly name: string }[];
  readonly problems: readonly HeaderProblem[];
}

interface HeaderProblem {
  readonly at: number;
  readonly text: string;
  /** The header, and the earlier one that gives the same column. */
  readonly repeats?: Repetition;
}

/** No header is an e-mail address. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Returns the error for a header, with the flags that cure it; `undefined` if there is nothing wrong with it. */
function headerError<Column extends string>(
  { line, names, taken, unknown, problems }: HeaderFindings,
  { name: file, columns, required }: CsvOptions<Column>,
): CliError | undefined {
  if (taken.size === 0 && unknown.some(({ name }) => ADDRESS.test(trimCell(name)))) {
    const fix = `Add a first line with the names of the columns, such as ${columns.columns.slice(0, 4).join(",")}.`;
    return usageError(`${file} has no header: line ${line} is a row.`, fix);
  }
  const headers = unknown.map(({ name }) => name);
  const explained = explainUnknown(headers, [...taken.keys()], columns);
  const flaws = explained.map(({ name }) => findFlaw(trimCell(name), { identifier: false }));
  const all = explained.map(({ name, suggestion }, index) => {
    const hint = suggestion === undefined ? "" : ` (did you mean \`${suggestion}\`?)`;
    const text = flaws[index]?.message ?? `\`${name}\` is not a column ${columns.purpose}${hint}`;
    return { at: unknown[index]?.at ?? 0, text };
  });
  const shown: HeaderProblem[] = [...problems, ...all].sort((a, b) => a.at - b.at).slice(0, MAX_EXPLAINED);
  const texts = shown.map(({ at, text }) => `line ${line}, column ${at + 1}: ${text}`);
  const more = problems.length + unknown.length - shown.length;
  if (more > 0) texts.push(`and ${more.toLocaleString("en-US")} more`);
  for (const header of columns.missing(names)) {
    texts.push(`line ${line}: there is no column \`${cut(header)}\` for --map`);
  }
  if (texts.length === 0 && !required.some((column) => taken.has(column))) {
    const list = required.map((column) => `\`${column}\``).join(", ");
    texts.push(
      `line ${line}: ${required.length === 1 ? `column ${list} is` : `one of the columns ${list} is`} missing`,
    );
  }
  if (texts.length === 0) return undefined;

  const message = `${file}, ${texts.join("; ")}.`;
  // A header in the wrong encoding means that the whole file is.
  const flaw = flaws.find((each) => each !== undefined);
  if (flaw !== undefined) return usageError(message, flaw.fix);
  const flags = explained.map(({ flag }) => flag);
  const fix = [
    ...new Set(shown.flatMap(({ repeats }) => (repeats === undefined ? [] : [repetitionFix(repeats)]))),
    flags.length === 0 ? "" : `Add ${flags.join(" ")}.`,
    usernameHint(names, explained, { taken, columns, required }),
    `The columns are ${columns.columns.join(", ")}.`,
  ];
  return usageError(message, fix.filter(Boolean).join(" "));
}

/** Returns what to do if the e-mail address is the username, which many providers export only once. */
function usernameHint<Column extends string>(
  names: readonly string[],
  explained: readonly UnknownColumn[],
  { taken, columns, required }: Pick<CsvOptions<Column>, "columns" | "required"> & Pick<HeaderFindings, "taken">,
): string {
  const suggested = (column: string) => explained.find(({ suggestion }) => suggestion === column);
  if (required.some((column) => taken.has(column) || suggested(column) !== undefined)) return "";
  const email =
    names.find((name) => columns.find(name)?.some((column) => column === "email")) ?? suggested("email")?.name;
  if (email === undefined) return "";
  const flags = ["username", "email"].map((column) => `--map ${quote(`${trimCell(email)}=${column}`)}`);
  return `If the e-mail address is the username, map it to both: ${flags.join(" ")}.`;
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
 * Returns whether the text is a list without a header: its first line has one cell, which is not the name of a column.
 *
 * @throws CliError of kind `usage` if it is a header that other systems use for the name of a user.
 */
export function isPlainList(text: string, name: string, columns: ColumnFinder<IdentityColumn>): boolean {
  if (columns.isMapped || PREAMBLE.test(text)) return false;
  const first = text.split(/[\r\n]+/).find((line) => line.trim() !== "" && !line.startsWith("#")) ?? "";
  const names = first.split(findDelimiter(first)).map((cell) => trimCell(cell.replaceAll('"', "")));
  // Several cells are the header of a spreadsheet or a mistake: `readCsv` says what is missing.
  if (names.length > 1 || names.some((cell) => columns.find(cell) !== undefined)) return false;
  const known = knownHeader(first);
  if (!columns.columns.some((column) => column === known)) return true;
  throw usageError(
    `${name}: \`${cut(first)}\` looks like a header.`,
    `Add --map ${quote(`${trimCell(first)}=${known ?? ""}`)}, or --format lines if it is a user.`,
  );
}

/** Reads one user per line. Blank lines and lines that start with `#` are skipped. */
export function readLines(text: string, name: string): FileRows<RawRow<IdentityColumn>> {
  const rows = text.split(/\r\n|\n|\r/).flatMap((line, at): RawRow<IdentityColumn>[] => {
    // A spreadsheet may quote the cells of its only column.
    const value = trimCell(trimCell(line).replace(/^"(.*)"$/, "$1"));
    if (value === "" || value.startsWith("#")) return [];
    return [{ line: at + 1, cells: new Map([["username", { value, column: 1 }]]) }];
  });
  if (rows.length > 0) return { rows, problems: [], ignored: [] };
  throw usageError(`${name} contains no users.`, "Put one guid, username or e-mail address on each line.");
}

/**
 * Reads these columns of CSV and ignores all others, in any order. Missing cells are empty.
 *
 * @throws CliError of kind `usage` if a column is missing. A file without rows is not an error.
 */
export function readColumns<Column extends string>(
  bytes: Uint8Array,
  file: string,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const name = file === "-" ? "Standard input" : file;
  const text = decodeText(bytes, name);
  const [header, ...records] = parseRecords(Buffer.from(text), findDelimiter(text), name);
  const given = header?.cells.map((cell) => trimCell(cell).toLowerCase()) ?? [];
  const places = columns.map((column) => given.indexOf(column));
  if (places.includes(-1)) {
    const message = `${name} lacks some of the columns ${columns.join(", ")}.`;
    throw usageError(message, `Start it with the line: ${columns.join(",")}`);
  }
  return records.map(({ cells }) => {
    const row = Object.fromEntries(
      columns.map((column, index) => [column, trimCell(cells[places[index] ?? -1] ?? "")]),
    );
    if (hasColumns(row, columns)) return row;
    throw new TypeError("A column is missing.");
  });
}

function hasColumns<Column extends string>(
  row: Readonly<Record<string, string | undefined>>,
  columns: readonly Column[],
): row is Readonly<Record<Column, string>> {
  return columns.every((column) => row[column] !== undefined);
}

/*
 * Reads files of users, one user per row: CSV, NDJSON, JSON arrays, and lists of names. Every problem is reported with its line
 * and column. `text.ts` decodes, `csv.ts` and `json.ts` find rows, `columns.ts` names their cells, this file validates them, and
 * `match.ts` finds the users.
 */
import { suggest } from "@connect-sdk/api/internal";
import { USER_ROLES } from "@connect-sdk/api";
import { usageError } from "../errors.ts";
import type { ImportRow, RowProblem } from "@connect-sdk/lifecycle";
import {
  type ColumnFinder,
  columnFinder,
  type ColumnFlags,
  type FileRows,
  IDENTITY_COLUMNS,
  type IdentityColumn,
  IMPORT_COLUMNS,
  type ImportColumn,
  READ_ONLY_COLUMNS,
  type RawRow,
} from "./columns.ts";
import { isPlainList, readCsv, readLines } from "./csv.ts";
import { readJsonArray, readNdjson } from "./json.ts";
import { cut, decodeText, findFlaw, type Flaw, isTooLong, readBoolean, trimCell } from "./text.ts";

export type FileFormat = "csv" | "ndjson" | "json";

/** How to read a file of users. */
export interface ImportFileOptions extends ColumnFlags {
  /** Name of the file, or `-` for standard input. */
  readonly name: string;
  /** Default: by the first character, or by the extension of the name; else `csv`. */
  readonly format?: FileFormat | "lines" | undefined;
  /** Reads CSV cells as they are. */
  readonly raw?: boolean | undefined;
}

/** The text of one cell. */
export interface TextCell {
  /** Without white space and invisible characters at its ends. */
  readonly value: string;
  /** As it is in the file. */
  readonly exact: string;
  readonly column: number;
  /** Why it cannot be sent. A value that the user already has is not sent, so this is no problem of the row. */
  readonly flaw?: Flaw | undefined;
}

/** A valid row of a file, before its user is looked up. */
export interface FileRow {
  readonly line: number;
  readonly identity: Readonly<Partial<Record<IdentityColumn, TextCell>>>;
  readonly texts: Readonly<Partial<Record<"email" | "first_name" | "last_name" | "external_id", TextCell>>>;
  /** What needs no comparison with the text of the user. */
  readonly rest: Pick<ImportRow, "locked" | "password" | "user_role">;
}

/** The rows of a file, and remarks for the person who wrote it. */
export interface UserFile<Row> extends FileRows<Row> {
  readonly notes: readonly string[];
}

/**
 * Reads and validates the users of a file.
 *
 * @param options.create - whether missing users are created: every row needs a username then. Otherwise a row may name its
 *   user by guid or e-mail address.
 * @throws CliError of kind `usage` if the file as a whole cannot be read.
 */
export function readImportFile(
  bytes: Uint8Array,
  { create, ...options }: ImportFileOptions & { create: boolean },
): UserFile<FileRow> {
  const columns: ColumnFinder<IdentityColumn | ImportColumn> = columnFinder<IdentityColumn | ImportColumn>(
    {
      columns: create ? IMPORT_COLUMNS : ["guid", ...IMPORT_COLUMNS],
      ignored: create ? READ_ONLY_COLUMNS : READ_ONLY_COLUMNS.filter((column) => column !== "guid"),
      purpose: "that can be imported",
    },
    options,
  );
  const required: readonly IdentityColumn[] = create ? ["username"] : IDENTITY_COLUMNS;
  const file = readRows(decodeText(bytes, shownName(options)), options, { columns, required });
  return validate(file, (cells) => readRow(cells, required));
}

/** A user that a list names. */
export interface ListedUser {
  readonly line: number;
  readonly identity: FileRow["identity"];
}

/**
 * Reads a list of users: one guid, username or e-mail address per line, or a file with at least one of these columns. Blank
 * lines and lines that start with `#` are skipped.
 *
 * @throws CliError of kind `usage` if the file as a whole cannot be read, or if it names no users.
 */
export function readUserList(bytes: Uint8Array, options: ImportFileOptions): UserFile<ListedUser> {
  const text = decodeText(bytes, shownName(options));
  const columns = columnFinder<IdentityColumn>(
    {
      columns: IDENTITY_COLUMNS,
      ignored: [...IMPORT_COLUMNS, ...READ_ONLY_COLUMNS].filter(
        (name) => !IDENTITY_COLUMNS.some((one) => one === name),
      ),
      purpose: "that names a user",
    },
    options,
  );
  const { format = detectFormat(text, options) } = options;
  const name = shownName(options);
  const isPlain =
    format === "lines" || (format === "csv" && options.format === undefined && isPlainList(text, name, columns));
  const file = isPlain
    ? readLines(text, name)
    : readRows(text, options, { columns, required: IDENTITY_COLUMNS, stringColumn: "username" });
  return validate(file, (cells) => ({ line: cells.line, identity: readIdentity(cells, IDENTITY_COLUMNS) }));
}

/**
 * Reads a table in which every row fills all of these columns, in any format. A table without rows is not an error.
 *
 * @throws CliError of kind `usage` for the first row that cannot be used.
 */
export function readTable<Column extends string>(
  bytes: Uint8Array,
  options: ImportFileOptions,
  columns: readonly Column[],
): Readonly<Record<Column, string>>[] {
  const name = shownName(options);
  const text = decodeText(bytes, name);
  if (trimCell(text) === "") {
    throw usageError(`${name} has not the columns ${columns.join(", ")}.`, `Start it with: ${columns.join(",")}`);
  }
  const finder = columnFinder({ columns, ignored: [], purpose: "of this file" }, options);
  const file = readRows(text, options, { columns: finder, required: columns, mayBeEmpty: true });
  const { rows, problems } = validate(file, (cells) => {
    const texts = columns.map((column) => [column, cells.text(column)] as const);
    for (const [column, cell] of texts) {
      if (cell?.flaw !== undefined) cells.report(column, cell.flaw.message, cell.flaw.fix);
    }
    return Object.fromEntries(texts.map(([column, cell]) => [column, cell?.value ?? ""]));
  });
  const [problem] = problems;
  if (problem !== undefined) throw usageError(`${name}, line ${problem.line}: ${problem.message}.`, problem.fix);
  return rows.map((row, at) => {
    if (isFilled(row, columns)) return row;
    throw usageError(`${name}, row ${at + 1}: a cell is empty.`, `Fill ${columns.join(" and ")} in every row.`);
  });
}

function isFilled<Column extends string>(
  row: Readonly<Record<string, string | undefined>>,
  columns: readonly Column[],
): row is Readonly<Record<Column, string>> {
  return columns.every((column) => row[column] !== undefined && row[column] !== "");
}

function shownName({ name }: ImportFileOptions): string {
  return name === "-" ? "Standard input" : name;
}

interface RowOptions<Column extends string> {
  readonly columns: ColumnFinder<Column>;
  readonly required: readonly Column[];
  readonly stringColumn?: Column;
  readonly mayBeEmpty?: boolean;
}

function readRows<Column extends string>(
  text: string,
  options: ImportFileOptions,
  { columns, required, stringColumn, mayBeEmpty }: RowOptions<Column>,
): FileRows<RawRow<Column>> {
  const { format = detectFormat(text, options), raw = false } = options;
  const name = shownName(options);
  if (raw && format !== "csv") throw usageError("--raw works with CSV only.", "Remove --raw.");
  if (format === "ndjson") return readNdjson(text, { name, columns, stringColumn });
  if (format === "json") return readJsonArray(text, { name, columns, stringColumn });
  return readCsv(text, { name, raw, columns, required, mayBeEmpty });
}

/** No header starts with a bracket or a brace, so the first character shows JSON, whatever the file is called. */
function detectFormat(text: string, { name }: ImportFileOptions): FileFormat {
  const first = trimCell(text.slice(0, 1_000)).charAt(0);
  if (first === "{") return "ndjson";
  if (first === "[") return /\.(ndjson|jsonl)$/i.test(name) ? "ndjson" : "json";
  return /\.(ndjson|jsonl)$/i.test(name) ? "ndjson" : /\.json$/i.test(name) ? "json" : "csv";
}

/** Validates each row, and collects what the person should know about all of them. */
function validate<Column extends string, Row>(
  file: FileRows<RawRow<Column>>,
  read: (cells: CellReader<Column>) => Row,
): UserFile<Row> {
  const notes = new CellNotes();
  const rows: Row[] = [];
  const problems: RowProblem[] = [...file.problems];
  for (const rawRow of file.rows) {
    const cells = new CellReader(rawRow, notes);
    const row = read(cells);
    if (cells.problems.length === 0) rows.push(row);
    else problems.push(...cells.problems);
  }
  return { rows, problems: problems.sort((a, b) => a.line - b.line), ignored: file.ignored, notes: notes.texts() };
}

/** Reads a row. Reports all of its problems. */
function readRow(cells: CellReader<IdentityColumn | ImportColumn>, required: readonly IdentityColumn[]): FileRow {
  const identity = readIdentity(cells, required);
  const [first_name, last_name] = [cells.text("first_name"), cells.text("last_name")];
  const email = identity.email ?? cells.text("email");
  const user_role = cells.choice("user_role", USER_ROLES);
  const locked = cells.boolean("locked");
  const external_id = cells.text("external_id");
  const mustSetPassword = cells.boolean("user_must_set_password");
  const password = cells.password("password");
  if (mustSetPassword === true && password !== "") {
    cells.report("password", "not allowed if `user_must_set_password` is true", "Keep one of the two.");
  }
  if (mustSetPassword === false && password === "") {
    cells.report("user_must_set_password", "false requires a password", "Add a password, or write true.");
  }
  return {
    line: cells.line,
    identity,
    texts: {
      ...(email !== undefined && { email }),
      ...(first_name !== undefined && { first_name }),
      ...(last_name !== undefined && { last_name }),
      ...(external_id !== undefined && external_id.value !== "" && { external_id }),
    },
    rest: {
      ...(user_role !== undefined && { user_role }),
      ...(locked !== undefined && { locked }),
      ...(password !== "" && { password }),
    },
  };
}

/** Reads who a row is about. Reports a row that names nobody. */
function readIdentity<Column extends string>(
  cells: CellReader<Column | IdentityColumn>,
  required: readonly IdentityColumn[],
): FileRow["identity"] {
  const found = IDENTITY_COLUMNS.flatMap((column): [IdentityColumn, TextCell][] => {
    const cell = cells.text(column);
    if (cell === undefined || cell.value === "") return [];
    // Not looked up: no server takes it as part of a URL.
    if (cell.flaw !== undefined && isTooLong(cell.value)) cells.report(column, cell.flaw.message, cell.flaw.fix);
    return [[column, cell]];
  });
  const identity: Partial<Record<IdentityColumn, TextCell>> = Object.fromEntries(found);
  if (cells.problems.length > 0 || required.some((column) => identity[column] !== undefined)) return identity;
  const [only, ...others] = required;
  if (others.length === 0) cells.report(only ?? "username", `the ${only ?? ""} is missing`, "Every row needs one.");
  else cells.report("username", "the row names no user", `Every row needs one of ${required.join(", ")}.`);
  return identity;
}

/** Reads the cells of a row by type and collects its problems. */
class CellReader<Column extends string> {
  readonly problems: RowProblem[] = [];
  readonly #row: RawRow<Column>;
  readonly #notes: CellNotes;
  readonly #texts = new Map<Column, TextCell | undefined>();

  constructor(row: RawRow<Column>, notes: CellNotes) {
    this.#row = row;
    this.#notes = notes;
  }

  get line(): number {
    return this.#row.line;
  }

  text(field: Column): TextCell | undefined {
    if (!this.#texts.has(field)) this.#texts.set(field, this.#readText(field));
    return this.#texts.get(field);
  }

  #readText(field: Column): TextCell | undefined {
    const cell = this.#row.cells.get(field);
    if (cell === undefined) return undefined;
    const { value: exact, column } = cell;
    if (typeof exact !== "string") {
      this.report(field, "the value is not a string", "Put it in quotes.");
      return undefined;
    }
    const value = trimCell(exact);
    if (value !== exact) this.#notes.trimmed(this.#row.line, column);
    return { value, exact, column, flaw: findFlaw(value, { identifier: !NAMES.has(field) }) };
  }

  /** Returns a password exactly as it is. Its value is in no message. */
  password(field: Column): string {
    const value = this.#row.cells.get(field)?.value ?? "";
    if (typeof value !== "string") this.report(field, "the value is not a string", "Put it in quotes.");
    else if (/\p{Cc}/u.test(value)) this.report(field, "the password contains a control character", "Remove it.");
    return typeof value === "string" ? value : "";
  }

  choice<Choice extends string>(field: Column, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(field)?.value;
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value.toLowerCase());
    if (chosen === undefined) {
      const suggestion = suggest(cut(value), choices);
      const hint = suggestion === undefined ? "" : `; did you mean \`${suggestion}\`?`;
      this.report(field, `\`${cut(value)}\` is not a role${hint}`, `Use one of ${choices.join(", ")}.`);
    }
    return chosen;
  }

  boolean(field: Column): boolean | undefined {
    const value = this.#row.cells.get(field)?.value;
    if (value === undefined || typeof value === "boolean") return value;
    const word = typeof value === "string" ? trimCell(value) : "";
    const read = readBoolean(word);
    if (read === undefined) this.report(field, "the value is not true or false", "Write true or false.");
    else if (read.isTranslated) this.#notes.translated(word, read.value);
    return read?.value;
  }

  report(field: Column, message: string, fix: string): void {
    const { line, cells } = this.#row;
    const column = cells.get(field)?.column;
    const [username] = [...cells].flatMap(([name, { value }]) =>
      name === "username" && typeof value === "string" && trimCell(value) !== "" ? [cut(trimCell(value))] : [],
    );
    this.problems.push({
      line,
      ...(column !== undefined && { column }),
      field,
      ...(username !== undefined && { username }),
      message,
      fix,
    });
  }
}

/** In names of people, a joiner between letters can be right. */
const NAMES: ReadonlySet<string> = new Set(["first_name", "last_name"]);

/** Counts what was read differently from how it is in the file. */
class CellNotes {
  #trimmed = 0;
  #first = "";
  readonly #translated = new Map<string, boolean>();

  trimmed(line: number, column: number): void {
    if (this.#trimmed === 0) this.#first = `line ${line}, column ${column}`;
    this.#trimmed += 1;
  }

  translated(word: string, value: boolean): void {
    this.#translated.set(word, value);
  }

  texts(): string[] {
    const notes: string[] = [];
    if (this.#trimmed > 0) {
      const cells = `${this.#trimmed.toLocaleString("en-US")} ${this.#trimmed === 1 ? "cell" : "cells"}`;
      notes.push(`Left out spaces or invisible characters around ${cells} (first: ${this.#first}).`);
    }
    const words = [...this.#translated].map(([word, value]) => `${word} as ${String(value)}`);
    if (words.length > 0) notes.push(`Read ${words.join(", ")}.`);
    return notes;
  }
}

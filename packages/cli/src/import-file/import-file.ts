/* Reads files of users: CSV or NDJSON, one user per row. Every problem is reported with its line and column. */
import { suggest } from "@connect-sdk/api/internal";
import { USER_ROLES } from "@connect-sdk/api";
import { usageError } from "../errors.ts";
import type { RowProblem, UserFields, UserRow } from "../plan/decide.ts";
import { readCsv } from "./csv.ts";
import { readNdjson } from "./ndjson.ts";
import type { FileRows, ImportColumn, RawRow } from "./row.ts";

export type FileFormat = "csv" | "ndjson";

/** How to read an import file. */
export interface ImportFileOptions {
  /** Name of the file, or `-` for standard input. */
  readonly name: string;
  /** Default: `ndjson` for names that end in `.ndjson` or `.jsonl`, else `csv`. */
  readonly format?: FileFormat | undefined;
  /** Reads CSV cells as they are. */
  readonly raw?: boolean | undefined;
}

/**
 * Reads and validates the users of a file.
 *
 * @throws CliError of kind `usage` if the file as a whole cannot be read.
 */
export function readImportFile(
  bytes: Uint8Array,
  { name, format = formatOf(name), raw = false }: ImportFileOptions,
): FileRows<UserRow> {
  const shown = name === "-" ? "Standard input" : name;
  if (raw && format !== "csv") throw usageError("--raw works with CSV only.", "Remove --raw.");
  const file = format === "csv" ? readCsv(bytes, { name: shown, raw }) : readNdjson(bytes, shown);
  const rows: UserRow[] = [];
  const problems: RowProblem[] = [...file.problems];
  const firstLine = new Map<string, number>();
  for (const rawRow of file.rows) {
    const row = readRow(rawRow);
    if (!("username" in row)) {
      problems.push(...row);
      continue;
    }
    const earlier = firstLine.get(row.username);
    if (earlier === undefined) {
      firstLine.set(row.username, row.line);
      rows.push(row);
    } else problems.push(duplicate(row, earlier));
  }
  return { rows, problems: problems.sort((a, b) => a.line - b.line), ignored: file.ignored };
}

function formatOf(name: string): FileFormat {
  return /\.(ndjson|jsonl)$/i.test(name) ? "ndjson" : "csv";
}

function duplicate({ line, column, username }: UserRow, earlier: number): RowProblem {
  return {
    line,
    column,
    field: "username",
    username,
    message: `\`${username}\` is already on line ${earlier}`,
    fix: "Keep one row per user.",
  };
}

/** Validates a row. Returns all of its problems if it has any. */
function readRow(raw: RawRow): UserRow | readonly RowProblem[] {
  const cells = new CellReader(raw);
  const username = cells.string("username");
  const email = cells.string("email");
  const first_name = cells.string("first_name");
  const last_name = cells.string("last_name");
  const user_role = cells.choice("user_role", USER_ROLES);
  const locked = cells.boolean("locked");
  const external_id = cells.string("external_id") ?? "";
  const mustSetPassword = cells.boolean("user_must_set_password");
  const password = cells.string("password") ?? "";

  if (username === undefined || username === "")
    cells.report("username", "the username is missing", "Every row needs one.");
  if (mustSetPassword === true && password !== "") {
    cells.report("password", "not allowed if `user_must_set_password` is true", "Keep one of the two.");
  }
  if (mustSetPassword === false && password === "") {
    cells.report("user_must_set_password", "false requires a password", "Add a password, or write true.");
  }
  if (cells.problems.length > 0 || username === undefined) return cells.problems;

  const fields: UserFields = {
    ...(email !== undefined && { email }),
    ...(first_name !== undefined && { first_name }),
    ...(last_name !== undefined && { last_name }),
    ...(user_role !== undefined && { user_role }),
  };
  return {
    line: raw.line,
    column: raw.cells.get("username")?.column ?? 1,
    username,
    fields,
    ...(locked !== undefined && { locked }),
    ...(external_id !== "" && { external_id }),
    ...(password !== "" && { password }),
  };
}

/** Reads the cells of a row by type and collects its problems. */
class CellReader {
  readonly problems: RowProblem[] = [];
  readonly #row: RawRow;

  constructor(row: RawRow) {
    this.#row = row;
  }

  string(field: ImportColumn): string | undefined {
    const value = this.#row.cells.get(field)?.value;
    if (value === undefined || typeof value === "string") return value;
    this.report(field, "the value is not a string", "Put it in quotes.");
    return undefined;
  }

  choice<Choice extends string>(field: ImportColumn, choices: readonly Choice[]): Choice | undefined {
    const value = this.string(field);
    if (value === undefined) return undefined;
    const chosen = choices.find((choice) => choice === value.trim().toLowerCase());
    if (chosen === undefined) {
      const suggestion = suggest(value, choices);
      const hint = suggestion === undefined ? "" : `; did you mean \`${suggestion}\`?`;
      this.report(field, `\`${value}\` is not a role${hint}`, `Use one of ${choices.join(", ")}.`);
    }
    return chosen;
  }

  boolean(field: ImportColumn): boolean | undefined {
    const value = this.#row.cells.get(field)?.value;
    if (value === undefined || typeof value === "boolean") return value;
    const boolean = typeof value === "string" ? BOOLEANS.get(value.trim().toLowerCase()) : undefined;
    if (boolean === undefined) this.report(field, "the value is not true or false", "Write true or false.");
    return boolean;
  }

  report(field: ImportColumn, message: string, fix: string): void {
    const { line, cells } = this.#row;
    const column = cells.get(field)?.column;
    const username = cells.get("username")?.value;
    this.problems.push({
      line,
      ...(column !== undefined && { column }),
      field,
      ...(typeof username === "string" && username !== "" && { username }),
      message,
      fix,
    });
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

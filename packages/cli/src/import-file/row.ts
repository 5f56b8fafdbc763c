import type { RowProblem } from "../plan/decide.ts";

/** The columns of an import file, in the order of the documentation. */
export const IMPORT_COLUMNS = [
  "username",
  "email",
  "first_name",
  "last_name",
  "user_role",
  "locked",
  "external_id",
  "user_must_set_password",
  "password",
] as const;

export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** The columns that `export` writes by default: the state of a user that can be edited and imported again. */
export const EXPORT_COLUMNS = ["username", "email", "first_name", "last_name", "user_role", "locked"] as const;

/** Columns that only the server sets. They are ignored, so that the output of `list` can be imported. */
const READ_ONLY_COLUMNS: ReadonlySet<string> = new Set([
  "guid",
  "confirmed",
  "created_time",
  "updated_time",
  "active_time",
]);

/** Returns the column with this name, `"ignored"` for a read-only column, or `undefined` for an unknown one. */
export function columnNamed(name: string): ImportColumn | "ignored" | undefined {
  const plain = name.trim().toLowerCase();
  if (plain === "role") return "user_role";
  return IMPORT_COLUMNS.find((column) => column === plain) ?? (READ_ONLY_COLUMNS.has(plain) ? "ignored" : undefined);
}

/** A row as it is in the file, before validation. Cells that leave a field unchanged are missing. */
export interface RawRow {
  /** Line of the file on which the row starts, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<ImportColumn, RawCell>;
}

export interface RawCell {
  /** A string in CSV, any JSON value in NDJSON. */
  readonly value: unknown;
  /** CSV: number of the cell, from 1. NDJSON: number of the character, from 1. */
  readonly column: number;
}

/** Rows of a file, and what is wrong with the others. */
export interface FileRows<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
  /** Names of read-only columns that were ignored. */
  readonly ignored: readonly string[];
}

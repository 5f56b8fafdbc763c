import type { UserRole } from "@connect-sdk/api";
import type { ImportColumn } from "./columns.ts";

/** A row of a file as it was found: text by column, and nothing for what it leaves alone. */
export interface RawRow {
  /** Line of the file on which it starts, from 1. */
  readonly line: number;
  readonly cells: ReadonlyMap<ImportColumn, RawCell>;
}

/** A value of a row. */
export interface RawCell {
  /** JSON has values of other kinds than text. */
  readonly value: unknown;
  /** CSV: which cell of the line, from 1. NDJSON: at which character of the line. */
  readonly column: number;
}

/** A row that makes sense: what it says about one user. What it does not mention stays as it is. */
export interface UserRow {
  readonly line: number;
  readonly username: string;
  /** Where the username stands. */
  readonly column: number;
  readonly fields: UserFields;
  readonly locked?: boolean;
  readonly external_id?: string;
  /** `undefined`: the new user chooses one. */
  readonly password?: string;
}

/** Fields that can be given to a new user and changed later. */
export interface UserFields {
  readonly email?: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly user_role?: UserRole;
}

/** Why a row cannot be used. */
export interface RowProblem {
  readonly line: number;
  readonly column?: number;
  readonly field?: string;
  /** The row's username, as far as it has one. */
  readonly username?: string;
  readonly message: string;
  readonly fix: string;
}

/** What a file says: the rows that make sense, and what is wrong with the others. */
export interface RowsRead<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
  /** Columns that only the server writes and that were left out. */
  readonly skipped: readonly string[];
}

import { usageError } from "../errors.ts";
import { readCsv } from "./read-csv.ts";
import { readNdjson } from "./read-ndjson.ts";
import { readUserRow } from "./read-user-row.ts";
import type { RowProblem, RowsRead, UserRow } from "./row.ts";

/** What a file is written in. */
export const FORMATS = ["csv", "ndjson"] as const;
export type FileFormat = (typeof FORMATS)[number];

/** How a file with users is to be read. */
export interface ReadOptions {
  /** The file's name, for messages and for its ending. */
  readonly name: string;
  /** Default: told by the ending, and CSV where that says nothing. */
  readonly format?: FileFormat | undefined;
  /** Takes CSV cells as they are. */
  readonly raw?: boolean | undefined;
}

/**
 * Reads the users that a file describes, one to a row, and everything that is wrong with it.
 *
 * @throws CliError of kind `usage` when the file as a whole makes no sense.
 */
export function readUserRows(bytes: Uint8Array, { name, format, raw = false }: ReadOptions): RowsRead<UserRow> {
  const shown = name === "-" ? "Standard input" : name;
  const kind = format ?? formatOf(name);
  if (raw && kind !== "csv") throw usageError("--raw is for CSV only.", "Leave it out.");
  const found = kind === "csv" ? readCsv(bytes, { name: shown, raw }) : readNdjson(bytes, shown);
  const rows: UserRow[] = [];
  const problems: RowProblem[] = [...found.problems];
  const firstLine = new Map<string, number>();
  for (const rawRow of found.rows) {
    const read = readUserRow(rawRow);
    if (!("username" in read)) {
      problems.push(...read);
      continue;
    }
    const earlier = firstLine.get(read.username);
    if (earlier === undefined) {
      firstLine.set(read.username, read.line);
      rows.push(read);
    } else problems.push(duplicate(read, earlier));
  }
  return { rows, problems: problems.sort((a, b) => a.line - b.line), skipped: found.skipped };
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
    message: `\`${username}\` is on line ${earlier} already`,
    fix: "Keep one row for each user.",
  };
}

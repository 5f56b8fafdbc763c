import { usageError } from "../errors.ts";
import { suggest } from "@connect-sdk/api/internal";
import { IMPORT_COLUMNS, type ImportColumn, readColumnName } from "./columns.ts";

/** What the columns of a file mean. */
export interface Header {
  /** In the order of the file. */
  readonly columns: readonly (ImportColumn | "skipped")[];
  /** The names of those that are skipped. */
  readonly skipped: readonly string[];
}

/**
 * Understands the names of the columns.
 *
 * @throws CliError of kind `usage` that names every column that is unknown or there twice, or when `username` is missing.
 */
export function readHeader(names: readonly string[], { name: file, line }: { name: string; line: number }): Header {
  const columns: (ImportColumn | "skipped")[] = [];
  const problems: string[] = [];
  const skipped: string[] = [];
  names.forEach((name, at) => {
    const column = readColumnName(name);
    const place = `line ${line}, column ${at + 1}`;
    if (column === undefined) problems.push(`${place}: ${unknownColumn(name)}`);
    else if (column === "skipped") skipped.push(name.trim());
    else if (columns.includes(column)) problems.push(`${place}: \`${column}\` is there twice`);
    columns.push(column ?? "skipped");
  });
  if (problems.length === 0 && !columns.includes("username")) {
    problems.push(`line ${line}: there is no column \`username\``);
  }
  if (problems.length > 0)
    throw usageError(`${file}, ${problems.join("; ")}.`, `The columns are ${IMPORT_COLUMNS.join(", ")}.`);
  return { columns, skipped };
}

function unknownColumn(name: string): string {
  if (name.trim() === "") return "this column has no name";
  const meant = suggest(name.trim(), IMPORT_COLUMNS);
  return `\`${name}\` is no column that can be imported${meant === undefined ? "" : ` (did you mean \`${meant}\`?)`}`;
}

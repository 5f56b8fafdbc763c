import { usageError } from "../errors.ts";
import { suggest } from "@connect-sdk/api/internal";
import { IMPORT_COLUMNS, type ImportColumn, readColumnName } from "./columns.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import type { RawCell, RawRow, RowProblem, RowsRead } from "./row.ts";

/**
 * Reads one JSON object a line, the fields named like the columns of CSV. A field that is missing or null says nothing;
 * empty text is empty text.
 *
 * @throws CliError of kind `usage` when there is no row.
 */
export function readNdjson(bytes: Uint8Array, name: string): RowsRead<RawRow> {
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  const skipped = new Set<string>();
  const lines = decodeUtf8(bytes, name).split(/\r?\n/);
  lines.forEach((text, at) => {
    if (text.trim() === "") return;
    const read = readLine(text, at + 1, skipped);
    if ("cells" in read) rows.push(read);
    else problems.push(read);
  });
  if (rows.length + problems.length === 0)
    throw usageError(`${name} is empty.`, "It needs one JSON object a line for each user.");
  return { rows, problems, skipped: [...skipped] };
}

function readLine(text: string, line: number, skipped: Set<string>): RawRow | RowProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { line, column: columnOf(error), message: "this line is not JSON", fix: FIX_LINE };
  }
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    return { line, column: 1, message: "this line is not a JSON object", fix: FIX_LINE };
  }
  const cells = new Map<ImportColumn, RawCell>();
  for (const [name, value] of Object.entries(json)) {
    const column = Math.max(0, text.indexOf(JSON.stringify(name))) + 1;
    const field = readColumnName(name);
    if (field === undefined) return unknownField(name, { line, column });
    if (field === "skipped") skipped.add(name);
    else if (value !== null) cells.set(field, { value, column });
  }
  return { line, cells };
}

const FIX_LINE = 'Write one object on each line, such as {"username":"jdoe","user_role":"viewer"}.';

function unknownField(name: string, place: { line: number; column: number }): RowProblem {
  const meant = suggest(name, IMPORT_COLUMNS);
  return {
    ...place,
    field: name,
    message: `\`${name}\` is no field that can be imported${meant === undefined ? "" : `; did you mean \`${meant}\`?`}`,
    fix: `The fields are ${IMPORT_COLUMNS.join(", ")}.`,
  };
}

/** The runtime says where it stopped, in one of several ways. */
function columnOf(error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined ? 1 : Number(position) + 1;
}

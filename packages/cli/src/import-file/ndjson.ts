import { isObject, suggest } from "@connect-sdk/api/internal";
import { usageError } from "../errors.ts";
import type { RowProblem } from "../plan/decide.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { columnNamed, IMPORT_COLUMNS, type FileRows, type ImportColumn, type RawCell, type RawRow } from "./row.ts";

/**
 * Reads one JSON object per line, with fields named like the columns of CSV. A missing or null field leaves it unchanged; an
 * empty string clears it.
 *
 * @throws CliError of kind `usage` if there are no rows.
 */
export function readNdjson(bytes: Uint8Array, name: string): FileRows<RawRow> {
  const rows: RawRow[] = [];
  const problems: RowProblem[] = [];
  const ignored = new Set<string>();
  const lines = decodeUtf8(bytes, name).split(/\r?\n/);
  lines.forEach((text, at) => {
    if (text.trim() === "") return;
    const row = readLine(text, at + 1, ignored);
    if ("cells" in row) rows.push(row);
    else problems.push(row);
  });
  if (rows.length + problems.length === 0) throw usageError(`${name} is empty.`, "Add one JSON object per line.");
  return { rows, problems, ignored: [...ignored] };
}

function readLine(text: string, line: number, ignored: Set<string>): RawRow | RowProblem {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { line, column: columnOf(error), message: "this line is not JSON", fix: FIX_LINE };
  }
  if (!isObject(json)) return { line, column: 1, message: "this line is not a JSON object", fix: FIX_LINE };
  const cells = new Map<ImportColumn, RawCell>();
  for (const [name, value] of Object.entries(json)) {
    const column = Math.max(0, text.indexOf(JSON.stringify(name))) + 1;
    const field = columnNamed(name);
    if (field === undefined) return unknownField(name, { line, column });
    if (field === "ignored") ignored.add(name);
    else if (value !== null) cells.set(field, { value, column });
  }
  return { line, cells };
}

const FIX_LINE = 'Write one object per line, such as {"username":"jdoe","user_role":"viewer"}.';

function unknownField(name: string, place: { line: number; column: number }): RowProblem {
  const suggestion = suggest(name, IMPORT_COLUMNS);
  const hint = suggestion === undefined ? "" : `; did you mean \`${suggestion}\`?`;
  return {
    ...place,
    field: name,
    message: `\`${name}\` is not a field that can be imported${hint}`,
    fix: `The fields are ${IMPORT_COLUMNS.join(", ")}.`,
  };
}

/** Returns the column of a syntax error. Engines word the position differently, or leave it out. */
function columnOf(error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined ? 1 : Number(position) + 1;
}

import { usageError } from "../errors/cli-error.ts";
import { fieldOf, type Row } from "../result.ts";

/** Reduces rows to the fields of `--fields`. A name that no row has is an error, not an empty column. */
export async function* selectFields(
  rows: Iterable<Row> | AsyncIterable<Row>,
  fields: readonly string[] | undefined,
  known: readonly string[],
): AsyncGenerator<Row, void, void> {
  let checked = fields === undefined;
  for await (const row of rows) {
    if (!checked) requireKnown(fields ?? [], [...new Set([...known, ...Object.keys(row)])]);
    checked = true;
    yield fields === undefined ? row : pick(row, fields);
  }
  if (!checked && known.length > 0) requireKnown(fields ?? [], known);
}

/** A row with these fields only, in this order. */
export function pick(row: Row, fields: readonly string[]): Row {
  return Object.fromEntries(fields.map((field) => [field, fieldOf(row, field)]));
}

/** @throws CliError of kind `usage` for a field that is not known. */
export function requireKnown(fields: readonly string[], known: readonly string[]): void {
  const unknown = fields.find((field) => !known.includes(field));
  if (unknown === undefined) return;
  throw usageError(`There is no field \`${unknown}\`.`, `--fields takes any of ${known.join(", ")}.`);
}

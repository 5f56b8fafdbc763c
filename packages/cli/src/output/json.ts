import type { Row } from "../result.ts";
import { batches } from "./batches.ts";
import { safeJson } from "./safe-text.ts";

/** Rows as one JSON array, a row a line, written while they arrive. */
export async function* jsonArray(rows: AsyncIterable<Row>): AsyncGenerator<string, void, void> {
  let lead = "[\n";
  for await (const batch of batches(rows, 200)) {
    yield lead + batch.map(line).join(",\n");
    lead = ",\n";
  }
  yield lead === "[\n" ? "[]\n" : "\n]\n";
}

/** Rows as one JSON object a line. */
export async function* ndjson(rows: AsyncIterable<Row>): AsyncGenerator<string, void, void> {
  for await (const batch of batches(rows, 200)) yield `${batch.map(line).join("\n")}\n`;
}

/** One value, indented. */
export function jsonValue(value: unknown): string {
  return `${safeJson(JSON.stringify(value, null, 2))}\n`;
}

function line(row: Row): string {
  return safeJson(JSON.stringify(row));
}

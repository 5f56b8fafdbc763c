import type { Row } from "../result.ts";

/** One row where many could be. */
export async function* only(row: Row): AsyncGenerator<Row, void, void> {
  yield await Promise.resolve(row);
}

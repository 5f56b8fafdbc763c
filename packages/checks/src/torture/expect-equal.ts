import { inspect, isDeepStrictEqual } from "node:util";

/** A result that is not the expected one. */
export class WrongResult extends Error {
  override readonly name = "WrongResult";
}

/** @throws WrongResult unless both values are deeply equal. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  if (Array.isArray(actual) && Array.isArray(expected)) {
    // Of two long lists, only what differs says something.
    const isIn = (list: readonly unknown[]) => (item: unknown) => list.some((other) => isDeepStrictEqual(item, other));
    const extra = actual.filter((item) => !isIn(expected)(item));
    const missing = expected.filter((item) => !isIn(actual)(item));
    if (extra.length + missing.length > 0) {
      throw new WrongResult(`${what} has ${shorten(extra)} instead of ${shorten(missing)}.`);
    }
  }
  throw new WrongResult(`${what}: ${shorten(actual)} instead of ${shorten(expected)}.`);
}

function shorten(value: unknown): string {
  const shown = inspect(value, { depth: 8, breakLength: Infinity });
  return shown.length <= 300 ? shown : `${shown.slice(0, 300)}…`;
}

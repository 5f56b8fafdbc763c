import { inspect, isDeepStrictEqual } from "node:util";

/** A result that is not the expected one. */
export class WrongResult extends Error {
  override readonly name = "WrongResult";
}

/** @throws WrongResult unless both values are deeply equal. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new WrongResult(`${what}: ${shorten(actual)} instead of ${shorten(expected)}.`);
}

function shorten(value: unknown): string {
  const shown = inspect(value, { depth: 8, breakLength: Infinity });
  return shown.length <= 300 ? shown : `${shown.slice(0, 300)}…`;
}

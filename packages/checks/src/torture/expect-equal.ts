import { inspect, isDeepStrictEqual } from "node:util";

/** A result that is not the right one. */
export class WrongAnswer extends Error {
  override readonly name = "WrongAnswer";
}

/** Throws a {@link WrongAnswer} unless the two are equal. */
export function expectEqual(actual: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(actual, expected)) return;
  throw new WrongAnswer(`${what} is ${shorten(actual)} and should be ${shorten(expected)}.`);
}

function shorten(value: unknown): string {
  const text = inspect(value, { depth: 8, breakLength: Infinity });
  return text.length <= 300 ? text : `${text.slice(0, 300)}…`;
}

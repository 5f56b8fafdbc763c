import { expect } from "vitest";

/** Matches every text. */
export const anyText: unknown = expect.any(String);

/** Matches texts of a form. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** Matches arrays that hold at least these items. */
export function including(...items: unknown[]): unknown {
  return expect.arrayContaining(items);
}

/** Matches objects that have at least these fields. */
export function objectWith(fields: Record<string, unknown>): unknown {
  return expect.objectContaining(fields);
}

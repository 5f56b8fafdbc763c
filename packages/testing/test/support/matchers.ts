import { expect } from "vitest";

/** Matches every string. */
export const anyText: unknown = expect.any(String);

/** Matches strings by a pattern. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** Matches strings that contain another. */
export function textWith(part: string): unknown {
  return expect.stringContaining(part);
}

/** Matches arrays that contain at least these items. */
export function including(...items: unknown[]): unknown {
  return expect.arrayContaining(items);
}

/** Matches objects that have at least these fields. */
export function objectWith(fields: Record<string, unknown>): unknown {
  return expect.objectContaining(fields);
}

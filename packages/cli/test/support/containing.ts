import { expect } from "vitest";

/** Matches any string that contains this one. */
export function containing(text: string): unknown {
  return expect.stringContaining(text);
}

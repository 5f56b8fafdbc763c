/**
 * Mutations that change nothing that a caller can notice, by name, and why. A test fails when one of them cannot be made any more.
 */
export const EQUIVALENT: ReadonlyMap<string, string> = new Map([]);

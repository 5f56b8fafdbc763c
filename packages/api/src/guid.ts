/** Guids in every spelling that servers accept. */

const HYPHENATED = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/**
 * Returns a guid in the spelling that servers return: lower case, without braces and without `urn:uuid:`. Returns any other
 * string unchanged.
 */
export function normalizeGuid(value: string): string {
  const bare = value.toLowerCase().replace(/^urn:uuid:|^\{(?=.*\}$)|\}$/g, "");
  return HYPHENATED.test(bare) ? bare : value;
}

/** Returns whether a string is a guid, in any spelling that {@link normalizeGuid} understands. */
export function isGuid(value: string): boolean {
  return HYPHENATED.test(normalizeGuid(value));
}

/** Returns whether two guids identify the same object. */
export function isSameGuid(a: string, b: string): boolean {
  return a === b || normalizeGuid(a) === normalizeGuid(b);
}

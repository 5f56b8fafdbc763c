/** Guids in every spelling that servers accept. */

/**
 * Returns a guid in the spelling that servers return: lower case, with hyphens, without braces and `urn:uuid:`. Returns any
 * other string unchanged.
 */
export function normalizeGuid(value: string): string {
  const hex = /^(?:urn:uuid:)?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32})$/i.exec(
    value.startsWith("{") && value.endsWith("}") ? value.slice(1, -1) : value,
  )?.[1];
  if (hex === undefined) return value;
  const digits = hex.replaceAll("-", "").toLowerCase();
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Returns whether a string is a guid, in any spelling that {@link normalizeGuid} understands. */
export function isGuid(value: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(normalizeGuid(value));
}

/** Returns whether two guids identify the same object. */
export function isSameGuid(a: string, b: string): boolean {
  return a === b || normalizeGuid(a) === normalizeGuid(b);
}

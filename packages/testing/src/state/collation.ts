const PLAIN = /^[\x20-\x7e]*$/;
const PLAIN_PUNCTUATION = /[^a-z0-9]+/g;
const PUNCTUATION = /[^\p{L}\p{N}]+/gu;
const MARKS = /\p{M}+/gu;

/**
 * A key by which texts sort as in a database with a language's rules: upper and lower case, accents and punctuation do not
 * matter. What is to decide between texts with the same key is up to whoever compares them.
 *
 * Real server: the exact rules are unknown; recorded lists of groups have `amanda_test_group` before `a_new_group`.
 */
export function collationKey(text: string): string {
  const known = keys.get(text);
  if (known !== undefined) return known;
  const key = workOutKey(text);
  // The same names come again and again. Forgetting all of them at once is enough to bound the memory.
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}

const MOST_KEYS = 2000;
const keys = new Map<string, string>();

function workOutKey(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower.replace(PLAIN_PUNCTUATION, "");
  return lower.normalize("NFD").replace(MARKS, "").replace(PUNCTUATION, "");
}

/** Compares two keys. */
export function compareKeys(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/**
 * Somebody else's words as part of one line of a message: without control characters, which could rewrite the terminal that shows
 * them, without the full stop that the message has itself, and not endless.
 */
export function printable(words: string): string {
  return words
    .slice(0, 500)
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[\s.:]+$/, "");
}

/** Makes names and other foreign strings safe to read inside a message. */

/**
 * What a terminal or a reader could be fooled by: control and format characters (escape sequences, line breaks, bidirectional
 * overrides, zero-width characters), line and paragraph separators, fillers that look like a space, and lone surrogates.
 */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Returns a foreign string as messages show it: deceptive characters are escaped (`\u202e`), and what exceeds 200 characters is
 * cut. Every name, address and other foreign string in an error goes through here.
 */
export function printable(text: string, maxLength = 200): string {
  const escaped = text.slice(0, maxLength).replace(DECEPTIVE, escape);
  return text.length > maxLength ? `${escaped}…` : escaped;
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

import { styleText } from "node:util";
import type { Io, Output } from "./io.ts";

/**
 * Returns text that is safe to print on one line. Every character that cannot be seen becomes a visible escape: control
 * characters and escape sequences, line breaks, characters that reorder a line, and characters without width, such as U+200B.
 * Text from files and servers can then neither move the cursor nor forge a line, nor look like other text.
 */
export function safeText(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return CONTROL.test(character) ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character, code);
  });
}

function unicodeEscape(character: string, code: number): string {
  return character.length > 1 ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

/** Returns JSON of the same value that is safe to print on a terminal: escapes all that {@link safeText} would escape. */
export function safeJson(json: string): string {
  // JSON.stringify escapes the C0 controls in strings, and indented JSON needs its own line breaks.
  return json.replace(INVISIBLE, (character) => (character === "\n" ? character : jsonEscape(character)));
}

/** JSON spells a character outside the basic plane as two escapes. */
function jsonEscape(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/** Returns text of at most `most` characters: the middle of a longer one is left out. */
export function shorten(text: string, most = 2_000): string {
  return text.length <= most ? text : `${text.slice(0, most - 200)} … ${text.slice(-198)}`;
}

const CONTROL = /\p{Cc}/u;

// Controls, format characters, separators but the ordinary and the ideographic space, unpaired surrogates, and what Unicode
// says to draw as nothing, such as fillers and variation selectors. The blank of braille looks like a space.
const INVISIBLE = /(?![ \u3000])[\p{Cc}\p{Cf}\p{Z}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Styles text for one stream. */
export type Style = (look: Look, text: string) => string;

export type Look = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Returns a style with colors on a terminal; without on other streams, under `NO_COLOR` and under `TERM=dumb`. */
export function styleFor(stream: Output, env: Io["env"]): Style {
  const plain = stream.isTTY !== true || Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  // validateStream would look at the process's own stream instead of this one.
  return plain ? (_look, text) => text : (look, text) => styleText(look, text, { validateStream: false });
}

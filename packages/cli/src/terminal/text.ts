import { styleText } from "node:util";
import type { Io, Output } from "./io.ts";

/**
 * Makes text from a server harmless to print: control characters, escape sequences and characters that reorder the line
 * come out as visible escapes, so that nobody's name can move the cursor, recolour the screen or forge a second line.
 */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character);
  });
}

/** Escapes in JSON what `JSON.stringify` leaves as it is and a terminal might obey. The value stays the same. */
export function safeJson(json: string): string {
  return json.replace(UNSAFE_IN_JSON, unicodeEscape);
}

// C0, DEL and C1 controls; line and paragraph separators; bidirectional marks, overrides and isolates.
const UNSAFE = /[\p{Cc}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// Indented JSON has line breaks of its own; those inside strings are escaped already.
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Decorates text for one stream. */
export type Style = (look: Look, text: string) => string;

export type Look = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Colours for a terminal that wants them; elsewhere, and under `NO_COLOR`, text stays as it is. */
export function styleFor(stream: Output, env: Io["env"]): Style {
  const plain = stream.isTTY !== true || Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  // The stream was looked at above: styleText must not ask the process again.
  return plain ? (_look, text) => text : (look, text) => styleText(look, text, { validateStream: false });
}

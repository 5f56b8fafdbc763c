import { styleText } from "node:util";
import type { Io, Output } from "./io.ts";

/**
 * Returns text that is safe to print. Control characters, escape sequences and characters that reorder a line become visible
 * escapes, so that text from files and servers cannot move the cursor, change colors or forge a second line.
 */
export function safeText(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(character);
  });
}

/** Returns JSON of the same value that is safe to print: escapes the characters that `JSON.stringify` does not. */
export function safeJson(json: string): string {
  return json.replace(UNSAFE_IN_JSON, unicodeEscape);
}

// C0, DEL and C1 controls; line and paragraph separators; bidirectional marks, overrides and isolates.
const UNSAFE = /[\p{Cc}\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
// Without the C0 controls: JSON.stringify escapes them in strings, and indented JSON needs its own line breaks.
const UNSAFE_IN_JSON = /[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

/** Styles text for one stream. */
export type Style = (look: Look, text: string) => string;

export type Look = "bold" | "dim" | "red" | "yellow" | "green" | "cyan";

/** Returns a style with colors on a terminal; without on other streams, under `NO_COLOR` and under `TERM=dumb`. */
export function styleFor(stream: Output, env: Io["env"]): Style {
  const plain = stream.isTTY !== true || Boolean(env["NO_COLOR"]) || env["TERM"] === "dumb";
  // validateStream would look at the process's own stream instead of this one.
  return plain ? (_look, text) => text : (look, text) => styleText(look, text, { validateStream: false });
}

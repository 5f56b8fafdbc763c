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

/** Returns the columns of a terminal; `undefined` for other streams, where nothing is wrapped or truncated. */
export function columnsOf({ isTTY, columns }: Output): number | undefined {
  if (isTTY !== true) return undefined;
  // Terminals that were never told their size say 0.
  return columns === undefined || columns === 0 ? 80 : columns;
}

/** Returns a message as it is written to a stream: {@link safeText}, wrapped at the width of a terminal. */
export function messageLine(text: string, stream: Output): string {
  return `${wrapLine(safeText(text), columnsOf(stream))}\n`;
}

/**
 * Breaks a line between words. Words that are longer than a line stay whole, as do commands, so that they can be copied: the terminal breaks
 * them.
 *
 * @param indent - of all lines but the first. Default: below the text after a mark, a status or a label.
 */
export function wrapLine(text: string, columns: number | undefined, indent = textStart(text)): string {
  if (columns === undefined || widthAtMost(text) <= columns) return text;
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const [word, gap = "", rest = ""] of text.matchAll(WORDS)) {
    const width = widthAtMost(word);
    if (used + width <= columns || line.trim() === "") {
      line += word;
      used += width;
      continue;
    }
    lines.push(line);
    line = " ".repeat(indent) + rest;
    used = indent + width - gap.length;
  }
  return [...lines, line].join("\n");
}

/** Words with the space before them. What is in quotes, and a command after a colon at the end, is one word. */
const WORDS = /( *)((?:`[^`]*`|"[^"]{1,60}"|(?<=: )connect-users .*$|[^ `]|`)+)/gu;

/** Returns the column where the text of a line starts, after its mark, status or label. */
function textStart(text: string): number {
  const [lead = ""] = /^(?:error|warning|fix): |^ *\S+ {2,}|^ +[a-z]+: |^ */.exec(text) ?? [];
  return lead.trim() === "" ? lead.length + 2 : Math.min(lead.length, 20);
}

/**
 * Returns a width that the text does not exceed. The true width takes 30 ms to load; a line that is broken a little early harms nobody.
 */
function widthAtMost(text: string): number {
  return text.length + (text.match(MAY_BE_WIDE)?.length ?? 0);
}

/** From Hangul on, a character may take two columns. Those of two code units are counted as two already. */
const MAY_BE_WIDE = /[\u1100-\u200f\u2030-\u218f\u2200-\ud7ff\ue000-\uffff]/g;

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

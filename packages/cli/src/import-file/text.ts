/* The text of a file: from bytes to characters, and what is wrong with the text of one cell. */
import { sentence, usageError } from "../errors.ts";

/**
 * Decodes UTF-8, with or without a byte order mark, and UTF-16 with one. Windows PowerShell writes UTF-16.
 *
 * @throws CliError of kind `usage` for another encoding, with line and column of the first invalid byte, and for a workbook.
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (startsWith(bytes, ZIP) || startsWith(bytes, COMPOUND_FILE)) {
    throw usageError(`${name} is a workbook, not a text file.`, SAVE_AS_UTF8);
  }
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16("utf-16le", bytes, name);
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16("utf-16be", bytes, name);
  const text = decode("utf-8", bytes);
  // Text of any language has ASCII in its header, of which UTF-16 makes every other byte zero.
  if ((bytes[0] === 0 && bytes[2] === 0) || (bytes[1] === 0 && bytes[3] === 0)) {
    throw usageError(`${name} looks like UTF-16 without a byte order mark.`, SAVE_AS_UTF8);
  }
  if (text !== undefined) return text;
  const { line, column } = findInvalid(bytes);
  throw usageError(`${name}, line ${line}, column ${column}: invalid UTF-8.`, SAVE_AS_UTF8);
}

const SAVE_AS_UTF8 = "Save the file as UTF-8 (in Excel: `CSV UTF-8 (Comma delimited)`).";
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

function decodeUtf16(encoding: "utf-16le" | "utf-16be", bytes: Uint8Array, name: string): string {
  const text = decode(encoding, bytes);
  if (text !== undefined) return text;
  throw usageError(`${name}: invalid UTF-16, or the file is cut off.`, SAVE_AS_UTF8);
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function findInvalid(bytes: Uint8Array): { line: number; column: number } {
  let [valid, end] = [0, bytes.length];
  // The longest valid start. A character that is cut off at its end may still become valid.
  while (valid < end) {
    const middle = Math.ceil((valid + end) / 2);
    if (isValidStart(bytes.subarray(0, middle))) valid = middle;
    else end = middle - 1;
  }
  const lines = new TextDecoder().decode(bytes.subarray(0, valid), { stream: true }).split("\n");
  return { line: lines.length, column: Array.from(lines.at(-1) ?? "").length + 1 };
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Removes white space and invisible characters at both ends. Takes linear time, unlike a regular expression. */
export function trimCell(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Most cells start and end with visible ASCII.
  return (code <= 0x20 || code >= 0x7f) && BLANK.test(text.charAt(at));
}

/** Returns text of at most 60 characters, for messages. */
export function cut(text: string): string {
  return text.length <= MAX_SHOWN ? text : `${Array.from(text.slice(0, MAX_SHOWN)).slice(0, -1).join("")}…`;
}

const MAX_SHOWN = 60;

/** Why a value cannot be sent, and what to do about it. */
export interface Flaw {
  readonly message: string;
  readonly fix: string;
}

/**
 * Returns what is wrong with a trimmed text: characters that nobody can see, or characters that were damaged on the way.
 *
 * @param identifier - whether it is a username or an e-mail address, in which every invisible character is an error. Names
 *   may need a joiner between letters.
 */
export function findFlaw(text: string, { identifier }: { identifier: boolean }): Flaw | undefined {
  if (isTooLong(text)) {
    return {
      message: `the cell has ${text.length.toLocaleString("en-US")} characters`,
      fix: `Shorten it to ${MAX_CELL.toLocaleString("en-US")} characters, and look for a missing quote.`,
    };
  }
  if (PLAIN.test(text) && !MADE_BY_SPREADSHEET.test(text)) return undefined;
  const hidden = /\p{Cc}/u.exec(text) ?? BIDIRECTIONAL.exec(text) ?? (identifier ? INVISIBLE.exec(text) : null);
  if (hidden !== null) {
    const [character] = hidden;
    return { message: `\`${cut(text)}\` contains ${nameOf(character)}`, fix: "Remove it, or type the text again." };
  }
  if (text.includes("\ufffd")) {
    const message = `\`${cut(text)}\` contains U+FFFD, the mark of a character that was lost`;
    return { message, fix: "Export the file again as UTF-8: the lost character cannot be restored." };
  }
  const repaired = repairMojibake(text);
  if (repaired !== text) {
    return {
      message: `\`${cut(text)}\` looks like \`${cut(repaired)}\` read in the wrong encoding`,
      fix: "Open the original file as UTF-8. For Excel, write it with `export --excel`, and save it as `CSV UTF-8`.",
    };
  }
  return findSpreadsheetValue(text, { identifier });
}

/** Returns what is wrong with a value that a spreadsheet made of another one. */
function findSpreadsheetValue(text: string, { identifier }: { identifier: boolean }): Flaw | undefined {
  const shown = `\`${cut(text)}\``;
  if (SPREADSHEET_ERROR.test(text)) {
    return { message: `${shown} is an error of a spreadsheet`, fix: "Correct the formula, and save the file again." };
  }
  const fix = "Format the column as text in the spreadsheet, and enter the value again.";
  if (NARROW.test(text)) return { message: `${shown} is a cell that was too narrow for its value`, fix };
  if (!identifier) return undefined;
  if (SHORTENED_NUMBER.test(text)) return { message: `${shown} is a number that a spreadsheet shortened`, fix };
  return DATE.test(text)
    ? { message: `${shown} looks like a date; spreadsheets turn names such as mar1 into dates`, fix }
    : undefined;
}

/** Returns the text of a flag without blanks around it. @throws Error if nobody should send it. */
export function readText(text: string, options: { identifier: boolean }): string {
  const trimmed = trimCell(text);
  const flaw = findFlaw(trimmed, options);
  if (flaw === undefined) return trimmed;
  throw new Error(`${sentence(flaw.message)} ${flaw.fix}`);
}

/** Whether no field of a user can be this long. */
export function isTooLong(text: string): boolean {
  return text.length > MAX_CELL;
}

const MAX_CELL = 1_000;
// Without any of the characters that the other checks look for. Most cells are plain.
const PLAIN = /^[ -~]*$/;
// Excel and LibreOffice write long numbers like this, in English and in German notation.
const SHORTENED_NUMBER = /^\d(?:[.,]\d+)?E\+\d{2,3}$/;
const SPREADSHEET_ERROR =
  /^(?:#(?:REF|NAME|VALUE|NUM|NULL|DIV\/0|N\/A|SPILL|CALC|FIELD|BLOCKED|GETTING_DATA|BEZUG|WERT|ZAHL|NV|VALEUR|NOM|REFERENCE)[!?]?|Err:\d{3})$/;
const NARROW = /^#{3,}$/;
const MONTH = "(?:Jan|Feb|Mar|Mär|Mrz|Apr|May|Mai|Jun|Jul|Aug|Sep|Oct|Okt|Nov|Dec|Dez)";
const DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const PADDED_DAY = "(?:0[1-9]|[12]\\d|3[01])";
// As spreadsheets write a day or a month, in capitals as they do. Other dates, such as 2026-03-01, could be meant. Between dots,
// a year of two digits follows only days and months of two digits: they do not write 10.1.12.
const DATE = new RegExp(
  `^(?:${DAY}[-. ]{1,2}${MONTH}|${MONTH}[- ]\\d{2}|${DAY}/${DAY}/(?:\\d{2}|\\d{4})` +
    `|${DAY}[.]${DAY}[.]\\d{4}|${PADDED_DAY}[.]${PADDED_DAY}[.]\\d{2})$`,
);
const MADE_BY_SPREADSHEET = /^(?:#|Err:|\d|[A-Z][a-z]{2}[- ]\d\d$)/;
const BIDIRECTIONAL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const INVISIBLE =
  /[\u00ad\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0]/;
const BLANK = new RegExp(`\\s|\\u0085|\\u061c|${INVISIBLE.source}`);

function nameOf(character: string): string {
  if (/[\r\n]/.test(character)) return "a line break";
  if (character === "\t") return "a tab";
  const code = character.charCodeAt(0);
  const kind = /\p{Cc}/u.test(character) ? "the control character" : "the invisible character";
  return `${kind} U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Undoes UTF-8 that was read as Windows-1252 or Latin-1: `ZoÃ«` becomes `Zoë`. Returns other text unchanged. */
function repairMojibake(text: string): string {
  return text.replace(MOJIBAKE, (found) => {
    const bytes = Array.from(found, (character) => {
      const at = WINDOWS_1252.indexOf(character);
      return at < 0 ? character.charCodeAt(0) : 0x80 + at;
    });
    return decode("utf-8", Uint8Array.from(bytes)) ?? found;
  });
}

// The characters of the bytes 0x80 to 0x9f. Bytes that Windows-1252 does not define are a space here, which never matches.
const WINDOWS_1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
const CONTINUATION = `[\\u0080-\\u00bf${WINDOWS_1252.replaceAll(" ", "")}]`;
// Two bytes of Latin letters, at least two letters of Greek, Cyrillic, Hebrew or Arabic, or one longer character. Other pairs
// occur in real text: a capital letter before a quotation mark, for example.
const MOJIBAKE = new RegExp(
  `[\\u00c2-\\u00c5]${CONTINUATION}|(?:[\\u00ce-\\u00d1\\u00d7-\\u00d9]${CONTINUATION}){2,}` +
    `|[\\u00e0-\\u00ef]${CONTINUATION}{2}|[\\u00f0-\\u00f4]${CONTINUATION}{3}`,
  "g",
);

/** Reads a Boolean, also one that a spreadsheet wrote in its language; `undefined` for another word. */
export function readBoolean(word: string): { value: boolean; isTranslated: boolean } | undefined {
  const lower = word.toLowerCase();
  const value = BOOLEANS.get(lower) ?? TRANSLATED_BOOLEANS.get(lower);
  return value === undefined ? undefined : { value, isTranslated: !BOOLEANS.has(lower) };
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** What Excel and LibreOffice make of true and false in other languages. */
const TRANSLATED_BOOLEANS: ReadonlyMap<string, boolean> = new Map(
  [
    "wahr falsch",
    "vrai faux",
    "verdadero falso",
    "vero falso",
    "verdadeiro falso",
    "waar onwaar",
    "sant falskt",
    "sand falsk",
    "sann usann",
    "tosi epätosi",
    "prawda fałsz",
    "pravda nepravda",
    "igaz hamis",
    "adevărat fals",
    "doğru yanliş",
    "истина ложь",
    "αληθεσ ψευδεσ",
  ].flatMap((pair) => pair.split(" ").map((word, at): [string, boolean] => [word, at === 0])),
);

import { hash, hashText } from "./hash.ts";
import { FIRST_NAMES, LAST_NAMES } from "./names.ts";

/** A made-up person. */
export interface Person {
  username: string;
  first_name: string;
  last_name: string;
}

const STREAM = hashText("people");
/** How many people there are before a username needs a digit. */
export const PAIRS = FIRST_NAMES.length * LAST_NAMES.length;

/**
 * The person with this number. Different numbers never give the same username, and each takes the same short time,
 * because the numbers run through all pairs of names before a pair comes again, with a digit after it.
 */
export function inventPerson(seed: number, number: number): Person {
  const stride = strideOf(seed);
  const start = (hash(seed, STREAM, 1) >>> 0) % PAIRS;
  // The products stay far below 2^53.
  const pair = (start + (number % PAIRS) * stride) % PAIRS;
  const round = Math.floor(number / PAIRS);
  const first_name = FIRST_NAMES[pair % FIRST_NAMES.length] ?? "";
  const last_name = LAST_NAMES[Math.floor(pair / FIRST_NAMES.length)] ?? "";
  const username = `${plain(first_name)}.${plain(last_name)}${round === 0 ? "" : String(round + 1)}`;
  return { username, first_name, last_name };
}

/** A step that has no factor in common with the number of pairs, so that it leads to each of them. */
function strideOf(seed: number): number {
  let stride = ((hash(seed, STREAM, 0) >>> 0) % PAIRS) | 1;
  while (greatestCommonDivisor(stride, PAIRS) !== 1) stride += 2;
  return stride;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** Letters that are not an English letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ø: "o", ł: "l", đ: "d", ð: "d", ı: "i", ß: "ss", æ: "ae", å: "a" };

const plainNames = new Map<string, string>();

/** A name as it would be in a username: English letters only. */
function plain(name: string): string {
  let letters = plainNames.get(name);
  if (letters === undefined) {
    const lower = name.toLowerCase().replace(/[øłđðıßæå]/g, (letter) => LETTERS[letter] ?? letter);
    letters = lower.normalize("NFD").replace(/[^a-z0-9]/g, "");
    plainNames.set(name, letters);
  }
  return letters;
}

import { usageError } from "../errors.ts";

/**
 * Decodes UTF-8, with or without a byte order mark.
 *
 * @throws CliError of kind `usage` with line and column of the first byte that is not UTF-8.
 */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const { line, column } = findDamage(bytes);
    throw usageError(
      `${name}, line ${line}, column ${column}: this is not UTF-8 text.`,
      "Save the file as UTF-8; in Excel that is `CSV UTF-8 (Comma delimited)`.",
    );
  }
}

function findDamage(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const text = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    if (!isUtf8(text)) return { line, column: columnOfDamage(text) };
    start += text.length;
  }
  return { line, column: 1 };
}

/** The longest beginning that is whole has one character for each column before the damage. */
function columnOfDamage(line: Uint8Array): number {
  let sound = 0;
  for (let length = 1; length <= line.length; length += 1) {
    if (isUtf8(line.subarray(0, length))) sound = length;
  }
  return Array.from(new TextDecoder().decode(line.subarray(0, sound))).length + 1;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

const LINE_FEED = 0x0a;

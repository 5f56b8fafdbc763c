import { usageError } from "../errors.ts";

/**
 * Decodes UTF-8, with or without a byte order mark.
 *
 * @throws CliError of kind `usage` with line and column of the first invalid byte.
 */
export function decodeUtf8(bytes: Uint8Array, name: string): string {
  const text = decode(bytes);
  if (text !== undefined) return text;
  const { line, column } = findInvalid(bytes);
  throw usageError(
    `${name}, line ${line}, column ${column}: invalid UTF-8.`,
    "Save the file as UTF-8 (in Excel: `CSV UTF-8 (Comma delimited)`).",
  );
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function findInvalid(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start);
    const lineBytes = bytes.subarray(start, end < 0 ? bytes.length : end + 1);
    if (decode(lineBytes) === undefined) return { line, column: columnOfInvalid(lineBytes) };
    start += lineBytes.length;
  }
  return { line, column: 1 };
}

/** The longest valid start of the line has one character for each column before the invalid byte. */
function columnOfInvalid(line: Uint8Array): number {
  let valid = "";
  for (let length = 1; length <= line.length; length += 1) {
    valid = decode(line.subarray(0, length)) ?? valid;
  }
  return Array.from(valid).length + 1;
}

const LINE_FEED = 0x0a;

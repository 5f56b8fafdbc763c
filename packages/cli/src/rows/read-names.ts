import { usageError } from "../errors.ts";
import { decodeUtf8 } from "./decode-utf8.ts";

/** A USER that a file names. */
export interface NamedLine {
  readonly line: number;
  readonly name: string;
}

/**
 * Reads a file with one USER a line. Blank lines and lines that start with `#` are skipped.
 *
 * @throws CliError of kind `usage` when it names nobody.
 */
export function readNames(bytes: Uint8Array, file: string): NamedLine[] {
  const shown = file === "-" ? "Standard input" : file;
  const names = decodeUtf8(bytes, shown)
    .split(/\r\n|\n|\r/)
    .map((text, at) => ({ line: at + 1, name: text.trim() }))
    .filter(({ name }) => name !== "" && !name.startsWith("#"));
  if (names.length > 0) return names;
  throw usageError(`${shown} names nobody.`, "Put one guid, username or e-mail address on each line.");
}

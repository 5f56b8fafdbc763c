import { readFile } from "node:fs/promises";
import { UsageError } from "./usage-error.ts";

/**
 * Reads a JSON file that the command line names.
 *
 * @throws {UsageError} when there is no such file, it cannot be read, or is not JSON.
 */
export async function readJsonFile(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UsageError(`${file}: ${reason(error)}`, { cause: error });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not valid JSON: ${reason(error)}`, { cause: error });
  }
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "there is no such file";
  if ("code" in error && error.code === "EISDIR") return "this is a directory; allowed: a JSON file";
  // The parser quotes the text, line breaks and all.
  return error.message.replaceAll(/\s+/g, " ");
}

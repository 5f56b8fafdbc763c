import type { Context } from "../context.ts";
import { usageError } from "../errors/cli-error.ts";

/**
 * Reads a password from a file or standard input, or asks for it at a terminal. `undefined` when there is none to be had:
 * servers with another provider than passwords want none.
 */
export async function readPassword(
  file: string | undefined,
  { ask, files }: Pick<Context, "ask" | "files">,
): Promise<string | undefined> {
  if (file !== undefined) return firstLine(await files.read(file), file);
  if (!ask.possible) return undefined;
  const password = await ask.secret("Password (empty if the server keeps none)");
  if (password === "") return undefined;
  if ((await ask.secret("Password again")) === password) return password;
  throw usageError("The two passwords differ.", "Run the command again.");
}

function firstLine(text: string, file: string): string {
  const password = text.replace(/\r?\n$/, "");
  if (password !== "" && !/[\r\n]/.test(password)) return password;
  throw usageError(
    `${file === "-" ? "Standard input" : file} ${password === "" ? "is empty" : "has more than one line"}.`,
    "Put the password on one line, alone.",
  );
}

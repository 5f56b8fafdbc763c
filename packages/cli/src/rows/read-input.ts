import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";
import type { ConnectionFlags } from "../connection/settings.ts";

/** Reads a file, or standard input for `-`, which only one thing can come from. */
export async function readInput(
  name: string,
  flags: ConnectionFlags & { readonly report?: string | undefined },
  { files }: Pick<Context, "files">,
): Promise<Uint8Array> {
  if (name === "-" && flags.apiKeyFile === "-") {
    throw usageError("The key and the rows cannot both come from standard input.", "Put one of them into a file.");
  }
  if (name === flags.report)
    throw usageError("The report would replace the file that is read.", "Give it another name.");
  return await files.bytes(name);
}

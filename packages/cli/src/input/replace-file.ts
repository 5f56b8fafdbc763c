import { realpath, rename, rm, stat, writeFile } from "node:fs/promises";

/**
 * Writes a file in one step: it holds either what it held before, or all of the text. A link stays a link, and a file keeps
 * its mode.
 *
 * @param mode - that of a new file. Default: what the process's umask leaves of 0666.
 */
export async function replaceFile(file: string, text: string, { mode: newMode = 0o666 } = {}): Promise<void> {
  const found = await look(file);
  if (found?.replaceable === false) {
    await writeFile(file, text);
    return;
  }
  const { target = file, mode = newMode } = found ?? {};
  const draft = `${target}.${crypto.randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { flag: "wx", mode });
    await rename(draft, target);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

interface Found {
  /** A terminal, a pipe or `/dev/null` is written to, not replaced. */
  readonly replaceable: boolean;
  /** Where links lead to. */
  readonly target: string;
  readonly mode: number;
}

async function look(file: string): Promise<Found | undefined> {
  try {
    const [stats, target] = await Promise.all([stat(file), realpath(file)]);
    return { replaceable: stats.isFile(), target, mode: stats.mode & 0o777 };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

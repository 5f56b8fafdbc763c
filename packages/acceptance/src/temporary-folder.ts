import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives `use` a new folder outside the repository, and removes it afterwards, also when `use` fails. */
export async function inTemporaryFolder<T>(purpose: string, use: (folder: string) => Promise<T>): Promise<T> {
  // Real, because compilers and runtimes compare paths after following links.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `connect-sdk-${purpose}-`)));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

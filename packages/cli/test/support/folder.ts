import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { onTestFinished } from "vitest";

/** Creates a folder for one test, which is removed after it. */
export async function folder(files: Record<string, string | Uint8Array> = {}) {
  const path = await mkdtemp(join(tmpdir(), "connect-users-"));
  onTestFinished(() => rm(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(path, name), content);
  return {
    path,
    read: (name: string) => readFile(join(path, name), "utf8"),
    /** Reads the rows of a CSV file by column. */
    rows: async (name: string) => rowsOf(await readFile(join(path, name), "utf8")),
    /** Reads the rows of a report in the order of the input file: they are written in the order in which they were settled. */
    report: async (name: string) =>
      rowsOf(await readFile(join(path, name), "utf8")).sort((a, b) => Number(a["line"]) - Number(b["line"])),
  };
}

/** Parses CSV into rows by column. */
export function rowsOf(csv: string): Record<string, string>[] {
  return parse<Record<string, string>>(csv, { columns: true, bom: true });
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Creates a file, which is deleted after the test, and returns its path. A string is written as it is. */
export async function jsonFile(content: unknown): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fake-connect-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, "data.json");
  await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

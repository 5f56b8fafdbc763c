import { isObject } from "@connect-sdk/api/internal";
import { mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// The folders of the repository, and temporary folders outside of it.

/** The name of a published package without its scope. */
export type PublishedPackage = (typeof PUBLISHED)[number];

/** The published packages, each after its dependencies. */
export const PUBLISHED = ["api", "users", "lifecycle", "testing", "cli"] as const;

/** The root of the repository. */
export const root = fileURLToPath(new URL("../../../../", import.meta.url));

/** The folder of this package. */
export const checks = join(root, "packages", "checks");

/** Returns the folder of a published package. */
export function folderOf(name: PublishedPackage): string {
  return join(root, "packages", name);
}

/** Reads a JSON file whose top level is an object. */
export function readObject(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isObject(value)) throw new TypeError(`${file} does not contain an object.`);
  return value;
}

/** Passes a new folder outside the repository to `use`, and removes the folder afterwards. */
export async function inTemporaryFolder<T>(purpose: string, use: (folder: string) => Promise<T>): Promise<T> {
  // Compilers and runtimes compare real paths.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), `connect-sdk-${purpose}-`)));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

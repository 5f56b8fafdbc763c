import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A folder of `packages/` that is published. */
export type PublishedPackage = (typeof PUBLISHED)[number];

/** The packages that strangers install, each after what it stands on. */
export const PUBLISHED = ["api", "users", "testing", "cli"] as const;

/** The repository's folder. */
export const root = fileURLToPath(new URL("../../../", import.meta.url));

/** This package's folder. */
export const acceptance = join(root, "packages", "acceptance");

/** Where a published package lives. */
export function folderOf(name: PublishedPackage): string {
  return join(root, "packages", name);
}

/** Reads a JSON file whose top level is an object. */
export function readObject(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!isObject(value)) throw new TypeError(`${file} holds no object.`);
  return value;
}

/** Whether a value that came from outside is an object with named members. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

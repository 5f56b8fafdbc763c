import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect } from "vitest";

// Runs before each test file of the coverage run, and writes which functions the file entered.

declare global {
  var __entered: Set<string> | undefined;
}

const entered = new Set<string>();
globalThis.__entered = entered;

afterAll(() => {
  const folder = process.env["MUTANTS_COVERAGE"];
  const file = expect.getState().testPath;
  if (folder === undefined || file === undefined) return;
  mkdirSync(folder, { recursive: true });
  const name = `${file.replaceAll(/[^\w.]+/g, "_")}.json`;
  writeFileSync(join(folder, name), JSON.stringify({ file, entered: [...entered] }));
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PUBLISHED } from "../workspace.ts";

/** Asserts that files which are there, but not in `exports`, cannot be imported. */
export function expectNoDeepImports(project: string): void {
  const { resolve } = createRequire(join(project, "package.json"));
  for (const name of PUBLISHED) {
    for (const file of ["dist/index.js", "dist/index", "src/index.ts", "src"]) {
      assert.throws(() => resolve(`@connect-sdk/${name}/${file}`), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
    }
    assert.ok(existsSync(join(project, "node_modules", "@connect-sdk", name, "dist", "index.js")));
  }
}

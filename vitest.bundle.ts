import { build } from "esbuild";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The file of the program under test, for Node: see `bundleProgram`. */
    program: string;
  }
}

/**
 * Returns a global setup that bundles a program from the sources of all packages, and gives its file to the tests as
 * `inject("program")`. Tests start programs hundreds of times: to compile 200 files at each start would take longer than the
 * tests themselves.
 *
 * @param entry - the address of the source file
 */
export function bundleProgram(entry: URL): (project: TestProject) => Promise<() => void> {
  return async (project) => {
    // In the package, where native modules are found. One folder per run, because several may run at the same time.
    const reports = join(project.config.root, "reports");
    mkdirSync(reports, { recursive: true });
    const outdir = mkdtempSync(join(reports, "program-"));
    await build({
      entryPoints: { program: fileURLToPath(entry) },
      outdir,
      bundle: true,
      // Keeps what the program loads on demand in files of its own.
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      conditions: ["@connect-sdk/source"],
      external: ["@napi-rs/keyring"],
      outExtension: { ".js": ".mjs" },
      // CommonJS packages load Node's modules with it.
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
      logLevel: "warning",
    });
    project.provide("program", join(outdir, "program.mjs"));
    return () => {
      rmSync(outdir, { recursive: true, force: true });
    };
  };
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The root of the repository. */
export const repository = fileURLToPath(new URL("../../../..", import.meta.url));

/** How many seconds an npm script takes in a fresh clone, installation included. Only what is committed is cloned. */
export function timeInCleanClone(script: "start" | "test"): number {
  const folder = mkdtempSync(join(tmpdir(), "connect-sdk-clone-"));
  try {
    execFileSync("git", ["clone", "--quiet", repository, folder]);
    // What runs on the embedded fake must not run on the server that happens to be named here.
    const env = { ...process.env, CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined };
    const start = performance.now();
    execFileSync("npm", ["run", script], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const VERSION = "10.34.9";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs pnpm in the repository through npx, so that nothing has to be installed globally.
 *
 * @param {string[]} args
 * @returns {number} the exit status
 */
export function pnpm(args) {
  const { status, error } = spawnSync("npx", ["--yes", `pnpm@${VERSION}`, ...args], {
    cwd: root,
    stdio: "inherit",
    // npx is a batch file on Windows, which only a shell can start.
    shell: process.platform === "win32",
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
  });
  if (error) throw error;
  return status ?? 1;
}

/** Installs exactly what the lockfile names; ends the process when that fails. */
export function install() {
  const status = pnpm([
    "install",
    "--frozen-lockfile",
    "--prefer-offline",
    "--reporter=append-only",
    "--loglevel=warn",
  ]);
  if (status !== 0) {
    console.error("Installing the dependencies failed. Check that the npm registry can be reached, then try again.");
    process.exit(status);
  }
}

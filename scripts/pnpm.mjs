import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const VERSION = "10.34.9";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs pnpm in the repository through npx, so that nothing has to be installed globally.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] - the environment; by default, that of this process
 * @returns {number} the exit status
 */
export function pnpm(args, env = process.env) {
  const { status, error } = spawnSync("npx", ["--yes", `pnpm@${VERSION}`, ...args], {
    cwd: root,
    stdio: "inherit",
    // On Windows npx is a batch file, which needs a shell.
    shell: process.platform === "win32",
    env: { ...env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" },
  });
  if (error) throw error;
  return status ?? 1;
}

/** Installs what the lockfile names. Exits if that fails. */
export function install() {
  const status = pnpm([
    "install",
    "--frozen-lockfile",
    "--prefer-offline",
    "--reporter=append-only",
    "--loglevel=warn",
  ]);
  if (status !== 0) {
    console.error("Installing the dependencies failed. Check the connection to the npm registry and try again.");
    process.exit(status);
  }
}

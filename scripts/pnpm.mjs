import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const VERSION = "10.34.9";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs pnpm in the repository, so that nothing has to be installed globally.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] - the environment; by default, that of this process
 * @returns {number} the exit status
 */
export function pnpm(args, env = process.env) {
  const { status, error } = spawnSync("pnpm", args, {
    cwd: root,
    stdio: "inherit",
    // On Windows pnpm is a batch file, which needs a shell.
    shell: process.platform === "win32",
    env: {
      ...env,
      PATH: [folderOfPnpm(), process.env["PATH"]].join(delimiter),
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_NO_UPDATE_NOTIFIER: "1",
    },
  });
  if (error) throw error;
  return status ?? 1;
}

/** Remembers where npx keeps pnpm: npx takes longer to start than pnpm. */
const memory = join(root, "node_modules", ".cache", "pnpm-folder.txt");

/** @returns {string} the folder of the command, from npx's cache */
function folderOfPnpm() {
  const known = existsSync(memory) ? readFileSync(memory, "utf8") : "";
  if (known !== "" && isPnpm(known)) return known;
  const { status, stdout, error } = spawnSync(
    "npx",
    ["--yes", `--package=pnpm@${VERSION}`, "--", "node", "-p", "process.env.PATH"],
    {
      cwd: root,
      stdio: ["inherit", "pipe", "inherit"],
      encoding: "utf8",
      shell: process.platform === "win32",
    },
  );
  if (error) throw error;
  const folder = stdout.trim().split(delimiter).find(isPnpm);
  if (status !== 0 || folder === undefined) {
    console.error("Fetching pnpm failed. Check the connection to the npm registry and try again.");
    process.exit(status === 0 ? 1 : (status ?? 1));
  }
  mkdirSync(dirname(memory), { recursive: true });
  writeFileSync(memory, folder);
  return folder;
}

/**
 * @param {string} folder
 * @returns {boolean} whether its `pnpm` has the right version
 */
function isPnpm(folder) {
  const manifest = join(folder, "..", "pnpm", "package.json");
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === VERSION;
}

/** Installs what the lockfile names. Exits if that fails. */
export function install() {
  const status = pnpm([
    "install",
    "--frozen-lockfile",
    // Does nothing if nothing has changed since the last time.
    "--config.optimistic-repeat-install=true",
    "--prefer-offline",
    "--reporter=append-only",
    "--loglevel=warn",
  ]);
  if (status !== 0) {
    console.error("Installing the dependencies failed. Check the connection to the npm registry and try again.");
    process.exit(status);
  }
}

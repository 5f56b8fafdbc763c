import { mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Returns the environment for tests and demonstrations: this process's environment without `CONNECT_*`, with a home of its
 * own. A profile that the developer stored with `connect-users login` must not change what a test sees.
 *
 * Package managers and git keep their caches and settings: they are named explicitly, because most are found through HOME.
 *
 * @param {string} home - the folder that takes the place of the home
 * @returns {NodeJS.ProcessEnv}
 */
export function ownEnvironment(home) {
  const own = Object.entries(process.env).filter(([name]) => !isConnectVariable(name));
  const env = Object.fromEntries(own);
  return {
    GIT_CONFIG_GLOBAL: join(homedir(), ".gitconfig"),
    XDG_CACHE_HOME: join(homedir(), ".cache"),
    XDG_DATA_HOME: join(homedir(), ".local", "share"),
    npm_config_cache: npmCache(),
    npm_config_userconfig: join(homedir(), ".npmrc"),
    ...env,
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: join(home, ".config"),
    APPDATA: join(home, "AppData", "Roaming"),
  };
}

/**
 * Creates a folder for {@link ownEnvironment}.
 *
 * @returns {{ home: string, remove: () => void }}
 */
export function createHome() {
  const home = mkdtempSync(join(tmpdir(), "connect-sdk-home-"));
  return {
    home,
    remove: () => {
      rmSync(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/**
 * Returns whether a variable belongs to the packages. `CONNECT_TEST_*` name the real server of the contract tests.
 *
 * @param {string} name
 */
export function isConnectVariable(name) {
  return name.startsWith("CONNECT_") && !name.startsWith("CONNECT_TEST_");
}

function npmCache() {
  const { LOCALAPPDATA } = process.env;
  return process.platform === "win32" && LOCALAPPDATA !== undefined
    ? join(LOCALAPPDATA, "npm-cache")
    : join(homedir(), ".npm");
}

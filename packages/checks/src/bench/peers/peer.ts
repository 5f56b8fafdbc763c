import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Unit } from "../row.ts";

// Other packages that do the same work, for comparison. They are installed when the benchmark runs.

/** Another package, or several, and the work to compare. */
export interface Peer {
  readonly name: string;
  /** The npm packages to install, with versions. */
  readonly packages: readonly string[];
  /** Does the same work with ours and with theirs. */
  compare(installed: InstalledPeers): Promise<readonly PeerResult[]>;
}

/** The folder with the installed packages. */
export interface InstalledPeers {
  /** Without a trailing slash. */
  readonly folder: string;
  /** Writes a file into the folder and returns its path. */
  write(name: string, content: string): string;
}

/** Medians. */
export interface PeerResult {
  readonly work: string;
  readonly peer: string;
  readonly ours: number;
  readonly theirs: number;
  readonly unit: Unit;
}

/** oclif requires a name and a folder of commands. */
const MANIFEST = { name: "hello", version: "1.0.0", private: true, type: "module", oclif: { commands: "./commands" } };

/** Installs packages into a temporary folder that is removed on disposal. */
export function installPeers(packages: readonly string[]): InstalledPeers & Disposable {
  const folder = mkdtempSync(join(tmpdir(), "connect-sdk-peers-"));
  const dispose = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const write = (name: string, content: string): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  try {
    write("package.json", JSON.stringify(MANIFEST));
    execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", ...packages], {
      cwd: folder,
      stdio: ["ignore", "ignore", "inherit"],
    });
  } catch (error) {
    dispose();
    throw error;
  }
  return { folder, write, [Symbol.dispose]: dispose };
}

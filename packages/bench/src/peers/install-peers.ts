import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { InstalledPeers } from "./peer.ts";

/** oclif asks for a name and for where its commands are. */
const MANIFEST = { name: "hello", version: "1.0.0", private: true, type: "module", oclif: { commands: "./commands" } };

/** Installs packages into a folder of their own, which is removed when it goes out of scope. */
export function installPeers(packages: readonly string[]): InstalledPeers & Disposable {
  const folder = mkdtempSync(join(tmpdir(), "connect-sdk-peers-"));
  const dispose = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
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

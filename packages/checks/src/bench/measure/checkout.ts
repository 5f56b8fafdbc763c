import type * as Api from "@connect-sdk/api";
import type * as Cli from "@connect-sdk/cli";
import type * as Lifecycle from "@connect-sdk/lifecycle";
import type * as Testing from "@connect-sdk/testing";
import type * as Users from "@connect-sdk/users";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The root of this repository, with a slash at its end. */
export const repository = fileURLToPath(new URL("../../../../../", import.meta.url));

/** The exports of each published package. */
export interface Modules {
  readonly api: typeof Api;
  readonly users: typeof Users;
  readonly lifecycle: typeof Lifecycle;
  readonly testing: typeof Testing;
  readonly cli: typeof Cli;
}

/** The built packages of a checkout of this repository: this one, or the baseline. */
export class Checkout {
  readonly #root: string;

  constructor(root: string) {
    this.#root = resolve(root);
  }

  /** @throws Error if a package is not built. */
  expectBuilt(): void {
    for (const name of ["api", "users", "lifecycle", "testing", "cli"] as const) {
      if (!existsSync(this.entry(name))) throw new Error(`${this.entry(name)} is missing. Build it first: pnpm build`);
    }
  }

  /** Returns the built file that the name of a package stands for. */
  entry(name: keyof Modules): string {
    return join(this.folder(name), this.#manifest(name).publishConfig.exports["."].default);
  }

  folder(name: keyof Modules): string {
    return join(this.#root, "packages", name);
  }

  /** The script of `connect-users`. */
  get connectUsers(): string {
    return join(this.folder("cli"), "bin", "connect-users.js");
  }

  version(): string {
    return this.#manifest("users").version;
  }

  /** Imports a package from its build. Two checkouts can be loaded into one process. */
  async load<Name extends keyof Modules>(name: Name): Promise<Modules[Name]> {
    // The public surface of a release changes compatibly, so the baseline has the types of this checkout.
    return (await import(pathToFileURL(this.entry(name)).href)) as Modules[Name];
  }

  #manifest(name: keyof Modules): Manifest {
    // `check:manifests` checks the manifests.
    return JSON.parse(readFileSync(join(this.folder(name), "package.json"), "utf8")) as Manifest;
  }
}

interface Manifest {
  readonly version: string;
  readonly publishConfig: { readonly exports: { readonly ".": { readonly default: string } } };
}

/** The packages of this repository. */
export const current = new Checkout(repository);

/**
 * Returns how many seconds npm scripts take in a fresh clone, one after the other, installation included. Clones only what is
 * committed.
 */
export function timeInCleanClone(scripts: readonly ("start" | "test")[]): number[] {
  const folder = mkdtempSync(join(tmpdir(), "connect-sdk-clone-"));
  try {
    execFileSync("git", ["clone", "--quiet", repository, folder]);
    // Without a server in the environment, `npm start` shows the fake.
    const env = { ...process.env, CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined };
    return scripts.map((script) => {
      const start = performance.now();
      execFileSync("npm", ["run", script], { cwd: folder, env, stdio: ["ignore", "ignore", "inherit"] });
      return (performance.now() - start) / 1000;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { createHome, ownEnvironment } from "../../../../scripts/own-environment.mjs";
import { checks, type PublishedPackage } from "../acceptance/workspace.ts";

/** A call whose source files are counted. */
export interface MeasuredCall {
  readonly name: CallName;
  readonly what: string;
  /** The packages whose files count. */
  readonly packages: readonly PublishedPackage[];
  /** The largest number of files that the warm call may execute. */
  readonly limit: number;
}

export type CallName = "fake" | "get" | "find" | "lock" | "cli-list" | "cli-lock";

export const calls: readonly MeasuredCall[] = [
  { name: "fake", what: "fake: GET /v1/users", packages: ["testing", "api"], limit: 20 },
  { name: "get", what: "users.get(guid)", packages: ["users", "api"], limit: 16 },
  { name: "find", what: "users.find({ prefix })", packages: ["users", "api"], limit: 20 },
  { name: "lock", what: "user.lock()", packages: ["users", "api"], limit: 18 },
  { name: "cli-list", what: "connect-users list --prefix a", packages: ["cli", "users", "api"], limit: 40 },
  { name: "cli-lock", what: "connect-users lock a b c --yes", packages: ["cli", "users", "api"], limit: 46 },
];

/** Source files, relative to the repository. */
export interface ExecutedFiles {
  /** Files with a function that runs during the call. */
  readonly warm: readonly string[];
  /** Files that run when the program is loaded and called for the first time, including the ones above. */
  readonly loaded: readonly string[];
}

/** Measures a call in a process of its own, with the coverage that V8 collects. */
export async function measureCall({ name, packages }: MeasuredCall): Promise<ExecutedFiles> {
  const script = fileURLToPath(new URL("child.ts", import.meta.url));
  const args = ["--conditions=@connect-sdk/source", "--import", "tsx", script, name, ...packages];
  const { home, remove } = createHome();
  try {
    const child = spawn(process.execPath, args, {
      cwd: checks,
      env: ownEnvironment(home),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const output = await text(child.stdout);
    // Printed by `child.ts`.
    return JSON.parse(output) as ExecutedFiles;
  } finally {
    remove();
  }
}

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const node = ["--expose-gc", "--conditions=@connect-sdk/source", "--import", "tsx"];

/**
 * Runs a script of this package in a process of its own, so that the test runner is not measured. Returns its output.
 */
export async function runApart(script: URL, args: readonly string[]): Promise<string> {
  // The folder from which tsx can be resolved.
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...node, fileURLToPath(script), ...args], { cwd });
  return stdout;
}

/** Whether to run the whole suite, and not only the part that fits into `npm test`. */
export const isFull = process.env["TORTURE"] === "full";

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const node = ["--expose-gc", "--conditions=@connect-sdk/source", "--import", "tsx"];

/**
 * Runs one of this package's scripts in a process of its own, so that what the test runner holds is not measured, and
 * returns what it printed.
 */
export async function runApart(script: URL, args: readonly string[]): Promise<string> {
  // Where tsx is found, wherever the tests were started.
  const cwd = fileURLToPath(new URL("../..", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...node, fileURLToPath(script), ...args], { cwd });
  return stdout;
}

/** Whether everything is to be tried, and not only as much as fits into `npm test`. */
export const isFull = process.env["TORTURE"] === "full";

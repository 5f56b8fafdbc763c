import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Mutation, Verdict } from "./mutation.ts";

const SCRIPT = fileURLToPath(new URL("run-tests.ts", import.meta.url));

/**
 * Runs the tests of the package with the mutation, in a process of their own.
 *
 * @param longest - milliseconds after which the tests are ended: a mistake that lets them run for ever has been noticed.
 */
export function tryMutation(mutation: Mutation, longest: number): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", SCRIPT], { stdio: ["pipe", "ignore", "ignore"] });
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill("SIGKILL");
    }, longest);
    child.on("error", reject).on("close", (code) => {
      clearTimeout(timer);
      resolve(overdue ? "timed out" : code === 0 ? "survived" : "killed");
    });
    child.stdin.end(JSON.stringify(mutation));
  });
}

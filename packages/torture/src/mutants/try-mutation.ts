import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Mutation, Verdict } from "./mutation.ts";

const SCRIPT = fileURLToPath(new URL("run-tests.ts", import.meta.url));

/** A mistake that lets the tests run for ever has been noticed. */
const LONGEST = 180_000;

/** Runs the tests of the package with the mutation, in a process of their own. */
export function tryMutation(mutation: Mutation): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", SCRIPT], { stdio: ["pipe", "ignore", "ignore"] });
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill("SIGKILL");
    }, LONGEST);
    child.on("error", reject).on("close", (code) => {
      clearTimeout(timer);
      resolve(overdue ? "timed out" : code === 0 ? "survived" : "killed");
    });
    child.stdin.end(JSON.stringify(mutation));
  });
}

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Runs Node and returns its standard output. Throws with what it said if it fails. */
export function runNode(args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${String(status)}:\n${stderr}`);
  return stdout;
}

/** How long Node takes from its start to its end, in milliseconds. */
export function timeNode(args: readonly string[]): number {
  const start = performance.now();
  runNode(args);
  return performance.now() - start;
}

/** Arguments for Node to run one of this package's TypeScript files. */
export function scriptArguments(file: URL, args: readonly string[]): string[] {
  return ["--expose-gc", "--import", "tsx", file.pathname, ...args];
}

/** A server in a process of its own. */
export interface ServerProcess extends AsyncDisposable {
  /** The first line that it printed. */
  readonly line: string;
}

/** Starts a script that prints one line once it can be reached, and that ends with its standard input. */
export async function startServer(file: URL, args: readonly string[]): Promise<ServerProcess> {
  const child = spawn(process.execPath, scriptArguments(file, args), { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  for await (const line of createInterface({ input: child.stdout })) {
    return {
      line,
      async [Symbol.asyncDispose]() {
        child.stdin.end();
        await ended;
      },
    };
  }
  throw new Error(`${file.pathname} ended before it could be reached.`);
}

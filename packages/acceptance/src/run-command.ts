import { spawn } from "node:child_process";

/** How to run a command. */
export interface RunOptions {
  cwd: string;
  /** Added to this process's environment; `undefined` takes a variable away. */
  env?: Record<string, string | undefined>;
  /** What the command reads on its standard input; nothing by default. */
  input?: string;
  /** Milliseconds after which the command is ended, which counts as a failure; two minutes by default. */
  timeout?: number;
}

/** What a command did. */
export interface Outcome {
  /** The exit status, or the name of the signal that ended it. */
  status: number | string;
  stdout: string;
  stderr: string;
}

/** Runs a command and waits for its end, whatever it is. */
export function runCommand(command: string, args: readonly string[], options: RunOptions): Promise<Outcome> {
  const { cwd, env, input = "", timeout = 120_000 } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, timeout });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    // A command that reads nothing may be gone before its input is written.
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ status: code ?? signal ?? "unknown", stdout, stderr });
    });
  });
}

/** Runs a command that must exit 0 and returns what it wrote to standard output; throws with its output otherwise. */
export async function expectSuccess(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { status, stdout, stderr } = await runCommand(command, args, options);
  if (status === 0) return stdout;
  const output = [stdout, stderr].map((text) => text.trim()).filter((text) => text !== "");
  throw new Error([`${command} ${args.join(" ")} ended with ${String(status)}:`, ...output].join("\n"));
}

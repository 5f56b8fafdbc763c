import { spawn } from "node:child_process";
import { createHome, ownEnvironment } from "../../../../scripts/own-environment.mjs";

/** How to run a command. */
export interface RunOptions {
  cwd: string;
  /** Added to the environment, which has a home of its own and no `CONNECT_*`. `undefined` removes a variable. */
  env?: Record<string, string | undefined>;
  /** The standard input. Default: empty. */
  input?: string;
  /** Milliseconds after which the command is killed, which counts as a failure. Default: two minutes. */
  timeout?: number;
}

/** The result of a command. */
export interface CommandResult {
  /** The exit status, or the name of the signal that ended it. */
  status: number | string;
  stdout: string;
  stderr: string;
}

/** Runs a command and waits for its end. Does not throw for a failure. */
export async function runCommand(
  command: string,
  args: readonly string[],
  options: RunOptions,
): Promise<CommandResult> {
  const { cwd, env, input = "", timeout = 120_000 } = options;
  const { home, remove } = createHome();
  const ended = new Promise<CommandResult>((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...ownEnvironment(home), ...env }, timeout });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    // A command that reads nothing may exit before its input is written.
    child.stdin.on("error", () => undefined).end(input);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      resolve({ status: code ?? signal ?? "unknown", stdout, stderr });
    });
  });
  return await ended.finally(remove);
}

/**
 * Runs a command and returns its standard output.
 *
 * @throws Error with its output if it does not exit with 0.
 */
export async function expectSuccess(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const { status, stdout, stderr } = await runCommand(command, args, options);
  if (status === 0) return stdout;
  const output = [stdout, stderr].map((stream) => stream.trim()).filter((stream) => stream !== "");
  throw new Error([`${command} ${args.join(" ")} exited with ${String(status)}:`, ...output].join("\n"));
}

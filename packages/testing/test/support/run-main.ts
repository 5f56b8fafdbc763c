import { main, type Io } from "../../src/cli/main.ts";

/** Runs `fake-connect` in this process, and returns its output. */
export function runMain(...argv: string[]): Promise<Output> {
  return runWith(process.env, ...argv);
}

interface Output {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `fake-connect` in this process with an environment of its own. */
export async function runWith(env: Io["env"], ...argv: string[]): Promise<Output> {
  let stdout = "";
  let stderr = "";
  const io: Io = {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env,
    interactive: false,
    onSignal: () => () => undefined,
  };
  const status = await main(argv, io);
  return { status, stdout, stderr };
}

import { main, type Io } from "../../src/cli/main.ts";

/** Runs `fake-connect` in this process, and returns its output. */
export async function runMain(...argv: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  let stdout = "";
  let stderr = "";
  const io: Io = {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: process.env,
    interactive: false,
    onSignal: () => () => undefined,
  };
  const status = await main(argv, io);
  return { status, stdout, stderr };
}

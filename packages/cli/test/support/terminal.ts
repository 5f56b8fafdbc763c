import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

/** Whether this computer can open a pseudo-terminal for a test: Python's standard library can, Node's cannot. */
export const hasTerminal = process.platform !== "win32" && spawnSync("python3", ["-c", "import pty"]).status === 0;

/** Waits for a text, then types another, or makes the terminal so many columns wide. */
export type Step = readonly [awaited: string, typed: string | number];

/** Runs `connect-users` in a pseudo-terminal of 100 columns. What it drew is returned without colours. */
export async function runInTerminal(argv: readonly string[], steps: readonly Step[], options: TerminalOptions) {
  const main = fileURLToPath(new URL("../../src/bin.ts", import.meta.url));
  const node = [process.execPath, "--conditions=@connect-sdk/source", "--import", import.meta.resolve("tsx"), main];
  const child = spawn("python3", ["-c", DRIVER, JSON.stringify({ argv: [...node, ...argv], steps })], {
    env: { PATH: process.env["PATH"] ?? "", TERM: "xterm", ...options.env },
    cwd: options.cwd,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  let drawn = "";
  for await (const chunk of child.stdout) drawn += String(chunk);
  return { code: await closed, screen: stripVTControlCharacters(drawn) };
}

export interface TerminalOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

const DRIVER = `
import fcntl, json, os, pty, struct, sys, termios
plan = json.loads(sys.argv[1])
child, terminal = pty.fork()
if child == 0:
    os.execv(plan["argv"][0], plan["argv"])
def resize(columns):
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 30, columns, 0, 0))
resize(100)
steps, seen = list(plan["steps"]), ""
while True:
    try:
        read = os.read(terminal, 65536)
    except OSError:
        break
    if not read:
        break
    sys.stdout.buffer.write(read)
    seen += read.decode(errors="replace")
    if steps and steps[0][0] in seen:
        typed = steps.pop(0)[1]
        if isinstance(typed, int):
            resize(typed)
        else:
            os.write(terminal, typed.encode())
        seen = ""
sys.stdout.flush()
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
`;

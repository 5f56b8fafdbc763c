import { spawn, spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { childEnvironment } from "./environment.ts";
import { main } from "./shell.ts";

/** Whether this computer has Python, whose standard library opens pseudo-terminals. Node's does not. */
export const hasTerminal = process.platform !== "win32" && spawnSync("python3", ["-c", "import pty"]).status === 0;

/** Waits for text on the screen, then types text, or resizes the terminal to a number of columns. */
export type Step = readonly [awaited: string, typed: string | number];

/** Runs `connect-users` in a pseudo-terminal of 100 columns. Returns the screen without colors. */
export async function runInTerminal(argv: readonly string[], steps: readonly Step[], options: TerminalOptions) {
  return await drive([process.execPath, main, ...argv], steps, options);
}

/** Runs a shell command line in a pseudo-terminal, in which `connect-users` is the program. */
export async function runLineInTerminal(line: string, steps: readonly Step[], options: TerminalOptions) {
  const program = `'${process.execPath}' '${main}'`;
  return await drive(["/bin/sh", "-c", `connect_users() { ${program} "$@"; }\n${line}`], steps, options);
}

async function drive(argv: readonly string[], steps: readonly Step[], options: TerminalOptions) {
  const child = spawn("python3", ["-c", DRIVER, JSON.stringify({ argv, steps })], {
    env: { ...childEnvironment, TERM: "xterm", ...options.env },
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

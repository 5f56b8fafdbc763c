import { helpText } from "./command-line/help.ts";
import { processIo, type Io } from "./command-line/io.ts";
import { parseCommandLine } from "./command-line/parse-command-line.ts";
import { UsageError } from "./command-line/usage-error.ts";
import { version } from "./command-line/version.ts";

export type { Io } from "./command-line/io.ts";

/**
 * Runs `fake-connect`.
 *
 * @param argv - the command line without the program itself.
 * @returns the exit status: 0, 1 for an unexpected failure, 2 for a command line that cannot be used, and for `exec` the
 * status of the command.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof UsageError) {
      io.stderr.write(`fake-connect: ${message}\n`);
      return 2;
    }
    io.stderr.write(`fake-connect: failed unexpectedly, please report it: ${message}\n`);
    return 1;
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const { command, options, rest } = parseCommandLine(argv);
  if (options.has("help")) {
    io.stdout.write(helpText());
    return 0;
  }
  if (options.has("version")) {
    io.stdout.write(`${version}\n`);
    return 0;
  }
  switch (command) {
    case "serve":
      if (rest !== undefined)
        throw new UsageError("serve runs no command; to run one against a fresh server, use exec");
      return (await import("./command-line/serve.ts")).serve(options, io);
    case "exec":
      return (await import("./command-line/exec.ts")).exec(options, rest, io);
    case undefined:
      throw new UsageError("say what to do: fake-connect serve, or fake-connect exec -- COMMAND (--help tells more)");
    default:
      throw new UsageError(`unknown command "${command}"; there are serve and exec (--help tells more)`);
  }
}

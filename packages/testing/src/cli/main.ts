/** The program `fake-connect`. Everything it reads and writes passes through {@link Io}. */
import manifest from "../../package.json" with { type: "json" };
import { checkFlags, helpText, type Io, parseCommandLine, processIo, UsageError } from "./command-line.ts";

export type { Io } from "./command-line.ts";

/**
 * Runs `fake-connect`.
 *
 * @param argv - the command line without the program itself.
 * @returns the exit code: 0, 1 for an unexpected failure, 2 for an invalid command line, and for `exec` the exit code of the
 * command.
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
  const { command, flags, rest, help, version } = await parseCommandLine(argv);
  if (help) {
    io.stdout.write(helpText());
    return 0;
  }
  if (version) {
    io.stdout.write(`${manifest.version}\n`);
    return 0;
  }
  if (command !== undefined) checkFlags(command, flags);
  switch (command) {
    case "serve":
      if (rest !== undefined) throw new UsageError("serve runs no command; use exec to run one against a fresh server");
      return (await import("./serve.ts")).serve(flags, io);
    case "record":
      if (rest !== undefined) throw new UsageError("record runs no command");
      return (await import("./record.ts")).record(flags, io);
    case "exec":
      return (await import("./serve.ts")).exec(flags, rest, io);
    case undefined:
      throw new UsageError("no command; run fake-connect serve or fake-connect exec -- COMMAND (see --help)");
    default:
      throw new UsageError(`unknown command "${command}"; allowed: serve, exec, record (see --help)`);
  }
}

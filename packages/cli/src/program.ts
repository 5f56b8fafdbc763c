import { readArguments, hasSwitch } from "./arguments.ts";
import { commands } from "./commands.ts";
import { usageError } from "./errors/cli-error.ts";
import { EXIT } from "./errors/exit-codes.ts";
import type { Io } from "./io.ts";
import { styleFor } from "./output/style.ts";

/**
 * Runs `connect-users` and returns its exit code. Never throws, and touches nothing but `io`.
 *
 * @param argv - the arguments after the program's name.
 * @example
 * ```ts
 * const code = await main(["list", "--json"], io);
 * ```
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const { reportError } = await import("./errors/report-error.ts");
    return await reportError(error, io, { json: hasSwitch(argv, "--json"), debug: hasSwitch(argv, "--debug") });
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const { command: name, rest, help, version } = readArguments(argv);
  if (version) return await printVersion(io);
  if (name === undefined && (help || rest.length === 0)) return await printRootHelp(io);

  if (name === undefined) throw usageError("A command is missing.", "Run `connect-users --help` to see them all.");

  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const command = (await entry?.load())?.default;
  if (command !== undefined && help) {
    const { commandHelp } = await import("./help/command-help.ts");
    await io.stdout.write(commandHelp(name, command, styleFor(io.stdout, io.env)));
    return EXIT.done;
  }

  const { parse } = await import("./parse.ts");
  const invocation = await parse(name, command, rest);
  const { runCommand } = await import("./run-command.ts");
  return await runCommand(invocation, io);
}

async function printVersion(io: Io): Promise<number> {
  const { version } = await import("./version.ts");
  await io.stdout.write(`${version}\n`);
  return EXIT.done;
}

async function printRootHelp(io: Io): Promise<number> {
  const { rootHelp } = await import("./help/root-help.ts");
  await io.stdout.write(rootHelp(styleFor(io.stdout, io.env)));
  return EXIT.done;
}

import manifest from "../package.json" with { type: "json" };
import type { Command, Invocation } from "./command-line/command.ts";
import type { HelpOptions } from "./command-line/help.ts";
import { FLAG_LETTERS, globalFlags, kebabCase, rowFlags } from "./command-line/flags.ts";
import { commandNamed, commands, hintFor } from "./commands.ts";
import { CliError, describeError, EXIT, exitCodeOf, usageError } from "./errors.ts";
import type { Io } from "./terminal/io.ts";
import type { Result } from "./terminal/result.ts";
import type { Look } from "./terminal/text.ts";

export type { Input, Io, Keyring, Output, Terminal } from "./terminal/io.ts";

/**
 * Runs `connect-users` and returns its exit code. Never throws, and touches nothing but `io`.
 *
 * Everything that `--version` and `--help` do not need is loaded later.
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
    return await reportError(error, io, {
      json: hasSwitch(argv, "--json") || hasSwitch(argv, "--ndjson"),
      debug: hasSwitch(argv, "--debug"),
    });
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const { command: word, rest, help, version } = readArguments(argv);
  if (version) return await printVersion(io);
  if (word === undefined && (help || rest.length === 0)) return await printHelp(io);
  if (word === undefined) throw usageError("No command given.", "Run `connect-users --help` for a list of commands.");

  const name = commandNamed(word);
  const entry = name === undefined ? undefined : commands[name];
  // `connect-users users list`: the program is about users already.
  if (entry === undefined && /^users?$/.test(word)) {
    return await dispatch(help || commandIndex(rest) >= 0 ? rest : ["list", ...rest], io);
  }
  if (help && entry === undefined && (await printTopic(word, io))) return EXIT.done;
  if (name !== undefined && entry !== undefined && help) {
    return await printHelp(io, { name, command: (await entry.load()).default });
  }

  const { didYouMean, parse } = await import("./command-line/parse.ts");
  if (name === undefined || entry === undefined) {
    throw (
      hintFor(word, rest) ??
      usageError(`Unknown command \`${word}\`${didYouMean(word, Object.keys(commands))}`, "Run `connect-users --help`.")
    );
  }
  return await execute(await parse(name, (await entry.load()).default, rest), io);
}

async function printVersion(io: Io): Promise<number> {
  await print(`${manifest.version}\n`, io);
  return EXIT.done;
}

async function printHelp(io: Io, topic?: { name: string; command: Command }): Promise<number> {
  const [{ commandHelp, rootHelp }, options] = await Promise.all([import("./command-line/help.ts"), helpOptions(io)]);
  await print(topic === undefined ? rootHelp(commands, options) : commandHelp(topic.name, topic.command, options), io);
  return EXIT.done;
}

/** Prints the help on something that is no command, such as `exit-codes`. Returns whether there is any. */
async function printTopic(word: string, io: Io): Promise<boolean> {
  const { topicHelp } = await import("./command-line/help.ts");
  const text = topicHelp(word, await helpOptions(io));
  if (text !== undefined) await print(text, io);
  return text !== undefined;
}

async function helpOptions({ stdout, env }: Io): Promise<HelpOptions> {
  const { columnsOf, styleFor } = await import("./terminal/text.ts");
  return { style: styleFor(stdout, env), width: columnsOf(stdout) };
}

async function print(text: string, io: Io): Promise<void> {
  try {
    await io.stdout.write(text);
  } catch (error) {
    if (isBrokenPipe(error)) throw error;
    throw (await import("./terminal/files.ts")).fileError("written", "Standard output", error);
  }
}

async function execute(invocation: Invocation, io: Io): Promise<number> {
  const [{ createContext }, { openDestination }, { readFormat, render }] = await Promise.all([
    import("./context.ts"),
    import("./terminal/files.ts"),
    import("./terminal/render.ts"),
  ]);
  const format = readFormat(invocation.flags);
  const end = new AbortController();
  const forward = (): void => {
    end.abort(io.signal?.reason);
  };
  io.signal?.addEventListener("abort", forward, { once: true });
  if (io.signal?.aborted === true) forward();
  const destination = await openDestination(format.output, io);
  try {
    const result = await invocation.run(createContext(invocation.flags, io, end.signal));
    try {
      await render(result, format, destination.io);
      await destination.finish();
    } catch (error) {
      // After `| head` the exit code must still report failed rows.
      if (!isBrokenPipe(error)) throw withResult(error, result);
    }
    if (result.error !== undefined) throw result.error;
    return result.exitCode ?? EXIT.done;
  } finally {
    await destination.discard();
    io.signal?.removeEventListener("abort", forward);
    // Cancels pending requests, such as the prefetch of a page that nobody will read.
    end.abort();
  }
}

/** Adds what the command did to the failure of its output. If rows failed too, the exit code is that of the rows. */
function withResult(error: unknown, { note, done = note, error: failure }: Result): unknown {
  if (!(error instanceof CliError) || error.kind !== "file") return error;
  const { kind, message } = failure === undefined ? { kind: error.kind, message: "" } : describeError(failure);
  return new CliError(kind, [error.message, done, message].filter(Boolean).join(" "), error.fix, { cause: error });
}

/** Writes an error to standard error and returns its exit code. */
async function reportError(
  error: unknown,
  io: Io,
  { json, debug }: { json: boolean; debug: boolean },
): Promise<number> {
  if (isBrokenPipe(error)) return EXIT.done;

  const { messageLine, safeJson, safeText, shorten, styleFor } = await import("./terminal/text.ts");
  const { kind, ...description } = describeError(error);
  const message = shorten(description.message);
  const fix = shorten(description.fix);
  const style = styleFor(io.stderr, io.env);
  const labeled = (look: Look, label: string, text: string): string =>
    style(look, label) + messageLine(`${label} ${text}`, io.stderr).slice(label.length);
  await io.stderr.write(
    json
      ? `${safeJson(JSON.stringify({ error: { kind, message, fix } }))}\n`
      : labeled("red", "error:", message) + labeled("bold", "fix:", fix),
  );
  if (kind === "bug" && debug && error instanceof Error) {
    for (const line of (error.stack ?? "").split("\n")) await io.stderr.write(`${safeText(line)}\n`);
  }
  return exitCodeOf(kind);
}

/**
 * Returns whether the reader of the output closed it (`connect-users list | head`), which is not a failure. A broken
 * connection to the server has the same code, but arrives as an error with a `fix`.
 */
function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && !("fix" in error) && "code" in error && error.code === "EPIPE";
}

/** A command line before its flags are parsed. */
interface Arguments {
  /** The first word that is not a flag. */
  readonly command: string | undefined;
  /** All other words, in order. */
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

/** Finds the command, even after flags (`connect-users --json list`), and the requests for help or the version. */
function readArguments(argv: readonly string[]): Arguments {
  refuseSecrets(argv);
  const at = commandIndex(argv);
  const isHelp = argv[at] === "help";
  const words = isHelp ? argv.toSpliced(at, 1) : argv;
  const position = isHelp ? commandIndex(words) : at;
  return {
    command: position < 0 ? undefined : words[position],
    rest: position < 0 ? words : words.toSpliced(position, 1),
    help: isHelp || hasSwitch(argv, "--help") || hasSwitch(argv, "-h"),
    version: hasSwitch(argv, "--version") || (at < 0 && (hasSwitch(argv, "-v") || hasSwitch(argv, "-V"))),
  };
}

/** Returns whether a switch is given, even on a command line that is otherwise invalid. */
function hasSwitch(argv: readonly string[], name: string): boolean {
  const end = argv.indexOf("--");
  return (end < 0 ? argv : argv.slice(0, end)).includes(name);
}

function commandIndex(argv: readonly string[]): number {
  return argv.findIndex((word, at) => !word.startsWith("-") && !VALUE_FLAGS.has(argv[at - 1] ?? ""));
}

const VALUE_FLAGS: ReadonlySet<string> = new Set(
  Object.entries({ ...globalFlags, ...rowFlags }).flatMap(([name, flag]) =>
    flag.kind === "parsed" ? [`--${kebabCase(name)}`, ...lettersOf(name)] : [],
  ),
);

function lettersOf(flag: string): string[] {
  return Object.entries(FLAG_LETTERS).flatMap(([letter, name]) => (name === flag ? [`-${letter}`] : []));
}

function refuseSecrets(argv: readonly string[]): void {
  for (const word of argv) {
    const flag = /^--(api-key|key|token|password)(=|$)/.exec(word)?.[1];
    if (flag === undefined) continue;
    throw usageError(
      `--${flag} does not exist: other users of this computer can read command lines.`,
      flag === "password"
        ? "Use --password-file FILE, or --password-file - for standard input."
        : "Set CONNECT_API_KEY, use --api-key-file FILE (or - for standard input), or run `connect-users login`.",
    );
  }
}

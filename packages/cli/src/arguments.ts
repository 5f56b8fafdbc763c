import { usageError } from "./errors/cli-error.ts";
import { globalFlags } from "./flags/global-flags.ts";

/** A command line before its flags are understood. */
export interface Arguments {
  /** The first word that is not a flag. */
  readonly command: string | undefined;
  /** Everything else, in order. */
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly version: boolean;
}

/** Finds the command, also behind flags (`connect-users --json list`), and what is asked for in place of running it. */
export function readArguments(argv: readonly string[]): Arguments {
  refuseSecrets(argv);
  const end = argv.indexOf("--");
  const flags = end < 0 ? argv : argv.slice(0, end);
  const at = commandIndex(argv);
  const asksForHelp = argv[at] === "help";
  const words = asksForHelp ? argv.toSpliced(at, 1) : argv;
  const position = asksForHelp ? commandIndex(words) : at;
  return {
    command: position < 0 ? undefined : words[position],
    rest: forParser(position < 0 ? words : words.toSpliced(position, 1)),
    help: asksForHelp || flags.some((word) => HELP.has(word)),
    version: flags.includes("--version") || (at < 0 && flags.includes("-v")),
  };
}

/** Whether a switch is on the command line; for what must be known even when the rest of it makes no sense. */
export function hasSwitch(argv: readonly string[], name: string): boolean {
  const end = argv.indexOf("--");
  return (end < 0 ? argv : argv.slice(0, end)).includes(name);
}

const HELP: ReadonlySet<string> = new Set(["--help", "-h"]);

const VALUE_FLAGS: ReadonlySet<string> = new Set(
  Object.entries(globalFlags).flatMap(([name, flag]) => (flag.kind === "parsed" ? [`--${kebabCase(name)}`] : [])),
);

function commandIndex(argv: readonly string[]): number {
  return argv.findIndex((word, at) => !word.startsWith("-") && !VALUE_FLAGS.has(argv[at - 1] ?? ""));
}

/** `firstName` as it is typed: `first-name`. */
export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function forParser(words: readonly string[]): string[] {
  const end = words.indexOf("--");
  return end < 0 ? words.flatMap(parserWords) : [...words.slice(0, end).flatMap(parserWords), ...words.slice(end)];
}

/**
 * A flag as the parser likes it: in camel case, so that it finds similar names, and with an empty value (`--email=`) as a word
 * of its own.
 */
function parserWords(word: string): string[] {
  const [, name, value] = /^--([a-z][a-z-]*)(=.*)?$/s.exec(word) ?? [];
  if (name === undefined) return [word];
  const flag = `--${name.replace(/-([a-z])/g, (_dash, letter: string) => letter.toUpperCase())}`;
  return value === "=" ? [flag, ""] : [flag + (value ?? "")];
}

function refuseSecrets(argv: readonly string[]): void {
  for (const word of argv) {
    const flag = /^--(api-key|key|token|password)(=|$)/.exec(word)?.[1];
    if (flag === undefined) continue;
    throw usageError(
      `--${flag} does not exist: other users of this computer can read what is on a command line.`,
      flag === "password"
        ? "Use --password-file FILE, or --password-file - for standard input."
        : "Set CONNECT_API_KEY, use --api-key-file FILE (or - for standard input), or run `connect-users login`.",
    );
  }
}

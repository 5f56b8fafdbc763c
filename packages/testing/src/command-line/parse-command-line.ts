import { parseArgs, type ParseArgsConfig } from "node:util";
import { closest } from "../shape/closest.ts";
import { describeOption, OPTIONS, type OptionName } from "./option-table.ts";
import { UsageError } from "./usage-error.ts";

/** A command line, taken apart and checked. */
export interface CommandLine {
  /** What is to be done: the first word, if there is one. */
  readonly command: string | undefined;
  /** The options that were given: text or a number where they take one, otherwise true. */
  readonly options: Options;
  /** The words after `--`; undefined without a `--`. */
  readonly rest: readonly string[] | undefined;
}

/** The options that were given. */
export interface Options {
  has(name: OptionName): boolean;
  text(name: OptionName): string | undefined;
  number(name: OptionName): number | undefined;
}

/**
 * Takes a command line apart.
 *
 * @throws {UsageError} for an option that does not exist, lacks its value or has one that is not allowed.
 */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const end = argv.indexOf("--");
  const own = end < 0 ? argv : argv.slice(0, end);
  const { tokens } = parseArgs({
    args: [...own],
    options: PARSED,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const words: string[] = [];
  const given = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind === "positional") words.push(token.value);
    if (token.kind !== "option") continue;
    checkOption(token.name, token.rawName, token.value, token.inlineValue ?? false);
    given.set(token.name, token.value);
  }
  const [command, ...others] = words;
  refuseWords(command, others);
  return { command, options: reading(given), rest: end < 0 ? undefined : argv.slice(end + 1) };
}

const PARSED: NonNullable<ParseArgsConfig["options"]> = Object.fromEntries(
  Object.keys(OPTIONS).map((name) => {
    const { placeholder, short } = describeOption(name) ?? {};
    const type = placeholder === undefined ? "boolean" : "string";
    return [name, short === undefined ? { type } : { type, short }] as const;
  }),
);

function checkOption(name: string, typed: string, value: string | undefined, inline: boolean): void {
  const option = describeOption(name);
  if (option === undefined) {
    const meant = closest(name, Object.keys(OPTIONS));
    throw new UsageError(
      `unknown option ${typed}${meant === undefined ? "; --help lists the options" : `; did you mean --${meant}?`}`,
    );
  }
  if (option.placeholder === undefined) {
    if (value !== undefined) throw new UsageError(`${typed} takes no value`);
    return;
  }
  // A dash right after an option is the next option, not a value.
  if (value === undefined || value === "" || (!inline && value.startsWith("-"))) {
    throw new UsageError(`${typed} needs a value: ${typed} ${option.placeholder}`);
  }
  if (option.range === undefined) return;
  const [minimum, maximum] = option.range;
  if (!/^\d+$/.test(value) || Number(value) < minimum || Number(value) > maximum) {
    throw new UsageError(`${typed} is "${value}"; allowed: whole numbers from ${minimum} to ${maximum}`);
  }
}

function refuseWords(command: string | undefined, others: readonly string[]): void {
  const [unexpected] = others;
  if (unexpected === undefined) return;
  const hint = command === "exec" ? `; put -- in front of the command: fake-connect exec -- ${others.join(" ")}` : "";
  throw new UsageError(`unexpected argument "${unexpected}"${hint}`);
}

function reading(given: ReadonlyMap<string, string | undefined>): Options {
  return {
    has: (name) => given.has(name),
    text: (name) => given.get(name),
    number: (name) => (given.has(name) ? Number(given.get(name)) : undefined),
  };
}

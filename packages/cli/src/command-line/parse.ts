import {
  type ApplicationText,
  ArgumentScannerError,
  buildApplication,
  buildCommand,
  buildRouteMap,
  formatMessageForArgumentScannerError,
  run,
  text_en,
} from "@stricli/core";
import type { Command, Invocation, ParseContext } from "./command.ts";
import { sentence, usageError } from "../errors.ts";
import { closest } from "../closest.ts";
import { kebabCase } from "./flags.ts";

/**
 * Understands a command line. Only the command that is meant has been loaded; the others are there by name.
 *
 * @throws CliError of kind `usage` for an unknown command or flag, a missing argument, or a value that is not allowed.
 */
export async function parse({ name, command, rest, known }: CommandLine): Promise<Invocation> {
  const words = forParser(rest);
  const complaints: string[] = [];
  let accepted: Invocation | undefined;
  const streams = { stdout: { write: ignore }, stderr: { write: (text: string) => complaints.push(text.trim()) } };

  const missing: string[] = [];
  const text = parserText({
    words,
    commands: known,
    flags: Object.keys(command?.parser.parameters.flags ?? {}).map(kebabCase),
    missing: (what) => missing.push(what),
  });

  await run(application({ name, command, known }, text), [name, ...words], {
    process: streams,
    accept: (invocation: Invocation) => (accepted = invocation),
  });

  if (accepted !== undefined) return accepted;
  const help = `Run \`connect-users ${command === undefined ? "" : `${name} `}--help\`.`;
  const [example] = (missing.length > 0 ? command?.examples : undefined) ?? [];
  throw usageError(
    complaints.join(" "),
    example === undefined ? help : `For example: \`connect-users ${example[0]}\`. ${help}`,
  );
}

/** A command line whose command was found. */
export interface CommandLine {
  /** The command's name as typed. */
  readonly name: string;
  /** `undefined` when no command has this name. */
  readonly command: Command | undefined;
  /** All other words, in order. */
  readonly rest: readonly string[];
  /** The names of all commands. */
  readonly known: readonly string[];
}

function application(
  { name, command, known }: Omit<CommandLine, "rest">,
  text: ApplicationText,
): ReturnType<typeof buildApplication<ParseContext>> {
  const stub = buildCommand<object, [], ParseContext>({ parameters: {}, docs: { brief: "" }, func: ignore });
  const routes = Object.fromEntries(known.map((each) => [each, stub]));
  const root = buildRouteMap<string, ParseContext>({
    routes: command === undefined ? routes : { ...routes, [name]: command.parser },
    docs: { brief: "" },
  });
  return buildApplication(
    root,
    {
      name: "connect-users",
      scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
      documentation: { disableAnsiColor: true },
      localization: { text },
    },
    {},
  );
}

function ignore(): void {
  // Nothing of what the parser prints is wanted: help is ours, and complaints become an error.
}

/** What the texts depend on. */
export interface ParserTextOptions {
  /** The command line. The parser does not tell a flag that is missing from one that lacks its value. */
  readonly words: readonly string[];
  readonly commands: readonly string[];
  /** The flags of the command, such as `first-name`. */
  readonly flags: readonly string[];
  /** Called with what must be there and is not. */
  readonly missing: (what: string) => void;
}

/** What the parser says of a command line. */
export function parserText({ words, commands, flags, missing }: ParserTextOptions): ApplicationText {
  return {
    ...text_en,
    noCommandRegisteredForInput: ({ input }) => `There is no command \`${input}\`${didYouMean(input, commands)}`,
    exceptionWhileParsingArguments(error) {
      if (!(error instanceof ArgumentScannerError)) throw error;
      return formatMessageForArgumentScannerError(error, {
        FlagNotFoundError: ({ input }) =>
          `There is no flag \`${typed(input)}\`${didYouMean(kebabCase(input), flags, typed)}`,
        AliasNotFoundError: ({ input }) => `There is no flag \`-${input}\`.`,
        ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }) =>
          sentence(
            `${/^[a-z]/.test(name) ? typed(name) : name}: ${exception instanceof Error ? exception.message : String(exception)}`,
          ),
        EnumValidationError: ({ externalFlagName, input, values }) =>
          `${typed(externalFlagName)} cannot be \`${input}\`${didYouMean(input, values)} It takes ${orList(values)}.`,
        InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `${typed(externalFlagName)} takes no value.`,
        UnexpectedFlagError: ({ externalFlagName }) => `${typed(externalFlagName)} is given more than once.`,
        UnexpectedPositionalError: ({ input }) => `There is one argument too many: \`${input}\`.`,
        UnsatisfiedFlagError({ externalFlagName }) {
          const flag = typed(externalFlagName);
          if (words.some((word) => kebabCase(word) === flag)) return `${flag} needs a value.`;
          missing(flag);
          return `${flag} is missing.`;
        },
        UnsatisfiedPositionalError({ placeholder }) {
          missing(placeholder);
          return `${placeholder} is missing.`;
        },
      });
    },
  };
}

/** A flag as the user types it. */
function typed(name: string): string {
  return `--${kebabCase(name)}`;
}

function didYouMean(word: string, known: readonly string[], show = (meant: string): string => meant): string {
  const meant = closest(word, known);
  return meant === undefined ? "." : `; did you mean \`${show(meant)}\`?`;
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1) ?? ""}`;
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

import { suggest } from "@connect-sdk/api/internal";
import {
  type ApplicationText,
  ArgumentScannerError,
  buildApplication,
  formatMessageForArgumentScannerError,
  run,
  text_en,
} from "@stricli/core";
import { sentence, usageError } from "../errors.ts";
import type { Command, Invocation } from "./command.ts";
import { FLAG_LETTERS, kebabCase } from "./flags.ts";

/**
 * Parses the flags and arguments of a command. Stricli parses; its messages are replaced, because ours name the flag as it is
 * typed, suggest values too, and end with an example.
 *
 * @throws CliError of kind `usage` for an unknown flag, a missing argument or an invalid value.
 */
export async function parse(name: string, command: Command, typedWords: readonly string[]): Promise<Invocation> {
  const words = spellOut(typedWords, command);
  const complaints: string[] = [];
  const missing: string[] = [];
  let accepted: Invocation | undefined;
  const application = buildApplication(command.parser, {
    name: "connect-users",
    scanner: { caseStyle: "allow-kebab-for-camel", allowArgumentEscapeSequence: true },
    documentation: { disableAnsiColor: true },
    localization: {
      text: messages({
        words,
        flags: Object.keys(command.parser.parameters.flags ?? {}).map(kebabCase),
        onMissing: (what) => missing.push(what),
      }),
    },
  });
  await run(application, words, {
    process: {
      stdout: { write: () => undefined },
      stderr: { write: (text: string) => complaints.push(text.trim()) },
    },
    accept: (invocation: Invocation) => (accepted = invocation),
  });

  if (accepted !== undefined) return accepted;
  const [example] = missing.length > 0 ? command.examples : [];
  const help = `Run \`connect-users ${name} --help\`.`;
  throw usageError(
    complaints.join(" "),
    example === undefined ? help : `For example: \`connect-users ${example[0]}\`. ${help}`,
  );
}

/** Returns `; did you mean …?` with the closest of the known words, or a period without one. */
export function didYouMean(word: string, known: readonly string[], show = (meant: string): string => meant): string {
  const meant = suggest(word, known);
  return meant === undefined ? "." : `; did you mean \`${show(meant)}\`?`;
}

interface MessageOptions {
  /** The command line. Stricli reports a missing flag and a flag without its value alike. */
  readonly words: readonly string[];
  /** The flags of the command, such as `first-name`. */
  readonly flags: readonly string[];
  /** Receives each required flag or argument that is missing. */
  readonly onMissing: (what: string) => void;
}

function messages({ words, flags, onMissing }: MessageOptions): ApplicationText {
  return {
    ...text_en,
    exceptionWhileParsingArguments(error) {
      if (!(error instanceof ArgumentScannerError)) throw error;
      return formatMessageForArgumentScannerError(error, {
        FlagNotFoundError: ({ input }) =>
          `Unknown flag \`${typed(input)}\`${didYouMean(kebabCase(input), flags, typed)}`,
        AliasNotFoundError: ({ input }) => `Unknown flag \`-${input}\`.`,
        ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }) =>
          sentence(
            `${/^[a-z]/.test(name) ? typed(name) : name}: ${exception instanceof Error ? exception.message : String(exception)}`,
          ),
        EnumValidationError: ({ externalFlagName, input, values }) =>
          `${typed(externalFlagName)} cannot be \`${input}\`${didYouMean(input, values)} Valid values: ${values.join(", ")}.`,
        InvalidNegatedFlagSyntaxError: ({ externalFlagName }) => `${typed(externalFlagName)} takes no value.`,
        UnexpectedFlagError: ({ externalFlagName }) => `${typed(externalFlagName)} is given more than once.`,
        UnexpectedPositionalError: ({ input }) => `Unexpected argument: \`${input}\`.`,
        UnsatisfiedFlagError({ externalFlagName }) {
          const flag = typed(externalFlagName);
          if (words.some((word) => kebabCase(word) === flag)) return `${flag} needs a value.`;
          onMissing(flag);
          return `${flag} is missing.`;
        },
        UnsatisfiedPositionalError({ placeholder }) {
          onMissing(placeholder);
          return `${placeholder} is missing.`;
        },
      });
    },
  };
}

/** Returns a flag as the user types it. */
function typed(name: string): string {
  return `--${kebabCase(name)}`;
}

/**
 * Returns the words as Stricli reads them: `-q` as `--quiet`, `--role viewer,publisher` with `|` between the values, and
 * `--email=` as two words, because Stricli would take it for a flag without a value.
 */
function spellOut(words: readonly string[], { parser }: Command): string[] {
  const { flags = {} } = parser.parameters;
  const lists = new Set(
    Object.entries(flags).flatMap(([name, flag]) => ("variadic" in flag && flag.variadic === "|" ? [typed(name)] : [])),
  );
  const end = words.indexOf("--");
  return words.flatMap((word, at) => {
    if (end >= 0 && at >= end) return [word];
    const [, letter = "", attached = ""] = /^-([a-z])(.*)$/is.exec(word) ?? [];
    const long = Object.entries(FLAG_LETTERS).find(([short, name]) => short === letter && name in flags)?.[1];
    if (long !== undefined) return [typed(long), ...(attached === "" ? [] : [attached.replace(/^=/, "")])];
    if (lists.has(words[at - 1] ?? "")) return [word.replaceAll(",", "|")];
    const [, flag = "", value = ""] = /^(--[a-z][a-z-]*)=(.*)$/is.exec(word) ?? [];
    if (flag !== "" && value === "") return [flag, ""];
    return lists.has(flag) ? [`${flag}=${value.replaceAll(",", "|")}`] : [word];
  });
}

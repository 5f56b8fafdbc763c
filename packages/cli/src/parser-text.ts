import {
  ArgumentScannerError,
  formatMessageForArgumentScannerError,
  text_en,
  type ApplicationText,
} from "@stricli/core";
import { kebabCase } from "./arguments.ts";
import { closest } from "./closest.ts";
import { sentence } from "./errors/sentence.ts";

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

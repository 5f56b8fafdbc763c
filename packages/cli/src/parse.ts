import {
  buildApplication,
  buildCommand,
  buildRouteMap,
  formatMessageForArgumentScannerError,
  ArgumentScannerError,
  run,
  text_en,
  type ApplicationText,
} from "@stricli/core";
import { kebabCase } from "./arguments.ts";
import type { Command, Invocation, ParseContext } from "./command.ts";
import { commands } from "./commands.ts";
import { usageError } from "./errors/cli-error.ts";

/**
 * Understands a command line. Only the command that is meant has been loaded; the others are there by name.
 *
 * @throws CliError of kind `usage` for an unknown command or flag, a missing argument, or a value that is not allowed.
 */
export async function parse(name: string, command: Command | undefined, rest: readonly string[]): Promise<Invocation> {
  const complaints: string[] = [];
  let accepted: Invocation | undefined;
  const streams = { stdout: { write: ignore }, stderr: { write: (text: string) => complaints.push(text.trim()) } };

  await run(application(name, command), [name, ...rest], {
    process: streams,
    accept: (invocation: Invocation) => (accepted = invocation),
  });

  if (accepted !== undefined) return accepted;
  throw usageError(complaints.join(" "), `Run \`connect-users ${command === undefined ? "" : `${name} `}--help\`.`);
}

function application(name: string, command: Command | undefined): ReturnType<typeof buildApplication<ParseContext>> {
  const stub = buildCommand<object, [], ParseContext>({ parameters: {}, docs: { brief: "" }, func: ignore });
  const routes = Object.fromEntries(Object.keys(commands).map((known) => [known, stub]));
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

const text: ApplicationText = {
  ...text_en,
  noCommandRegisteredForInput: ({ input, corrections }) => `There is no command \`${input}\`${didYouMean(corrections)}`,
  exceptionWhileParsingArguments(error) {
    if (!(error instanceof ArgumentScannerError)) throw error;
    return formatMessageForArgumentScannerError(error, {
      FlagNotFoundError: ({ input, corrections }) =>
        `There is no flag \`--${kebabCase(input)}\`${didYouMean(corrections.map((known) => `\`--${kebabCase(known)}\``))}`,
      AliasNotFoundError: ({ input }) => `There is no flag \`-${input}\`.`,
      ArgumentParseError: ({ externalFlagNameOrPlaceholder: name, exception }) =>
        `${/^[a-z]/.test(name) ? `--${name}` : name}: ${exception instanceof Error ? exception.message : String(exception)}`,
      EnumValidationError: ({ externalFlagName, input, values, message }) =>
        `--${externalFlagName} cannot be \`${input}\`${didYouMean(suggestionsIn(message))} It takes ${orList(values)}.`,
      UnexpectedFlagError: ({ externalFlagName }) => `--${externalFlagName} is given more than once.`,
      UnexpectedPositionalError: ({ input }) => `There is one argument too many: \`${input}\`.`,
      UnsatisfiedFlagError: ({ externalFlagName }) => `--${externalFlagName} needs a value.`,
      UnsatisfiedPositionalError: ({ placeholder }) => `${placeholder} is missing.`,
    });
  },
};

function didYouMean(corrections: readonly string[]): string {
  return corrections.length === 0 ? "." : `; did you mean ${orList(corrections)}?`;
}

/** For values the parser keeps its suggestions in its message only. */
function suggestionsIn(message: string): string[] {
  const [, list = ""] = /, did you mean (.*)\?$/.exec(message) ?? [];
  return [...list.matchAll(/"([^"]+)"/g)].map(([, value = ""]) => `\`${value}\``);
}

function orList(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} or ${items.at(-1) ?? ""}`;
}

function ignore(): void {
  // Nothing of what the parser prints is wanted: help is ours, and complaints become an error.
}

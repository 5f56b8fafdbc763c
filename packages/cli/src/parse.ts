import { buildApplication, buildCommand, buildRouteMap, run, type ApplicationText } from "@stricli/core";
import { kebabCase } from "./arguments.ts";
import type { Command, Invocation, ParseContext } from "./command.ts";
import { commands } from "./commands.ts";
import { usageError } from "./errors/cli-error.ts";
import { parserText } from "./parser-text.ts";

/**
 * Understands a command line. Only the command that is meant has been loaded; the others are there by name.
 *
 * @throws CliError of kind `usage` for an unknown command or flag, a missing argument, or a value that is not allowed.
 */
export async function parse(name: string, command: Command | undefined, rest: readonly string[]): Promise<Invocation> {
  const complaints: string[] = [];
  let accepted: Invocation | undefined;
  const streams = { stdout: { write: ignore }, stderr: { write: (text: string) => complaints.push(text.trim()) } };

  const missing: string[] = [];
  const text = parserText({
    words: rest,
    commands: Object.keys(commands),
    flags: Object.keys(command?.parser.parameters.flags ?? {}).map(kebabCase),
    missing: (what) => missing.push(what),
  });

  await run(application(name, command, text), [name, ...rest], {
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

function application(
  name: string,
  command: Command | undefined,
  text: ApplicationText,
): ReturnType<typeof buildApplication<ParseContext>> {
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

function ignore(): void {
  // Nothing of what the parser prints is wanted: help is ours, and complaints become an error.
}

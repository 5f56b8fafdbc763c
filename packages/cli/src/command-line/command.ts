import { buildCommand, type Command as Parser, type CommandContext, type TypedCommandParameters } from "@stricli/core";
import type { Context } from "../context.ts";
import type { GlobalFlags } from "./flags.ts";
import type { Result } from "../terminal/result.ts";

/** A command as data. */
export interface CommandDefinition<Flags extends FlagsOf<Flags>, Args extends readonly string[]> {
  /** A whole sentence or more about what it does, shown by `--help`. */
  readonly description: string;
  /** Command lines with what they do, most common first. */
  readonly examples: readonly Example[];
  /** What stands for the arguments in the usage line, such as `"USER"`. */
  readonly usage?: string;
  /** The allowed values of the first argument, for shell completion. */
  readonly choices?: readonly string[];
  readonly parameters: TypedCommandParameters<Flags, Args, ParseContext>;
  run(flags: Flags, args: Args, context: Context): Promise<Result>;
}

/** What the type of a command's flags must be: those of every command and its own. */
type FlagsOf<Flags> = GlobalFlags & Readonly<Partial<Record<keyof Flags, unknown>>>;

/** What is typed after `connect-users`, and what that does. */
export type Example = readonly [commandLine: string, explanation: string];

/** A command whose own types are sealed inside. */
export interface Command {
  readonly description: string;
  readonly examples: readonly Example[];
  readonly usage: string;
  readonly choices: readonly string[] | undefined;
  readonly parser: Parser<ParseContext>;
}

/** A command line that has been understood. */
export interface Invocation {
  readonly flags: GlobalFlags;
  run(context: Context): Promise<Result>;
}

/** Where the parser delivers what it understood: it parses, and leaves running to us. */
export interface ParseContext extends CommandContext {
  accept(invocation: Invocation): void;
}

/** Makes a command of its definition. */
export function defineCommand<Flags extends FlagsOf<Flags>, Args extends readonly string[] = []>(
  definition: CommandDefinition<Flags, Args>,
): Command {
  const { description, examples, usage = "", choices, parameters } = definition;
  return {
    description,
    examples,
    usage,
    choices,
    parser: buildCommand<Flags, Args, ParseContext>({
      parameters,
      docs: { brief: description },
      func(flags, ...args) {
        this.accept({ flags, run: (context) => definition.run(flags, args, context) });
      },
    }),
  };
}

/** Every command by its name, in the order of the help. */
export type Commands = Readonly<Record<string, CommandEntry>>;

/** A command that is loaded when it runs. */
export interface CommandEntry {
  /** What it does, in the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<{ default: Command }>;
}

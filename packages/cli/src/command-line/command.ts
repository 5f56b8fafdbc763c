/* Command line: a command as data, its flags, and everything that is derived from that data: parsing, help, completion. */
import { buildCommand, type Command as Parser, type CommandContext, type TypedCommandParameters } from "@stricli/core";
import type { Context } from "../context.ts";
import type { OutputFlags, Result, RowFlags } from "../terminal/result.ts";
import type { GlobalFlags } from "./flags.ts";

/** A command as data. */
export interface CommandDefinition<Flags extends FlagsOf<Flags>, Args extends readonly string[]> {
  /** What it does, in one or more sentences, for `--help`. */
  readonly description: string;
  /** Command lines and what they do, most common first. */
  readonly examples: readonly Example[];
  /** The arguments in the usage line, such as `"USER"`. */
  readonly usage?: string;
  /** Valid values of the first argument, for shell completion. */
  readonly choices?: readonly string[];
  readonly parameters: TypedCommandParameters<Flags, Args, ParseContext>;
  run(flags: Flags, args: Args, context: Context): Promise<Result>;
}

/** The flags of every command, and any flags of its own. */
type FlagsOf<Flags> = GlobalFlags & RowFlags & Readonly<Partial<Record<keyof Flags, unknown>>>;

/** The words after `connect-users`, and what they do. */
export type Example = readonly [commandLine: string, explanation: string];

/** A command without the types of its flags and arguments, so that all commands fit into one table. */
export interface Command {
  readonly description: string;
  readonly examples: readonly Example[];
  readonly usage: string;
  readonly choices: readonly string[] | undefined;
  readonly parser: Parser<ParseContext>;
}

/** A parsed command line. */
export interface Invocation {
  readonly flags: GlobalFlags & RowFlags;
  readonly run: (context: Context) => Promise<Result>;
}

/** Receives the invocation from the parser, which would otherwise run the command itself. */
export interface ParseContext extends CommandContext {
  accept(invocation: Invocation): void;
}

/** Creates a command from its definition. */
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
      func(typed, ...args) {
        const flags = withImpliedFormat(typed);
        this.accept({ flags, run: (context) => definition.run(flags, args, context) });
      },
    }),
  };
}

/**
 * Adds the format that `--excel` and the extension of `--output` imply, so that a command knows it. An explicit format wins.
 */
function withImpliedFormat<Flags extends OutputFlags>(flags: Flags): Flags {
  const { json, ndjson, csv, csvRaw, excel, output = "" } = flags;
  if (json === true || ndjson === true || csv === true || csvRaw === true) return flags;
  if (excel === true || /\.csv$/i.test(output)) return { ...flags, csv: true };
  if (/\.json$/i.test(output)) return { ...flags, json: true };
  return /\.(ndjson|jsonl)$/i.test(output) ? { ...flags, ndjson: true } : flags;
}

/** All commands by name, in the order of the help. */
export type Commands = Readonly<Record<string, CommandEntry>>;

/** A command that is loaded when it runs. */
export interface CommandEntry {
  /** What it does, for the list of commands. */
  readonly summary: string;
  readonly load: () => Promise<{ default: Command }>;
}

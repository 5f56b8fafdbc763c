import { METHODS } from "../api-request.ts";
import { kebabCase } from "../arguments.ts";
import type { Command } from "../command.ts";
import { commands } from "../commands.ts";
import { SHELLS } from "./shells.ts";

/** What can be completed after one command. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagWords[];
  /** Its first argument. */
  readonly argument: Completion;
}

/** What can be completed of one flag. */
export interface FlagWords {
  /** With its dashes. */
  readonly name: string;
  readonly brief: string;
  readonly value: Completion;
}

/**
 * `none`: there is nothing to type. `any`: only the user knows. `file`: a name of a file. `profile`: what `login` stored. A
 * list: one of these words. Nothing is ever asked of the server: a Tab that waits for the network surprises.
 */
export type Completion = "none" | "any" | "file" | "profile" | readonly string[];

/** Lists the names of profiles, one a line after a heading, for the scripts. */
export const LIST_PROFILES = "connect-users profiles --fields profile --csv-raw 2>/dev/null";

/** Everything that can be completed, from the commands themselves. */
export async function completionWords(): Promise<CommandWords[]> {
  return await Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => {
      const { parameters } = (await load()).default.parser;
      return {
        name,
        summary,
        flags: Object.entries(parameters.flags ?? {}).flatMap(words),
        argument: argumentOf(parameters.positional),
      };
    }),
  );
}

type Parameters = Command["parser"]["parameters"];
type Flag = NonNullable<Parameters["flags"]>[string];

function words([name, flag]: [string, Flag]): FlagWords[] {
  const { brief } = flag;
  const given = { name: `--${kebabCase(name)}`, brief, value: valueOf(name, flag) };
  const hasOpposite = flag.kind === "boolean" && flag.withNegated !== false;
  return hasOpposite ? [given, { ...given, name: `--no-${kebabCase(name)}` }] : [given];
}

function valueOf(name: string, flag: Flag): Completion {
  if (flag.kind === "boolean" || flag.kind === "counter") return "none";
  if (flag.kind === "enum") return flag.values;
  return name === "profile" ? "profile" : ofPlaceholder(flag.placeholder);
}

function argumentOf(positional: Parameters["positional"]): Completion {
  if (positional === undefined) return "none";
  const first = positional.kind === "tuple" ? positional.parameters[0] : positional.parameter;
  return first === undefined ? "none" : ofPlaceholder(first.placeholder);
}

function ofPlaceholder(placeholder = ""): Completion {
  if (placeholder.startsWith("FILE")) return "file";
  return CHOICES[placeholder] ?? "any";
}

const CHOICES: Readonly<Record<string, readonly string[]>> = { METHOD: METHODS, SHELL: SHELLS };

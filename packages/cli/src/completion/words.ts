import { kebabCase } from "../arguments.ts";
import { commands } from "../commands.ts";

/** What can be completed after one command. */
export interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagWords[];
}

/** What can be completed of one flag. */
export interface FlagWords {
  /** With its dashes. */
  readonly name: string;
  readonly brief: string;
  /** A switch takes no value; a file is completed as one; a choice from its values. */
  readonly value: "none" | "any" | "file" | readonly string[];
}

/** Everything that can be completed, from the commands themselves. */
export async function completionWords(): Promise<CommandWords[]> {
  return await Promise.all(
    Object.entries(commands).map(async ([name, { summary, load }]) => {
      const { flags = {} } = (await load()).default.parser.parameters;
      return { name, summary, flags: Object.entries(flags).map(words) };
    }),
  );
}

type Flags = NonNullable<
  Awaited<ReturnType<(typeof commands)[string]["load"]>>["default"]["parser"]["parameters"]["flags"]
>;

function words([name, flag]: [string, Flags[string]]): FlagWords {
  return { name: `--${kebabCase(name)}`, brief: flag.brief, value: valueOf(flag) };
}

function valueOf(flag: Flags[string]): FlagWords["value"] {
  if (flag.kind === "boolean" || flag.kind === "counter") return "none";
  if (flag.kind === "enum") return flag.values;
  return flag.placeholder?.startsWith("FILE") === true ? "file" : "any";
}

import { LIST_PROFILES, type CommandWords, type Completion, type FlagWords } from "./words.ts";

/** A completion script for fish. */
export function fish(commands: readonly CommandWords[]): string {
  return [
    "# Completions of connect-users for fish. Load them with: connect-users completion fish | source",
    "complete -c connect-users -f",
    ...commands.map(
      ({ name, summary }) => `complete -c connect-users -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ),
    ...commands.flatMap(({ name, flags, argument }) => [
      ...flags.map((flag) => flagLine(name, flag)),
      ...argumentLine(name, argument),
    ]),
    "complete -c connect-users -l help -d 'Show help'",
    "",
  ].join("\n");
}

function flagLine(command: string, { name, brief, value }: FlagWords): string {
  return `${lineFor(command)} -l ${name.slice(2)} -d ${quote(brief)}${valueOptions(value)}`;
}

function argumentLine(command: string, argument: Completion): string[] {
  if (argument === "file") return [`${lineFor(command)} -F`];
  return typeof argument === "string" ? [] : [`${lineFor(command)} -a ${quote(argument.join(" "))}`];
}

function lineFor(command: string): string {
  return `complete -c connect-users -n ${quote(`__fish_seen_subcommand_from ${command}`)}`;
}

function valueOptions(value: Completion): string {
  if (value === "none") return "";
  if (value === "any") return " -x";
  if (value === "file") return " -r -F";
  if (value === "profile") return ` -x -a ${quote(`(${LIST_PROFILES} | tail -n +2)`)}`;
  return ` -x -a ${quote(value.join(" "))}`;
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

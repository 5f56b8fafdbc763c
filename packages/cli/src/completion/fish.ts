import type { CommandWords, FlagWords } from "./words.ts";

/** A completion script for fish. */
export function fish(commands: readonly CommandWords[]): string {
  return [
    "# Completions of connect-users for fish. Load them with: connect-users completion fish | source",
    "complete -c connect-users -f",
    ...commands.map(
      ({ name, summary }) => `complete -c connect-users -n __fish_use_subcommand -a ${name} -d ${quote(summary)}`,
    ),
    ...commands.flatMap(({ name, flags }) => flags.map((flag) => flagLine(name, flag))),
    "complete -c connect-users -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'",
    "complete -c connect-users -l help -d 'Show help'",
    "",
  ].join("\n");
}

function flagLine(command: string, { name, brief, value }: FlagWords): string {
  const condition = quote(`__fish_seen_subcommand_from ${command}`);
  return `complete -c connect-users -n ${condition} -l ${name.slice(2)} -d ${quote(brief)}${valueOptions(value)}`;
}

function valueOptions(value: FlagWords["value"]): string {
  if (value === "none") return "";
  if (value === "any") return " -x";
  if (value === "file") return " -r -F";
  return ` -x -a ${quote(value.join(" "))}`;
}

function quote(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

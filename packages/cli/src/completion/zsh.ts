import type { CommandWords, FlagWords } from "./words.ts";

/** A completion script for zsh. */
export function zsh(commands: readonly CommandWords[]): string {
  return `#compdef connect-users
# Completions of connect-users for zsh. Load them with: source <(connect-users completion zsh)
_connect-users() {
  local line state
  _arguments -C '1: :->command' '*:: :->arguments'
  case $state in
    command)
      local -a commands=(
${commands.map(({ name, summary }) => `        ${quote(`${name}:${summary}`)}`).join("\n")}
      )
      _describe command commands ;;
    arguments)
      case $line[1] in
${commands.map(commandCase).join("\n")}
      esac ;;
  esac
}
# Loaded from a folder of $fpath this file is the function itself; sourced, it only has to be registered.
if [[ $funcstack[1] == _connect-users ]]; then _connect-users "$@"; else compdef _connect-users connect-users; fi
`;
}

function commandCase({ name, flags }: CommandWords): string {
  const shells = name === "completion" ? " '1:shell:(bash zsh fish)'" : "";
  return `        ${name}) _arguments ${flags.map(specification).join(" ")} '--help[Show help]'${shells} ;;`;
}

function specification({ name, brief, value }: FlagWords): string {
  // Brackets and colons end the parts of a specification.
  const label = `${name}[${brief.replace(/[[\]:]/g, "\\$&")}]`;
  if (value === "none") return quote(label);
  if (value === "any") return quote(`${label}:value:`);
  if (value === "file") return quote(`${label}:file:_files`);
  return quote(`${label}:value:(${value.join(" ")})`);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

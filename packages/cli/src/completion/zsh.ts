import { LIST_PROFILES, type CommandWords, type Completion, type FlagWords } from "./words.ts";

/** A completion script for zsh. */
export function zsh(commands: readonly CommandWords[]): string {
  return `#compdef connect-users
# Completions of connect-users for zsh. Load them with: source <(connect-users completion zsh)
_connect-users-profiles() {
  local -a names=(\${(f)"$(${LIST_PROFILES} | tail -n +2)"})
  compadd -a names
}
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

function commandCase({ name, flags, argument }: CommandWords): string {
  const action = actionOf(argument);
  const argumentWord = action === undefined ? "" : ` ${quote(`1:argument:${action}`)}`;
  return `        ${name}) _arguments ${flags.map(specification).join(" ")} '--help[Show help]'${argumentWord} ;;`;
}

function specification({ name, brief, value }: FlagWords): string {
  // Brackets and colons end the parts of a specification.
  const label = `${name}[${brief.replace(/[[\]:]/g, "\\$&")}]`;
  const action = actionOf(value);
  return quote(action === undefined ? label : `${label}:value:${action}`);
}

/** What offers the values; empty for a value that nobody can offer. */
function actionOf(value: Completion): string | undefined {
  if (value === "none") return undefined;
  if (value === "any") return "";
  if (value === "file") return "_files";
  if (value === "profile") return "_connect-users-profiles";
  return `(${value.join(" ")})`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

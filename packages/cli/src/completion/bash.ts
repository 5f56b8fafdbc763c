import type { CommandWords, FlagWords } from "./words.ts";

/** A completion script for bash. */
export function bash(commands: readonly CommandWords[]): string {
  return `# Completions of connect-users for bash. Load them with: source <(connect-users completion bash)
_connect_users() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${commands.map(({ name }) => name).join("|")}) command="$word"; break ;;
    esac
  done
  case "$command:$previous" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${commands.map(flagCase).join("\n")}
    *) COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(" ")} --help --version" -- "$current")) ;;
  esac
}
complete -F _connect_users connect-users
`;
}

function flagCase({ name, flags }: CommandWords): string {
  const words = [...flags.map((flag) => flag.name), "--help"].join(" ");
  return `    ${name}) COMPREPLY=($(compgen -W "${words}${name === "completion" ? " bash zsh fish" : ""}" -- "$current")) ;;`;
}

function valueCases({ name, flags }: CommandWords): string[] {
  return flags.flatMap((flag) => {
    const reply = valueReply(flag);
    return reply === undefined ? [] : [`    ${name}:${flag.name}) ${reply} return ;;`];
  });
}

function valueReply({ value }: FlagWords): string | undefined {
  if (value === "none") return undefined;
  if (value === "any") return "COMPREPLY=();";
  if (value === "file") return 'COMPREPLY=($(compgen -f -- "$current"));';
  return `COMPREPLY=($(compgen -W "${value.join(" ")}" -- "$current"));`;
}

import { LIST_PROFILES, type CommandWords, type Completion } from "./words.ts";

/** A completion script for bash, from version 3.2 on. */
export function bash(commands: readonly CommandWords[]): string {
  return `# Completions of connect-users for bash. Load them with: source <(connect-users completion bash)
_connect_users_words() {
  COMPREPLY=($(compgen -W "$1" -- "$current"))
}
_connect_users_files() {
  local IFS=$'\\n'
  COMPREPLY=($(compgen -f -- "$current"))
  compopt -o filenames 2>/dev/null
}
_connect_users_profiles() {
  local name
  COMPREPLY=()
  while IFS= read -r name; do
    [[ "$name" == "$current"* ]] && COMPREPLY+=("$name")
  done < <(${LIST_PROFILES} | tail -n +2)
}
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
${commands.map(commandCase).join("\n")}
    *) _connect_users_words "${commands.map(({ name }) => name).join(" ")} --help --version" ;;
  esac
}
complete -F _connect_users connect-users
`;
}

function commandCase({ name, flags, argument }: CommandWords): string {
  const words = [...flags.map((flag) => flag.name), "--help"].join(" ");
  const choices = typeof argument === "string" ? "" : ` ${argument.join(" ")}`;
  const others = `_connect_users_words "${words}${choices}"`;
  if (argument !== "file") return `    ${name}) ${others} ;;`;
  return `    ${name}) if [[ "$current" == -?* ]]; then ${others}; else _connect_users_files; fi ;;`;
}

function valueCases({ name, flags }: CommandWords): string[] {
  return flags.flatMap((flag) => {
    const reply = replyOf(flag.value);
    return reply === undefined ? [] : [`    ${name}:${flag.name}) ${reply}; return ;;`];
  });
}

function replyOf(value: Completion): string | undefined {
  if (value === "none") return undefined;
  if (value === "any") return "COMPREPLY=()";
  if (value === "file") return "_connect_users_files";
  if (value === "profile") return "_connect_users_profiles";
  return `_connect_users_words "${value.join(" ")}"`;
}

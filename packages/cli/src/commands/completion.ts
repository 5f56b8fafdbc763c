/* `completion`: scripts for shells, derived from the data of all commands. */
import { dirname, isAbsolute, join } from "node:path";
import { type Command, type Commands, defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, kebabCase } from "../command-line/flags.ts";
import { usageError } from "../errors.ts";
import { createFolder, fileError, replaceFile } from "../terminal/files.ts";
import type { Io } from "../terminal/io.ts";

interface Flags extends GlobalFlags {
  readonly install?: boolean | undefined;
}

/** Creates the command from the data of all commands, itself included. */
export function completionCommand(commands: Commands): Command {
  return defineCommand<Flags, [string]>({
    description:
      "Prints or installs a completion script for commands, flags, flag values, files and profile names. Completion never contacts the server.",
    examples: [
      ["completion bash --install", "Install it for bash, in your home folder"],
      ["completion zsh --install", "Install it for zsh"],
      ["completion fish --install", "Install it for fish"],
      ["completion bash > /etc/bash_completion.d/connect-users", "Install it for all users of the computer"],
    ],
    usage: "bash|zsh|fish",
    choices: SHELLS,
    parameters: {
      flags: {
        ...globalFlags,
        install: {
          kind: "boolean",
          optional: true,
          withNegated: false,
          brief: "Write the script to the file from which the shell loads it",
        },
      },
      positional: {
        kind: "tuple",
        parameters: [{ brief: SHELLS.join(", "), placeholder: "SHELL", parse: String }],
      },
    },
    async run({ install, json, ndjson, csv, csvRaw, fields }, [shell], { env }) {
      const script = await completionScript(shell, commands);
      if (install !== true) {
        const isData = fields !== undefined || [json, ndjson, csv, csvRaw].includes(true);
        return isData ? { kind: "record", record: { shell, script } } : { kind: "text", text: script };
      }
      const place = completionFile(shell, env);
      if (place === undefined) {
        throw usageError("HOME is not set.", `Redirect the script to a file: connect-users completion ${shell} > FILE`);
      }
      const { file, next } = place;
      try {
        await createFolder(dirname(file));
        await replaceFile(file, script);
      } catch (error) {
        throw fileError("written", file, error);
      }
      return { kind: "record", record: { shell, file }, note: `Installed the completions for ${shell}. ${next}` };
    },
  });
}

/** The shells with a completion script. */
const SHELLS = ["bash", "zsh", "fish"] as const;

/**
 * Returns a completion script. It contains everything that the commands declare; only profile names are read on Tab. It
 * never contacts the server, because nobody expects Tab to wait for the network.
 *
 * @throws CliError of kind `usage` for an unknown shell.
 */
async function completionScript(shell: string, commands: Commands): Promise<string> {
  const known = requireShell(shell);
  return { bash, zsh, fish }[known](await Promise.all(Object.entries(commands).map(readWords)));
}

/**
 * Returns the file from which a shell loads the completions of `connect-users` by itself, and what else the user has to do.
 * `undefined` if the environment names no home folder.
 *
 * @throws CliError of kind `usage` for an unknown shell.
 */
function completionFile(shell: string, env: Io["env"]): { file: string; next: string } | undefined {
  const home = env["HOME"] ?? "";
  const folder = (variable: string, ...fallback: string[]): string => {
    const value = env[variable] ?? "";
    // Relative names are to be ignored, says the specification of these variables.
    return isAbsolute(value) ? value : join(home, ...fallback);
  };
  if (!isAbsolute(home)) return undefined;
  switch (requireShell(shell)) {
    case "bash": {
      const data = join(folder("XDG_DATA_HOME", ".local", "share"), "bash-completion");
      const own = env["BASH_COMPLETION_USER_DIR"] ?? "";
      const file = join(isAbsolute(own) ? own : data, "completions", "connect-users");
      return {
        file,
        next: `Open a new shell. Without the package bash-completion, add to ~/.bashrc: \`source '${file}'\``,
      };
    }
    case "zsh": {
      const site = join(folder("XDG_DATA_HOME", ".local", "share"), "zsh", "site-functions");
      const next = `Add to ~/.zshrc, before compinit, unless it is there: fpath+=('${site}'). Then open a new shell.`;
      return { file: join(site, "_connect-users"), next };
    }
    case "fish": {
      const file = join(folder("XDG_CONFIG_HOME", ".config"), "fish", "completions", "connect-users.fish");
      return { file, next: "Open a new shell." };
    }
  }
}

function requireShell(shell: string): (typeof SHELLS)[number] {
  const known = SHELLS.find((name) => name === shell);
  if (known === undefined) throw usageError(`No completions for \`${shell}\`.`, "SHELL is bash, zsh or fish.");
  return known;
}

/** What can be completed after one command. */
interface CommandWords {
  readonly name: string;
  readonly summary: string;
  readonly flags: readonly FlagWords[];
  /** Its first argument. */
  readonly argument: Completion;
}

/** What can be completed for one flag. */
interface FlagWords {
  /** With its dashes. */
  readonly name: string;
  readonly brief: string;
  readonly value: Completion;
}

/**
 * `none`: no value. `any`: a value that only the user knows. `file`: a file name. `profile`: the name of a stored profile.
 * A list: one of these words.
 */
type Completion = "none" | "any" | "file" | "profile" | readonly string[];

type Parameters = Command["parser"]["parameters"];
type Flag = NonNullable<Parameters["flags"]>[string];

async function readWords([name, { summary, load }]: [string, Commands[string]]): Promise<CommandWords> {
  const { choices, parser } = (await load()).default;
  const { flags = {}, positional } = parser.parameters;
  return {
    name,
    summary,
    flags: Object.entries(flags).flatMap(flagWords),
    argument: choices ?? argumentOf(positional),
  };
}

function flagWords([name, flag]: [string, Flag]): FlagWords[] {
  const words = { name: `--${kebabCase(name)}`, brief: flag.brief, value: valueOf(name, flag) };
  const hasNegation = flag.kind === "boolean" && flag.withNegated !== false;
  return hasNegation ? [words, { ...words, name: `--no-${kebabCase(name)}` }] : [words];
}

function valueOf(name: string, flag: Flag): Completion {
  if (flag.kind === "boolean" || flag.kind === "counter") return "none";
  if (flag.kind === "enum") return flag.values;
  return name === "profile" ? "profile" : fromPlaceholder(flag.placeholder);
}

function argumentOf(positional: Parameters["positional"]): Completion {
  if (positional === undefined) return "none";
  const first = positional.kind === "tuple" ? positional.parameters[0] : positional.parameter;
  return first === undefined ? "none" : fromPlaceholder(first.placeholder);
}

function fromPlaceholder(placeholder = ""): Completion {
  return /^(FILE|REPORT|PLAN)/.test(placeholder) ? "file" : "any";
}

/** Prints profile names for the scripts: a heading, then one name per line. */
const LIST_PROFILES = "connect-users profiles --fields profile --csv-raw 2>/dev/null";

/** For bash 3.2 and newer. */
function bash(commands: readonly CommandWords[]): string {
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
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" prefix="" at
  # --role=v is three words, or one if COMP_WORDBREAKS has no equals sign.
  if [[ "$current" == "=" ]]; then
    current=""
  elif [[ "$previous" == "=" ]]; then
    previous="\${COMP_WORDS[COMP_CWORD-2]}"
  elif [[ "$current" == --*=* ]]; then
    prefix="\${current%%=*}=" previous="\${current%%=*}" current="\${current#*=}"
  fi
  _connect_users_complete
  for at in "\${!COMPREPLY[@]}"; do COMPREPLY[at]="$prefix\${COMPREPLY[at]}"; done
}
_connect_users_complete() {
  local command="" word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "$word" in
      ${commands.map(({ name }) => name).join("|")}) command="$word"; break ;;
    esac
  done
  case "$command:$previous" in
${commands.flatMap(valueCases).join("\n")}
  esac
  case "$command" in
${commands.map(bashCase).join("\n")}
    *) _connect_users_words "${commands.map(({ name }) => name).join(" ")} --help --version" ;;
  esac
}
complete -F _connect_users connect-users
`;
}

function bashCase({ name, flags, argument }: CommandWords): string {
  const words = [...flags.map((flag) => flag.name), "--help"].join(" ");
  const others = `_connect_users_words "${words}"`;
  if (typeof argument !== "string") {
    const first = `_connect_users_words "${argument.join(" ")}"`;
    return `    ${name}) if [[ "$previous" == ${name} && "$current" != -* ]]; then ${first}; else ${others}; fi ;;`;
  }
  if (argument !== "file") return `    ${name}) ${others} ;;`;
  return `    ${name}) if [[ "$current" == -?* ]]; then ${others}; else _connect_users_files; fi ;;`;
}

function valueCases({ name, flags }: CommandWords): string[] {
  return flags.flatMap((flag) => {
    const action = bashAction(flag.value);
    return action === undefined ? [] : [`    ${name}:${flag.name}) ${action}; return ;;`];
  });
}

function bashAction(value: Completion): string | undefined {
  if (value === "none") return undefined;
  if (value === "any") return "COMPREPLY=()";
  if (value === "file") return "_connect_users_files";
  if (value === "profile") return "_connect_users_profiles";
  return `_connect_users_words "${value.join(" ")}"`;
}

function zsh(commands: readonly CommandWords[]): string {
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
${commands.map(({ name, summary }) => `        ${zshQuote(`${name}:${summary}`)}`).join("\n")}
      )
      _describe command commands ;;
    arguments)
      case $line[1] in
${commands.map(zshCase).join("\n")}
      esac ;;
  esac
}
# Loaded from a folder of $fpath this file is the function itself; sourced, it only has to be registered.
if [[ $funcstack[1] == _connect-users ]]; then _connect-users "$@"; else compdef _connect-users connect-users; fi
`;
}

function zshCase({ name, flags, argument }: CommandWords): string {
  const action = zshAction(argument);
  const argumentWord = action === undefined ? "" : ` ${zshQuote(`1:argument:${action}`)}`;
  return `        ${name}) _arguments ${flags.map(specification).join(" ")} '--help[Show help]'${argumentWord} ;;`;
}

function specification({ name, brief, value }: FlagWords): string {
  // Unescaped brackets and colons would end a part of the specification.
  const action = zshAction(value);
  // With an equals sign, the value can follow one or be the next word.
  const label = `${name}${action === undefined ? "" : "="}[${brief.replace(/[[\]:]/g, "\\$&")}]`;
  return zshQuote(action === undefined ? label : `${label}:value:${action}`);
}

/** Returns the action that completes a value; empty for a value that only the user knows. */
function zshAction(value: Completion): string | undefined {
  if (value === "none") return undefined;
  if (value === "any") return "";
  if (value === "file") return "_files";
  if (value === "profile") return "_connect-users-profiles";
  return `(${value.join(" ")})`;
}

function zshQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function fish(commands: readonly CommandWords[]): string {
  return [
    "# Completions of connect-users for fish. Load them with: connect-users completion fish | source",
    "complete -c connect-users -f",
    ...commands.map(
      ({ name, summary }) => `complete -c connect-users -n __fish_use_subcommand -a ${name} -d ${fishQuote(summary)}`,
    ),
    ...commands.flatMap(({ name, flags, argument }) => [
      ...flags.map((flag) => fishFlag(name, flag)),
      ...fishArgument(name, argument),
    ]),
    "complete -c connect-users -l help -d 'Show help'",
    "",
  ].join("\n");
}

function fishFlag(command: string, { name, brief, value }: FlagWords): string {
  return `${lineFor(command)} -l ${name.slice(2)} -d ${fishQuote(brief)}${valueOptions(value)}`;
}

function fishArgument(command: string, argument: Completion): string[] {
  if (argument === "file") return [`${lineFor(command)} -F`];
  return typeof argument === "string" ? [] : [`${lineFor(command)} -a ${fishQuote(argument.join(" "))}`];
}

function lineFor(command: string): string {
  return `complete -c connect-users -n ${fishQuote(`__fish_seen_subcommand_from ${command}`)}`;
}

function valueOptions(value: Completion): string {
  if (value === "none") return "";
  if (value === "any") return " -x";
  if (value === "file") return " -r -F";
  if (value === "profile") return ` -x -a ${fishQuote(`(${LIST_PROFILES} | tail -n +2)`)}`;
  return ` -x -a ${fishQuote(value.join(" "))}`;
}

function fishQuote(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

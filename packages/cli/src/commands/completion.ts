import { type Command, type Commands, defineCommand } from "../command-line/command.ts";
import { completionScript, SHELLS } from "../command-line/completion.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";

/** Creates the command from the data of all commands, itself included. */
export function completionCommand(commands: Commands): Command {
  return defineCommand<GlobalFlags, [string]>({
    description:
      "Prints a completion script for commands, flags, flag values, files and profile names. Completion never contacts the server.",
    examples: [
      ["completion bash > ~/.local/share/bash-completion/completions/connect-users", "Install it for bash"],
      ['completion zsh > "${fpath[1]}/_connect-users"', "Install it for zsh"],
      ["completion fish > ~/.config/fish/completions/connect-users.fish", "Install it for fish"],
    ],
    usage: "bash|zsh|fish",
    choices: SHELLS,
    parameters: {
      flags: globalFlags,
      positional: {
        kind: "tuple",
        parameters: [{ brief: SHELLS.join(", "), placeholder: "SHELL", parse: String }],
      },
    },
    async run(_flags, [shell]) {
      return { kind: "text", text: await completionScript(shell, commands) };
    },
  });
}

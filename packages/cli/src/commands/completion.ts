import { defineCommand } from "../command.ts";
import { SHELLS } from "../completion/shells.ts";
import { completionWords, type CommandWords } from "../completion/words.ts";
import { globalFlags, type GlobalFlags } from "../flags/global-flags.ts";
import { usageError } from "../errors/cli-error.ts";

export default defineCommand<GlobalFlags, [string]>({
  description:
    "Prints a script that teaches a shell to complete commands, flags, their values, files and the names of profiles. The server is never asked.",
  examples: [
    ["completion bash > ~/.local/share/bash-completion/completions/connect-users", "Install it for bash"],
    ['completion zsh > "${fpath[1]}/_connect-users"', "Install it for zsh"],
    ["completion fish > ~/.config/fish/completions/connect-users.fish", "Install it for fish"],
  ],
  usage: "bash|zsh|fish",
  parameters: {
    flags: globalFlags,
    positional: {
      kind: "tuple",
      parameters: [{ brief: SHELLS.join(", "), placeholder: "SHELL", parse: String }],
    },
  },
  async run(_flags, [shell]) {
    const script = await load(shell);
    return { kind: "text", text: script(await completionWords()) };
  },
});

async function load(shell: string): Promise<(commands: readonly CommandWords[]) => string> {
  switch (shell) {
    case "bash":
      return (await import("../completion/bash.ts")).bash;
    case "zsh":
      return (await import("../completion/zsh.ts")).zsh;
    case "fish":
      return (await import("../completion/fish.ts")).fish;
    default:
      throw usageError(`There are no completions for \`${shell}\`.`, "SHELL is bash, zsh or fish.");
  }
}

import { dirname } from "node:path";
import { type Command, type Commands, defineCommand } from "../command-line/command.ts";
import { completionFile, completionScript, SHELLS } from "../command-line/completion.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { usageError } from "../errors.ts";
import { createFolder, fileError, replaceFile } from "../terminal/files.ts";

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
    async run({ install }, [shell], { env }) {
      const script = await completionScript(shell, commands);
      if (install !== true) return { kind: "text", text: script };
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

import { listFlags, planFlags } from "../bulk/flags.ts";
import { setLocked, type LockFlags } from "../bulk/lock.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { userArguments } from "../command-line/users.ts";

export default defineCommand<LockFlags, string[]>({
  description:
    "Unlocks users, so that they can sign in again. The server refuses if the license has no free seat. For more than one user " +
    "it shows the plan first.",
  examples: [
    ["unlock jdoe", "Let someone sign in again"],
    ["unlock --file back.txt --dry-run", "See which users in a file, one per line, would be unlocked"],
  ],
  usage: "USER…",
  parameters: { flags: { ...globalFlags, ...planFlags, ...listFlags }, positional: userArguments },
  run: (flags, names, context) => setLocked(false, names, flags, context),
});

import { listFlags, planFlags } from "../bulk/flags.ts";
import { setLocked, type LockFlags } from "../bulk/lock.ts";
import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { userArguments } from "../command-line/users.ts";

export default defineCommand<LockFlags, string[]>({
  description:
    "Locks users: they cannot sign in, their API keys stop working and their seats become free. Their content and groups stay. " +
    "For more than one user it shows the plan first.",
  examples: [
    ["lock jdoe", "Lock someone who has left"],
    ["lock jo@example.com", "The same, by e-mail address"],
    ["lock jdoe amara lin", "Lock several users after a confirmation"],
    ["lock --file left.txt --yes --report report.csv", "Lock the users in a file, one per line, from a script"],
    ["lock --file hr.csv --map E-Mail=email --ignore Left", "Lock the users of a spreadsheet"],
  ],
  usage: "USER…",
  parameters: { flags: { ...globalFlags, ...planFlags, ...listFlags }, positional: userArguments },
  run: (flags, names, context) => setLocked(true, names, flags, context),
});

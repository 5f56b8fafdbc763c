import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { displayName, namesFileFlag, onlyUser, USER_COLUMNS, userArguments } from "../command-line/users.ts";
import { type LockFlags, lockMany } from "../plan/lock-many.ts";
import { planFlags } from "../plan/plan-flags.ts";

export default defineCommand<LockFlags, string[]>({
  description:
    "Locks users: they cannot sign in, their keys stop working and their seats are free. Content and groups stay as they are. " +
    "For more than one it shows the plan first.",
  examples: [
    ["lock jdoe", "Lock someone who has left"],
    ["lock jo@example.com", "The same, by e-mail address"],
    ["lock jdoe amara lin", "Lock several, after a question"],
    ["lock --file left.txt --yes --report report.csv", "Lock everyone in a file, one USER a line, from a script"],
  ],
  usage: "USER…",
  parameters: { flags: { ...globalFlags, ...planFlags, ...namesFileFlag }, positional: userArguments },
  async run(flags, names, context) {
    const name = onlyUser(names, flags);
    if (name === undefined) return await lockMany(names, true, flags, context);
    const { signal } = context;
    const { users } = await context.connect();
    const user = await users.lookup(name, { signal });
    const before = user.locked;
    if (!before) await user.lock({ force: flags.force, signal });
    const note = before ? `${displayName(user)} was locked already.` : `Locked ${displayName(user)}.`;
    return { kind: "record", record: user, columns: USER_COLUMNS, note };
  },
});

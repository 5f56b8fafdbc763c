import { defineCommand } from "../command-line/command.ts";
import { globalFlags } from "../command-line/flags.ts";
import { displayName, namesFileFlag, onlyUser, USER_COLUMNS, userArguments } from "../command-line/users.ts";
import { type LockFlags, lockMany } from "../plan/lock-many.ts";
import { planFlags } from "../plan/plan-flags.ts";

export default defineCommand<LockFlags, string[]>({
  description:
    "Lets locked users in again. The server refuses when the licence has no seat left. For more than one it shows the plan first.",
  examples: [
    ["unlock jdoe", "Let someone back in"],
    ["unlock --file back.txt --dry-run", "See who of a file, one USER a line, would be let in"],
  ],
  usage: "USER…",
  parameters: { flags: { ...globalFlags, ...planFlags, ...namesFileFlag }, positional: userArguments },
  async run(flags, names, context) {
    const name = onlyUser(names, flags);
    if (name === undefined) return await lockMany(names, false, flags, context);
    const { signal } = context;
    const { users } = await context.connect();
    const user = await users.lookup(name, { signal });
    const before = user.locked;
    if (before) await user.unlock({ signal });
    const note = before ? `Unlocked ${displayName(user)}.` : `${displayName(user)} was not locked.`;
    return { kind: "record", record: user, columns: USER_COLUMNS, note };
  },
});

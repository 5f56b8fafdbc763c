import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { userFilter, userFilterFlags, type UserFilterFlags } from "../command-line/users.ts";

export default defineCommand<GlobalFlags & UserFilterFlags>({
  description: "Counts users, all of them or those that match. Locked users count too, unless --status says otherwise.",
  examples: [
    ["count", "Count everybody"],
    ["count --status licensed", "Count the seats in use"],
    ["count --role administrator --json", "Give a script the number of administrators"],
  ],
  parameters: { flags: { ...globalFlags, ...userFilterFlags } },
  async run(flags, _args, { connect, signal }) {
    const { users } = await connect();
    const count = await users.count(userFilter(flags), { signal });
    return { kind: "record", record: { count }, text: String(count) };
  },
});

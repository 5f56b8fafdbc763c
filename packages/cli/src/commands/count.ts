import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { userFilter, userFilterFlags, type UserFilterFlags } from "../command-line/users.ts";

export default defineCommand<GlobalFlags & UserFilterFlags>({
  description: "Counts users, optionally filtered. Locked users are included unless --status excludes them.",
  examples: [
    ["count", "Count all users"],
    ["count --status licensed", "Count the seats in use"],
    ["count --role administrator --json", "Get the number of administrators in a script"],
  ],
  parameters: { flags: { ...globalFlags, ...userFilterFlags } },
  async run(flags, _args, { connect, signal }) {
    const { users } = await connect();
    const count = await users.count(userFilter(flags), { signal });
    return { kind: "record", record: { count }, text: String(count) };
  },
});

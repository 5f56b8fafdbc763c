import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { userArgument } from "../command-line/users.ts";
import type { RowFlags } from "../terminal/result.ts";

export default defineCommand<GlobalFlags & RowFlags, [string]>({
  description:
    "Lists the groups of a user. Connect has no endpoint for this, so the members of every group are read: slow on a server " +
    "with many groups.",
  examples: [
    ["groups jdoe", "List the groups of a user"],
    ["groups jdoe --ndjson --fields guid", "Print the guids of the groups for a script"],
  ],
  usage: "USER",
  parameters: { flags: { ...globalFlags, ...rowFlags }, positional: userArgument },
  async run(_flags, [name], { connect, signal }) {
    const { users } = await connect();
    const user = await users.lookup(name, { signal });
    return {
      kind: "rows",
      rows: await user.groups.find({ signal }),
      columns: ["guid", "name"],
      empty: `${user.username} is in no group.`,
    };
  },
});

import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { userArgument } from "../command-line/users.ts";

export default defineCommand<GlobalFlags, [string]>({
  description:
    "Lists the groups that a user is a member of. Connect has no such list, so the members of every group are looked at: on a server with many groups this takes a while.",
  examples: [
    ["groups jdoe", "See what someone belongs to"],
    ["groups jdoe --ndjson --fields guid", "Give a script the groups' guids"],
  ],
  usage: "USER",
  parameters: { flags: globalFlags, positional: userArgument },
  async run(_flags, [name], { connect, signal }) {
    const { users } = await connect();
    const user = await users.lookup(name, { signal });
    return { kind: "rows", rows: await user.groups.find({ signal }), columns: ["guid", "name"] };
  },
});

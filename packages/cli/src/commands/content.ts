import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { userArgument } from "../command-line/users.ts";
import type { RowFlags } from "../terminal/result.ts";

export default defineCommand<GlobalFlags & RowFlags, [string]>({
  description: "Lists the content that a user owns.",
  examples: [
    ["content jdoe", "List the content of a user"],
    ["content jdoe --csv --fields guid,name,dashboard_url > handover.csv", "Export it before the user leaves"],
  ],
  usage: "USER",
  parameters: { flags: { ...globalFlags, ...rowFlags }, positional: userArgument },
  async run(_flags, [name], { connect, signal }) {
    const { users } = await connect();
    const user = await users.lookup(name, { signal });
    return {
      kind: "rows",
      rows: await user.content.find({}, { signal }),
      columns: ["guid", "name", "title", "app_mode", "last_deployed_time", "dashboard_url"],
      empty: `${user.username} owns no content.`,
    };
  },
});

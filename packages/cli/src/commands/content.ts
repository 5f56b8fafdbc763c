import { defineCommand } from "../command.ts";
import { commonFlags, type CommonFlags } from "../flags/common.ts";
import { userArgument } from "../flags/user-argument.ts";

export default defineCommand<CommonFlags, [string]>({
  description: "Lists the content that a user owns, such as before they leave.",
  examples: [
    ["content jdoe", "See what someone owns"],
    ["content jdoe --csv --fields guid,name,dashboard_url > handover.csv", "Take it to a spreadsheet"],
  ],
  usage: "USER",
  parameters: { flags: commonFlags, positional: userArgument },
  async run(_flags, [name], { connect, signal }) {
    const { users } = await connect();
    const user = await users.lookup(name, { signal });
    return {
      kind: "rows",
      rows: await user.content.find({}, { signal }),
      columns: ["guid", "name", "title", "app_mode", "last_deployed_time", "dashboard_url"],
    };
  },
});

import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import {
  readLimit,
  USER_COLUMNS,
  USER_FIELDS,
  userFilter,
  type UserFilterFlags,
  userFilterFlags,
} from "../command-line/users.ts";
import type { RowFlags } from "../terminal/result.ts";

export default defineCommand<GlobalFlags & RowFlags & UserFilterFlags>({
  description: "Lists users as they arrive, optionally filtered.",
  examples: [
    ["list", "List all users"],
    ['list --role "publisher|administrator" --status licensed', "List licensed users who can publish"],
    ["list --excel --output users.csv", "Export all users to a spreadsheet"],
    ["list --sort user_role,active_time:desc", "Sort by role, the most recently active users of each role first"],
    ["list --prefix jo --limit 10 --json", "Print the first ten users whose name starts with jo, for a script"],
  ],
  parameters: {
    flags: { ...globalFlags, ...userFilterFlags, ...rowFlags },
  },
  async run(flags, _args, { connect, signal }) {
    const { users } = await connect();
    return {
      kind: "rows",
      rows: users.find(userFilter(flags), { signal, ...readLimit(flags) }),
      columns: USER_COLUMNS,
      csvColumns: USER_FIELDS,
    };
  },
});

import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, positiveInteger } from "../command-line/flags.ts";
import { USER_COLUMNS, USER_FIELDS, userFilter, type UserFilterFlags, userFilterFlags } from "../command-line/users.ts";

interface Flags extends GlobalFlags, UserFilterFlags {
  readonly limit?: number | undefined;
}

export default defineCommand<Flags>({
  description: "Lists users as they arrive, optionally filtered.",
  examples: [
    ["list", "List all users"],
    ['list --role "publisher|administrator" --status licensed', "List licensed users who can publish"],
    ["list --excel --output users.csv", "Export all users to a spreadsheet"],
    ["list --prefix jo --limit 10 --json", "Print the first ten users whose name starts with jo, for a script"],
  ],
  parameters: {
    flags: {
      ...globalFlags,
      ...userFilterFlags,
      limit: { kind: "parsed", parse: positiveInteger, optional: true, placeholder: "N", brief: "At most this many" },
    },
  },
  async run({ limit, ...flags }, _args, { connect, signal }) {
    const { users } = await connect();
    return {
      kind: "rows",
      rows: users.find(userFilter(flags), { signal, ...(limit !== undefined && { limit }) }),
      columns: USER_COLUMNS,
      csvColumns: USER_FIELDS,
    };
  },
});

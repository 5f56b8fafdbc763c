import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { USER_FIELDS, userFilter, userFilterFlags, type UserFilterFlags } from "../command-line/users.ts";
import { EXPORT_COLUMNS } from "../rows/columns.ts";

export default defineCommand<GlobalFlags & UserFilterFlags>({
  description:
    "Writes users as CSV that `import` reads: what it exported and you did not change, it leaves alone. Users are written " +
    "while they arrive.",
  examples: [
    ["export > users.csv", "Take all users to a spreadsheet, and back with `import users.csv`"],
    ["export --role viewer --status inactive > idle.csv", "Only viewers who do not use the server"],
    [
      "export --fields username,user_role,active_time",
      "Other columns; `import` skips those that only the server writes",
    ],
    ["export --ndjson > users.ndjson", "Whole records, one JSON object a line"],
  ],
  parameters: { flags: { ...globalFlags, ...userFilterFlags } },
  async run(flags, _args, { connect, signal }) {
    const { users } = await connect();
    return {
      kind: "rows",
      format: "csv",
      rows: users.find(userFilter(flags), { signal }),
      columns: USER_FIELDS,
      csvColumns: EXPORT_COLUMNS,
    };
  },
});

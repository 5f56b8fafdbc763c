import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { readLimit, userFilter, userFilterFlags, type UserFilterFlags, USER_FIELDS } from "../command-line/users.ts";
import { EXPORT_COLUMNS } from "../import-file/columns.ts";
import type { RowFlags } from "../terminal/result.ts";

export default defineCommand<GlobalFlags & RowFlags & UserFilterFlags>({
  description: "Writes users as CSV for `import`, as they arrive. Importing an unchanged export changes nothing.",
  examples: [
    ["export --excel --output users.csv", "Edit all users in a spreadsheet, then `import users.csv`"],
    ["export --role viewer --status inactive > idle.csv", "Only inactive viewers"],
    ["export --fields username,user_role,active_time", "Other columns; `import` ignores read-only ones"],
    ["export --ndjson > users.ndjson", "Complete records, one JSON object per line"],
  ],
  parameters: { flags: { ...globalFlags, ...userFilterFlags, ...rowFlags } },
  async run(flags, _args, { connect, signal }) {
    const { users } = await connect();
    return {
      kind: "rows",
      format: "csv",
      rows: users.find(userFilter(flags), { signal, ...readLimit(flags) }),
      columns: USER_FIELDS,
      csvColumns: EXPORT_COLUMNS,
    };
  },
});

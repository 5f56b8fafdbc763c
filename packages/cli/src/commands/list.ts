/* The users of the server: listed, counted, and written to a file for `import`. */
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, rowFlags } from "../command-line/flags.ts";
import {
  USER_COLUMNS,
  USER_FIELDS,
  type UserFilterFlags,
  readLimit,
  userFilter,
  userFilterFlags,
} from "../command-line/users.ts";
import type { RowFlags } from "../terminal/result.ts";

export const list = defineCommand<GlobalFlags & RowFlags & UserFilterFlags>({
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

export const count = defineCommand<GlobalFlags & UserFilterFlags>({
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

export const exportCommand = defineCommand<GlobalFlags & RowFlags & UserFilterFlags>({
  description: "Writes users as CSV for `import`, as they arrive. Importing an unchanged export changes nothing.",
  examples: [
    ["export --excel --output users.csv", "Edit all users in a spreadsheet, then `import users.csv`"],
    ["export --role viewer --status inactive > idle.csv", "Only inactive viewers"],
    ["export --fields username,user_role,active_time", "Other columns; `import` ignores read-only ones"],
    ["export --ndjson > users.ndjson", "Complete records, one JSON object per line"],
  ],
  parameters: { flags: { ...globalFlags, ...userFilterFlags, ...rowFlags } },
  async run(flags, _args, { connect, signal }) {
    // Loaded late: `list` does not need the columns of files.
    const [{ users }, { EXPORT_COLUMNS }] = await Promise.all([connect(), import("../import-file/columns.ts")]);
    return {
      kind: "rows",
      format: "csv",
      rows: users.find(userFilter(flags), { signal, ...readLimit(flags) }),
      columns: USER_FIELDS,
      csvColumns: EXPORT_COLUMNS,
    };
  },
});

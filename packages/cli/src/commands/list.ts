import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, positiveInteger } from "../command-line/flags.ts";
import { USER_COLUMNS, USER_FIELDS, userFilter, userFilterFlags, type UserFilterFlags } from "../command-line/users.ts";

interface Flags extends GlobalFlags, UserFilterFlags {
  readonly limit?: number | undefined;
}

export default defineCommand<Flags>({
  description: "Lists users while they arrive, all of them or those that match.",
  examples: [
    ["list", "List everybody"],
    ['list --role "publisher|administrator" --status licensed', "See who may publish and counts against the licence"],
    ["list --csv > users.csv", "Take all users to a spreadsheet"],
    ["list --prefix jo --limit 10 --json", "Give a script the first ten whose name starts with jo"],
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

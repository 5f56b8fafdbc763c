/* One user, and what belongs to the user. */
import { defineCommand } from "../command-line/command.ts";
import { type GlobalFlags, globalFlags, rowFlags } from "../command-line/flags.ts";
import { userArgument } from "../command-line/users.ts";
import type { RowFlags } from "../terminal/result.ts";

export const show = defineCommand<GlobalFlags, [string]>({
  description: "Shows one user. USER is an exact guid, username or e-mail address.",
  examples: [
    ["show jdoe", "Show a user by username"],
    ["show jo@example.com --json", "Print the record for a script"],
  ],
  usage: "USER",
  parameters: { flags: globalFlags, positional: userArgument },
  async run(_flags, [name], { connect, signal }) {
    const { users } = await connect();
    return { kind: "record", record: await users.lookup(name, { signal }) };
  },
});

export const groups = defineCommand<GlobalFlags & RowFlags, [string]>({
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

export const content = defineCommand<GlobalFlags & RowFlags, [string]>({
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

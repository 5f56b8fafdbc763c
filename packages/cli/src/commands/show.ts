import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { userArgument } from "../command-line/users.ts";

export default defineCommand<GlobalFlags, [string]>({
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

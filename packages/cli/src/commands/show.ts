import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { userArgument } from "../command-line/users.ts";

export default defineCommand<GlobalFlags, [string]>({
  description: "Shows one user. USER is a guid, a username or an e-mail address, exactly; nothing is guessed.",
  examples: [
    ["show jdoe", "Look someone up by username"],
    ["show jo@example.com --json", "Give a script the record"],
  ],
  usage: "USER",
  parameters: { flags: globalFlags, positional: userArgument },
  async run(_flags, [name], { connect, signal }) {
    const { users } = await connect();
    return { kind: "record", record: await users.lookup(name, { signal }) };
  },
});

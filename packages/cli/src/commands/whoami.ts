import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";

export default defineCommand<GlobalFlags>({
  description: "Shows the user of the API key. This is the quickest check of server and key.",
  examples: [
    ["whoami", "Show the user and role of the key"],
    ["whoami --json --fields username", "Print the username for a script"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, { connect, signal }) {
    const me = await (await connect()).me({ signal });
    return { kind: "record", record: me };
  },
});

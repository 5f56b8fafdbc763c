import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";

export default defineCommand<GlobalFlags>({
  description: "Shows whose API key this is. The quickest check that server and key work.",
  examples: [
    ["whoami", "Show the user and role behind the key"],
    ["whoami --json --fields username", "Give a script the username"],
  ],
  parameters: { flags: globalFlags },
  async run(_flags, _args, { connect, signal }) {
    const me = await (await connect()).me({ signal });
    return { kind: "record", record: me };
  },
});

import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { placeOf, readProfiles } from "../connection/profiles.ts";
import type { RowFlags } from "../terminal/result.ts";

export default defineCommand<GlobalFlags & RowFlags>({
  description: "Lists the profiles that `login` stored: name, server, and where the key is. Never shows a key.",
  examples: [
    ["profiles", "List the values of --profile"],
    ["profiles --json", "Print them for a script"],
  ],
  parameters: { flags: { ...globalFlags, ...rowFlags } },
  async run(_flags, _args, { env }) {
    const profiles = await readProfiles(env);
    return {
      kind: "rows",
      rows: profiles.map((profile) => ({
        profile: profile.name,
        server: profile.server,
        stored_in: placeOf(profile),
      })),
      columns: ["profile", "server", "stored_in"],
      empty: "No profiles are stored. Run `connect-users login` to store one.",
    };
  },
});

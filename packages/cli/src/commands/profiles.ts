import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { placeOf, readProfiles } from "../connection/profiles.ts";

export default defineCommand<GlobalFlags>({
  description: "Lists the profiles that `login` stored: name, server, and where the key is. Never shows a key.",
  examples: [
    ["profiles", "List the values of --profile"],
    ["profiles --json", "Print them for a script"],
  ],
  parameters: { flags: globalFlags },
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
    };
  },
});

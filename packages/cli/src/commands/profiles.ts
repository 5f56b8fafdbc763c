import { defineCommand } from "../command-line/command.ts";
import { placeOf, readProfiles } from "../connection/profiles.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";

export default defineCommand<GlobalFlags>({
  description: "Lists the profiles that `login` stored: their names, servers, and where their keys are. Shows no key.",
  examples: [
    ["profiles", "See what --profile takes"],
    ["profiles --json", "Give it to a script"],
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

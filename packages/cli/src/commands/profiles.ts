import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags, rowFlags } from "../command-line/flags.ts";
import { readProfiles } from "../connection/profiles.ts";
import type { RowFlags } from "../terminal/result.ts";

export default defineCommand<GlobalFlags & RowFlags>({
  description:
    "Lists the profiles that `login` stored: name, server, what the credential is and where. Never shows a secret.",
  examples: [
    ["profiles", "List the values of --profile"],
    ["profiles --json", "Print them for a script"],
  ],
  parameters: { flags: { ...globalFlags, ...rowFlags } },
  async run(_flags, _args, { env }) {
    const profiles = await readProfiles(env);
    return {
      kind: "rows",
      rows: profiles.map(({ name, server, kind, place }) => ({
        profile: name,
        server,
        credential: place === undefined ? "ended session" : kind,
        stored_in: place ?? null,
      })),
      columns: ["profile", "server", "credential", "stored_in"],
      empty: "No profiles are stored. Run `connect-users login` to store one.",
    };
  },
});

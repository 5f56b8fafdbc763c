import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { DEFAULT_PROFILE, placeOf, readProfile, removeProfile } from "../connection/profiles.ts";
import { usageError } from "../errors.ts";

export default defineCommand<GlobalFlags>({
  description:
    "Removes a profile and its key from this computer. Sends nothing: on the server the key stays valid until you revoke it there.",
  examples: [
    ["logout", "Remove the profile `default`"],
    ["logout --profile staging", "Remove another profile; `profiles` lists them"],
  ],
  parameters: { flags: globalFlags },
  async run(flags, _args, context) {
    if (flags.server !== undefined || flags.apiKeyFile !== undefined) {
      throw usageError("`logout` removes a profile, not a server or key.", "Use --profile NAME.");
    }
    const profile = await readProfile(flags.profile ?? DEFAULT_PROFILE, context.env);
    const file = await removeProfile(profile, context);
    const { name, server } = profile;
    const removed_from = placeOf(profile);
    return {
      kind: "record",
      record: { profile: name, server, removed_from, file },
      note:
        `Removed the profile \`${name}\` with its key from ${removed_from === "file" ? file : "the system's keyring"}. ` +
        `The key itself is valid until you revoke it at ${server} (your name, Manage Your API Keys).`,
    };
  },
});

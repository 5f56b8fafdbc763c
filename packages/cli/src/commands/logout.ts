import { defineCommand } from "../command-line/command.ts";
import { DEFAULT_PROFILE, placeOf, readProfile, removeProfile } from "../connection/profiles.ts";
import { usageError } from "../errors.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";

export default defineCommand<GlobalFlags>({
  description:
    "Removes a profile and its key from this computer, out of the file or the system's keyring. Nothing is sent: on the server " +
    "the key stays valid until it is revoked there.",
  examples: [
    ["logout", "Remove the profile `default`"],
    ["logout --profile staging", "Remove another one; `profiles` lists them"],
  ],
  parameters: { flags: globalFlags },
  async run(flags, _args, { env, keyring }) {
    if (flags.server !== undefined || flags.apiKeyFile !== undefined) {
      throw usageError("`logout` removes a profile, whichever server and key it has.", "Name it with --profile.");
    }
    const profile = await readProfile(flags.profile ?? DEFAULT_PROFILE, env);
    const { name, server } = profile;
    const removed_from = placeOf(profile);
    // First the key: while the profile is there, a keyring that was locked can be tried again.
    if (removed_from === "keyring") await keyring.remove(profile);
    const file = await removeProfile(name, env);
    return {
      kind: "record",
      record: { profile: name, server, removed_from, file },
      note:
        `Removed the profile \`${name}\` with its key from ${removed_from === "file" ? file : "the system's keyring"}. ` +
        `The key itself is valid until you revoke it at ${server}, under your name, Manage Your API Keys.`,
    };
  },
});

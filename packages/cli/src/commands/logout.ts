import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import {
  DEFAULT_PROFILE,
  lockProfiles,
  type Profile,
  readCredential,
  readProfile,
  readProfiles,
  removeProfile,
} from "../connection/profiles.ts";
import type { Context } from "../context.ts";
import { describeError, usageError } from "../errors.ts";
import type { Result } from "../terminal/result.ts";

export default defineCommand<GlobalFlags>({
  description:
    "Removes a profile with its key or session from this computer. Ends a session on the server too, if the server supports that, " +
    "and says whether it did. A key stays valid until you revoke it, as with `keys revoke`.",
  examples: [
    ["logout", "Remove the profile `default`"],
    ["logout --profile staging", "Remove another profile; `profiles` lists them"],
  ],
  parameters: { flags: globalFlags },
  async run(flags, _args, context) {
    if (flags.server !== undefined || flags.apiKeyFile !== undefined) {
      throw usageError("`logout` removes a profile, not a server or key.", "Use --profile NAME.");
    }
    const { env } = context;
    if (flags.profile === undefined && !(await readProfiles(env)).some(({ name }) => name === DEFAULT_PROFILE)) {
      const others = (await readProfiles(env)).map(({ name }) => name).join(", ");
      const hint = others === "" ? "" : ` Use --profile with one of ${others}.`;
      return { kind: "text", text: "", note: `Not signed in: there is no profile \`${DEFAULT_PROFILE}\`.${hint}` };
    }
    // Checked before the lock is created.
    await readProfile(flags.profile ?? DEFAULT_PROFILE, env);
    return await lockProfiles(env, async () =>
      remove(await readProfile(flags.profile ?? DEFAULT_PROFILE, env), context),
    );
  },
});

async function remove(profile: Profile, context: Context): Promise<Result> {
  const { name, server, kind, place } = profile;
  const end = kind === "session" ? await endSession(profile, context) : undefined;
  const file = await removeProfile(profile, context);
  const where = place === "keyring" ? "the system's keyring" : file;
  return {
    kind: "record",
    record: {
      profile: name,
      server,
      removed_from: place ?? null,
      file,
      ...(end !== undefined && { revoked: end.revoked }),
    },
    note:
      `Removed the profile \`${name}\` with its ${kind} from ${where}. ` +
      (end?.note ?? `The key itself is valid until you revoke it at ${server} (your name, Manage Your API Keys).`),
  };
}

/** Ends the session on the server, if that is possible, and says whether it was. */
async function endSession(profile: Profile, context: Context): Promise<{ revoked: boolean; note: string }> {
  if (profile.place === undefined) return { revoked: true, note: "The server had ended the session already." };
  const { session } = await readCredential(profile, context.keyring);
  if (session === undefined) return { revoked: false, note: "" };
  const { signOut } = await import("@connect-sdk/api/oauth");
  const { revoked, error } = await signOut(session, {
    fetch: await context.openNetwork(),
    insecure: context.insecure(),
    signal: context.signal,
  });
  if (revoked) return { revoked, note: "The session has ended on the server, too." };
  const reason = error === undefined ? "" : ` (${describeError(error).message})`;
  return {
    revoked,
    note: `The session could not be ended on the server${reason}. Its tokens stay valid there until they expire.`,
  };
}

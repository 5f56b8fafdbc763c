import type { Context } from "../context.ts";
import { describeError } from "../errors/describe-error.ts";
import { entryName } from "../keyring/profile-keyring.ts";
import { readProfiles, saveProfile, type Profile } from "./profiles.ts";

/** Where the key of a profile is. */
export type KeyPlace = "file" | "keyring";

/** What was stored, and where. */
export interface StoredProfile {
  readonly stored_in: KeyPlace;
  /** The file of all profiles. */
  readonly file: string;
}

/** A profile to be. */
export interface NewProfile {
  readonly name: string;
  readonly server: string;
  readonly apiKey: string;
  /** Whether the keyring gets the key. Default: what the profile of this name does already, else no. */
  readonly keyring: boolean | undefined;
}

/**
 * Stores a profile with its key, in place of one of the same name.
 *
 * @throws CliError of kind `keyring` when the keyring does not take the key. Then what was there stays.
 */
export async function storeProfile(
  { name, server, apiKey, keyring: wanted }: NewProfile,
  { env, keyring, warn }: Pick<Context, "env" | "keyring" | "warn">,
): Promise<StoredProfile> {
  const before = (await readProfiles(env)).find((profile) => profile.name === name);
  const entryBefore = before !== undefined && placeOf(before) === "keyring" ? before : undefined;
  const stored_in = (wanted ?? entryBefore !== undefined) ? "keyring" : "file";
  const profile: Profile = { name, server, apiKey: stored_in === "file" ? apiKey : undefined };
  if (stored_in === "keyring") await keyring.write(profile, apiKey);
  const file = await saveProfile(profile, env);
  const isReplaced = stored_in === "keyring" && entryBefore?.server === server;
  if (entryBefore !== undefined && !isReplaced) {
    await keyring.remove(entryBefore).catch((error: unknown) => {
      warn(`The former key is still in the keyring, as \`${entryName(entryBefore)}\`. ${describeError(error).message}`);
    });
  }
  return { stored_in, file };
}

/** Where a profile's key is. */
export function placeOf({ apiKey }: Profile): KeyPlace {
  return apiKey === undefined ? "keyring" : "file";
}

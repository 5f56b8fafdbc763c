import type { Profile } from "../connection/profiles.ts";
import { CliError } from "../errors/cli-error.ts";
import { sentence } from "../errors/sentence.ts";
import type { Keyring } from "../io.ts";

/** The keys of profiles, as far as they are in a keyring. */
export interface ProfileKeyring {
  /** @throws CliError of kind `authentication` when the keyring does not have it. */
  read(profile: KeyringProfile): Promise<string>;
  write(profile: KeyringProfile, apiKey: string): Promise<void>;
  remove(profile: KeyringProfile): Promise<void>;
}

type KeyringProfile = Pick<Profile, "name" | "server">;

/** Uses a keyring for profiles. Whatever it rejects with becomes a CliError of kind `keyring` that says what to do. */
export function createProfileKeyring(keyring: Keyring): ProfileKeyring {
  return {
    async read(profile) {
      const apiKey = await keyring.read(entryName(profile)).catch(fail("read from", FIX_READ));
      if (apiKey !== undefined) return apiKey;
      throw new CliError(
        "authentication",
        `The key of profile \`${profile.name}\` is not in the system's keyring any more.`,
        `Run \`connect-users login --profile ${profile.name} --keyring\` to store one again.`,
      );
    },
    write: (profile, apiKey) => keyring.write(entryName(profile), apiKey).catch(fail("written to", FIX_WRITE, apiKey)),
    remove: (profile) => keyring.remove(entryName(profile)).catch(fail("removed from", FIX_REMOVE)),
  };
}

/** Under which name the keyring has a profile's key. With the server in it, an edited profile cannot send the key elsewhere. */
export function entryName({ name, server }: KeyringProfile): string {
  return `${name} ${server}`;
}

const FIX_READ =
  "Unlock the keyring and run the command again. Where there is none, such as in a cron job, set CONNECT_SERVER and CONNECT_API_KEY.";
const FIX_WRITE =
  "Unlock the keyring and log in again, or add --no-keyring to store the key in a file that only you can read.";
const FIX_REMOVE =
  "Unlock the keyring and run the command again. If it is gone for good, delete the profile from connect-users/profiles.json.";

function fail(verb: string, fix: string, secret?: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof CliError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const shown = secret === undefined ? reason : reason.replaceAll(secret, "[the key]");
    throw new CliError("keyring", sentence(`The key cannot be ${verb} the system's keyring: ${shown}`), fix);
  };
}

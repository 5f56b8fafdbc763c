import { normalizeServerUrl } from "@connect-sdk/api";
import type { ConnectionFlags } from "../flags/global-flags.ts";
import type { Files } from "../context.ts";
import type { Io } from "../io.ts";
import { CliError, usageError } from "../errors/cli-error.ts";
import { checkApiKey, checkServer } from "./check-credentials.ts";
import type { ProfileKeyring } from "../keyring/profile-keyring.ts";
import { DEFAULT_PROFILE, readProfile, readProfiles, type Profile } from "./profiles.ts";

/** Where to connect, and as whom. */
export interface Settings {
  readonly server: string;
  readonly apiKey: string;
  /** Where the server and the key were found, for `doctor`. */
  readonly origin: string;
}

/** What settings are made of. */
export interface SettingsSources {
  readonly flags: ConnectionFlags;
  readonly env: Io["env"];
  readonly files: Files;
  readonly keyring: ProfileKeyring;
}

/**
 * Finds server and key: flags before the environment before the profile `default`. A profile's key only goes to the
 * profile's server.
 */
export async function readSettings(sources: SettingsSources): Promise<Settings> {
  const { flags, env } = sources;
  const profile = await chosenProfile(flags, env);
  const server = flags.server ?? profile?.server ?? nonEmpty(env["CONNECT_SERVER"]);
  if (server === undefined) {
    const profiles = (await readProfiles(env)).map(({ name }) => name).join(", ");
    throw usageError(
      "No server is named.",
      profiles === ""
        ? "Set CONNECT_SERVER and CONNECT_API_KEY, run `connect-users login`, or use --server URL."
        : `Use --profile with one of ${profiles}, or set CONNECT_SERVER and CONNECT_API_KEY.`,
    );
  }
  const checked = checkServer(server);
  const { key, origin } = await findKey(sources, profile);
  return { server: checked, apiKey: checkApiKey(key, origin), origin };
}

async function chosenProfile(flags: ConnectionFlags, env: Io["env"]): Promise<Profile | undefined> {
  if (flags.profile !== undefined) {
    const profile = await readProfile(flags.profile, env);
    if (flags.server !== undefined && !isSameServer(flags.server, profile.server)) {
      throw usageError(
        `The profile \`${flags.profile}\` is for ${profile.server}, and its key goes to no other server.`,
        "Leave out --server or --profile.",
      );
    }
    return profile;
  }
  const named = flags.server ?? nonEmpty(env["CONNECT_SERVER"]);
  return named === undefined ? (await readProfiles(env)).find(({ name }) => name === DEFAULT_PROFILE) : undefined;
}

async function findKey(
  { flags, env, files, keyring }: SettingsSources,
  profile: Profile | undefined,
): Promise<{ key: string; origin: string }> {
  if (flags.apiKeyFile !== undefined) {
    const origin = flags.apiKeyFile === "-" ? "standard input" : flags.apiKeyFile;
    return { key: await files.read(flags.apiKeyFile), origin };
  }
  if (profile?.apiKey !== undefined) return { key: profile.apiKey, origin: `profile \`${profile.name}\`` };
  if (profile !== undefined) {
    return { key: await keyring.read(profile), origin: `the system's keyring, for profile \`${profile.name}\`` };
  }
  const key = nonEmpty(env["CONNECT_API_KEY"]);
  if (key !== undefined) return { key, origin: "CONNECT_API_KEY" };
  throw new CliError(
    "authentication",
    "No API key is given.",
    "Create one in Connect under your name, Manage Your API Keys, and set CONNECT_API_KEY, or use --api-key-file FILE.",
  );
}

function isSameServer(one: string, other: string): boolean {
  return normalizeServerUrl(checkServer(one)) === normalizeServerUrl(checkServer(other));
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value;
}

import { normalizeServerUrl } from "@connect-sdk/api";
import type { Files } from "../terminal/files.ts";
import type { Io } from "../terminal/io.ts";
import { CliError, usageError } from "../errors.ts";
import { DEFAULT_PROFILE, type Profile, type ProfileKeyring, readProfile, readProfiles } from "./profiles.ts";

/** Which server, and as whom. */
export interface ConnectionFlags {
  readonly server?: string | undefined;
  readonly apiKeyFile?: string | undefined;
  readonly profile?: string | undefined;
  readonly insecure?: boolean | undefined;
  /** Reports requests on standard error. */
  readonly debug?: boolean | undefined;
}

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

/** @returns the URL of a server without surrounding space. @throws CliError of kind `usage` when it cannot be one. */
export function checkServer(server: string): string {
  const trimmed = server.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "") return trimmed;
  throw usageError(
    url !== undefined && (url.username !== "" || url.password !== "")
      ? "The server's URL has a name or password in it."
      : `\`${trimmed}\` is not the URL of a server.`,
    "Give it as in a browser's address bar, such as https://connect.example.com.",
  );
}

/** @returns the key without surrounding space. @throws CliError, which does not show it, when it cannot be one. */
export function checkApiKey(key: string, origin: string): string {
  const trimmed = key.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new CliError(
    "authentication",
    trimmed === ""
      ? `There is no API key in ${origin}.`
      : `What ${origin} holds is not an API key: it has spaces or line breaks.`,
    "Copy the key again, alone on one line.",
  );
}

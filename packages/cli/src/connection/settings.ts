/* Connection: where the server and key come from, how they are stored, and the network on the way there. */
import { normalizeServerUrl } from "@connect-sdk/api";
import { CliError, usageError } from "../errors.ts";
import type { Files } from "../terminal/files.ts";
import type { Io } from "../terminal/io.ts";
import { DEFAULT_PROFILE, type Profile, type ProfileKeyring, readProfile, readProfiles } from "./profiles.ts";

/** Flags that choose the server, the credentials and how to connect. */
export interface ConnectionFlags {
  readonly server?: string | undefined;
  readonly apiKeyFile?: string | undefined;
  readonly profile?: string | undefined;
  readonly insecure?: boolean | undefined;
  /** Reports requests on standard error. */
  readonly debug?: boolean | undefined;
}

/** A server and a key for it. */
export interface Settings {
  readonly server: string;
  readonly apiKey: string;
  /** Where the key was found, for `doctor`. */
  readonly origin: string;
}

/** Everything that {@link readSettings} reads. */
export interface SettingsSources {
  readonly flags: ConnectionFlags;
  readonly env: Io["env"];
  readonly files: Files;
  readonly keyring: ProfileKeyring;
}

/**
 * Reads the server and key: flags, then the environment, then the profile `default`. The key of a profile is only used for
 * the server of that profile.
 *
 * @throws CliError of kind `usage` without a valid server, `authentication` without a valid key.
 */
export async function readSettings(sources: SettingsSources): Promise<Settings> {
  const { flags, env } = sources;
  const profile = await chooseProfile(flags, env);
  const server = flags.server ?? profile?.server ?? nonEmpty(env["CONNECT_SERVER"]);
  if (server === undefined) throw await serverMissing(env);
  const checked = checkServer(server);
  const { key, origin } = await findKey(sources, profile, checked);
  return { server: checked, apiKey: checkApiKey(key, origin), origin };
}

/** Returns the trimmed URL of a server. @throws CliError of kind `usage` for an invalid URL or one with credentials. */
export function checkServer(server: string): string {
  const trimmed = server.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : undefined;
  const hasCredentials = url !== undefined && (url.username !== "" || url.password !== "");
  if (url !== undefined && /^https?:$/.test(url.protocol) && !hasCredentials) return trimmed;
  throw usageError(
    hasCredentials ? "The server's URL contains a name or password." : `\`${trimmed}\` is not a server URL.`,
    "Use the URL from the browser's address bar, such as https://connect.example.com.",
  );
}

/** Returns the trimmed key. @throws CliError of kind `authentication`, without the key, when it cannot be a key. */
export function checkApiKey(key: string, origin: string): string {
  const trimmed = key.trim();
  if (/^[\x21-\x7e]+$/.test(trimmed)) return trimmed;
  throw new CliError(
    "authentication",
    trimmed === "" ? `No API key in ${origin}.` : `Invalid API key in ${origin}: it contains spaces or line breaks.`,
    "Copy the key again, alone on one line.",
  );
}

async function chooseProfile(flags: ConnectionFlags, env: Io["env"]): Promise<Profile | undefined> {
  if (flags.profile !== undefined) {
    const profile = await readProfile(flags.profile, env);
    if (flags.server !== undefined && !isSameServer(flags.server, profile.server)) {
      throw usageError(
        `Profile \`${flags.profile}\` belongs to ${profile.server}; its key is not sent to another server.`,
        "Omit --server or --profile.",
      );
    }
    return profile;
  }
  const named = flags.server ?? nonEmpty(env["CONNECT_SERVER"]);
  return named === undefined ? (await readProfiles(env)).find(({ name }) => name === DEFAULT_PROFILE) : undefined;
}

function isSameServer(one: string, other: string): boolean {
  return normalizeServerUrl(checkServer(one)) === normalizeServerUrl(checkServer(other));
}

async function serverMissing(env: Io["env"]): Promise<CliError> {
  const profiles = (await readProfiles(env)).map(({ name }) => name).join(", ");
  return usageError(
    "No server given.",
    profiles === ""
      ? "Set CONNECT_SERVER and CONNECT_API_KEY, run `connect-users login`, or use --server URL."
      : `Use --profile with one of ${profiles}, or set CONNECT_SERVER and CONNECT_API_KEY.`,
  );
}

async function findKey(
  { flags, env, files, keyring }: SettingsSources,
  profile: Profile | undefined,
  server: string,
): Promise<{ key: string; origin: string }> {
  if (flags.apiKeyFile !== undefined) {
    const origin = flags.apiKeyFile === "-" ? "standard input" : flags.apiKeyFile;
    return { key: await files.secret(flags.apiKeyFile), origin };
  }
  if (profile?.apiKey !== undefined) return { key: profile.apiKey, origin: `profile \`${profile.name}\`` };
  if (profile !== undefined) {
    return { key: await keyring.read(profile), origin: `the system's keyring, for profile \`${profile.name}\`` };
  }
  const key = nonEmpty(env["CONNECT_API_KEY"]);
  if (key !== undefined) {
    requireOwnServer(server, env);
    return { key, origin: "CONNECT_API_KEY" };
  }
  throw new CliError(
    "authentication",
    "No API key given.",
    "Create one in Connect (your name, Manage Your API Keys) and set CONNECT_API_KEY, or use --api-key-file FILE.",
  );
}

/** @throws CliError of kind `usage` if the variables name a server and a flag names another one. */
function requireOwnServer(server: string, env: Io["env"]): void {
  const own = nonEmpty(env["CONNECT_SERVER"])?.trim();
  if (own === undefined || own === server || (URL.canParse(own) && isSameServer(own, server))) return;
  throw usageError(
    `CONNECT_API_KEY belongs to the server in CONNECT_SERVER; it is not sent to ${server}.`,
    "Use --api-key-file FILE for the key of the other server, --profile NAME, or change CONNECT_SERVER.",
  );
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value;
}

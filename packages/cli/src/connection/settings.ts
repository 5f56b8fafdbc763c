/* Connection: where the server and key come from, how they are stored, and the network on the way there. */
import { normalizeServerUrl } from "@connect-sdk/api";
import { CliError, usageError } from "../errors.ts";
import type { Files } from "../terminal/files.ts";
import type { Io } from "../terminal/io.ts";
import {
  type Credential,
  DEFAULT_PROFILE,
  type Profile,
  type ProfileKeyring,
  readCredential,
  readProfile,
  readProfiles,
} from "./profiles.ts";

/** Flags that choose the server, the credentials and how to connect. */
export interface ConnectionFlags {
  readonly server?: string | undefined;
  readonly apiKeyFile?: string | undefined;
  readonly profile?: string | undefined;
  readonly insecure?: boolean | undefined;
  /** Reports requests on standard error. */
  readonly debug?: boolean | undefined;
}

/** A server and a credential for it. */
export interface Settings {
  readonly server: string;
  readonly credential: Credential;
  /** Where the credential was found, for people. */
  readonly origin: string;
  /** The profile that it was found in. */
  readonly profile?: Profile | undefined;
}

/** Everything that {@link readSettings} reads. */
export interface SettingsSources {
  readonly flags: ConnectionFlags;
  readonly env: Io["env"];
  readonly files: Files;
  readonly openKeyring: () => ProfileKeyring;
}

/**
 * Reads the server and credential: flags, then the environment, then the profile `default` or the one of the server. The
 * credential of a profile is only used for the server of that profile.
 *
 * @throws CliError of kind `usage` without a valid server, `authentication` without a valid credential.
 */
export async function readSettings(sources: SettingsSources): Promise<Settings> {
  const { flags, env } = sources;
  const profile = await chooseProfile(flags, env);
  const server = flags.server ?? profile?.server ?? nonEmpty(env["CONNECT_SERVER"]);
  if (server === undefined) throw await serverMissing(env);
  const checked = checkServer(server);
  return { server: checked, ...(await findCredential(sources, checked, profile)) };
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
  const flaw = flawOf(trimmed);
  if (flaw === undefined) return trimmed;
  throw new CliError(
    "authentication",
    trimmed === "" ? `No API key in ${origin}.` : `Invalid API key in ${origin}: ${flaw}.`,
    "Copy the key again, alone on one line.",
  );
}

function flawOf(key: string): string | undefined {
  if (/\s/.test(key)) return "it contains spaces or line breaks";
  if (!/^[\x21-\x7e]+$/.test(key)) return "it contains characters that no key has";
  // Keys have 32 characters. Access tokens of other issuers can have thousands.
  return key.length > MAX_KEY ? `it has ${key.length.toLocaleString("en-US")} characters` : undefined;
}

const MAX_KEY = 4_000;

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

async function findCredential(
  { flags, env, files, openKeyring }: SettingsSources,
  server: string,
  chosen: Profile | undefined,
): Promise<Omit<Settings, "server">> {
  if (flags.apiKeyFile !== undefined) {
    const origin = flags.apiKeyFile === "-" ? "standard input" : flags.apiKeyFile;
    return { credential: { apiKey: checkApiKey(await files.secret(flags.apiKeyFile), origin) }, origin };
  }
  const key = nonEmpty(env["CONNECT_API_KEY"]);
  if (chosen === undefined && key !== undefined) {
    requireOwnServer(server, env);
    return { credential: { apiKey: checkApiKey(key, "CONNECT_API_KEY") }, origin: "CONNECT_API_KEY" };
  }
  const profile = chosen ?? (await findProfile(server, env));
  if (profile === undefined) {
    const hasIdentity = ["CONNECT_IDENTITY_TOKEN", "CONNECT_IDENTITY_TOKEN_FILE"].some((name) => nonEmpty(env[name]));
    throw new CliError(
      "authentication",
      hasIdentity
        ? "No API key given: an identity token belongs to no user and cannot manage users."
        : "No API key given.",
      "Create one in Connect (your name, Manage Your API Keys) and set CONNECT_API_KEY, use --api-key-file FILE, or run `connect-users login`.",
    );
  }
  const origin = `${profile.place === "keyring" ? "the system's keyring, for " : ""}profile \`${profile.name}\``;
  const credential = await readCredential(profile, openKeyring());
  if (credential.session !== undefined) return { credential, origin, profile };
  return { credential: { apiKey: checkApiKey(credential.apiKey, origin) }, origin, profile };
}

/** Returns the profile of a server that a flag or variable names: `default` before others. */
async function findProfile(server: string, env: Io["env"]): Promise<Profile | undefined> {
  const profiles = (await readProfiles(env)).filter((profile) => isSameServer(profile.server, checkServer(server)));
  return profiles.find(({ name }) => name === DEFAULT_PROFILE) ?? profiles[0];
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

/** What the environment says about the server of a profile. */
export interface EnvironmentSettings {
  /** Whether CONNECT_SERVER names the server; `undefined` if it is not set. */
  readonly namesServer: boolean | undefined;
  /** Whether CONNECT_API_KEY is set. */
  readonly hasKey: boolean;
}

/** Compares the environment with the server of a profile. A malformed CONNECT_SERVER names another server. */
export function readEnvironment(env: Io["env"], server: string): EnvironmentSettings {
  const named = nonEmpty(env["CONNECT_SERVER"]);
  const hasKey = nonEmpty(env["CONNECT_API_KEY"]) !== undefined;
  try {
    return { namesServer: named === undefined ? undefined : isSameServer(named, server), hasKey };
  } catch {
    return { namesServer: false, hasKey };
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value;
}

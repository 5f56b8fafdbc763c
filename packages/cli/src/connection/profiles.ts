import type * as Native from "@napi-rs/keyring";
import { mkdir, readFile, stat } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { dirname, join } from "node:path";
import { CliError, describeError, sentence, usageError } from "../errors.ts";
import { fileError, replaceFile } from "../terminal/files.ts";
import type { Io, Keyring } from "../terminal/io.ts";
import { isObject } from "../is-object.ts";

/** A server and key stored by `connect-users login`. */
export interface Profile {
  readonly name: string;
  readonly server: string;
  /** `undefined` when the system's keyring has it. */
  readonly apiKey: string | undefined;
}

/** The profile that is used when nothing else names a server. */
export const DEFAULT_PROFILE = "default";

/**
 * @returns the name of a profile to be.
 * @throws CliError of kind `usage` when it has letters that shells and keyrings would make something else of.
 */
export function checkProfileName(name: string): string {
  if (/^\w[\w.@-]*$/.test(name)) return name;
  throw usageError(
    `\`${name}\` cannot be the name of a profile.`,
    "Make it of letters from a to z, digits, and any of _ - . @ without spaces.",
  );
}

/** The file of all profiles, in the XDG configuration folder. */
export function profilesFile(env: Io["env"]): string {
  const configured = env["XDG_CONFIG_HOME"];
  const folder = configured !== undefined && configured !== "" ? configured : join(env["HOME"] ?? homedir(), ".config");
  return join(folder, "connect-users", "profiles.json");
}

/**
 * Reads all profiles.
 *
 * @throws CliError when others may read the file, or when it is not what `login` writes.
 */
export async function readProfiles(env: Io["env"]): Promise<readonly Profile[]> {
  return await readAll(profilesFile(env));
}

/** Reads one profile. @throws CliError as {@link readProfiles} does, and when there is none of this name. */
export async function readProfile(name: string, env: Io["env"]): Promise<Profile> {
  const profiles = await readProfiles(env);
  const found = profiles.find((profile) => profile.name === name);
  if (found !== undefined) return found;
  const known = profiles.map((profile) => profile.name).join(", ");
  throw usageError(
    `There is no profile \`${name}\`.`,
    known === ""
      ? "`connect-users login` makes one."
      : `Use --profile with one of ${known}, or make one with \`connect-users login\`.`,
  );
}

/** Stores a profile in place of one of the same name. Only the owner can read the file. Returns its path. */
export async function saveProfile(profile: Profile, env: Io["env"]): Promise<string> {
  const others = (await readProfiles(env)).filter(({ name }) => name !== profile.name);
  return await writeAll([...others, profile], env);
}

/** Forgets a profile. Returns the path of the file. */
export async function removeProfile(name: string, env: Io["env"]): Promise<string> {
  return await writeAll(
    (await readProfiles(env)).filter((profile) => profile.name !== name),
    env,
  );
}

async function writeAll(profiles: readonly Profile[], env: Io["env"]): Promise<string> {
  const file = profilesFile(env);
  const entries = profiles.map(({ name, server, apiKey }): [string, object] => [
    name,
    apiKey === undefined ? { server, keyring: true } : { server, apiKey },
  ]);
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await replaceFile(file, `${JSON.stringify({ profiles: Object.fromEntries(entries) }, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw fileError("written", file, error);
  }
  return file;
}

async function readAll(file: string): Promise<Profile[]> {
  let text: string;
  try {
    await refuseWideMode(file);
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw fileError("read", file, error);
  }
  const profiles = parseProfiles(text);
  if (profiles !== undefined) return profiles;
  throw new CliError("file", `${file} is damaged.`, "Delete it and run `connect-users login` again.");
}

async function refuseWideMode(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Windows has no such bits; there the folder of the user protects the file.
  if (platform() === "win32" || (mode & 0o077) === 0) return;
  const octal = (mode & 0o777).toString(8).padStart(4, "0");
  throw new CliError(
    "file",
    `Other users may read ${file} (mode ${octal}), and it holds API keys.`,
    `Run: chmod 600 '${file}'`,
  );
}

function parseProfiles(text: string): Profile[] | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(json) || !isObject(json["profiles"])) return undefined;
  const profiles: Profile[] = [];
  for (const [name, value] of Object.entries(json["profiles"])) {
    if (!isObject(value)) return undefined;
    const { server, apiKey, keyring } = value;
    if (typeof server !== "string" || (typeof apiKey !== "string" && keyring !== true)) return undefined;
    profiles.push({ name, server, apiKey: typeof apiKey === "string" ? apiKey : undefined });
  }
  return profiles;
}

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
  { env, keyring, warn }: { env: Io["env"]; keyring: ProfileKeyring; warn: (text: string) => void },
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

/** The keyring of this computer: Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux. */
export const systemKeyring: Keyring = {
  read: async (name) => (await (await open(name)).getPassword()) ?? undefined,
  write: async (name, secret) => {
    await (await open(name)).setPassword(secret);
  },
  remove: async (name) => {
    await (await open(name)).deleteCredential();
  },
};

/** Under which all our entries are found in the keyring's own program. */
const SERVICE = "connect-users";

async function open(name: string): Promise<Native.AsyncEntry> {
  const { AsyncEntry } = await load();
  try {
    // Left to itself the module takes the kernel's memory when there is no Secret Service, and that forgets at a restart.
    return new AsyncEntry(SERVICE, name, { linux: { store: "secret-service" } });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`no keyring such as GNOME Keyring or KWallet runs here (${reason})`, { cause });
  }
}

/** An optional package, native code: it may be left out, or not exist for this computer. */
async function load(): Promise<typeof Native> {
  try {
    return await import("@napi-rs/keyring");
  } catch (cause) {
    throw new CliError(
      "keyring",
      `This installation cannot use a keyring: the optional package @napi-rs/keyring is not there, or not made for ${process.platform} ${process.arch}.`,
      "Install connect-users again with its optional packages, or do without a keyring: set CONNECT_SERVER and CONNECT_API_KEY, or log in with --no-keyring.",
      { cause },
    );
  }
}

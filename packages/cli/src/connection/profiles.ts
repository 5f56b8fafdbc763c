import { isObject } from "@connect-sdk/api/internal";
import type { Session } from "@connect-sdk/api/oauth";
import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { CliError, describeError, sentence, usageError } from "../errors.ts";
import { createFolder, fileError, replaceFile } from "../terminal/files.ts";
import type { Io, Keyring } from "../terminal/io.ts";
import { withLock } from "./lock.ts";

/** A server and credential stored by `connect-users login`. */
export interface Profile {
  readonly name: string;
  readonly server: string;
  readonly kind: "key" | "session";
  /** Where the credential is; `undefined` for a session that the server has ended. */
  readonly place: Place | undefined;
  /** `undefined` unless the credential is in the file. */
  readonly credential: Credential | undefined;
}

/** What requests are authenticated with. */
export type Credential =
  { readonly apiKey: string; readonly session?: never } | { readonly session: Session; readonly apiKey?: never };

/** Where the credential of a profile is stored. */
export type Place = "file" | "keyring";

/** The profile that is used when no flag or variable names a server. */
export const DEFAULT_PROFILE = "default";

/** Returns the name. @throws CliError of kind `usage` for characters that shells or keyrings would change. */
export function checkProfileName(name: string): string {
  if (/^\w[\w.@-]*$/.test(name)) return name;
  throw usageError(
    `\`${name}\` is not a valid profile name.`,
    "Use letters from a to z, digits and _ - . @ without spaces.",
  );
}

/** Reads all profiles. @throws CliError of kind `file` when other users may read the file, or when it is damaged. */
export async function readProfiles(env: Io["env"]): Promise<readonly Profile[]> {
  const file = profilesFile(env);
  let text: string;
  let target: string | undefined;
  try {
    await refuseOpenFolder(dirname(file));
    target = await readLink(file);
    await refuseWideMode(file);
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw fileError("read", file, error);
  }
  const profiles = parseProfiles(text);
  if (profiles !== undefined) return profiles;
  if (target !== undefined) throw refusedLink(file, `leads to ${target}, which contains no profiles`);
  throw new CliError("file", `${file} is damaged.`, "Delete it and run `connect-users login` again.");
}

/** Reads one profile. @throws CliError of kind `usage` when it does not exist. */
export async function readProfile(name: string, env: Io["env"]): Promise<Profile> {
  const profiles = await readProfiles(env);
  const found = profiles.find((profile) => profile.name === name);
  if (found !== undefined) return found;
  const known = profiles.map((profile) => profile.name).join(", ");
  throw usageError(
    `No profile \`${name}\`.`,
    known === ""
      ? "Create one with `connect-users login`."
      : `Use --profile with one of ${known}, or create one with \`connect-users login\`.`,
  );
}

/** A profile to store. */
export interface NewProfile {
  readonly name: string;
  readonly server: string;
  readonly credential: Credential;
  /** Whether to store the credential in the keyring. Default: where the profile of this name has it, else the file. */
  readonly keyring: boolean | undefined;
}

/** Where a profile was stored. */
export interface StoredProfile {
  readonly stored_in: Place;
  /** The file of all profiles. */
  readonly file: string;
}

/** What is needed to read and change profiles. */
export interface ProfileStore {
  readonly env: Io["env"];
  readonly keyring: ProfileKeyring;
  /** Ends the wait for another process. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Stores a profile with its credential and replaces a profile of the same name.
 *
 * @throws CliError of kind `keyring` when the keyring cannot store the credential. The profile is then unchanged.
 */
export async function storeProfile(
  { name, server, credential, keyring: wanted }: NewProfile,
  { env, keyring, signal, warn }: ProfileStore & { warn: (text: string) => void },
): Promise<StoredProfile> {
  return lockProfiles({ env, signal }, async () => {
    const profiles = await readProfiles(env);
    const before = profiles.find((profile) => profile.name === name);
    const entryBefore = before?.place === "keyring" ? before : undefined;
    const place = choosePlace(wanted, before);
    const profile = createProfile(name, server, credential, place);
    if (place === "keyring") await keyring.write(profile, toSecret(credential));
    const file = await writeProfiles([...profiles.filter((each) => each !== before), profile], env);
    const isReplaced = place === "keyring" && entryBefore?.server === server;
    if (entryBefore !== undefined && !isReplaced) {
      await keyring.remove(entryBefore).catch((error: unknown) => {
        warn(
          `The previous key is still in the keyring, as \`${entryName(entryBefore)}\`. ${describeError(error).message}`,
        );
      });
    }
    return { stored_in: place, file };
  });
}

function choosePlace(wanted: boolean | undefined, before: Profile | undefined): Place {
  return (wanted ?? before?.place === "keyring") ? "keyring" : "file";
}

/** Checks that the keyring responds, if `storeProfile` would write to it. @throws CliError of kind `keyring` when it does not. */
export async function checkPlace(profile: Omit<NewProfile, "credential">, store: ProfileStore): Promise<void> {
  const before = (await readProfiles(store.env)).find(({ name }) => name === profile.name);
  if (choosePlace(profile.keyring, before) === "keyring") await store.keyring.check(profile);
}

function createProfile(name: string, server: string, credential: Credential, place: Place): Profile {
  const kind = credential.session === undefined ? "key" : "session";
  return { name, server, kind, place, credential: place === "file" ? credential : undefined };
}

/** Returns the credential of a profile. @throws CliError of kind `authentication` when it is missing or has ended. */
export async function readCredential(profile: Profile, keyring: ProfileKeyring): Promise<Credential> {
  const { name, server, kind, place } = profile;
  const login = `Run \`connect-users login --profile ${name}\`.`;
  if (place === undefined) {
    throw new CliError("authentication", `The session of profile \`${name}\` at ${server} has ended.`, login);
  }
  if (profile.credential !== undefined) return profile.credential;
  const secret = await keyring.read(profile);
  if (kind === "key") return { apiKey: secret };
  const session = parseSession(secret);
  if (session !== undefined) return { session };
  throw new CliError("authentication", `The session of profile \`${name}\` in the system's keyring is damaged.`, login);
}

/**
 * Replaces the session of a profile after a refresh; `undefined` after the server has ended it. Call it while the profiles are
 * locked. A profile that was removed stays removed.
 */
export async function updateSession(
  { name }: Profile,
  session: Session | undefined,
  { env, keyring }: ProfileStore,
): Promise<void> {
  const profiles = await readProfiles(env);
  const before = profiles.find((profile) => profile.name === name);
  if (before?.kind !== "session" || before.place === undefined) return;
  if (session !== undefined && before.place === "keyring") {
    await keyring.write(before, toSecret({ session }));
    return;
  }
  const stored = session && createProfile(name, before.server, { session }, "file");
  const after: Profile = stored ?? { ...before, place: undefined, credential: undefined };
  await writeProfiles(
    profiles.map((profile) => (profile === before ? after : profile)),
    env,
  );
  if (session === undefined && before.place === "keyring") await keyring.remove(before);
}

/** Removes a profile with its credential, while the profiles are locked. Returns the path of the file. */
export async function removeProfile(profile: Profile, { env, keyring }: ProfileStore): Promise<string> {
  // The secret first: as long as the profile exists, removal from a locked keyring can be tried again.
  if (profile.place === "keyring") await keyring.remove(profile);
  const others = (await readProfiles(env)).filter(({ name }) => name !== profile.name);
  return await writeProfiles(others, env);
}

/** Runs work that reads and then changes profiles or their sessions, while no other process does. */
export async function lockProfiles<Result>(
  { env, signal }: Pick<ProfileStore, "env" | "signal">,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = profilesFile(env);
  try {
    await createFolder(dirname(file), 0o700);
  } catch (error) {
    throw fileError("written", file, error);
  }
  return withLock(file, work, signal);
}

/** Returns the file of all profiles, in the XDG configuration folder. Relative names are ignored, as its specification says. */
function profilesFile(env: Io["env"]): string {
  const [configured = "", home = ""] = [env["XDG_CONFIG_HOME"], env["HOME"]];
  const folder = [configured, join(home, ".config"), join(homedir(), ".config")].find((name) => isAbsolute(name));
  if (folder !== undefined) return join(folder, "connect-users", "profiles.json");
  throw new CliError("file", "The folder of the profiles is unknown: HOME is not set.", "Set HOME or XDG_CONFIG_HOME.");
}

/**
 * Returns the file behind a symbolic link, as people have it who keep their configuration in a repository; `undefined` without a
 * link. The link must not lead this program to write secrets where somebody else can read or replace them.
 */
async function readLink(file: string): Promise<string | undefined> {
  if (!(await lstat(file)).isSymbolicLink()) return undefined;
  const target = await realpath(file).catch(() => {
    throw refusedLink(file, "leads to no file");
  });
  const { uid } = await stat(target);
  if (process.getuid !== undefined && uid !== process.getuid())
    throw refusedLink(file, `leads to ${target} of another user`);
  await refuseOpenFolder(dirname(target));
  return target;
}

function refusedLink(file: string, where: string): CliError {
  return new CliError("file", `${file} is a symbolic link that ${where}, so it is not followed.`, "Remove the link.");
}

/** Replaces the file. Only its owner can read it. */
async function writeProfiles(profiles: readonly Profile[], env: Io["env"]): Promise<string> {
  const file = profilesFile(env);
  const entries = profiles.map(({ name, server, kind, place, credential }): [string, object] => [
    name,
    place === "keyring"
      ? { server, keyring: true, ...(kind === "session" && { session: true }) }
      : { server, ...(place === undefined ? { session: false } : credential) },
  ]);
  try {
    await replaceFile(file, `${JSON.stringify({ profiles: Object.fromEntries(entries) }, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw fileError("written", file, error);
  }
  return file;
}

/** A user who can write to the folder, or replace it, can replace the profiles and receive the key. */
async function refuseOpenFolder(folder: string): Promise<void> {
  if (platform() === "win32") return;
  for (const path of [dirname(folder), folder]) {
    const stats = await stat(path);
    // In a folder with the sticky bit, such as /tmp, only its owner can replace an entry.
    const isOpen = (stats.mode & 0o002) !== 0 && (path === folder || (stats.mode & 0o1000) === 0);
    if (!isOpen) continue;
    const octal = (stats.mode & 0o7777).toString(8).padStart(4, "0");
    throw new CliError(
      "file",
      `The folder ${path} of the profiles can be changed by every user of this computer (mode ${octal}).`,
      `Run \`chmod go-w '${path}'\`. Then check the servers with \`connect-users profiles\`: somebody may have changed them.`,
    );
  }
}

async function refuseWideMode(file: string): Promise<void> {
  const { mode } = await stat(file);
  // Windows has no mode bits; there the user's folder protects the file.
  if (platform() === "win32" || (mode & 0o077) === 0) return;
  const octal = (mode & 0o777).toString(8).padStart(4, "0");
  throw new CliError(
    "file",
    `${file} contains API keys and is readable by other users (mode ${octal}).`,
    `Run \`chmod 600 '${file}'\`.`,
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
    const profile = parseProfile(name, value);
    if (profile === undefined) return undefined;
    profiles.push(profile);
  }
  return profiles;
}

function parseProfile(
  name: string,
  { server, apiKey, keyring, session }: Record<string, unknown>,
): Profile | undefined {
  if (typeof server !== "string") return undefined;
  const base = { name, server, credential: undefined };
  if (typeof apiKey === "string") return createProfile(name, server, { apiKey }, "file");
  if (keyring === true) return { ...base, kind: session === true ? "session" : "key", place: "keyring" };
  if (session === false) return { ...base, kind: "session", place: undefined };
  const stored = readSession(session);
  return stored === undefined ? undefined : createProfile(name, server, { session: stored }, "file");
}

/** Returns what the keyring stores: a key as it is, or a session as JSON. */
function toSecret({ apiKey, session }: Credential): string {
  return apiKey ?? JSON.stringify(session);
}

function parseSession(secret: string): Session | undefined {
  try {
    return readSession(JSON.parse(secret));
  } catch {
    return undefined;
  }
}

function readSession(value: unknown): Session | undefined {
  if (!isObject(value)) return undefined;
  const { url, clientId, accessToken, refreshToken, expiresAt } = value;
  if (typeof url !== "string" || typeof clientId !== "string" || typeof accessToken !== "string") return undefined;
  return {
    url,
    clientId,
    accessToken,
    ...(typeof refreshToken === "string" && { refreshToken }),
    ...(typeof expiresAt === "number" && { expiresAt }),
  };
}

/** The secrets of profiles that are stored in a keyring: keys, and sessions as JSON. */
export interface ProfileKeyring {
  /** @throws CliError of kind `authentication` when the key is missing. */
  read(profile: KeyringProfile): Promise<string>;
  /** Checks that the keyring responds, before something is written. It may still refuse to store a secret. */
  check(profile: KeyringProfile): Promise<void>;
  write(profile: KeyringProfile, secret: string): Promise<void>;
  remove(profile: KeyringProfile): Promise<void>;
}

type KeyringProfile = Pick<Profile, "name" | "server">;

/** Stores the keys of profiles in a keyring. Its failures become a CliError of kind `keyring` with a fix. Default: that of the system. */
export function createProfileKeyring(given: Keyring | undefined): ProfileKeyring {
  const open = async (): Promise<Keyring> => given ?? (await import("./keyring.ts")).systemKeyring;
  return {
    async read(profile) {
      const secret = await open()
        .then((keyring) => keyring.read(entryName(profile)))
        .catch(fail("read from", FIX_READ));
      if (secret !== undefined) return secret;
      throw new CliError(
        "authentication",
        `The key of profile \`${profile.name}\` is no longer in the system's keyring.`,
        `Run \`connect-users login --profile ${profile.name} --keyring\` to store one again.`,
      );
    },
    check: async (profile) => {
      await open()
        .then((keyring) => keyring.read(entryName(profile)))
        .catch(fail("written to", FIX_WRITE));
    },
    write: (profile, secret) =>
      open()
        .then((keyring) => keyring.write(entryName(profile), secret))
        .catch(fail("written to", FIX_WRITE, secret)),
    remove: (profile) =>
      open()
        .then((keyring) => keyring.remove(entryName(profile)))
        .catch(fail("removed from", FIX_REMOVE)),
  };
}

/** Names the keyring entry of a profile. It includes the server, so that an edited profile cannot send the key elsewhere. */
function entryName({ name, server }: KeyringProfile): string {
  return `${name} ${server}`;
}

const FIX_READ =
  "Unlock the keyring and run the command again. Without a keyring, such as in a cron job, set CONNECT_SERVER and CONNECT_API_KEY.";
const FIX_WRITE =
  "Unlock the keyring and log in again, or add --no-keyring to store the key in a file that only you can read.";
const FIX_REMOVE =
  "Unlock the keyring and run the command again. If the keyring no longer exists, delete the profile from connect-users/profiles.json.";

function fail(verb: string, fix: string, secret?: string): (cause: unknown) => never {
  return (cause) => {
    if (cause instanceof CliError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const shown = secret === undefined ? reason : reason.replaceAll(secret, "[the key]");
    throw new CliError("keyring", sentence(`The key cannot be ${verb} the system's keyring: ${shown}`), fix);
  };
}

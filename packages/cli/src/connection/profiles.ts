import { mkdir, readFile, stat } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { dirname, join } from "node:path";
import { CliError, usageError } from "../errors/cli-error.ts";
import { fileError } from "../errors/file-error.ts";
import { replaceFile } from "../input/replace-file.ts";
import type { Io } from "../io.ts";
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

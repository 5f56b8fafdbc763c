import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { dirname, join } from "node:path";
import { CliError, usageError } from "../errors/cli-error.ts";
import { fileError } from "../errors/file-error.ts";
import type { Io } from "../io.ts";
import { isObject } from "../is-object.ts";

/** A server and key stored by `connect-users login`. */
export interface Profile {
  readonly name: string;
  readonly server: string;
  readonly apiKey: string;
}

/** The profile that is used when nothing else names a server. */
export const DEFAULT_PROFILE = "default";

/** The file of all profiles, in the XDG configuration folder. */
export function profilesFile(env: Io["env"]): string {
  const configured = env["XDG_CONFIG_HOME"];
  const folder = configured !== undefined && configured !== "" ? configured : join(env["HOME"] ?? homedir(), ".config");
  return join(folder, "connect-users", "profiles.json");
}

export async function readProfile(name: string, env: Io["env"]): Promise<Profile>;
export async function readProfile(
  name: string,
  env: Io["env"],
  options: { optional: true },
): Promise<Profile | undefined>;
/**
 * Reads one profile.
 *
 * @throws CliError when there is none of this name (unless it is optional), when others may read the file, or when the file
 * is not what `login` writes.
 */
export async function readProfile(
  name: string,
  env: Io["env"],
  { optional = false } = {},
): Promise<Profile | undefined> {
  const profiles = await readAll(profilesFile(env));
  const found = profiles.find((profile) => profile.name === name);
  if (found !== undefined || optional) return found;
  const known = profiles.map((profile) => profile.name);
  throw usageError(
    `There is no profile \`${name}\`.`,
    known.length === 0
      ? `Make it with \`connect-users login --profile ${name}\`.`
      : `Use one of ${known.join(", ")}, or make it with \`connect-users login --profile ${name}\`.`,
  );
}

/** Stores a profile in place of one of the same name. Only the owner can read the file. Returns its path. */
export async function saveProfile(profile: Profile, env: Io["env"]): Promise<string> {
  const file = profilesFile(env);
  const others = (await readAll(file)).filter(({ name }) => name !== profile.name);
  const profiles = Object.fromEntries(
    [...others, profile].map(({ name, server, apiKey }) => [name, { server, apiKey }]),
  );
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    // A new file put in its place: nobody ever sees half of it, and it never has a wider mode than this one.
    const draft = `${file}.${crypto.randomUUID()}`;
    await writeFile(draft, `${JSON.stringify({ profiles }, null, 2)}\n`, { mode: 0o600, flag: "wx" });
    await rename(draft, file);
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
    const { server, apiKey } = value;
    if (typeof server !== "string" || typeof apiKey !== "string") return undefined;
    profiles.push({ name, server, apiKey });
  }
  return profiles;
}

import { defineCommand } from "../command-line/command.ts";
import { globalFlags, type GlobalFlags } from "../command-line/flags.ts";
import { displayName } from "../command-line/users.ts";
import {
  checkProfileName,
  DEFAULT_PROFILE,
  readProfiles,
  type StoredProfile,
  storeProfile,
} from "../connection/profiles.ts";
import { checkApiKey, checkServer } from "../connection/settings.ts";
import type { Context } from "../context.ts";
import { usageError } from "../errors.ts";

interface Flags extends GlobalFlags {
  readonly keyring?: boolean | undefined;
}

export default defineCommand<Flags>({
  description:
    "Stores a server and an API key as a profile, after checking that they work. Prompts for the key without showing it, or " +
    "reads it from standard input. The key is stored as plain text in a file that only you can read, or with --keyring in the " +
    "system's keyring, where it stays when you log in again.",
  examples: [
    ["login", "Answer two prompts; later commands need no flag or variable"],
    ["login --keyring", "Store the key encrypted, in the system's keyring"],
    ["login --profile staging --server https://staging.example.com", "Store a second server under a name"],
    ["login --server https://connect.example.com < key.txt", "Read the key from a file"],
    ["login --profile staging < new-key.txt", "Replace the key of a profile"],
  ],
  parameters: {
    flags: {
      ...globalFlags,
      keyring: {
        kind: "boolean",
        optional: true,
        brief: "Store the key in the system's keyring; --no-keyring moves it back to the file",
      },
    },
  },
  async run(flags, _args, context) {
    const name = checkProfileName(flags.profile ?? DEFAULT_PROFILE);
    const server = checkServer(await findServer(name, context));
    const apiKey = await readKey(flags.apiKeyFile, context);
    const connection = await context.connectWith({ server, apiKey, origin: "login" });
    const me = await connection.me({ signal: context.signal });
    const stored = await storeProfile({ name, server, apiKey, keyring: flags.keyring }, context);
    return {
      kind: "record",
      record: { profile: name, server, username: me.username, user_role: me.user_role, ...stored },
      note: `Signed in as ${displayName(me)}, ${me.user_role}. ${describePlace(stored)}`,
    };
  },
});

function describePlace({ stored_in, file }: StoredProfile): string {
  return stored_in === "keyring"
    ? `The key is stored in the system's keyring; ${file} contains only the server.`
    : `The key is stored unencrypted in ${file}, which only you can read.`;
}

/** The profile's server takes precedence over CONNECT_SERVER: a new key must not move a profile to another server. */
async function findServer(name: string, { ask, env, flags, note }: Context): Promise<string> {
  if (flags.server !== undefined) return flags.server;
  const stored = (await readProfiles(env)).find((profile) => profile.name === name)?.server;
  const known = stored ?? env["CONNECT_SERVER"];
  if (known !== undefined && known !== "") {
    if (ask.possible) note(`Server: ${known}`);
    return known;
  }
  if (!ask.possible) throw usageError("No server given.", "Add --server URL.");
  return await ask.text("Server URL");
}

async function readKey(file: string | undefined, { ask, files }: Context): Promise<string> {
  if (file !== undefined) return checkApiKey(await files.secret(file), file);
  if (ask.possible) return checkApiKey(await ask.secret("API key"), "your answer");
  return checkApiKey(await files.read("-"), "standard input");
}

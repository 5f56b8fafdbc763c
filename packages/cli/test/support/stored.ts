import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { World } from "./cli.ts";
import { folder } from "./folder.ts";
import { memoryKeyring, type MemoryKeyring } from "./keyring.ts";

/** Creates a computer on which only `login` can tell where the server is. */
export async function emptyComputer() {
  const { path } = await folder();
  const keyring: MemoryKeyring = memoryKeyring();
  return {
    keyring,
    /** The file of profiles. */
    file: join(path, "connect-users", "profiles.json"),
    profiles: async () => await readFile(join(path, "connect-users", "profiles.json"), "utf8"),
    world: (stdin?: string): World => ({
      env: { CONNECT_SERVER: undefined, CONNECT_API_KEY: undefined, XDG_CONFIG_HOME: path },
      keyring,
      ...(stdin !== undefined && { stdin }),
    }),
  };
}

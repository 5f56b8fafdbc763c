import type * as Native from "@napi-rs/keyring";
import { CliError } from "../errors/cli-error.ts";
import type { Keyring } from "../io.ts";

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

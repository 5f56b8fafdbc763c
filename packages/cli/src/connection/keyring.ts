/* The keyring of this computer, by a native package that is loaded on first use. */
import type * as Native from "@napi-rs/keyring";
import { CliError } from "../errors.ts";
import type { Keyring } from "../terminal/io.ts";

/** The keyring of this computer: Keychain on macOS, Credential Manager on Windows, the Secret Service on Linux. */
export const systemKeyring: Keyring = {
  read: async (name) => (await (await openEntry(name)).getPassword()) ?? undefined,
  write: async (name, secret) => {
    await (await openEntry(name)).setPassword(secret);
  },
  remove: async (name) => {
    await (await openEntry(name)).deleteCredential();
  },
};

async function openEntry(name: string): Promise<Native.AsyncEntry> {
  const { AsyncEntry } = await loadKeyring();
  try {
    // Without a Secret Service the module would silently use kernel memory, which is lost at a restart.
    return new AsyncEntry("connect-users", name, { linux: { store: "secret-service" } });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`no keyring such as GNOME Keyring or KWallet is running (${reason})`, { cause });
  }
}

/** Loads the optional native package, which may not be installed or not exist for this platform. */
async function loadKeyring(): Promise<typeof Native> {
  try {
    return await import("@napi-rs/keyring");
  } catch (cause) {
    throw new CliError(
      "keyring",
      `This installation has no keyring support: the optional package @napi-rs/keyring is not installed, or not available for ${process.platform} ${process.arch}.`,
      "Install connect-users again with optional packages. Or work without a keyring: set CONNECT_SERVER and CONNECT_API_KEY, or log in with --no-keyring.",
      { cause },
    );
  }
}

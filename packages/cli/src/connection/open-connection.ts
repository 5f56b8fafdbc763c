import type { Connection } from "@connect-sdk/users";
import type { GlobalFlags } from "../flags/global-flags.ts";
import type { Io } from "../io.ts";
import { version } from "../version.ts";
import { fetchFor, readNetwork } from "./network.ts";
import type { Settings } from "./settings.ts";

/** What opening a connection depends on besides server and key. */
export interface OpenOptions {
  readonly flags: GlobalFlags;
  readonly io: Io;
  readonly warn: (text: string) => void;
  readonly note: (text: string) => void;
}

/** Opens a connection through the network that the environment describes. Nothing is sent yet. */
export async function openConnection(
  { server, apiKey }: Settings,
  { flags, io, warn, note }: OpenOptions,
): Promise<Connection> {
  const network = readNetwork(io.env, { insecure: flags.insecure === true });
  if (network.insecure) warn("The server's certificate is not checked: anyone on the way could read the key.");
  const [{ connect }, { logger }, ownFetch] = await Promise.all([
    import("@connect-sdk/users"),
    import("@connect-sdk/api"),
    io.fetch ?? fetchFor(network, io.env),
  ]);
  return connect({
    url: server,
    apiKey,
    ...(ownFetch !== undefined && { fetch: ownFetch }),
    ...(network.timeout !== undefined && { timeout: network.timeout }),
    userAgent: `connect-users/${version}`,
    onDeprecated:
      flags.debug === true &&
      (({ path, replacement }) => {
        note(`${path} is deprecated; its replacement is ${replacement}.`);
      }),
    plugins:
      flags.debug === true
        ? [
            logger(({ method, path, status, duration }) => {
              note(`${method} ${path} ${status ?? "no answer"} ${Math.round(duration)} ms`);
            }),
          ]
        : [],
  });
}

/* Opens connections: with an API key, or with the session of a profile, through the network of this computer. */
import { type FetchFunction, normalizeServerUrl, type RetryEvent, type RetryOptions } from "@connect-sdk/api";
import { sleep } from "@connect-sdk/api/internal";
import type { OAuthToken, Session } from "@connect-sdk/api/oauth";
import type { Connection } from "@connect-sdk/users";
import manifest from "../../package.json" with { type: "json" };
import { CliError, usageError } from "../errors.ts";
import type { Io } from "../terminal/io.ts";
import { openNetwork, readNetwork } from "./network.ts";
import {
  lockProfiles,
  type Profile,
  type ProfileKeyring,
  type ProfileStore,
  readCredential,
  readProfiles,
  updateSession,
} from "./profiles.ts";
import type { ConnectionFlags, Settings } from "./settings.ts";

/** Everything that a connection depends on besides its server and credential. */
export interface OpenOptions {
  readonly flags: ConnectionFlags;
  readonly io: Io;
  readonly openKeyring: () => ProfileKeyring;
  readonly warn: (text: string) => void;
  readonly note: (text: string) => void;
  /** Receives the milliseconds that requests wait because the server limits them. Returns a function that ends the wait. */
  readonly onWait: (milliseconds: number) => () => void;
}

/** Opens a connection through the proxy and with the certificates that the environment names. Sends nothing yet. */
export async function openConnection(settings: Settings, options: OpenOptions): Promise<Connection> {
  const { flags, io, warn, note, onWait } = options;
  const { server, credential, origin } = settings;
  const network = readNetwork(io.env, flags);
  if (network.insecure) {
    warn("The server's certificate is not checked: an attacker on the network could read the credential.");
  }
  // Before anything is sent: a variable that is no proxy is an error of the command line.
  const proxy = network.hasProxy ? (await import("./route.ts")).findProxy(new URL(server), io.env) : undefined;
  if (flags.debug === true) {
    note(`Using the ${credential.session === undefined ? "API key" : "session"} from ${origin} for ${server}.`);
    if (proxy !== undefined) note(`Through ${proxy.url} (${proxy.variable}).`);
  }
  const [{ connect }, { logger }, ownFetch] = await Promise.all([
    import("@connect-sdk/users"),
    import("@connect-sdk/api"),
    openNetwork(network, options),
  ]);
  return connect({
    url: server,
    ...(credential.session === undefined ? credential : { token: await tokenOf(settings, options) }),
    fetch: ownFetch,
    ...(network.timeout !== undefined && { timeout: network.timeout }),
    retry: patientRetry(io.signal, (milliseconds) => {
      if (flags.debug === true) note(`Waiting ${Math.ceil(milliseconds / 1000)} s: the server limits requests.`);
      return onWait(milliseconds);
    }),
    userAgent: `connect-users/${manifest.version}`,
    onDeprecated:
      flags.debug === true &&
      (({ path, replacement }) => {
        note(`${path} is deprecated; its replacement is ${replacement}.`);
      }),
    plugins:
      flags.debug === true
        ? [
            logger(({ method, path, status, duration }) => {
              note(`${method} ${path} ${status ?? "no response"} ${Math.round(duration)} ms`);
            }),
          ]
        : [],
  });
}

/** A program that nobody waits for has time: it fails only if the server asks it to wait for more than ten minutes. */
const MAX_WAIT = 600_000;

/** Waits as long as the server asks, tells how long, and stops waiting at the first Ctrl-C, even within a bulk change. */
function patientRetry(interrupted: AbortSignal | undefined, onWait: OpenOptions["onWait"]): RetryOptions {
  let end: (() => void) | undefined;
  return {
    maxRetryAfter: MAX_WAIT,
    // Called immediately before `sleep`.
    onRetry({ delay, reason }: RetryEvent) {
      const isLimit = reason instanceof Response && (reason.status === 429 || reason.headers.has("retry-after"));
      end = isLimit ? onWait(delay) : undefined;
    },
    clock: {
      async sleep(milliseconds, signal) {
        const endWait = end;
        // After another failure the request may have been executed. Then a bulk change finishes it first.
        const signals = [signal, endWait && interrupted].filter((each) => each !== undefined);
        try {
          await sleep(milliseconds, AbortSignal.any(signals));
        } finally {
          endWait?.();
        }
      },
    },
  };
}

/** Returns the token of a session. One that is not stored yet is not refreshed: the refresh token in hand would be spent. */
async function tokenOf(settings: Settings, options: OpenOptions): Promise<string | OAuthToken> {
  const { credential, profile } = settings;
  return profile === undefined && credential.session !== undefined
    ? credential.session.accessToken
    : openToken(settings, options);
}

/** Returns the credential that keeps the session of a profile valid. */
export async function openToken(
  settings: Settings,
  { flags, io, openKeyring, warn }: OpenOptions,
): Promise<OAuthToken> {
  const { credential, profile, origin } = settings;
  const { session } = credential;
  if (session === undefined || profile === undefined) {
    throw usageError(
      `The credential in use is an API key, from ${origin}. It has no access token.`,
      "Run `connect-users login` to sign in, or choose a session with --profile.",
    );
  }
  const network = readNetwork(io.env, flags);
  const fetch = await openNetwork(network, { io, warn });
  const { insecure } = network;
  return openSession(
    profile,
    session,
    { env: io.env, keyring: openKeyring() },
    { fetch, insecure, now: io.now ?? Date.now },
  );
}

/** The name under which the program registers itself, shown to the user who approves a sign-in. */
export const CLIENT_NAME = "connect-users";

/** What the requests of a session depend on. */
export interface SessionNetwork {
  readonly fetch: FetchFunction | undefined;
  /** Whether a server without https is accepted. */
  readonly insecure: boolean;
  readonly now: () => number;
}

/**
 * Turns the session of a profile into a credential. All processes share the session: one of them refreshes it at a time, stores
 * it, and the others read it. A session that has ended is removed from the profile.
 *
 * @throws CliError of kind `authentication` when the profile was edited so that its session would go to another server.
 */
export async function openSession(
  profile: Profile,
  session: Session,
  store: ProfileStore,
  network: SessionNetwork,
): Promise<OAuthToken> {
  if (normalizeServerUrl(profile.server) !== session.url) {
    throw new CliError(
      "authentication",
      `The session of profile \`${profile.name}\` belongs to ${session.url}; it is not sent to ${profile.server}.`,
      `Run \`connect-users login --profile ${profile.name}\`.`,
    );
  }
  const { oauthToken } = await import("@connect-sdk/api/oauth");
  return oauthToken(session, {
    clientName: CLIENT_NAME,
    fetch: network.fetch,
    insecure: network.insecure,
    clock: { now: network.now },
    lock: (refresh) => lockProfiles(store, refresh),
    reload: () => readStored(profile, store),
    onChange: (next) => updateSession(profile, next, store),
    onEnd: () => updateSession(profile, undefined, store),
  });
}

/** Returns the session as it is stored now; `undefined` if the profile was removed or has another credential. */
async function readStored({ name }: Profile, { env, keyring }: ProfileStore): Promise<Session | undefined> {
  const profile = (await readProfiles(env)).find((each) => each.name === name);
  if (profile?.kind !== "session" || profile.place === undefined) return undefined;
  return (await readCredential(profile, keyring)).session;
}

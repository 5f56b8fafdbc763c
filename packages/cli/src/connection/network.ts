import type { FetchedResponse, FetchFunction, FetchInit, RetryEvent, RetryOptions } from "@connect-sdk/api";
import { sleep } from "@connect-sdk/api/internal";
import type { OAuthToken } from "@connect-sdk/api/oauth";
import type { Connection } from "@connect-sdk/users";
import { readFile } from "node:fs/promises";
import { createSecureContext, rootCertificates } from "node:tls";
import type { Dispatcher, request as UndiciRequest } from "undici";
import manifest from "../../package.json" with { type: "json" };
import { CliError, usageError } from "../errors.ts";
import type { Io } from "../terminal/io.ts";
import type { ProfileKeyring } from "./profiles.ts";
import type { Proxy } from "./route.ts";
import { openSession } from "./sessions.ts";
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

/** What a connection is for. */
export interface ConnectionUse {
  /** Whether it makes many changes: then it is worth loading what sends them in a fraction of the time. Default: false. */
  readonly bulk?: boolean | undefined;
}

/** Opens a connection through the proxy and with the certificates that the environment names. Sends nothing yet. */
export async function openConnection(
  settings: Settings,
  options: OpenOptions,
  use: ConnectionUse = {},
): Promise<Connection> {
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
    openNetwork(network, options, use),
  ]);
  return connect({
    url: server,
    ...(credential.session === undefined ? credential : { token: await tokenOf(settings, options) }),
    ...(ownFetch !== undefined && { fetch: ownFetch }),
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

/** How requests leave this computer. */
export interface Network {
  /** Whether a variable names a proxy. `findProxy` decides whether it is used. */
  readonly hasProxy: boolean;
  /** A PEM file of certificates to trust in addition to the default ones. */
  readonly caFile: string | undefined;
  /** The same for all programs that run on Node.js, which ignores a file that cannot be read. */
  readonly extraCaFile: string | undefined;
  /** Whether the server's certificate is not checked. */
  readonly insecure: boolean;
  /** Time limit of one request in milliseconds. */
  readonly timeout: number | undefined;
}

/** Reads the variables of Connect's tools and the usual variables for proxies and certificates. */
export function readNetwork(env: Io["env"], { insecure = false }: ConnectionFlags): Network {
  return {
    hasProxy: PROXY_VARIABLES.some((name) => (env[name] ?? env[name.toUpperCase()] ?? "") !== ""),
    caFile: env["CONNECT_CA_CERTIFICATE"] === "" ? undefined : env["CONNECT_CA_CERTIFICATE"],
    extraCaFile: env["NODE_EXTRA_CA_CERTS"] === "" ? undefined : env["NODE_EXTRA_CA_CERTS"],
    insecure: insecure || isOn(env["CONNECT_INSECURE"]),
    timeout: readTimeout(env["CONNECT_REQUEST_TIMEOUT"]),
  };
}

const PROXY_VARIABLES = ["https_proxy", "http_proxy", "all_proxy"];

function isOn(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false", "no", "off"].includes(value.trim().toLowerCase());
}

function readTimeout(value: string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  const seconds = Number(value);
  if (seconds > 0 && Number.isFinite(seconds * 1000)) return seconds * 1000;
  throw usageError(
    `CONNECT_REQUEST_TIMEOUT is \`${value}\`, which is not a number of seconds.`,
    "Set it to a number above 0, such as 60.",
  );
}

/** Returns the `fetch` of the network; `undefined` when the runtime's own is enough. */
export async function openNetwork(
  network: Network,
  { io, warn }: Pick<OpenOptions, "io" | "warn">,
  { bulk = false }: ConnectionUse = {},
): Promise<FetchFunction | undefined> {
  if (io.fetch !== undefined) return io.fetch;
  const { hasProxy, caFile, extraCaFile, insecure } = network;
  if (!hasProxy && caFile === undefined && extraCaFile === undefined && !insecure && !bulk) return undefined;
  const ca = await readAuthorities(network, warn);
  const tls = { ...(ca !== undefined && { ca }), ...(insecure && { rejectUnauthorized: false }) };
  // Loaded only here: most commands send a few requests, without a proxy and certificates of their own.
  const [{ Agent, fetch: undiciFetch, ProxyAgent, request: undiciRequest }, { findProxy, proxyRefusal }] =
    await Promise.all([import("undici"), import("./route.ts")]);
  const send = async (url: string, init: FetchInit, dispatcher: Dispatcher): Promise<FetchedResponse> => {
    if (init.method !== "GET") return await sendChange(undiciRequest, url, init, dispatcher);
    // The runtime's Request and Response are not undici's classes, so only plain values are passed on.
    const { headers, redirect, signal } = init;
    return await undiciFetch(url, { headers, redirect, signal, dispatcher });
  };
  const direct = (): Send => {
    const dispatcher = new Agent({ connect: tls });
    return (url, init) => send(url, init, dispatcher);
  };
  const through = (proxy: Proxy): Send => {
    const { url: uri, authorization: token } = proxy;
    const createDispatcher = (proxyTunnel: boolean): Dispatcher =>
      new ProxyAgent({ uri, ...(token !== undefined && { token }), requestTls: tls, proxyTls: tls, proxyTunnel });
    let dispatcher = createDispatcher(true);
    // A proxy that rejects a password must not get it again: some lock the account after three attempts.
    let refused: CliError | undefined;
    return async (url, init) => {
      if (refused !== undefined) throw refused;
      const { host, protocol } = new URL(url);
      for (let tunnel = true; ; tunnel = false) {
        try {
          const response = await send(url, init, dispatcher);
          if (response.status !== 407) return response;
          throw (refused = proxyRefusal(proxy, host, 407));
        } catch (error) {
          if (error === refused || init.signal.aborted) throw error;
          const status = tunnelStatus(error);
          if (status === 407) throw (refused = proxyRefusal(proxy, host, status));
          if (status === undefined) throw new ProxiedError(proxy, error);
          // Many proxies tunnel to port 443 only, and forward plain http instead. Nothing was sent to the server yet.
          if (!tunnel || protocol === "https:" || status >= 500) throw proxyRefusal(proxy, host, status);
          dispatcher = createDispatcher(false);
        }
      }
    };
  };
  const routes = new Map<string, Send>();
  return async ({ url }, init) => {
    const target = new URL(url);
    let route = routes.get(target.origin);
    if (route === undefined) {
      const proxy = findProxy(target, io.env);
      route = proxy === undefined ? direct() : through(proxy);
      routes.set(target.origin, route);
    }
    return await route(url, init);
  };
}

/** Sends requests to one server. */
type Send = (url: string, init: FetchInit) => Promise<FetchedResponse>;

/**
 * Sends a request that changes something. `fetch` takes three times as long, mostly for streams, but it decompresses: long lists
 * are read with it.
 *
 * @throws TypeError as `fetch` does if there is no response.
 */
async function sendChange(
  request: typeof UndiciRequest,
  url: string,
  { method, headers: sent, body: content, signal }: FetchInit,
  dispatcher: Dispatcher,
): Promise<FetchedResponse> {
  try {
    const received = await request(url, {
      method,
      headers: { ...sent, "accept-encoding": "identity" },
      body: content instanceof ArrayBuffer ? new Uint8Array(content) : content,
      signal,
      dispatcher,
    });
    const { statusCode: status, statusText, body } = received;
    const headers = new Headers();
    for (const [name, values = []] of Object.entries(received.headers)) {
      // undici decodes headers as UTF-8, and `Headers` accepts bytes only.
      for (const value of [values].flat()) headers.append(name, Buffer.from(value).toString("latin1"));
    }
    const isEmpty = NULL_BODY.has(status);
    if (!isEmpty && !(Number(headers.get("content-length") ?? NaN) <= SHORT)) {
      return { status, statusText, headers, url, body, text: () => body.text() };
    }
    // Short bodies need no stream.
    const text = await body.text();
    return new Response(isEmpty ? null : text, { status, statusText, headers });
  } catch (cause) {
    throw signal.aborted ? cause : new TypeError("fetch failed", { cause });
  }
}

/** Bytes of a body that is read at once. */
const SHORT = 2 ** 16;

/** Statuses without a body. */
const NULL_BODY = new Set([204, 205, 304]);

/** A failed connection through a proxy. Its name stays `TypeError`, by which the library knows a failed connection. */
export class ProxiedError extends TypeError {
  readonly proxy: Pick<Proxy, "url" | "variable">;

  constructor({ url, variable }: Proxy, cause: unknown) {
    super("fetch failed", { cause });
    this.proxy = { url, variable };
  }
}

/** Returns the status with which a proxy refused a tunnel. undici tells it in the message of a cause only. */
function tunnelStatus(error: unknown): number | undefined {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 10; cause = cause.cause, depth += 1) {
    const status = /^Proxy response \((\d{3})\)/.exec(cause.message)?.[1];
    if (status !== undefined) return Number(status);
    if (cause.message.includes("Proxy Authentication Required (407)")) return 407;
  }
  return undefined;
}

/** Reads all certificates to trust; `undefined` when the default ones are enough. */
export async function readAuthorities(
  { caFile, extraCaFile }: Network,
  warn: OpenOptions["warn"],
): Promise<string[] | undefined> {
  const own = caFile === undefined ? [] : [await readCertificates("CONNECT_CA_CERTIFICATE", caFile)];
  const extra =
    extraCaFile === undefined
      ? []
      : await readCertificates("NODE_EXTRA_CA_CERTS", extraCaFile).then(
          (text) => [text],
          (error: unknown) => {
            warn(`${error instanceof Error ? error.message : String(error)} It is ignored.`);
            return [];
          },
        );
  return own.length + extra.length === 0 ? undefined : [...rootCertificates, ...extra, ...own];
}

async function readCertificates(variable: string, file: string): Promise<string> {
  const fix = `Set ${variable} to the PEM file of the authority that signed the server's certificate.`;
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CliError("file", `${variable} names ${file}, which cannot be read.`, fix, { cause });
  });
  if (!text.includes("-----BEGIN CERTIFICATE-----")) {
    throw new CliError("file", `${variable} names ${file}, which contains no PEM certificate.`, fix);
  }
  try {
    createSecureContext({ ca: text });
  } catch (cause) {
    throw new CliError("file", `${variable} names ${file}, which contains a damaged certificate.`, fix, { cause });
  }
  return text;
}

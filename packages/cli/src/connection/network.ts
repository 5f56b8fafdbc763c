import type { ConnectPlugin, FetchFunction, RetryEvent, RetryOptions } from "@connect-sdk/api";
import { sleep } from "@connect-sdk/api/internal";
import type { OAuthToken } from "@connect-sdk/api/oauth";
import type { Connection } from "@connect-sdk/users";
import { readFile } from "node:fs/promises";
import { createSecureContext, rootCertificates } from "node:tls";
import type { Dispatcher } from "undici";
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
    plugins: [
      patience(io.now ?? Date.now),
      ...(flags.debug === true
        ? [
            logger(({ method, path, status, duration }) => {
              note(`${method} ${path} ${status ?? "no response"} ${Math.round(duration)} ms`);
            }),
          ]
        : []),
    ],
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

/**
 * Goes on where the retries of the library end: a request that was over the limit was not executed, and the others that wait with
 * it may have taken its turn. A busy server is no reason for a failed row.
 */
function patience(now: () => number): ConnectPlugin {
  return {
    name: "patience",
    async fetch(request, next) {
      const start = now();
      let current = request;
      for (let round = 1; ; round += 1) {
        const spare = current.body === null ? current : current.clone();
        const response = await next(current);
        if (response.status !== 429) return response;
        const wait = waitOf(response.headers.get("retry-after"), now());
        // Without a time there is no promise that the server ever accepts requests again.
        const mayGoOn = wait > 0 ? round < 200 && now() - start + wait <= MAX_WAIT : round < 4;
        if (!mayGoOn) return response;
        current = spare;
      }
    },
  };
}

/** Returns the milliseconds of a `Retry-After`: seconds, or a date. Default: 0. */
function waitOf(retryAfter: string | null, now: number): number {
  if (retryAfter === null) return 0;
  return /^\s*\d+\s*$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - now;
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
): Promise<FetchFunction | undefined> {
  if (io.fetch !== undefined) return io.fetch;
  const { hasProxy, caFile, extraCaFile, insecure } = network;
  if (!hasProxy && caFile === undefined && extraCaFile === undefined && !insecure) return undefined;
  const ca = await readAuthorities(network, warn);
  const tls = { ...(ca !== undefined && { ca }), ...(insecure && { rejectUnauthorized: false }) };
  // Loaded only here: most users need neither a proxy nor certificates.
  const [{ Agent, fetch: undiciFetch, ProxyAgent }, { findProxy, proxyRefusal }] = await Promise.all([
    import("undici"),
    import("./route.ts"),
  ]);
  const send = async (request: Request, body: ArrayBuffer | undefined, dispatcher: Dispatcher): Promise<Response> => {
    // The runtime's Request and Response are not undici's classes, so only plain values are passed on.
    const sent = { method: request.method, headers: [...request.headers], redirect: request.redirect };
    const options = { ...sent, signal: request.signal, dispatcher, ...(body !== undefined && { body }) };
    const { status, statusText, headers, body: received } = await undiciFetch(request.url, options);
    return new Response(received, { status, statusText, headers: [...headers] });
  };
  const direct = (): Send => {
    const dispatcher = new Agent({ connect: tls });
    return async (request) => await send(request, await bodyOf(request), dispatcher);
  };
  const through = (proxy: Proxy): Send => {
    const { url: uri, authorization: token } = proxy;
    const createDispatcher = (proxyTunnel: boolean): Dispatcher =>
      new ProxyAgent({ uri, ...(token !== undefined && { token }), requestTls: tls, proxyTls: tls, proxyTunnel });
    let dispatcher = createDispatcher(true);
    // A proxy that rejects a password must not get it again: some lock the account after three attempts.
    let refused: CliError | undefined;
    return async (request) => {
      if (refused !== undefined) throw refused;
      const { host, protocol } = new URL(request.url);
      const body = await bodyOf(request);
      for (let tunnel = true; ; tunnel = false) {
        try {
          const response = await send(request, body, dispatcher);
          if (response.status !== 407) return response;
          throw (refused = proxyRefusal(proxy, host, 407));
        } catch (error) {
          if (error === refused || request.signal.aborted) throw error;
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
  return async (request) => {
    const url = new URL(request.url);
    let route = routes.get(url.origin);
    if (route === undefined) {
      const proxy = findProxy(url, io.env);
      route = proxy === undefined ? direct() : through(proxy);
      routes.set(url.origin, route);
    }
    return await route(request);
  };
}

/** Sends requests to one server. */
type Send = (request: Request) => Promise<Response>;

async function bodyOf(request: Request): Promise<ArrayBuffer | undefined> {
  return request.body === null ? undefined : await request.arrayBuffer();
}

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

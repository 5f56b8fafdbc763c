import type { FetchFunction } from "@connect-sdk/api";
import type { OAuthToken } from "@connect-sdk/api/oauth";
import type { Connection } from "@connect-sdk/users";
import { readFile } from "node:fs/promises";
import { rootCertificates } from "node:tls";
import manifest from "../../package.json" with { type: "json" };
import { CliError, usageError } from "../errors.ts";
import type { Io } from "../terminal/io.ts";
import type { ProfileKeyring } from "./profiles.ts";
import { openSession } from "./sessions.ts";
import type { ConnectionFlags, Settings } from "./settings.ts";

/** Everything that a connection depends on besides its server and credential. */
export interface OpenOptions {
  readonly flags: ConnectionFlags;
  readonly io: Io;
  readonly keyring: ProfileKeyring;
  readonly warn: (text: string) => void;
  readonly note: (text: string) => void;
}

/** Opens a connection through the proxy and with the certificates that the environment names. Sends nothing yet. */
export async function openConnection(settings: Settings, options: OpenOptions): Promise<Connection> {
  const { flags, io, warn, note } = options;
  const { server, credential, origin } = settings;
  const network = readNetwork(io.env, flags);
  if (network.insecure) {
    warn("The server's certificate is not checked: an attacker on the network could read the credential.");
  }
  if (flags.debug === true) {
    note(`Using the ${credential.session === undefined ? "API key" : "session"} from ${origin} for ${server}.`);
  }
  const [{ connect }, { logger }, ownFetch] = await Promise.all([
    import("@connect-sdk/users"),
    import("@connect-sdk/api"),
    openNetwork(network, io),
  ]);
  return connect({
    url: server,
    ...(credential.session === undefined ? credential : { token: await tokenOf(settings, options) }),
    ...(ownFetch !== undefined && { fetch: ownFetch }),
    ...(network.timeout !== undefined && { timeout: network.timeout }),
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

/** Returns the token of a session. One that is not stored yet is not refreshed: the refresh token in hand would be spent. */
async function tokenOf(settings: Settings, options: OpenOptions): Promise<string | OAuthToken> {
  const { credential, profile } = settings;
  return profile === undefined && credential.session !== undefined
    ? credential.session.accessToken
    : openToken(settings, options);
}

/** Returns the credential that keeps the session of a profile valid. */
export async function openToken(settings: Settings, { flags, io, keyring }: OpenOptions): Promise<OAuthToken> {
  const { credential, profile, origin } = settings;
  const { session } = credential;
  if (session === undefined || profile === undefined) {
    throw usageError(
      `The credential in use is an API key, from ${origin}. It has no access token.`,
      "Run `connect-users login` to sign in, or choose a session with --profile.",
    );
  }
  const network = readNetwork(io.env, flags);
  const fetch = await openNetwork(network, io);
  const { insecure } = network;
  return openSession(profile, session, { env: io.env, keyring }, { fetch, insecure, now: io.now ?? Date.now });
}

/** How requests leave this computer. */
export interface Network {
  /** The proxy variable that is set, such as `HTTPS_PROXY`. */
  readonly proxy: string | undefined;
  /** A PEM file of certificates to trust in addition to the default ones. */
  readonly caFile: string | undefined;
  /** Whether the server's certificate is not checked. */
  readonly insecure: boolean;
  /** Time limit of one request in milliseconds. */
  readonly timeout: number | undefined;
}

/** Reads the variables of Connect's tools and the usual proxy variables. */
export function readNetwork(env: Io["env"], { insecure = false }: ConnectionFlags): Network {
  return {
    proxy: PROXY_VARIABLES.find((name) => (env[name] ?? "") !== ""),
    caFile: env["CONNECT_CA_CERTIFICATE"] === "" ? undefined : env["CONNECT_CA_CERTIFICATE"],
    insecure: insecure || isOn(env["CONNECT_INSECURE"]),
    timeout: readTimeout(env["CONNECT_REQUEST_TIMEOUT"]),
  };
}

const PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];

function isOn(value: string | undefined): boolean {
  return value !== undefined && !["", "0", "false", "no", "off"].includes(value.trim().toLowerCase());
}

function readTimeout(value: string | undefined): number | undefined {
  if (value === undefined || value === "") return undefined;
  const seconds = Number(value);
  if (seconds > 0 && Number.isFinite(seconds)) return seconds * 1000;
  throw usageError(
    `CONNECT_REQUEST_TIMEOUT is \`${value}\`, which is not a number of seconds.`,
    "Set it to a number above 0, such as 60.",
  );
}

/** Returns the `fetch` of the network; `undefined` when the runtime's own is enough. */
export async function openNetwork(network: Network, { fetch, env }: Io): Promise<FetchFunction | undefined> {
  if (fetch !== undefined) return fetch;
  const { proxy, caFile, insecure } = network;
  if (proxy === undefined && caFile === undefined && !insecure) return undefined;
  const tls = {
    ...(caFile !== undefined && { ca: [...rootCertificates, await readCertificates(caFile)] }),
    ...(insecure && { rejectUnauthorized: false }),
  };
  // Loaded only here: most users need neither a proxy nor certificates.
  const { EnvHttpProxyAgent, fetch: undiciFetch } = await import("undici");
  const variable = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? "";
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: variable("HTTP_PROXY"),
    httpsProxy: variable("HTTPS_PROXY"),
    noProxy: variable("NO_PROXY"),
    connect: { ...tls },
    requestTls: { ...tls },
    proxyTls: { ...tls },
  });
  return async (request: Request) => {
    // The runtime's Request and Response are not undici's classes, so only plain values are passed on.
    const body = request.body === null ? undefined : await request.arrayBuffer();
    const response = await undiciFetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      redirect: request.redirect,
      signal: request.signal,
      dispatcher,
      ...(body !== undefined && { body }),
    });
    const { status, statusText, headers } = response;
    return new Response(response.body, { status, statusText, headers: [...headers] });
  };
}

async function readCertificates(file: string): Promise<string> {
  const fix = "Set it to the PEM file of the authority that signed the server's certificate.";
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CliError("file", `CONNECT_CA_CERTIFICATE names ${file}, which cannot be read.`, fix, { cause });
  });
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new CliError("file", `CONNECT_CA_CERTIFICATE names ${file}, which contains no PEM certificate.`, fix);
}

import type { Connection } from "@connect-sdk/users";
import type { Io } from "../terminal/io.ts";
import manifest from "../../package.json" with { type: "json" };
import type { ConnectionFlags, Settings } from "./settings.ts";
import { readFile } from "node:fs/promises";
import { rootCertificates } from "node:tls";
import type { FetchFunction } from "@connect-sdk/api";
import { CliError, usageError } from "../errors.ts";

/** What opening a connection depends on besides server and key. */
export interface OpenOptions {
  readonly flags: ConnectionFlags;
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
              note(`${method} ${path} ${status ?? "no answer"} ${Math.round(duration)} ms`);
            }),
          ]
        : [],
  });
}

/** How requests leave this computer. */
export interface Network {
  /** The proxy's variable that is set, such as `HTTPS_PROXY`. */
  readonly proxy: string | undefined;
  /** A file with certificates to trust besides the usual ones. */
  readonly caFile: string | undefined;
  /** Whether the server's certificate goes unchecked. */
  readonly insecure: boolean;
  /** Milliseconds that one request may take. */
  readonly timeout: number | undefined;
}

/** Reads the network settings that Connect's tools share, and the usual proxy variables. */
export function readNetwork(env: Io["env"], { insecure }: { insecure: boolean }): Network {
  return {
    proxy: PROXY_VARIABLES.find((name) => (env[name] ?? "") !== ""),
    caFile: env["CONNECT_CA_CERTIFICATE"] === "" ? undefined : env["CONNECT_CA_CERTIFICATE"],
    insecure: insecure || isOn(env["CONNECT_INSECURE"]),
    timeout: readTimeout(env["CONNECT_REQUEST_TIMEOUT"]),
  };
}

/** A `fetch` for the network, or `undefined` when the runtime's own will do. */
async function fetchFor(network: Network, env: Io["env"]): Promise<FetchFunction | undefined> {
  if (network.proxy === undefined && network.caFile === undefined && !network.insecure) return undefined;
  const tls = {
    ...(network.caFile !== undefined && { ca: [...rootCertificates, await readCertificates(network.caFile)] }),
    ...(network.insecure && { rejectUnauthorized: false }),
  };
  return await proxyFetch(tls, env);
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
    `CONNECT_REQUEST_TIMEOUT is \`${value}\`, which is no number of seconds.`,
    "Set it to a number above 0, such as 60.",
  );
}

async function readCertificates(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new CliError("file", `CONNECT_CA_CERTIFICATE names ${file}, which cannot be read.`, FIX_CA, { cause });
  });
  if (text.includes("-----BEGIN CERTIFICATE-----")) return text;
  throw new CliError("file", `CONNECT_CA_CERTIFICATE names ${file}, which holds no PEM certificate.`, FIX_CA);
}

const FIX_CA = "Set it to the PEM file of the authority that signed the server's certificate.";

/** What is asked of the server's certificate. */
interface TlsOptions {
  readonly ca?: string[];
  readonly rejectUnauthorized?: boolean;
}

/** A `fetch` that goes through the proxy that the environment names, with these TLS options. */
async function proxyFetch(tls: TlsOptions, env: Io["env"]): Promise<FetchFunction> {
  // Loaded only here: the runtime's own `fetch` is enough for most users.
  const { EnvHttpProxyAgent, fetch: undiciFetch } = await import("undici");
  const dispatcher = new EnvHttpProxyAgent({
    ...proxies(env),
    connect: { ...tls },
    requestTls: { ...tls },
    proxyTls: { ...tls },
  });
  return async (request: Request) => {
    // The runtime's requests and answers are of other classes than undici's: only plain values cross the border.
    const body = request.body === null ? undefined : await request.arrayBuffer();
    const answer = await undiciFetch(request.url, {
      method: request.method,
      headers: [...request.headers],
      redirect: request.redirect,
      signal: request.signal,
      dispatcher,
      ...(body !== undefined && { body }),
    });
    return new Response(answer.body, {
      status: answer.status,
      statusText: answer.statusText,
      headers: [...answer.headers],
    });
  };
}

function proxies(env: Io["env"]): { httpProxy: string; httpsProxy: string; noProxy: string } {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? "";
  return { httpProxy: read("HTTP_PROXY"), httpsProxy: read("HTTPS_PROXY"), noProxy: read("NO_PROXY") };
}

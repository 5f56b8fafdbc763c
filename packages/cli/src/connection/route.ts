/** The way to the server: the proxy that the environment names, and the certificate at the other end. */
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { BlockList, isIP, isIPv6, type Socket } from "node:net";
import { connect as connectTls, type ConnectionOptions, type PeerCertificate } from "node:tls";
import { domainToASCII } from "node:url";
import { CliError, usageError } from "../errors.ts";
import type { Io } from "../terminal/io.ts";

/** A proxy that requests go through. */
export interface Proxy {
  /** Its URL without name and password, such as `http://proxy.example.com:3128`. */
  readonly url: string;
  /** The variable that names it, such as `HTTPS_PROXY`. */
  readonly variable: string;
  /** The value of `Proxy-Authorization`, if the variable contains a name. */
  readonly authorization: string | undefined;
}

/**
 * Returns the proxy for a server, chosen as curl does: `http_proxy` or `https_proxy` by the protocol of the server, then
 * `all_proxy`, each in lower case first. `undefined` without a variable and for a server in `NO_PROXY`.
 *
 * @throws CliError of kind `usage` that names the variable if its value is not a proxy that can be used.
 */
export function findProxy(server: URL, env: Io["env"]): Proxy | undefined {
  if (exemption(server, env) !== undefined) return undefined;
  const [used, other] = server.protocol === "https:" ? ["https_proxy", "http_proxy"] : ["http_proxy", "https_proxy"];
  // A typing error in the variable of the other protocol would only be found by the next person.
  const unused = variableOf(other, env);
  if (unused !== undefined && !/^socks/i.test(unused.value)) parseProxy(unused);
  const variable = variableOf(used, env) ?? variableOf("all_proxy", env);
  return variable === undefined ? undefined : parseProxy(variable);
}

/** Returns the entry of `NO_PROXY` that matches a server, if any. */
export function exemption(server: URL, env: Io["env"]): string | undefined {
  const host = bareHost(server.hostname);
  const port = server.port || (server.protocol === "https:" ? "443" : "80");
  const entries = (variableOf("no_proxy", env)?.value ?? "").split(/[\s,]+/).filter((entry) => entry !== "");
  return entries.find((entry) => matchesEntry(entry, host, port));
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

function variableOf(lowerCase: string, env: Io["env"]): Variable | undefined {
  for (const name of [lowerCase, lowerCase.toUpperCase()]) {
    const value = env[name]?.trim();
    if (value !== undefined && value !== "") return { name, value };
  }
  return undefined;
}

function parseProxy({ name: variable, value }: Variable): Proxy {
  const [, scheme, credentials, authority = "", path = ""] =
    /^(?:([a-z][a-z\d+.-]*):\/\/)?(?:(.*)@)?([^/?#@]*)(.*)$/is.exec(value) ?? [];
  const protocol = scheme?.toLowerCase() ?? "http";
  if (protocol.startsWith("socks")) {
    throw usageError(
      `${variable} names a SOCKS proxy, which is not supported.`,
      "Set it to an HTTP proxy, such as http://proxy.example.com:3128, or list the server in NO_PROXY.",
    );
  }
  const text = `${protocol}://${authority}`;
  const isValid =
    /^https?$/.test(protocol) &&
    // A number alone would be read as an address, and `http:/proxy` as a host named http.
    !/^\d*$/.test(authority) &&
    (scheme !== undefined || path === "" || path === "/") &&
    URL.canParse(text);
  if (!isValid) {
    // Without the value: it may contain a password.
    throw usageError(
      `${variable} is not the URL of a proxy.`,
      `Set ${variable} to HOST:PORT or to a URL such as http://proxy.example.com:3128, or unset it.`,
    );
  }
  const { hostname, port } = new URL(text);
  return {
    url: `${protocol}://${hostname}:${port || (protocol === "https" ? "443" : "80")}`,
    variable,
    authorization: credentials === undefined ? undefined : basic(credentials),
  };
}

function basic(credentials: string): string {
  const at = credentials.indexOf(":");
  const [name, password] = at < 0 ? [credentials, ""] : [credentials.slice(0, at), credentials.slice(at + 1)];
  return `Basic ${Buffer.from(`${decode(name)}:${decode(password)}`).toString("base64")}`;
}

/** Decodes `%40` and the like. A password with a bare percent sign is taken as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function bareHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** Matches `*`, `example.com` (with all subdomains), `.example.com`, `*.example.com`, an address or a CIDR block, each with or without a port. */
function matchesEntry(entry: string, host: string, port: string): boolean {
  if (entry === "*") return true;
  const [, bracketed, afterBracket] = /^\[(.+)\](?::(\d+))?$/.exec(entry) ?? [];
  const [, named, afterName] = /^([^:]+):(\d+)$/.exec(entry) ?? [];
  const wantedPort = afterBracket ?? afterName;
  if (wantedPort !== undefined && Number(wantedPort) !== Number(port)) return false;
  const pattern = bracketed ?? named ?? entry;
  if (isIP(host) !== 0) return matchesAddress(pattern, host);
  const domain = domainToASCII(pattern.replace(/^\*?\.+/, "").replace(/\.$/, ""));
  return domain !== "" && (host === domain || host.endsWith(`.${domain}`));
}

function matchesAddress(pattern: string, host: string): boolean {
  const [, network = pattern, bits] = /^(.+)\/(\d{1,3})$/.exec(pattern) ?? [];
  if (isIP(network) === 0) return false;
  const family = isIPv6(network) ? "ipv6" : "ipv4";
  const length = family === "ipv6" ? 128 : 32;
  if (Number(bits ?? length) > length) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(bits ?? length), family);
  return list.check(host, isIPv6(host) ? "ipv6" : "ipv4");
}

/** Returns the error for a proxy that answered a request for a tunnel with an error. */
export function proxyRefusal({ url, variable, authorization }: Proxy, host: string, status: number): CliError {
  if (status === 407) {
    return authorization === undefined
      ? new CliError(
          "network",
          `The proxy ${url} requires a name and a password (status 407).`,
          `Set ${variable} to http://NAME:PASSWORD@HOST:PORT, with special characters as %40 and so on.`,
        )
      : new CliError(
          "network",
          `The proxy ${url} rejected the name or password in ${variable} (status 407).`,
          `Correct them in ${variable}. Encode special characters, such as @ as %40.`,
        );
  }
  return new CliError(
    "network",
    `The proxy ${url} did not connect to ${host} (status ${status}).`,
    status >= 500
      ? `Check the server's URL, and whether the proxy can reach it. If you can reach ${host} directly, add it to NO_PROXY.`
      : `Ask the administrator of the proxy to allow ${host}, or add it to NO_PROXY if you can reach it directly.`,
  );
}

/** The certificate that a server presents. */
export interface ServerCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** When it expires, in milliseconds since 1970. */
  readonly expires: number;
  /** The code of the failure if it is not trusted, such as `CERT_HAS_EXPIRED`. */
  readonly problem: string | undefined;
}

/** How to reach a server. */
export interface Route {
  readonly proxy: Proxy | undefined;
  readonly tls: Pick<ConnectionOptions, "ca">;
  /** Ends the attempt. */
  readonly signal: AbortSignal;
}

/** Reads the certificate of an https server, trusted or not. Sends no request. */
export async function readCertificate(server: URL, { proxy, tls, signal }: Route): Promise<ServerCertificate> {
  const host = bareHost(server.hostname);
  const port = Number(server.port || 443);
  const tunnel = proxy === undefined ? undefined : await openTunnel(proxy, `${server.hostname}:${port}`, tls, signal);
  return await new Promise((resolve, reject) => {
    const socket = connectTls({
      ...tls,
      host,
      port,
      rejectUnauthorized: false,
      ...(isIP(host) === 0 && { servername: host }),
      ...(tunnel !== undefined && { socket: tunnel }),
    });
    const end = (): void => {
      socket.destroy();
      tunnel?.destroy();
      signal.removeEventListener("abort", stop);
    };
    const stop = (): void => {
      end();
      reject(new DOMException("The certificate was not read.", "AbortError"));
    };
    signal.addEventListener("abort", stop);
    socket.once("error", (error: Error) => {
      end();
      reject(error);
    });
    socket.once("secureConnect", () => {
      const certificate = socket.getPeerCertificate();
      // Declared as an Error, but it is the code of one.
      const problem: unknown = socket.authorized ? undefined : socket.authorizationError;
      end();
      resolve({
        subject: nameOf(certificate.subject) || host,
        issuer: nameOf(certificate.issuer) || "an unnamed authority",
        expires: Date.parse(certificate.valid_to),
        problem: typeof problem === "string" ? problem : problem instanceof Error ? codeOf(problem) : undefined,
      });
    });
  });
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.message;
}

/** Returns the common name or organization. A name that occurs twice is a list, whatever its type says. */
function nameOf(name: PeerCertificate["subject"] | undefined): string {
  const parts: unknown[] = [name?.CN ?? name?.O ?? name?.OU].flat();
  return parts.filter((part) => typeof part === "string").join(", ");
}

/** @throws CliError of kind `network` if the proxy refuses. */
async function openTunnel(proxy: Proxy, target: string, tls: Route["tls"], signal: AbortSignal): Promise<Socket> {
  const { protocol, hostname, port } = new URL(proxy.url);
  const request = (protocol === "https:" ? httpsRequest : httpRequest)({
    ...tls,
    host: bareHost(hostname),
    port: Number(port || (protocol === "https:" ? 443 : 80)),
    method: "CONNECT",
    path: target,
    headers: { host: target, ...(proxy.authorization !== undefined && { "proxy-authorization": proxy.authorization }) },
    agent: false,
    signal,
  });
  return await new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("connect", ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode >= 200 && statusCode < 300) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(proxyRefusal(proxy, target, statusCode));
    });
    request.end();
  });
}

import { readFile } from "node:fs/promises";
import { rootCertificates } from "node:tls";
import type { FetchFunction } from "@connect-sdk/api";
import { CliError, usageError } from "../errors/cli-error.ts";
import type { Io } from "../io.ts";

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
export async function fetchFor(network: Network, env: Io["env"]): Promise<FetchFunction | undefined> {
  if (network.proxy === undefined && network.caFile === undefined && !network.insecure) return undefined;
  const tls = {
    ...(network.caFile !== undefined && { ca: [...rootCertificates, await readCertificates(network.caFile)] }),
    ...(network.insecure && { rejectUnauthorized: false }),
  };
  const { proxyFetch } = await import("./proxy-fetch.ts");
  return proxyFetch(tls, env);
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

import type { HttpRequest } from "./exchange.ts";

/**
 * Returns why a request to the control routes comes from a foreign web page, or undefined if it does not. Such a page can make a
 * browser send requests to this machine, and with a DNS name of its own that points here it could even read the responses.
 *
 * @param listenHost - the address that the server listens on, which is allowed besides the names of this machine.
 */
export function foreignReason(request: HttpRequest, listenHost: string): string | undefined {
  const host = hostnameOf(request.origin);
  if (!isAllowed(host, listenHost)) {
    return `The control routes refuse the host ${host ?? ""}; use 127.0.0.1, or listen on that host.`;
  }
  const origin = request.header("origin");
  if (origin === null || isAllowed(hostnameOf(origin), listenHost)) return undefined;
  return "The control routes refuse requests of web pages from other hosts.";
}

function isAllowed(host: string | undefined, listenHost: string): boolean {
  if (host === undefined) return false;
  if (host === "localhost" || host.endsWith(".localhost") || host === "[::1]" || /^127(?:\.\d+){3}$/.test(host)) {
    return true;
  }
  // Every interface: an address is fine, because only names can be made to point here.
  if (listenHost === "0.0.0.0" || listenHost === "::") return host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host);
  return host === hostnameOf(`http://${listenHost.includes(":") ? `[${listenHost}]` : listenHost}`);
}

/** Returns the normalized host of an origin; undefined for one that has none, such as `null`. */
function hostnameOf(origin: string): string | undefined {
  const host = URL.canParse(origin) ? new URL(origin).hostname : "";
  return host === "" ? undefined : host;
}

import { crossesOrigins } from "../crosses-origins.ts";
import type { HttpMethod } from "../operations.ts";
import type { Redact } from "../secrets.ts";
import { describeRequest } from "./describe-request.ts";
import { NetworkError } from "./network-error.ts";
import { printable } from "./printable.ts";

/** The error for a `fetch` that rejected, or for a body that broke off. */
export function createNetworkError(method: HttpMethod, url: string, cause: unknown, redact: Redact): NetworkError {
  const failures = chain(cause);
  const reason = failures.map(({ message }) => message).findLast((each) => each !== "") ?? String(cause);
  const code = /connection ?refused/i.test(reason)
    ? "ECONNREFUSED"
    : failures.map(codeOf).findLast((each) => each !== undefined);
  const words = [String(cause), ...failures.map(({ message, stack }) => `${message}${stack ?? ""}`)].join("");
  return new NetworkError(
    `${describeRequest(method, url)} got no answer from ${new URL(url).host}: ${printable(redact(reason))}.`,
    {
      method,
      url: redact(url),
      code,
      // A `fetch` of somebody else's may name headers in its errors.
      cause: redact(words) === words ? cause : new Error(redact(reason)),
      fix: fixFor(url, code ?? ""),
    },
  );
}

function fixFor(url: string, code: string): string {
  if (CERTIFICATE.test(code)) {
    return "Check whether the URL is https or http, and that the server's certificate is trusted here.";
  }
  const fix = "Check the URL, that the server is running, and the network between (VPN, proxy).";
  return crossesOrigins(url) ? `${fix} Does it let this page in (CORS)?` : fix;
}

/** How OpenSSL and the runtimes name what is wrong with a certificate or a handshake. */
const CERTIFICATE = /CERT|SSL|TLS|SIGNED|ISSUER/;

/** An error and what caused it, the deepest last. */
function chain(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...chain(error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined))];
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

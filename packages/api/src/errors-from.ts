/** Creates errors from responses and exceptions. Everything from outside is redacted and made printable here. */
import {
  type ApiError,
  apiErrorKind,
  type ConnectError,
  describeRequest,
  isConnectError,
  NetworkError,
  UnexpectedResponseError,
  type UnexpectedResponseErrorOptions,
} from "./errors.ts";
import type { HttpMethod } from "./operations.ts";
import type { RequestContext } from "./plugin.ts";
import { crossesOrigins } from "./url.ts";

/** Replaces the client's credentials in a string. */
export type Redact = (text: string) => string;

/** Remembers what must not appear in any error. */
export interface Secrets {
  add(secret: string): void;
  redact: Redact;
}

/**
 * Creates a memory of secrets. It keeps the latest four, because tokens are replaced from time to time. It ignores strings
 * that are too short to be a secret: redacting `key` would garble more than it hides.
 */
export function createSecrets(): Secrets {
  let known: readonly string[] = [];
  return {
    add(secret) {
      if (secret.length > 7 && !known.includes(secret)) known = [secret, ...known.slice(0, 3)];
    },
    redact: (text) => known.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text),
  };
}

/** What the factories need to know about the request that failed. */
type FailedRequest = Pick<RequestContext, "method" | "operationId">;

/** Creates the error for a response with a status of 400 or above, whatever its body is. */
export function createApiError(
  url: string,
  response: Response,
  body: string,
  request: FailedRequest,
  redact: Redact,
): ApiError {
  const { code, error, payload } = parseErrorBody(redact(body));
  const { status, headers } = response;
  const [Kind, fix] = apiErrorKind(status);
  const words = typeof error === "string" && error !== "" ? `: ${printable(error)}` : ", without an error from Connect";
  const suffix = typeof code === "number" ? ` (code ${code})` : "";
  return new Kind(`${describeRequest(request.method, url)} failed with status ${status}${words}${suffix}.`, {
    ...describe(url, response, request, redact),
    fix,
    code: typeof code === "number" ? code : undefined,
    payload,
    retryAfter: readRetryAfter(headers),
  });
}

/** Creates the error for a response that is unusable; `problem` completes the sentence "GET /v1/user …". */
export function createUnexpectedResponseError(
  url: string,
  response: Response,
  problem: string,
  fix: string,
  request: FailedRequest,
  redact: Redact,
): UnexpectedResponseError {
  return new UnexpectedResponseError(
    `${describeRequest(request.method, url)} ${problem} (status ${response.status}).`,
    { ...describe(url, response, request, redact), fix },
  );
}

/** Returns the properties that errors about a response have in common. */
function describe(
  url: string,
  { status, headers }: Response,
  { method, operationId }: FailedRequest,
  redact: Redact,
): Omit<UnexpectedResponseErrorOptions, "fix"> {
  const correlationId = headers.get("x-correlation-id") ?? undefined;
  return { status, method, url: redact(url), operationId, correlationId };
}

/** Parses a body that should be Connect's error object and can be anything. */
function parseErrorBody(body: string): { code?: unknown; error?: unknown; payload?: unknown } {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed ?? {};
  } catch {
    return {};
  }
}

/** Returns the seconds that `Retry-After` asks to wait, given as a number or as a date. */
export function readRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  // Date.parse accepts many strings, such as "-1"; an HTTP date contains the name of a month.
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/** Creates the error for a `fetch` that rejected, or for a body that ended early. A {@link ConnectError} stays as it is. */
export function toNetworkError(method: HttpMethod, url: string, cause: unknown, redact: Redact): ConnectError {
  if (isConnectError(cause)) return cause;
  const failures = listCauses(cause);
  const reason = failures.findLast(({ message }) => message !== "")?.message ?? String(cause);
  const code = /connection ?refused/i.test(reason)
    ? "ECONNREFUSED"
    : failures.map(codeOf).findLast((each) => each !== undefined);
  const words = [String(cause), ...failures.map(({ message, stack }) => `${message}${stack ?? ""}`)].join("");
  return new NetworkError(
    `${describeRequest(method, url)} received no response from ${new URL(url).host}: ${printable(redact(reason))}.`,
    {
      method,
      url: redact(url),
      code,
      // A custom `fetch` may put headers into its errors.
      cause: redact(words) === words ? cause : new Error(redact(reason)),
      fix: networkFix(url, code ?? ""),
    },
  );
}

function networkFix(url: string, code: string): string {
  if (CERTIFICATE.test(code)) {
    return "Check whether the URL is https or http, and that the server's certificate is trusted.";
  }
  const fix = "Check the URL, that the server is running, and the network in between (VPN, proxy).";
  return crossesOrigins(url) ? `${fix} Does the server allow this page's origin (CORS)?` : fix;
}

/** How OpenSSL and the runtimes name problems with a certificate or a handshake. */
const CERTIFICATE = /CERT|SSL|TLS|SIGNED|ISSUER/;

/** Lists an error and its causes, the deepest last. */
function listCauses(error: unknown): Error[] {
  if (!(error instanceof Error)) return [];
  return [error, ...listCauses(error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined))];
}

function codeOf(error: Error): string | undefined {
  return "code" in error && typeof error.code === "string" ? error.code : undefined;
}

/**
 * Makes foreign words fit into one line of a message: without control characters, which could rewrite a terminal, without
 * the final full stop, and limited in length.
 */
function printable(words: string): string {
  return words
    .slice(0, 500)
    .replace(/\p{Cc}+/gu, " ")
    .replace(/[\s.:]+$/, "");
}

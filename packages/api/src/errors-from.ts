/** Creates errors from responses and exceptions. Everything from outside is redacted and made printable here. */
import {
  type ApiError,
  apiErrorKind,
  describeRequest,
  isConnectError,
  NetworkError,
  UnexpectedResponseError,
  type UnexpectedResponseErrorOptions,
} from "./errors.ts";
import { isObject } from "./input.ts";
import type { CallContext } from "./plugin.ts";
import { printable } from "./printable.ts";
import { parseRedacted, read, withoutSecrets } from "./redaction.ts";
import { crossesOrigins } from "./url.ts";

/** What the factories need to know about the call that failed. */
type FailedCall = Pick<CallContext, "method" | "operationId" | "redact">;

/**
 * Creates the error for a response with a status of 400 or above, whatever its body is.
 *
 * @param fixes - what to do about certain error codes, where more can be said than for the status.
 */
export function createApiError(
  url: string,
  response: Response,
  body: string,
  call: FailedCall,
  fixes: Readonly<Partial<Record<number, string>>> = {},
): ApiError {
  const { code, error, payload } = parseErrorBody(body, call);
  const { status, headers } = response;
  const [Kind, fix] = apiErrorKind(status);
  const words = typeof error === "string" && error !== "" ? `: ${quote(error)}` : ", without an error from Connect";
  const suffix = typeof code === "number" ? ` (code ${code})` : "";
  return new Kind(call.redact(`${describeRequest(call.method, url)} failed with status ${status}${words}${suffix}.`), {
    ...describe(url, response, call),
    fix: (typeof code === "number" ? fixes[code] : undefined) ?? fix,
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
  call: FailedCall,
): UnexpectedResponseError {
  return new UnexpectedResponseError(
    call.redact(`${describeRequest(call.method, url)} ${problem} (status ${response.status}).`),
    { ...describe(url, response, call), fix },
  );
}

/** Returns the properties that errors about a response have in common. */
function describe(
  url: string,
  { status, headers }: Response,
  { method, operationId, redact }: FailedCall,
): Omit<UnexpectedResponseErrorOptions, "fix"> {
  const id = headers.get("x-correlation-id");
  const correlationId = id === null ? undefined : printable(redact(id));
  return { status, method, url: redact(url), operationId, correlationId };
}

/** Parses a body that should be Connect's error object and can be anything. Connect's are short. */
function parseErrorBody(body: string, { redact }: FailedCall): { code?: unknown; error?: unknown; payload?: unknown } {
  try {
    const parsed = body.length < 1e6 && parseRedacted(body, redact);
    return isObject(parsed) ? parsed : {};
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

/**
 * Returns the error for an exception of `fetch` or of a body: a `NetworkError` if the connection failed. Any other exception
 * is returned unchanged, unless it holds a secret.
 */
export function fromException(url: string, exception: unknown, { method, redact }: FailedCall): unknown {
  if (isConnectError(exception)) return exception;
  const failures = listCauses(exception);
  const cause = withoutSecrets(exception, redact);
  const words = failures.map((failure) => read(failure, "message")).findLast((message) => !!message);
  const reason = typeof words === "string" ? redact(words.slice(0, 1e5)) : "";
  const codes = failures.map((failure) => read(failure, "code")).filter((each) => typeof each === "string");
  const isFailure =
    failures[0] && (read(failures[0], "name") === "TypeError" || codes.some((each) => CONNECTION.test(each)));
  if (isFailure !== true) return cause;
  const code = /connection ?refused/i.test(reason + codes.join()) ? "ECONNREFUSED" : codes.at(-1);
  return new NetworkError(
    redact(`${describeRequest(method, url)} received no response from ${new URL(url).host}: ${quote(reason)}.`),
    { method, url: redact(url), code, cause, fix: networkFix(url, code ?? "") },
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

/** How Node, undici, node-fetch, axios and Bun name connections that failed or ended early. */
const CONNECTION =
  /^(E(CONN|AI_|PIPE|PROTO|HOST|NET|TIMEDOUT|NOTFOUND|ADDR)|UND_ERR|HPE_|Z_|ERR_(NETWORK|HTTP2|STREAM_P)|Connection|FailedToOpen)|CERT|SSL|TLS|SIGNED|ISSUER/;

/** Lists an exception and its causes, the deepest last. A chain of causes can be a circle. */
function listCauses(exception: unknown): object[] {
  const causes: object[] = [];
  for (let next = exception; typeof next === "object" && next !== null && causes.length < 10;) {
    causes.push(next);
    const errors = read(next, "errors");
    next = read(next, "cause") ?? (Array.isArray(errors) ? errors[0] : undefined);
  }
  return causes;
}

/** Quotes foreign words in a message: on one line, without the final full stop. */
function quote(words: string): string {
  return printable(words.slice(0, 1_000).replace(/\s+/g, " "), 500).replace(/[\s.:]+$/, "");
}

/** Every error that this package throws. `failures.ts` creates them from responses and exceptions. */
import type { HttpMethod, OperationId } from "./operations.ts";

const BRAND = Symbol.for("@connect-sdk/ConnectError");

/** Options of every {@link ConnectError}. */
export interface ConnectErrorOptions extends ErrorOptions {
  /** What to do about it: a sentence for people. */
  fix: string;
}

/**
 * Base class of every error that this client throws, with two exceptions: a canceled call rejects with the reason of the
 * caller's `signal`, and an exception from the caller's own function or plugin propagates unchanged.
 *
 * The message says what failed, with method, path, status and the server's words, and then what to do.
 */
export class ConnectError<Options extends ConnectErrorOptions = ConnectErrorOptions> extends Error {
  /** What to do about it: the end of the message, for programs that show it separately. */
  declare readonly fix: string;

  /** Every option except `cause` becomes a property: subclasses only declare theirs. */
  constructor(message: string, { cause, ...details }: Options) {
    super(`${message} ${details.fix}`, cause === undefined ? undefined : { cause });
    Object.assign(this, details);
  }

  override get name(): string {
    return "ConnectError";
  }

  /** Marks the error for {@link isConnectError}, across copies of the package. */
  get [BRAND](): string {
    return this.name;
  }
}

/**
 * Returns whether a caught value is a {@link ConnectError}. Unlike `instanceof`, it recognizes errors of another installed
 * copy of this package.
 */
export function isConnectError(error: unknown): error is ConnectError {
  return typeof error === "object" && error !== null && BRAND in error;
}

/** Options of {@link ApiError}. */
export interface ApiErrorOptions extends ConnectErrorOptions {
  status: number;
  method: HttpMethod;
  url: string;
  code?: number | undefined;
  payload?: unknown;
  operationId?: OperationId | undefined;
  correlationId?: string | undefined;
  retryAfter?: number | undefined;
}

/** The server returned an error. The subclass gives its kind, `code` the exact reason. */
export class ApiError extends ConnectError<ApiErrorOptions> {
  /** HTTP status. */
  declare readonly status: number;
  /** Connect's error code; `undefined` when the response has none (a proxy's page, an empty body). */
  declare readonly code: number | undefined;
  /** Further details that the server sent, usually `null`. Their type is not documented. */
  declare readonly payload: unknown;
  /** Operation of the document; `undefined` for `client.request()`. */
  declare readonly operationId: OperationId | undefined;
  declare readonly method: HttpMethod;
  /** The complete URL, including the query string. */
  declare readonly url: string;
  /** Finds the request in the server's log (`X-Correlation-ID`). */
  declare readonly correlationId: string | undefined;
  /** Seconds after which the server accepts another attempt (`Retry-After`), if it says so. */
  declare readonly retryAfter: number | undefined;

  constructor(message: string, options: ApiErrorOptions) {
    // Own properties even if undefined: isApiError() recognizes an error of another copy by them.
    super(message, { code: undefined, payload: undefined, ...options });
  }

  override get name(): string {
    return "ApiError";
  }
}

/**
 * Returns whether a caught value is an {@link ApiError}, optionally one with this status or Connect error code.
 *
 * @example
 * ```ts
 * try {
 *   await api.PUT("/v1/users/{guid}", { params: { path: { guid } }, body: { username: "jdoe" } });
 * } catch (error) {
 *   if (!isApiError(error, { status: 409 })) throw error;
 *   console.error("That username is taken.");
 * }
 * ```
 */
export function isApiError(error: unknown, expected: { status?: number; code?: number } = {}): error is ApiError {
  // Otherwise it would match nothing, or every error. Not by `checkInput`, which needs this file.
  const isObject = Object.prototype.toString.call(expected) === "[object Object]";
  for (const [name, value] of Object.entries<unknown>(isObject ? expected : { expected })) {
    if (/^(status|code)$/.test(name) && (value === undefined || Number.isInteger(value))) continue;
    const fix = "Pass status and code as integers.";
    throw invalidArgument(name, `"${printable(name)}" cannot be compared.`, fix);
  }
  return (
    isConnectError(error) &&
    "payload" in error &&
    "status" in error &&
    "code" in error &&
    (expected.status ?? error.status) === error.status &&
    (expected.code ?? error.code) === error.code
  );
}

/** 401: the credential is missing or not accepted. */
export class AuthenticationError extends ApiError {
  override get name(): "AuthenticationError" {
    return "AuthenticationError";
  }
}

/** 403: the credential is valid but does not allow this. */
export class PermissionError extends ApiError {
  override get name(): "PermissionError" {
    return "PermissionError";
  }
}

/** 404: the object does not exist, or this server does not have the endpoint. */
export class NotFoundError extends ApiError {
  override get name(): "NotFoundError" {
    return "NotFoundError";
  }
}

/** 409: it exists already, such as a username that is taken or a member who was already added. */
export class ConflictError extends ApiError {
  override get name(): "ConflictError" {
    return "ConflictError";
  }
}

/** 429: too many requests. {@link ApiError.retryAfter} is the time to wait, if the server gives one. */
export class RateLimitError extends ApiError {
  override get name(): "RateLimitError" {
    return "RateLimitError";
  }
}

/** 400 and every other status up to 499: the server does not accept the request. */
export class InvalidRequestError extends ApiError {
  override get name(): "InvalidRequestError" {
    return "InvalidRequestError";
  }
}

/** 500 and above: the server or a proxy in front of it failed. */
export class ServerError extends ApiError {
  override get name(): "ServerError" {
    return "ServerError";
  }
}

/** Options of {@link NetworkError}. */
export interface NetworkErrorOptions extends ConnectErrorOptions {
  method: HttpMethod;
  url: string;
  code?: string | undefined;
}

/** No response arrived, or only part of one. The server may have executed the request. */
export class NetworkError extends ConnectError<NetworkErrorOptions> {
  declare readonly method: HttpMethod;
  declare readonly url: string;
  /** The runtime's code for the failure, such as `ECONNREFUSED` or `ENOTFOUND`; browsers give none. */
  declare readonly code: string | undefined;

  override get name(): "NetworkError" {
    return "NetworkError";
  }
}

/** The response was not complete in time. The server may have executed the request. */
export class TimeoutError extends ConnectError {
  declare readonly method: HttpMethod;
  declare readonly url: string;
  /** The limit that was exceeded: of one attempt (`timeout`) or of the whole call (`deadline`). */
  declare readonly milliseconds: number;

  constructor(method: HttpMethod, url: string, milliseconds: number) {
    const fix = "Allow more time. The server may have executed the request.";
    const details = { fix, method, url, milliseconds };
    super(`${describeRequest(method, url)} returned no complete response within ${milliseconds} ms.`, details);
  }

  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}

/** Options of {@link UnexpectedResponseError}. */
export interface UnexpectedResponseErrorOptions extends ConnectErrorOptions {
  status: number;
  method: HttpMethod;
  url: string;
  operationId?: OperationId | undefined;
  correlationId?: string | undefined;
}

/**
 * The response is neither a success nor an error of Connect: a web page instead of JSON, truncated JSON, JSON that the
 * document does not describe, or a redirect to another server. Usually a login page or proxy in front of Connect sent it.
 */
export class UnexpectedResponseError extends ConnectError<UnexpectedResponseErrorOptions> {
  /** HTTP status; 0 for a redirect that a browser hides. */
  declare readonly status: number;
  declare readonly method: HttpMethod;
  declare readonly url: string;
  declare readonly operationId: OperationId | undefined;
  declare readonly correlationId: string | undefined;

  override get name(): "UnexpectedResponseError" {
    return "UnexpectedResponseError";
  }
}

/** Options of {@link InvalidArgumentError}. */
export interface InvalidArgumentErrorOptions extends ConnectErrorOptions {
  argument: string;
}

/** An option or parameter is invalid. Nothing was sent. */
export class InvalidArgumentError extends ConnectError<InvalidArgumentErrorOptions> {
  /** Its name: `url`, `apiKey`, `token`, or the name of a path or query parameter. */
  declare readonly argument: string;

  override get name(): "InvalidArgumentError" {
    return "InvalidArgumentError";
  }
}

/** Creates the error for an argument that was noticed before anything was sent. */
export function invalidArgument(argument: string, problem: string, fix: string): InvalidArgumentError {
  return new InvalidArgumentError(`${problem} Nothing was sent.`, { argument, fix });
}

/** Returns a request as messages name it: `GET /v1/users/…`. */
export function describeRequest(method: HttpMethod, url: string): string {
  return `${method} ${requestPath(url)}`;
}

/** Returns the path of a URL below `/__api__` (or the whole path) without the query string. */
export function requestPath(url: string): string {
  return url.replace(/^\w+:\/\/[^/?#]*|[?#].*$/gs, "").replace(/^.*?\/__api__/, "");
}

/**
 * Characters that can mislead a terminal or a reader: control and format characters (escape sequences, line breaks, bidirectional
 * overrides, zero-width characters), line and paragraph separators, fillers that look like a space, and lone surrogates.
 */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0]/gu;

/**
 * Returns a foreign string as messages show it: deceptive characters are escaped (`\u202e`), and what exceeds 200 characters is
 * cut. Every name, address and other foreign string in an error goes through here.
 */
export function printable(text: string, maxLength = 200): string {
  const escaped = text.slice(0, maxLength).replace(DECEPTIVE, escape);
  return text.length > maxLength ? `${escaped}…` : escaped;
}

function escape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, "0")}`;
}

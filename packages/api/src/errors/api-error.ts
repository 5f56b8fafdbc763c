import type { HttpMethod, OperationId } from "../operations.ts";
import { ConnectError, type ConnectErrorOptions, isConnectError } from "./connect-error.ts";

/** What is known of an answer that was an error. */
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

/** The server answered, and its answer is an error. A subclass tells the kind; `code` tells exactly which. */
export class ApiError extends ConnectError {
  /** The HTTP status. */
  readonly status: number;
  /** Connect's number for the kind of failure; `undefined` when the answer names none (a proxy's page, an empty body). */
  readonly code: number | undefined;
  /** The further details that the server sent; nearly always `null`. Nothing is known of their shape. */
  readonly payload: unknown;
  /** The operation of the document; `undefined` for `client.request()`. */
  readonly operationId: OperationId | undefined;
  readonly method: HttpMethod;
  /** The whole URL, query string included. */
  readonly url: string;
  /** What an administrator looks for in the server's log (`X-Correlation-ID`). */
  readonly correlationId: string | undefined;
  /** Seconds after which the server asks to come back (`Retry-After`), if it does. */
  readonly retryAfter: number | undefined;

  constructor(message: string, options: ApiErrorOptions) {
    super(message, options);
    this.status = options.status;
    this.code = options.code;
    this.payload = options.payload;
    this.operationId = options.operationId;
    this.method = options.method;
    this.url = options.url;
    this.correlationId = options.correlationId;
    this.retryAfter = options.retryAfter;
  }

  override get name(): string {
    return "ApiError";
  }
}

/**
 * Whether something that was caught is the server's answer, optionally one of a certain status or Connect error code.
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
  return (
    isConnectError(error) &&
    "payload" in error &&
    "status" in error &&
    "code" in error &&
    (expected.status ?? error.status) === error.status &&
    (expected.code ?? error.code) === error.code
  );
}

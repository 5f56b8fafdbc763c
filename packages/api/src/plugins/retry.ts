import { isConnectError } from "../errors/connect-error.ts";
import { NetworkError } from "../errors/network-error.ts";
import type { ConnectPlugin, RequestContext } from "../plugin.ts";
import { retryAfter } from "../retry-after.ts";
import { sleep } from "../sleep.ts";

/** How failed attempts are repeated. */
export interface RetryOptions {
  /** Attempts after the first. Default: 2. */
  retries?: number | undefined;
  /**
   * Milliseconds before the second attempt; they double with each further one. Up to half of them is left out at random, so
   * that many clients do not come back at the same moment. Default: 500.
   */
  delay?: number | undefined;
  /** The most milliseconds to wait when the server does not say how long. Default: 8,000. */
  maxDelay?: number | undefined;
  /** The most milliseconds to wait when it does (`Retry-After`); if it asks for more, the call fails at once. Default: 60,000. */
  maxRetryAfter?: number | undefined;
  /** Told before each wait. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Time and chance, for tests. */
  clock?: Partial<RetryClock> | undefined;
}

/** What `onRetry` is told. */
export interface RetryEvent {
  /** The number of the attempt that failed, from 1. */
  attempt: number;
  /** Milliseconds until the next. */
  delay: number;
  /** The answer that was an error, or what was thrown in place of one. */
  reason: Response | NetworkError;
  context: RequestContext;
}

/** The time and chance that retrying goes by. */
export interface RetryClock {
  /** Milliseconds since 1970, to compare a `Retry-After` date with. */
  now(): number;
  /** Waits; rejects with the signal's reason as soon as that fires. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
}

/**
 * Repeats attempts that failed for a while only: reading, `PUT`, locking and unlocking after network failures and statuses
 * 429, 502, 503 and 504; everything else only when the server has certainly not acted on it, which is so after a refused
 * connection, 429, and 503 with `Retry-After`. A timeout is not repeated.
 *
 * @param fixed - used in place of the client's and the call's `retry`.
 */
export function retry(fixed?: RetryOptions): ConnectPlugin {
  return {
    name: "retry",
    async fetch(request, next, context) {
      const options = fixed ?? context.retry;
      if (options === false) return next(request);
      const { retries = 2, onRetry, clock } = options;
      let current = request;
      for (let attempt = 1; ; attempt++) {
        // Put like this, so that what is not a number, from a caller without types, does not mean for ever.
        const isLast = !(attempt <= retries);
        // A body can be sent only once.
        const spare = isLast || current.body === null ? current : current.clone();
        const outcome = await next(current, { attempt }).catch(networkError);
        const delay = isLast ? undefined : delayBefore(attempt, outcome, options, context);
        if (delay === undefined) {
          if (outcome instanceof Response) return outcome;
          throw outcome;
        }
        onRetry?.({ attempt, delay, reason: outcome, context });
        await (clock?.sleep ?? sleep)(delay, context.signal);
        current = spare;
      }
    },
  };
}

function networkError(error: unknown): NetworkError {
  if (isConnectError(error) && error instanceof NetworkError) return error;
  throw error;
}

/** Milliseconds to wait before trying again; `undefined`: it is not to be tried again. */
function delayBefore(
  attempt: number,
  outcome: Response | NetworkError,
  { delay = 500, maxDelay = 8_000, maxRetryAfter = 60_000, clock }: RetryOptions,
  context: RequestContext,
): number | undefined {
  const wish = outcome instanceof NetworkError ? undefined : retryAfter(outcome.headers, clock?.now?.());
  if (!mayRepeat(outcome, wish !== undefined, context)) return undefined;
  if (wish !== undefined) return wish * 1000 <= maxRetryAfter ? wish * 1000 : undefined;
  const random = clock?.random ?? Math.random;
  return Math.min(maxDelay, delay * 2 ** (attempt - 1)) * (1 - random() / 2);
}

function mayRepeat(outcome: Response | NetworkError, asked: boolean, context: RequestContext): boolean {
  if (outcome instanceof NetworkError) return isRepeatable(context) || UNSENT.includes(outcome.code ?? "");
  if (outcome.status === 429 || (outcome.status === 503 && asked)) return true;
  return [502, 503, 504].includes(outcome.status) && isRepeatable(context);
}

/** Failures before anything was sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

/** Whether doing it twice is the same as doing it once. The `PUT`s of these two paths create something from a ticket. */
function isRepeatable({ method, operationId, schemaPath }: RequestContext): boolean {
  if (method === "PUT") return schemaPath !== "/v1/users" && schemaPath !== "/v1/groups";
  return method === "GET" || operationId === "lockUser";
}

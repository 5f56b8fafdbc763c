import { isConnectError, NetworkError } from "../errors.ts";
import { readRetryAfter } from "../errors-from.ts";
import type { ConnectPlugin, RequestContext, RetryOptions } from "../plugin.ts";
import { sleep } from "../signals.ts";

/**
 * Retries attempts that failed temporarily. Repeatable operations are retried after network failures and statuses 429, 502,
 * 503 and 504; all others only when the server has certainly not executed the request: after a refused connection, 429, and
 * 503 with `Retry-After`. A timeout is not retried.
 *
 * @param fixed - used instead of the `retry` options of the client and the call.
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
        // Written so that NaN means "no retry".
        const isLast = !(attempt <= retries);
        // A body can be sent only once.
        const spare = isLast || current.body === null ? current : current.clone();
        const result = await next(current, attempt === context.attempt ? undefined : { attempt }).catch(networkError);
        const delay = isLast ? undefined : delayBefore(attempt, result, options, context);
        if (delay === undefined) {
          if (result instanceof Response) return result;
          throw result;
        }
        onRetry?.({ attempt, delay, reason: result, context });
        if (context.streaming && result instanceof Response) await result.body?.cancel();
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

/** Returns the milliseconds to wait before the next attempt; `undefined`: there is none. */
function delayBefore(
  attempt: number,
  result: Response | NetworkError,
  { delay = 500, maxDelay = 8_000, maxRetryAfter = 60_000, clock }: RetryOptions,
  { repeatable }: RequestContext,
): number | undefined {
  if (result instanceof NetworkError) {
    if (!repeatable && !UNSENT.includes(result.code ?? "")) return undefined;
  } else {
    if (![429, 502, 503, 504].includes(result.status)) return undefined;
    const retryAfter = readRetryAfter(result.headers, clock?.now?.());
    const isUnexecuted = result.status === 429 || (result.status === 503 && retryAfter !== undefined);
    if (!repeatable && !isUnexecuted) return undefined;
    if (retryAfter !== undefined) return retryAfter * 1000 <= maxRetryAfter ? retryAfter * 1000 : undefined;
  }
  const random = clock?.random ?? Math.random;
  return Math.min(maxDelay, delay * 2 ** (attempt - 1)) * (1 - random() / 2);
}

/** Failures before anything was sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

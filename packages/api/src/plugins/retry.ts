import { isConnectError, NetworkError } from "../errors.ts";
import type { Closing } from "../failures.ts";
import { checkInput, checkValue } from "../input.ts";
import { failures } from "../on-demand.ts";
import { type CallContext, type ConnectPlugin, type RequestContext, type RetryOptions, spareOf } from "../plugin.ts";
import { sleep, unlessAborted } from "../signals.ts";

/**
 * Retries attempts that failed temporarily. Repeatable operations are retried after network failures and statuses 429, 502,
 * 503 and 504; all others only when the server has certainly not executed the request: after a refused connection, 429, and
 * 503 with `Retry-After`. A timeout is not retried. After 429, and after 503 with `Retry-After`, all calls wait.
 *
 * @param fixed - used instead of the `retry` options of the client and the call.
 * @throws {@link InvalidArgumentError} for an unknown option and an option of another type.
 */
export function retry(fixed?: RetryOptions): ConnectPlugin {
  return retryWith({}, fixed && checkRetry(fixed));
}

/** Creates the client's own `retry`. A call with `retry: false` waits like all others, unless that is the client's option too. */
export function retryWith(ofClient: RetryOptions | false = {}, fixed?: RetryOptions): ConnectPlugin {
  const backOff = new BackOff();
  return {
    name: "retry",
    async fetch(request, next, context: CallContext) {
      const options = fixed ?? (context.retry || (ofClient && { ...ofClient, retries: 0 }));
      if (options === false) return next(request);
      const { retries = 2, onRetry, clock } = options;
      let current = request;
      let waited: Closing | undefined;
      for (let attempt = 1; ; attempt++) {
        const leave = backOff.isClosed ? await backOff.enter(waited, attempt, options, context) : undefined;
        // Written so that NaN means "no retry".
        const isLast = !(attempt <= retries);
        const spare = isLast ? undefined : spareOf(current, context);
        let result: Response | NetworkError;
        try {
          result = await next(current, attempt === context.attempt ? undefined : { attempt });
        } catch (error) {
          if (!isConnectError(error) || !(error instanceof NetworkError)) {
            leave?.(context.signal?.aborted !== true);
            throw error;
          }
          result = error;
        }
        const isFinal = result instanceof Response && ![429, 502, 503, 504].includes(result.status);
        // Where it cannot be loaded, the network has failed: there is no further attempt.
        const loaded = isFinal ? undefined : await failures.load().catch(() => undefined);
        const pause = loaded?.pauseAfter(attempt, result, options);
        waited = pause?.closing;
        if (waited !== undefined) backOff.close(waited);
        leave?.(true);
        if (isLast || loaded === undefined || pause === undefined || !(context.repeatable || pause.isUnexecuted)) {
          if (result instanceof Response) return result;
          throw result;
        }
        const { delay } = pause;
        onRetry?.({ attempt, delay, reason: result, context });
        if (context.streaming && result instanceof Response) await result.body?.cancel();
        await (clock?.sleep?.(delay, context.signal) ?? sleep(delay, context.signal));
        current = spare ?? loaded.again(current, context.body);
      }
    },
  };
}

/** Checks the `retry` options that a caller passed. */
export function checkRetry(options: RetryOptions): RetryOptions {
  const retryOptions = "retries:number delay:number maxDelay:number maxRetryAfter:number onRetry:function clock:object";
  const checked = checkInput("retry", options, retryOptions);
  // A clock may have other properties: it can be an object of any class.
  for (const name of ["now", "sleep", "random"] as const) {
    const method = checked.clock?.[name];
    if (method !== undefined) checkValue<unknown>(name, method, "function");
  }
  return checked;
}

/**
 * What the calls of one client share: after a response that asks to wait, all of them wait. Then one call goes first. Until it
 * has a response the others keep waiting, so that a server that is still busy gets one request instead of all.
 */
class BackOff {
  #closing: Closing | undefined;
  #first: Promise<void> | undefined;

  /** Whether a call must {@link enter} before it sends anything. */
  get isClosed(): boolean {
    return this.#closing !== undefined;
  }

  /** Makes all calls wait. */
  close(closing: Closing): void {
    this.#closing = closing;
  }

  /**
   * Waits until the server accepts requests. A call that would have to wait longer than its `maxRetryAfter` does not wait: it
   * gets the server's own response.
   *
   * @param waited - what the call has waited for already.
   * @returns for the call that goes first, a function to call when its attempt has ended, with whether all may follow.
   */
  async enter(
    waited: Closing | undefined,
    attempt: number,
    { maxRetryAfter = 60_000, onRetry, clock }: RetryOptions,
    context: RequestContext,
  ): Promise<((isOpen: boolean) => void) | undefined> {
    let closing: Closing | undefined;
    while ((closing = this.#closing) !== undefined) {
      if (closing !== waited) {
        const delay = closing.until - (clock?.now?.() ?? Date.now());
        if (delay > maxRetryAfter) return undefined;
        waited = closing;
        if (delay > 0) {
          onRetry?.({ attempt: attempt - 1, delay, reason: closing.reason, context });
          await (clock?.sleep?.(delay, context.signal) ?? sleep(delay, context.signal));
        }
      } else if (this.#first === undefined) {
        return this.#goFirst(closing);
      } else {
        await unlessAborted(this.#first, context.signal);
      }
    }
    return undefined;
  }

  #goFirst(closing: Closing): (isOpen: boolean) => void {
    let release: (() => void) | undefined;
    this.#first = new Promise((resolve) => {
      release = resolve;
    });
    return (isOpen) => {
      this.#first = undefined;
      if (isOpen && this.#closing === closing) this.#closing = undefined;
      release?.();
    };
  }
}

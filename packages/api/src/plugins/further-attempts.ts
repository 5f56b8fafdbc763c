/** The attempts after the first one. Loaded when an attempt has failed, see `on-demand.ts`. */
import { NetworkError } from "../errors.ts";
import type { CallContext, Next, RequestContext, RetryOptions } from "../plugin.ts";
import { sleep, unlessAborted } from "../signals.ts";
import { type Attempt, type FurtherAttempts, isLastAttempt, settle, spareFor, tryOnce } from "./retry.ts";

/**
 * What the calls of one client share: after a response that asks to wait, all of them wait. Then one call goes first. Until it
 * has a response the others keep waiting, so that a server that is still busy gets one request instead of all.
 */
export class BackOff implements FurtherAttempts {
  #closing: Closing | undefined;
  #first: Promise<void> | undefined;

  get isClosed(): boolean {
    return this.#closing !== undefined;
  }

  async keepTrying(
    request: Request,
    first: Attempt | undefined,
    next: Next,
    options: RetryOptions,
    context: CallContext,
  ): Promise<Response> {
    const { onRetry, clock } = options;
    let waited: Closing | undefined;
    for (let attempt = 1; ; attempt++) {
      let leave: ((isOpen: boolean) => void) | undefined;
      let made = attempt === 1 ? first : undefined;
      if (made === undefined) {
        leave = await this.#enter(waited, attempt, options, context);
        const spare = spareFor(request, attempt, options, context);
        try {
          made = { result: await tryOnce(request, next, attempt, context), spare };
        } catch (error) {
          leave?.(context.signal?.aborted !== true);
          throw error;
        }
      }
      const { result, spare } = made;
      const pause = pauseAfter(attempt, result, options);
      waited = pause?.closing;
      if (waited !== undefined) this.#closing = waited;
      leave?.(true);
      if (isLastAttempt(attempt, options) || pause === undefined || !(context.repeatable || pause.isUnexecuted)) {
        return settle(result);
      }
      const { delay } = pause;
      onRetry?.({ attempt, delay, reason: result, context });
      // Not awaited: a stream may never finish canceling.
      if (context.streaming && result instanceof Response) result.body?.cancel().catch(() => undefined);
      await (clock?.sleep?.(delay, context.signal) ?? sleep(delay, context.signal));
      request = spare ?? again(request, context.body);
    }
  }

  /**
   * Waits until the server accepts requests. A call that would have to wait longer than its `maxRetryAfter` does not wait: it
   * gets the server's own response.
   *
   * @param waited - what the call has waited for already.
   * @returns for the call that goes first, a function to call when its attempt has ended, with whether all may follow.
   */
  async #enter(
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

interface Pause {
  /** Milliseconds before the next attempt. */
  readonly delay: number;
  /** Whether the server has certainly not executed the request. */
  readonly isUnexecuted: boolean;
  /** For a response that asks all calls to wait: when they can go on. */
  readonly closing?: Closing;
}

/** A time before which the server accepts no requests, and the response that said so. */
interface Closing {
  readonly until: number;
  readonly reason: Response;
}

/** Returns how long to wait after a failed attempt; `undefined`: there is no further attempt. */
function pauseAfter(
  attempt: number,
  result: Response | NetworkError,
  { delay = 500, maxDelay = 8_000, maxRetryAfter = 60_000, clock }: RetryOptions,
): Pause | undefined {
  const status = result instanceof Response ? result.status : 0;
  if (![0, 429, 502, 503, 504].includes(status)) return undefined;
  const random = clock?.random?.() ?? Math.random();
  const usual = Math.min(maxDelay, delay * 2 ** (attempt - 1)) * (1 - random / 2);
  if (result instanceof NetworkError) return { delay: usual, isUnexecuted: UNSENT.includes(result.code ?? "") };
  const now = clock?.now?.() ?? Date.now();
  const retryAfter = readRetryAfter(result.headers, now);
  const asked = retryAfter === undefined ? usual : retryAfter * 1000;
  if (retryAfter !== undefined && !(asked <= maxRetryAfter)) return undefined;
  if (status !== 429 && (status !== 503 || retryAfter === undefined)) return { delay: asked, isUnexecuted: false };
  return { delay: asked, isUnexecuted: true, closing: { until: now + asked, reason: result } };
}

/** Failures before anything was sent. */
const UNSENT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN"];

/** Returns the seconds that `Retry-After` asks to wait, given as a number or as a date. */
export function readRetryAfter(headers: Headers, now = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(value)) return Number(value);
  // Date.parse accepts many strings, such as "-1"; an HTTP date contains the name of a month.
  const date = /[a-z]{3}/i.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, (date - now) / 1000);
}

/** Returns a request to send once more: with the same body, if it had one. */
function again(request: Request, body: string | undefined): Request {
  return body === undefined ? request : withBody(request, request.url, body);
}

/** Returns a request for another URL, or with a body from memory. */
export function withBody(
  { method, headers, signal, cache }: Request,
  target: string | URL,
  body: string | ArrayBuffer | null,
): Request {
  // A constant: not every platform declares `cache`.
  const init = { method, headers, signal, cache, body, redirect: "manual" } as const;
  return new Request(target, init);
}

import type { RequestContext, RetryOptions } from "../plugin.ts";
import { sleep, unlessAborted } from "../signals.ts";

/** A time before which the server accepts no requests, and the response that said so. */
export interface Closing {
  readonly until: number;
  readonly reason: Response;
}

/**
 * What the calls of one client share: after a response that asks to wait, all of them wait. Then one call goes first. Until it
 * has a response the others keep waiting, so that a server that is still busy gets one request instead of all.
 */
export class BackOff {
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

import { TimeoutError } from "../errors.ts";
import { type Redact, toNetworkError } from "../errors-from.ts";
import type { CallContext, ConnectPlugin, RequestContext } from "../plugin.ts";
import { streamBody } from "../response.ts";
import { onAbort } from "../signals.ts";

/** Ends a call that takes longer than `deadline`, including all its attempts and the waits between them. */
export function deadline(redact: Redact): ConnectPlugin {
  return {
    name: "deadline",
    fetch(request, next, context) {
      if (context.deadline === false) return next(request);
      const controller = new AbortController();
      return limitTime(request, context, context.deadline, controller, redact, () =>
        next(request, { signal: controller.signal }),
      );
    },
  };
}

/**
 * Ends an attempt that takes longer than `timeout`, from sending the request to the last byte of the response. The plugins
 * further in get a copy of the request, so that added plugins do not see what is set there.
 */
export function timeout(redact: Redact): ConnectPlugin {
  return {
    name: "timeout",
    fetch(request, next, context: CallContext) {
      const controller = context.controller ?? new AbortController();
      const attempt = context.controller ? request : new Request(request, { signal: controller.signal });
      return limitTime(request, context, context.timeout, controller, redact, () => next(attempt));
    },
  };
}

/** The longest time that `setTimeout` can wait; it treats longer ones as 1 ms. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Runs work until it takes too long or the caller cancels it. Then it aborts the controller and rejects, even if the work
 * ignores that. Afterwards nothing is left on the caller's signal, which may live as long as the program.
 */
async function limitTime(
  request: Request,
  { method, signal: outer, streaming }: RequestContext,
  limit: number | false,
  controller: AbortController,
  redact: Redact,
  work: () => Promise<Response>,
): Promise<Response> {
  outer?.throwIfAborted();
  let wake: (() => void) | undefined;
  const stopped = new Promise<void>((resolve) => (wake = resolve));
  const stop = (reason: unknown): void => {
    controller.abort(reason);
    wake?.();
  };
  const expire = (): void => {
    stop(new TimeoutError(method, request.url, Number(limit)));
  };
  const timer = limit === false ? undefined : setTimeout(expire, Math.min(limit, MAX_TIMER));
  const forget =
    outer &&
    onAbort(outer, () => {
      stop(outer.reason);
    });
  const release = (): void => {
    clearTimeout(timer);
    forget?.();
  };
  try {
    const result = work();
    await Promise.race([result, stopped]);
    controller.signal.throwIfAborted();
    const response = await result;
    if (streaming) {
      const mapError = (error: unknown): unknown => toNetworkError(method, request.url, error, redact);
      return streamBody(response, controller.signal, mapError, release);
    }
    release();
    return response;
  } catch (error) {
    release();
    throw error;
  }
}

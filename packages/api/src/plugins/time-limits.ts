import { TimeoutError } from "../errors.ts";
import type { CallContext, ConnectPlugin, LateController } from "../plugin.ts";
import { onAbort, reasonOf, startTimer } from "../signals.ts";

/**
 * Returns a function that creates a controller when it is first called. To create one takes a tenth of a call in-process, where
 * nobody may read its signal.
 */
export function lateController(): LateController {
  let controller: AbortController | undefined;
  return () => (controller ??= new AbortController());
}

/** Ends a call that takes longer than `deadline`, including all its attempts and the waits between them. */
export function deadline(): ConnectPlugin {
  return {
    name: "deadline",
    fetch(request, next, context: CallContext) {
      if (context.deadline === false) return next(request);
      const controller = lateController();
      return limitTime(request, context, context.deadline, controller, async () =>
        next(request, { signal: controller().signal }),
      );
    },
  };
}

/**
 * Ends an attempt that takes longer than `timeout`, from sending the request to the last byte of the response. The plugins
 * further in get a copy of the request, so that added plugins do not see what is set there.
 */
export function timeout(): ConnectPlugin {
  return {
    name: "timeout",
    fetch(request, next, context: CallContext) {
      const controller = context.controller ?? lateController();
      const attempt = context.controller ? request : new Request(request, { signal: controller().signal });
      return limitTime(request, context, context.timeout, controller, () => next(attempt));
    },
  };
}

/**
 * Runs work until it takes too long or the caller cancels it. Then it aborts the controller and rejects, even if the work
 * ignores that. Afterwards nothing is left on the caller's signal, which may live as long as the program.
 */
async function limitTime(
  { url }: Request,
  context: CallContext,
  limit: number | false,
  controller: LateController,
  work: () => Promise<Response>,
): Promise<Response> {
  const { method, signal: outer, streaming, streamBody, redact } = context;
  if (outer?.aborted === true) throw reasonOf(outer);
  const result = await new Promise<() => Response>((resolve) => {
    const fail = (reason: unknown): void => {
      release();
      resolve(() => {
        throw reason;
      });
    };
    const stop = (reason: unknown): void => {
      controller().abort(reason);
      fail(reason);
    };
    const expire = (): void => {
      if (limit !== false) stop(new TimeoutError(method, redact(url), limit));
    };
    const stopTimer = limit === false ? undefined : startTimer(limit, expire);
    const forget =
      outer &&
      onAbort(outer, () => {
        stop(reasonOf(outer));
      });
    const release = (): void => {
      stopTimer?.();
      forget?.();
    };
    work()
      .then((response) => {
        if (!streaming) release();
        const passed = streamBody?.(url, response, context, controller().signal, release) ?? response;
        resolve(() => passed);
      })
      .catch(fail);
  });
  return result();
}

/** What may stop the work of {@link withTimeLimit}. */
export interface TimeLimit {
  /** Stops it with its own reason. */
  signal: AbortSignal | undefined;
  /** Milliseconds that it may take. */
  milliseconds?: number | false;
  /** Makes the reason when they are over. */
  expired?: () => Error;
}

/**
 * Runs work under a signal of its own and rejects as soon as that fires, whether the work heeds it or not. Afterwards nothing is
 * left on the outer signal, which may live as long as the program.
 */
export async function withTimeLimit<T>(
  { signal: outer, milliseconds = false, expired }: TimeLimit,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const stop = () => {
    controller.abort(outer?.reason);
  };
  const expire = () => {
    controller.abort(expired?.());
  };
  outer?.addEventListener("abort", stop);
  const timer = milliseconds === false ? undefined : setTimeout(expire, milliseconds);
  try {
    return await Promise.race([work(controller.signal), rejectOnAbort(controller.signal)]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", stop);
  }
}

async function rejectOnAbort(signal: AbortSignal): Promise<never> {
  for (;;) {
    signal.throwIfAborted();
    await new Promise((resolve) => {
      signal.addEventListener("abort", resolve, { once: true });
    });
  }
}

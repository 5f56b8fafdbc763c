/** The longest time that `setTimeout` can wait; it takes a longer one for none at all. */
const LONGEST = 2 ** 31 - 1;

/**
 * Runs work under a signal of its own and rejects as soon as that fires, whether the work heeds it or not. Afterwards nothing is
 * left on the outer signal, which may live as long as the program, nor on its own: runtimes keep the signal of a request for a
 * while, and a listener on it would keep the answer.
 *
 * @param outer - stops it too, with its own reason.
 * @param milliseconds - how long it may take.
 * @param expired - makes the reason when they are over.
 */
export async function withTimeLimit<T>(
  outer: AbortSignal | undefined,
  milliseconds: number,
  expired: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer?.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const stop = () => {
    controller.abort(outer?.reason);
    end();
  };
  const expire = () => {
    controller.abort(expired());
    end();
  };
  outer?.addEventListener("abort", stop);
  const timer = setTimeout(expire, Math.min(milliseconds, LONGEST));
  try {
    const result = work(signal);
    await Promise.race([result, ended]);
    signal.throwIfAborted();
    return await result;
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", stop);
  }
}

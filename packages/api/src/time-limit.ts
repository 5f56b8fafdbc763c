import { onAbort } from "./on-abort.ts";
import { unlessAborted } from "./unless-aborted.ts";

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
  const release =
    outer &&
    onAbort(outer, () => {
      controller.abort(outer.reason);
    });
  const timer = setTimeout(
    () => {
      controller.abort(expired());
    },
    Math.min(milliseconds, LONGEST),
  );
  try {
    return await unlessAborted(work(controller.signal), controller.signal);
  } finally {
    clearTimeout(timer);
    release?.();
  }
}

/** Waiting that an `AbortSignal` can end. */

/** The callbacks that wait for one signal. */
class Waiting extends Set<() => void> {
  handleEvent(): void {
    for (const callBack of this) callBack();
  }
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back when a signal fires, for code that runs in many calls that share a signal, such as a plugin. The signal has one
 * listener for any number of callbacks, and none when no callback is left. (Node warns of a leak above ten listeners.)
 *
 * @returns a function that removes the callback.
 */
export function onAbort(signal: AbortSignal, callBack: () => void): () => void {
  const all = waiting.get(signal) ?? new Waiting();
  waiting.set(signal, all);
  all.add(callBack);
  signal.addEventListener("abort", all);
  return () => {
    all.delete(callBack);
    if (all.size === 0) signal.removeEventListener("abort", all);
  };
}

/**
 * Resolves like a promise, or rejects with the signal's reason as soon as the signal fires. Any number of calls can wait for
 * one signal, see {@link onAbort}. The underlying work continues unless it also observes the signal.
 */
export async function unlessAborted<T>(result: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return result;
  let release: (() => void) | undefined;
  const aborted = new Promise<void>((resolve) => {
    release = onAbort(signal, resolve);
    if (signal.aborted) resolve();
  });
  try {
    await Promise.race([result, aborted]);
    signal.throwIfAborted();
    return await result;
  } finally {
    release?.();
  }
}

/** Waits, or rejects with the signal's reason as soon as the signal fires. Leaves neither a timer nor a listener behind. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const elapsed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  try {
    await unlessAborted(elapsed, signal);
  } finally {
    clearTimeout(timer);
  }
}

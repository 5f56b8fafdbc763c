/** Waiting that an `AbortSignal` can end. */

import { checkValue } from "./input.ts";

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
  const all = waiting.get(checkValue("signal", signal, "signal")) ?? new Waiting();
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
  checkValue("signal", signal, "signal");
  let release: (() => void) | undefined;
  const aborted = new Promise<void>((resolve) => {
    release = onAbort(signal, resolve);
    if (signal.aborted) resolve();
  });
  try {
    await Promise.race([result, aborted]);
    if (signal.aborted) throw reasonOf(signal);
    return await result;
  } finally {
    release?.();
  }
}

/** Reads a stream that may never end, such as a pipe that stays open, until it ends or the signal fires. */
export async function* untilAborted<Part>(
  source: AsyncIterable<Part>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Part, void, void> {
  const parts: AsyncIterator<Part, unknown> = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await unlessAborted(parts.next(), signal);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // Not awaited: it would wait for the part that does not come.
    parts.return?.().catch(() => undefined);
  }
}

/** Returns why a signal fired. Signals of a polyfill may have no reason. */
export function reasonOf(signal: AbortSignal): unknown {
  return "reason" in signal ? signal.reason : new DOMException("The call was aborted.", "AbortError");
}

/** Waits, or rejects with the signal's reason as soon as the signal fires. Leaves neither a timer nor a listener behind. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  let stop: (() => void) | undefined;
  const elapsed = new Promise<void>((resolve) => {
    stop = startTimer(milliseconds, resolve);
  });
  try {
    await unlessAborted(elapsed, signal);
  } finally {
    stop?.();
  }
}

/** The longest time that `setTimeout` can wait; it treats longer ones as 1 ms. */
const MAX_TIMER = 2 ** 31 - 1;

/** Calls back after any number of milliseconds, even more than `setTimeout` can wait. Returns a function that cancels. */
export function startTimer(milliseconds: number, callBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (rest: number): void => {
    const next = (): void => {
      wait(rest - MAX_TIMER);
    };
    timer = rest > MAX_TIMER ? setTimeout(next, MAX_TIMER) : setTimeout(callBack, rest);
  };
  wait(milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

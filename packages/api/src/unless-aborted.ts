import { onAbort } from "./on-abort.ts";

/**
 * What a promise resolves to; rejects with the signal's reason as soon as that fires. Any number of calls can wait for one signal,
 * and nothing is left on it: see {@link onAbort}. What the promise stands for goes on, unless it heeds the signal too.
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

/** Those who wait for one signal. */
class Waiting extends Set<() => void> {
  handleEvent(): void {
    for (const callBack of this) callBack();
  }
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/**
 * Calls back when a signal fires: for plugins, and for whatever else waits together with many calls that share a signal. However
 * many wait, the signal has one listener, and none once nobody does; Node warns of a leak when there are more than ten.
 *
 * @returns what ends the waiting.
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

import { setTimeout as sleep } from "node:timers/promises";

/** What the process holds at a moment when nothing is going on. */
export interface Sample {
  readonly heapBytes: number;
  readonly sockets: number;
  readonly timers: number;
  /** Listeners on the one signal that all calls share. */
  readonly listeners: number;
}

/** Lets what has ended be cleaned up, and looks. */
export async function takeSample(countListeners: () => number): Promise<Sample> {
  if (globalThis.gc === undefined) throw new Error("Start Node with --expose-gc.");
  // Finalizers run after a collection, and what they let go of is only collected by the next.
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc();
    await sleep(25);
  }
  const resources = process.getActiveResourcesInfo();
  const count = (name: string): number => resources.filter((resource) => resource === name).length;
  return {
    heapBytes: process.memoryUsage().heapUsed,
    sockets: count("TCPSocketWrap"),
    timers: count("Timeout"),
    listeners: countListeners(),
  };
}

/** How much a figure grew from one sample to the next, on average, by least squares: single peaks do not count for much. */
export function growthOf(samples: readonly Sample[], figure: keyof Sample): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, sample) => sum + sample[figure], 0) / samples.length;
  const covariance = samples.reduce((sum, sample, index) => sum + (index - middle) * (sample[figure] - mean), 0);
  const variance = samples.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return covariance / variance;
}

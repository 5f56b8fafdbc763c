import { setTimeout as sleep } from "node:timers/promises";

/** The resources of the idle process. */
export interface Sample {
  readonly heapBytes: number;
  readonly sockets: number;
  readonly timers: number;
  /** Listeners on the signal that all calls share. */
  readonly listeners: number;
}

/** Collects garbage and counts the resources. */
export async function takeSample(countListeners: () => number): Promise<Sample> {
  if (globalThis.gc === undefined) throw new Error("Start Node with --expose-gc.");
  // Finalizers run after a collection, and the next one collects what they release.
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

/** Returns the average growth of a figure from one sample to the next, by least squares. */
export function growthOf(samples: readonly Sample[], figure: keyof Sample): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, sample) => sum + sample[figure], 0) / samples.length;
  const covariance = samples.reduce((sum, sample, index) => sum + (index - middle) * (sample[figure] - mean), 0);
  const variance = samples.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return covariance / variance;
}

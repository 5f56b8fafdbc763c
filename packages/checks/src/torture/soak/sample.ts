import { setTimeout as sleep } from "node:timers/promises";
import { queryObjects } from "node:v8";

/** The resources of the idle process. */
export interface Sample {
  readonly heapBytes: number;
  /** Everything that has a prototype: objects, functions, promises, lists. Compiled code does not count. */
  readonly objects: number;
  readonly sockets: number;
  readonly timers: number;
  /** Listeners on the signal that all calls share. */
  readonly listeners: number;
}

/** What the script itself keeps. */
interface Kept {
  readonly listeners: number;
  readonly objects: number;
}

/** Collects garbage and counts the resources, and what the script itself knows of. Its own objects are left out. */
export async function takeSample(count: () => Kept): Promise<Sample> {
  if (globalThis.gc === undefined) throw new Error("Start Node with --expose-gc.");
  // Finalizers run after a collection, and the next one collects what they release.
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc();
    await sleep(25);
  }
  const { listeners, objects } = count();
  const resources = process.getActiveResourcesInfo();
  const countOf = (name: string): number => resources.filter((resource) => resource === name).length;
  return {
    objects: Number(queryObjects(Object)) - objects,
    heapBytes: process.memoryUsage().heapUsed,
    sockets: countOf("TCPSocketWrap"),
    timers: countOf("Timeout"),
    listeners,
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

/**
 * Returns how much more there is of a figure after all samples than before, by the median of each half: what comes and goes is left
 * out. The first sample is, too: code runs for the first time until then.
 */
export function remaining(samples: readonly Sample[], figure: keyof Sample): number {
  const values = samples.slice(1).map((sample) => sample[figure]);
  const half = Math.floor(values.length / 2);
  // The halves lie half of all samples apart.
  return (median(values.slice(-half)) - median(values.slice(0, half))) * 2;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

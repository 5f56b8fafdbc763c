import type { Sample } from "./sample.ts";

/** How much a figure grew from one sample to the next, on average, by least squares: single peaks do not count for much. */
export function growthOf(samples: readonly Sample[], figure: keyof Sample): number {
  const middle = (samples.length - 1) / 2;
  const mean = samples.reduce((sum, sample) => sum + sample[figure], 0) / samples.length;
  const covariance = samples.reduce((sum, sample, index) => sum + (index - middle) * (sample[figure] - mean), 0);
  const variance = samples.reduce((sum, _, index) => sum + (index - middle) ** 2, 0);
  return covariance / variance;
}

/** What many runs come to. */
export interface Summary {
  readonly median: number;
  /** A quarter of the runs are below. */
  readonly low: number;
  /** A quarter of the runs are above. */
  readonly high: number;
  readonly runs: number;
}

/** The median and the quartiles. */
export function summarize(values: readonly number[]): Summary {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    runs: values.length,
  };
}

/** The value below which a share of the values lies, interpolated between neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("There is nothing to take a quantile of.");
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * The exponent of growth: the slope of the line through the points on a log–log scale, by least squares. 0 is constant,
 * 1 linear, 2 quadratic.
 */
export function exponentOf(points: readonly { readonly size: number; readonly cost: number }[]): number {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const x = logs.reduce((sum, point) => sum + point.x, 0) / logs.length;
  const y = logs.reduce((sum, point) => sum + point.y, 0) / logs.length;
  const covariance = logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0);
  const variance = logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
  if (variance === 0) throw new RangeError("An exponent needs at least two different sizes.");
  return covariance / variance;
}

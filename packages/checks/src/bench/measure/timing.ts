/** Does the work once. */
export type Contestant = () => unknown;

export interface TimingOptions {
  readonly rounds: number;
  /** Rounds before the measured ones. Default: 2. */
  readonly warmUps?: number;
}

/**
 * Returns how many times as long the first contestant takes as the second, one ratio per round. Within a round both run
 * directly after each other and alternate which goes first, so that other load on the machine affects both.
 */
export async function ratios(
  contestant: Contestant,
  floor: Contestant,
  { rounds, warmUps = 2 }: TimingOptions,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const contestantFirst = round % 2 === 0;
    const early = contestantFirst ? await time(contestant) : undefined;
    const base = await time(floor);
    const own = early ?? (await time(contestant));
    if (round >= 0) found.push(own / base);
  }
  return found;
}

/** How often the contestants of {@link processorRatios} take turns within a round. */
const TURNS = 20;

/**
 * Returns how many times as much processor time the first contestant takes as the second, one ratio per round. For work of one
 * process that takes microseconds: unlike its duration, its processor time is about the same on a busy machine. Both take turns, so
 * that each pays for its share of the garbage.
 */
export async function processorRatios(
  contestant: Contestant,
  floor: Contestant,
  { rounds, warmUps = 2 }: TimingOptions,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    let own = 0;
    let base = 0;
    for (let turn = 0; turn < TURNS; turn++) {
      own += await processorTime(contestant);
      base += await processorTime(floor);
    }
    if (round >= 0) found.push(own / base);
  }
  return found;
}

/** Returns the microseconds of processor time that work takes. */
export async function processorTime(contestant: Contestant): Promise<number> {
  const start = process.cpuUsage();
  await contestant();
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

/** Returns the duration of each round in milliseconds. */
export async function times(
  contestant: Contestant,
  { rounds, warmUps = 2 }: TimingOptions,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const own = await time(contestant);
    if (round >= 0) found.push(own);
  }
  return found;
}

/** Work of another process that reports its processor time. */
export interface MeteredContestant {
  readonly run: Contestant;
  readonly processorTime: () => Promise<number>;
}

/** As {@link ratios}, of the processor time that other processes take: what else runs on the machine matters little. */
export async function meteredRatios(
  contestant: MeteredContestant,
  floor: MeteredContestant,
  { rounds, warmUps = 2 }: TimingOptions,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const own = await meter(contestant);
    const base = await meter(floor);
    if (round >= 0) found.push(own / base);
  }
  return found;
}

async function meter({ run, processorTime: read }: MeteredContestant): Promise<number> {
  const start = await read();
  await run();
  return (await read()) - start;
}

async function time(contestant: Contestant): Promise<number> {
  collectGarbage();
  const start = performance.now();
  await contestant();
  return performance.now() - start;
}

/** Collects garbage, so that a run does not pay for the run before. */
export function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error("Start the benchmark with `pnpm bench`, or Node with --expose-gc.");
  globalThis.gc();
}

/** The distribution of the figures of all runs. */
export interface Summary {
  readonly median: number;
  /** The first quartile. */
  readonly low: number;
  /** The third quartile. */
  readonly high: number;
  readonly runs: number;
}

/** Returns the median and the quartiles. */
export function summarize(values: readonly number[]): Summary {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    runs: values.length,
  };
}

/**
 * Returns a quantile, interpolated between neighbors.
 *
 * @throws RangeError if there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("A quantile needs at least one value.");
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Returns the exponent of growth: the slope of the least-squares line on a log–log scale. 0 is constant, 1 linear, 2 quadratic.
 *
 * @throws RangeError if all sizes are the same.
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

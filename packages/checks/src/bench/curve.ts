import { collectGarbage, exponentOf, processorTime, quantile, times } from "./measure/timing.ts";
import type { Work } from "./row.ts";

/** Something whose cost may grow with the number of users. */
export interface GrowthSubject {
  readonly name: string;
  readonly what: string;
  /** Larger sizes are skipped because they take too much time or memory. Default: no limit. */
  readonly largest?: number;
  /** Whether a run changes what it needs. Then each run has a server of its own, and its processor time is measured. */
  readonly isChanging?: boolean;
  /** Prepares so many users and the work to measure with them. */
  prepare(size: number): Promise<Work & { readonly requests?: () => number }>;
}

/** The cost at each size. */
export interface Curve {
  readonly what: string;
  /** Milliseconds per size: of time, or of processor time. */
  readonly points: readonly CurvePoint[];
  readonly exponent: number;
}

export interface CurvePoint {
  readonly size: number;
  readonly cost: number;
  /** The number of requests, if it is counted. */
  readonly requests?: number | undefined;
}

/** Measures a subject at each size. */
export async function measureCurve(subject: GrowthSubject, sizes: readonly number[]): Promise<Curve> {
  const { what, largest = Infinity, isChanging = false } = subject;
  const points: CurvePoint[] = [];
  // Compiled code exists before the first point.
  if (isChanging) for (let run = 0; run < 3; run++) await runOnce(subject, Math.min(...sizes));
  for (const size of sizes.filter((each) => each <= largest)) {
    points.push(isChanging ? await measureChanging(subject, size) : await measurePoint(subject, size));
  }
  return { what, points, exponent: exponentOf(points) };
}

async function measurePoint(subject: GrowthSubject, size: number): Promise<CurvePoint> {
  await using work = await subject.prepare(size);
  const found = await times(() => work.run(), { rounds: size >= 100_000 ? 3 : 7, warmUps: 1 });
  return { size, cost: quantile(found, 0.5) };
}

async function measureChanging(subject: GrowthSubject, size: number): Promise<CurvePoint> {
  const runs: CurvePoint[] = [];
  for (let run = 0; run < (size >= 10_000 ? 1 : 5); run++) runs.push(await runOnce(subject, size));
  const cost = quantile(
    runs.map((run) => run.cost),
    0.5,
  );
  return { size, cost, requests: runs[0]?.requests };
}

async function runOnce(subject: GrowthSubject, size: number): Promise<CurvePoint> {
  await using work = await subject.prepare(size);
  collectGarbage();
  const cost = (await processorTime(() => work.run())) / 1_000;
  return { size, cost, requests: work.requests?.() };
}

import { exponentOf, quantile } from "../measure/statistics.ts";
import { times } from "../measure/side-by-side.ts";

/** Something whose cost may grow with the number of users. */
export interface Subject {
  readonly name: string;
  readonly what: string;
  /** Sizes that take too long or too much memory are left out. */
  readonly largest?: number;
  /** Prepares so many users, and returns what is to be measured with them. */
  prepare(size: number): Promise<Prepared>;
}

/** Something that is ready to be measured. */
export interface Prepared extends AsyncDisposable {
  run(): unknown;
}

/** How the cost grows. */
export interface Curve {
  readonly what: string;
  /** Milliseconds for each size. */
  readonly points: readonly { readonly size: number; readonly cost: number }[];
  readonly exponent: number;
}

/** Measures a subject at each size. */
export async function measureCurve(subject: Subject, sizes: readonly number[]): Promise<Curve> {
  const { what, largest = Infinity } = subject;
  const points: { size: number; cost: number }[] = [];
  for (const size of sizes.filter((each) => each <= largest)) {
    await using prepared = await subject.prepare(size);
    const found = await times(() => prepared.run(), { rounds: size >= 100_000 ? 3 : 7, warmUps: 1 });
    points.push({ size, cost: quantile(found, 0.5) });
  }
  return { what, points, exponent: exponentOf(points) };
}

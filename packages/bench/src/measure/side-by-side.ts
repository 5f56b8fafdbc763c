import { collectGarbage } from "./collect-garbage.ts";

/** Does the work once. */
export type Contestant = () => unknown;

export interface SideBySideOptions {
  readonly rounds: number;
  /** Rounds before those that count; 2 by default. */
  readonly warmUps?: number;
}

/**
 * How many times as long the first contestant takes as the second, one ratio for each round. Within a round both run right
 * after each other, and they take turns at going first: whatever else the machine is doing hits both.
 */
export async function ratios(
  contestant: Contestant,
  floor: Contestant,
  { rounds, warmUps = 2 }: SideBySideOptions,
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

/** How long something takes, in milliseconds, once for each round. */
export async function times(
  contestant: Contestant,
  { rounds, warmUps = 2 }: SideBySideOptions,
): Promise<readonly number[]> {
  const found: number[] = [];
  for (let round = -warmUps; round < rounds; round++) {
    const own = await time(contestant);
    if (round >= 0) found.push(own);
  }
  return found;
}

async function time(contestant: Contestant): Promise<number> {
  collectGarbage();
  const start = performance.now();
  await contestant();
  return performance.now() - start;
}

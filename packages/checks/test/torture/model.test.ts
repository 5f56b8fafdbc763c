import fc from "fast-check";
import { expect, test } from "vitest";
import { sequences } from "../../src/torture/model/sequences.ts";
import { start } from "../../src/torture/model/start.ts";
import { isFull } from "./run-apart.ts";

/** Its sequences reach every rule. */
const FIXED_SEED = 20_261_203;
/** Outcomes that must occur in the sequences. A rule that no sequence reaches is not tested. */
const REQUIRED = [
  "success",
  "400/6",
  "400/61",
  "400/62",
  "400/64",
  "400/128",
  "401/30",
  "403/22",
  "403/23",
  "403/49",
  "403/50",
  "404/4",
  "404/17",
  "409/8",
  "409/15",
  "409/16",
  "SelfLockError",
  "NotFoundError",
  "PlanRefusedError",
  ...["offboard", "transfer", "merge", "roles", "sync", "lock", "unlock", "import", "undo"].map(
    (plan) => `${plan} done`,
  ),
];

test("sequences of calls and plans by several callers follow Connect's rules, and reach every rule", async () => {
  const outcomes = await runSequences(FIXED_SEED, 120);
  expect(outcomes).toEqual(expect.arrayContaining(REQUIRED));
}, 1_200_000);

/** A new one in `.ci/run`. `TORTURE_SEED` repeats a run. */
const seed = Number(process.env["TORTURE_SEED"] ?? Date.now() % 2 ** 31);

test.runIf(isFull)(
  `so do new sequences (seed ${seed})`,
  async () => {
    // A slow machine executes fewer.
    await runSequences(seed, 10_000, 150_000);
  },
  1_200_000,
);

/**
 * Returns the outcomes of the calls.
 *
 * @param time - milliseconds after which no further sequence starts
 */
async function runSequences(seed: number, numRuns: number, time = Infinity): Promise<string[]> {
  let sequencesRun = 0;
  const outcomes = new Map<string, number>();
  const record = (outcome: string): void => {
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  };
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        viewersSeeOnlyThemselves: fc.boolean(),
        hideEmails: fc.boolean(),
        publishersCanOwnGroups: fc.boolean(),
        license: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      }),
      sequences(50),
      async (settings, commands) => {
        sequencesRun++;
        const { model, real } = start(settings, record);
        await fc.asyncModelRun(() => ({ model, real }), commands);
      },
    ),
    { seed, numRuns, endOnFailure: false, ...(time < Infinity && { interruptAfterTimeLimit: time }) },
  );
  const calls = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
  const ends = [...outcomes].toSorted(([, a], [, b]) => b - a).map(([outcome, times]) => `${outcome} ${times}`);
  console.log(`${sequencesRun} sequences, ${calls} calls, seed ${seed}: ${ends.join(", ")}`);
  return [...outcomes.keys()];
}

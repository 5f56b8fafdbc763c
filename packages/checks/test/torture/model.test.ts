import fc from "fast-check";
import { expect, test } from "vitest";
import { sequences } from "../../src/torture/model/sequences.ts";
import { start } from "../../src/torture/model/start.ts";
import { isFull } from "./run-apart.ts";

const SEED = Number(process.env["TORTURE_SEED"] ?? 20_261_124);
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
];

const RUNS = isFull ? 10_000 : 200;

test(`${RUNS} sequences of calls by several callers follow Connect's rules (seed ${SEED})`, async () => {
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
        const { model, real } = start(settings, record);
        await fc.asyncModelRun(() => ({ model, real }), commands);
      },
    ),
    { seed: SEED, numRuns: RUNS, endOnFailure: false },
  );
  const calls = [...outcomes.values()].reduce((sum, each) => sum + each, 0);
  const ends = [...outcomes].toSorted(([, a], [, b]) => b - a).map(([outcome, times]) => `${outcome} ${times}`);
  console.log(`${RUNS} sequences, ${calls} calls, seed ${SEED}: ${ends.join(", ")}`);

  expect([...outcomes.keys()]).toEqual(expect.arrayContaining(REQUIRED));
}, 1_200_000);

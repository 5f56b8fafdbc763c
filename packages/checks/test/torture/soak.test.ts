import { beforeAll, describe, expect, test } from "vitest";
import { growthOf } from "../../src/torture/soak/sample.ts";
import type { SoakReport } from "../../src/torture/soak/soak.ts";
import { isFull, runApart } from "./run-apart.ts";

const SECONDS = isFull ? 120 : 3;

describe(`${SECONDS} seconds of several workers over a port, with faults`, () => {
  let report: SoakReport;

  beforeAll(
    async () => {
      const script = new URL("../src/soak/main.ts", import.meta.url);
      // Written by our own script.
      report = JSON.parse(await runApart(script, [`--seconds=${SECONDS}`])) as SoakReport;
      const { calls, failures, faults, acknowledged, samples } = report;
      const heap = samples.map(({ heapBytes }) => (heapBytes / 1e6).toFixed(1)).join(", ");
      console.log(
        `${calls} calls, ${faults} faults, ${failures} typed errors, ${acknowledged} writes acknowledged; heap in MB: ${heap}`,
      );
    },
    (SECONDS + 60) * 1000,
  );

  test("everything that was acknowledged is there, and nobody twice", () => {
    expect(report).toMatchObject({ lost: [], twice: [] });
    expect(report.acknowledged).toBeGreaterThan(10);
  });

  test("there were faults, and each that got through was a typed error", () => {
    expect(report.untyped).toEqual([]);
    expect(report.faults).toBeGreaterThan(10);
    expect(report.failures).toBeGreaterThan(0);
  });

  test("no listener is left on the signal that all calls share", () => {
    expect(report.samples.map(({ listeners }) => listeners)).toEqual(report.samples.map(() => 0));
  });

  test("sockets do not grow in number", () => {
    expect(growthOf(report.samples, "sockets")).toBeLessThan(1);
    // Six workers, at most six requests each, two ends of each connection.
    expect(Math.max(...report.samples.map(({ sockets }) => sockets))).toBeLessThanOrEqual(72);
  });

  test("timers do not grow in number", () => {
    expect(growthOf(report.samples, "timers")).toBeLessThan(1);
  });

  // In a few seconds it is mostly compiled code that it grows by.
  test.runIf(isFull)("the heap does not grow", () => {
    const bytesForEachCall = (growthOf(report.samples, "heapBytes") * report.samples.length) / report.calls;
    // A call that left anything behind would leave a request, a signal or a promise: a kilobyte at least.
    expect(bytesForEachCall).toBeLessThan(250);
  });
});

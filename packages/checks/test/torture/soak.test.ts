import { beforeAll, describe, expect, test } from "vitest";
import { growthOf } from "../../src/torture/soak/sample.ts";
import type { SoakReport } from "../../src/torture/soak/soak.ts";
import { isFull, runApart } from "./run-apart.ts";

const SECONDS = isFull ? 120 : 3;

describe(`${SECONDS} seconds of several workers over a port, with faults`, () => {
  let report: SoakReport;

  beforeAll(
    async () => {
      const script = new URL("../../src/torture/soak/soak.ts", import.meta.url);
      // Printed by the script.
      report = JSON.parse(await runApart(script, [`--seconds=${SECONDS}`])) as SoakReport;
      const { calls, failures, faults, acknowledged, samples } = report;
      const heap = samples.map(({ heapBytes }) => (heapBytes / 1e6).toFixed(1)).join(", ");
      console.log(
        `${calls} calls, ${faults} faults, ${failures} typed errors, ${acknowledged} writes acknowledged; heap in MB: ${heap}`,
      );
    },
    (SECONDS + 60) * 1000,
  );

  test("every acknowledged write is on the server, and no user twice", () => {
    expect(report).toMatchObject({ lost: [], duplicates: [] });
    expect(report.acknowledged).toBeGreaterThan(10);
  });

  test("faults occurred, and each failure was a typed error", () => {
    expect(report.untyped).toEqual([]);
    expect(report.faults).toBeGreaterThan(10);
    expect(report.failures).toBeGreaterThan(0);
  });

  test("sessions were begun and ended, and plans applied", () => {
    expect(report.signIns).toBeGreaterThan(isFull ? 100 : 0);
    expect(report.steps).toBeGreaterThan(isFull ? 500 : 0);
  });

  test("no listener remains on the shared signal", () => {
    expect(report.samples.map(({ listeners }) => listeners)).toEqual(report.samples.map(() => 0));
  });

  test("the number of sockets does not grow", () => {
    expect(growthOf(report.samples, "sockets")).toBeLessThan(1);
    // Six workers, at most six requests each, two ends of each connection.
    expect(Math.max(...report.samples.map(({ sockets }) => sockets))).toBeLessThanOrEqual(72);
  });

  test("the number of timers does not grow", () => {
    expect(growthOf(report.samples, "timers")).toBeLessThan(1);
  });

  // In a short run, compiled code dominates the growth.
  test.runIf(isFull)("the heap does not grow", () => {
    const bytesForEachCall = (growthOf(report.samples, "heapBytes") * report.samples.length) / report.calls;
    // A call that leaks keeps a request, a signal or a promise: at least a kilobyte.
    expect(bytesForEachCall).toBeLessThan(250);
  });
});

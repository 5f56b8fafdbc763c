import { beforeAll, describe, expect, test } from "vitest";
import { growthOf, remaining } from "../../src/torture/soak/sample.ts";
import type { SoakReport } from "../../src/torture/soak/soak.ts";
import { isFull, runApart } from "./run-apart.ts";

// A number of calls, not a time: a slow machine must not try less.
const CALLS = isFull ? 16_000 : 200;

describe(`${CALLS.toLocaleString("en")} calls of several workers over a port, with faults`, () => {
  let report: SoakReport;

  beforeAll(async () => {
    const script = new URL("../../src/torture/soak/soak.ts", import.meta.url);
    // Printed by the script.
    report = JSON.parse(await runApart(script, [`--calls=${CALLS}`])) as SoakReport;
    const { calls, failures, faults, acknowledged, samples } = report;
    const heap = samples.map(({ heapBytes }) => (heapBytes / 1e6).toFixed(1)).join(", ");
    console.log(
      `${calls} calls, ${faults} faults, ${failures} typed errors, ${acknowledged} writes acknowledged; objects: ${samples.map(({ objects }) => objects).join(", ")}; heap in MB: ${heap}`,
    );
  }, 1_200_000);

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
    expect(report.signIns).toBeGreaterThan(isFull ? 400 : 0);
    expect(report.steps).toBeGreaterThan(isFull ? 1_900 : 0);
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

  test("no object remains of a call", () => {
    // A call that leaks keeps at least one object: a promise, a listener or a request. A leak of every seventh call is noticed.
    // In a short run, code that runs for the first time dominates.
    expect(remaining(report.samples, "objects")).toBeLessThan(isFull ? report.sampledCalls / 7 : 3_000);
  });

  // In a short run, compiled code dominates the growth.
  test.runIf(isFull)("the heap does not grow", () => {
    // A call that leaks keeps a request, a signal or a promise: at least a kilobyte.
    expect(remaining(report.samples, "heapBytes") / report.sampledCalls).toBeLessThan(250);
  });
});

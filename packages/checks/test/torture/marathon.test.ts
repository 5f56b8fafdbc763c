import { beforeAll, describe, expect, test } from "vitest";
import type { MarathonReport } from "../../src/torture/soak/marathon.ts";
import { growthOf } from "../../src/torture/soak/sample.ts";
import { isFull, runApart } from "./run-apart.ts";

const REQUESTS = isFull ? 1_000_000 : 20_000;
const JOURNAL = 500;

describe(`${REQUESTS.toLocaleString("en")} requests to the fake over a port`, () => {
  let report: MarathonReport;

  beforeAll(async () => {
    const script = new URL("../../src/torture/soak/marathon.ts", import.meta.url);
    // Printed by the script.
    report = JSON.parse(await runApart(script, [`--requests=${REQUESTS}`, `--journal=${JOURNAL}`])) as MarathonReport;
    const heap = report.samples.map(({ heapBytes }) => (heapBytes / 1e6).toFixed(1)).join(", ");
    console.log(`${report.requests} requests, ${JSON.stringify(report.statuses)}; heap in MB: ${heap}`);
  }, 600_000);

  test("every request has a response, and none is an internal error", () => {
    const { statuses, requests } = report;
    expect(Object.keys(statuses)).toEqual(["200", "400", "404"]);
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(requests);
    expect(requests).toBeGreaterThanOrEqual(REQUESTS);
  });

  test("the journal keeps its limit", () => {
    expect(report.journal).toBe(JOURNAL);
  });

  test("the number of connections does not grow", () => {
    expect(growthOf(report.samples, "sockets")).toBeLessThan(1);
  });

  // In a short run, compiled code dominates the growth.
  test.runIf(isFull)("the heap does not grow", () => {
    const bytesForEach = (growthOf(report.samples, "heapBytes") * report.samples.length) / report.requests;
    // Anything that a request leaves behind is larger.
    expect(bytesForEach).toBeLessThan(1);
  });
});

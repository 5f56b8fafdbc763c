import { beforeAll, describe, expect, test } from "vitest";
import type { MarathonReport } from "../../src/torture/soak/marathon.ts";
import { growthOf } from "../../src/torture/soak/sample.ts";
import { isFull, runApart } from "./run-apart.ts";

const REQUESTS = isFull ? 1_000_000 : 20_000;
const JOURNAL = 500;

describe(`${REQUESTS.toLocaleString("en")} requests to the fake over a port`, () => {
  let report: MarathonReport;

  beforeAll(async () => {
    const script = new URL("../src/marathon/main.ts", import.meta.url);
    // Written by our own script.
    report = JSON.parse(await runApart(script, [`--requests=${REQUESTS}`, `--journal=${JOURNAL}`])) as MarathonReport;
    const heap = report.samples.map(({ heapBytes }) => (heapBytes / 1e6).toFixed(1)).join(", ");
    console.log(`${report.requests} requests, ${JSON.stringify(report.statuses)}; heap in MB: ${heap}`);
  }, 600_000);

  test("each is answered, none with a failure of the fake's own", () => {
    const { statuses, requests } = report;
    expect(Object.keys(statuses)).toEqual(["200", "400", "404"]);
    expect(Object.values(statuses).reduce((sum, count) => sum + count, 0)).toBe(requests);
    expect(requests).toBeGreaterThanOrEqual(REQUESTS);
  });

  test("the journal holds as many as it may", () => {
    expect(report.journal).toBe(JOURNAL);
  });

  test("connections do not grow in number", () => {
    expect(growthOf(report.samples, "sockets")).toBeLessThan(1);
  });

  // In a few seconds it is mostly compiled code that it grows by.
  test.runIf(isFull)("the heap does not grow", () => {
    const bytesForEach = (growthOf(report.samples, "heapBytes") * report.samples.length) / report.requests;
    // Whatever a request left behind would be larger.
    expect(bytesForEach).toBeLessThan(1);
  });
});

import { expect, test } from "vitest";
import type { SlowConnectionsReport } from "../../src/torture/soak/slow-connections.ts";
import { isFull, runApart } from "./run-apart.ts";

const COUNT = isFull ? 10_000 : 500;

test(`the fake responds while ${COUNT} clients send a part of a request, and closes all of them`, async () => {
  const script = new URL("../../src/torture/soak/slow-connections.ts", import.meta.url);
  // Printed by the script.
  const report = JSON.parse(await runApart(script, [`--count=${COUNT}`])) as SlowConnectionsReport;
  const { open, milliseconds, bytesPerConnection } = report;
  console.log(
    `${open} connections; a request took ${milliseconds.toFixed(0)} ms; ${(bytesPerConnection / 1024).toFixed(0)} KiB each`,
  );
  expect(report).toMatchObject({ status: 200, closed: open, exitCode: 0 });
  expect(open).toBeGreaterThanOrEqual(Math.min(COUNT, 500));
  expect(milliseconds).toBeLessThan(2_000);
  expect(bytesPerConnection).toBeLessThan(64 * 1024);
}, 120_000);

import { inspect } from "node:util";
import { createFakeConnect } from "@connect-sdk/testing";
import { afterAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { MatrixFault } from "../../src/torture/matrix/expectation.ts";
import { type Cell, faults, formatMatrix, operations } from "../../src/torture/matrix/matrix.ts";
import type { Operation } from "../../src/torture/matrix/operation.ts";
import { type Observed, runPair, type Surroundings } from "../../src/torture/matrix/run-pair.ts";
import { CANARY_PASSWORD } from "../../src/torture/matrix/writing-operations.ts";
import { findSecrets } from "../../src/torture/secrets.ts";

/** Defines a test for each operation and fault, and prints the matrix. */
export function describeMatrix(name: string, around: Surroundings): void {
  const cells: Cell[] = [];

  describe.each(operations)(`${name}: $name`, (operation) => {
    for (const fault of faults) {
      if (fault.expected[operation.class] === undefined) cells.push(cellOf(operation, fault, undefined, true));
      else {
        // Only reached by a cell that waits forever. Over a port, the longest waits for the 30 seconds of a sign-in request.
        test(fault.name, { timeout: 60_000 }, async () => {
          const seen: { observed?: Observed } = {};
          onTestFinished(({ task }) => {
            cells.push(cellOf(operation, fault, seen.observed, task.result?.state === "pass"));
          });
          const output = captureOutput();
          const observed = await runPair(operation, fault, around).finally(() => {
            output.stop();
          });
          seen.observed = observed;

          expect({ ...observed, output: output.secretsIn() }).toEqual(asExpected(operation, fault, observed));
        });
      }
    }
  });

  afterAll(() => {
    console.log(`${name}\n${formatMatrix(cells)}`);
  });
}

/** Returns the expected outcome. Where the number of attempts is not guaranteed, the observed one is accepted. */
function asExpected(operation: Operation, fault: MatrixFault, { attempts }: Observed): object {
  const expected = fault.expected[operation.class];
  return { ...expected, attempts: expected?.attempts ?? attempts, wrongs: [], output: [] };
}

function cellOf(operation: Operation, fault: MatrixFault, observed: Observed | undefined, passed: boolean): Cell {
  return {
    fault: fault.name,
    operation: operation.name,
    expected: fault.expected[operation.class],
    observed,
    passed,
  };
}

/** Captures everything written to the console and the standard streams, until stopped. */
function captureOutput(): { stop(): void; secretsIn(): string[] } {
  let output = "";
  const take = (...values: unknown[]): boolean => {
    output += `${values.map((value) => (typeof value === "string" ? value : inspect(value, { depth: 12 }))).join(" ")}\n`;
    return true;
  };
  const spies = [
    ...(["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(take),
    ),
    vi.spyOn(process.stdout, "write").mockImplementation(take),
    vi.spyOn(process.stderr, "write").mockImplementation(take),
    vi.spyOn(process, "emitWarning").mockImplementation(take),
  ];
  return {
    stop: () => {
      for (const spy of spies) spy.mockRestore();
    },
    secretsIn: () => findSecrets([KEY, CANARY_PASSWORD], { "the output": output }),
  };
}

/** The key of every world. It depends on the seed alone. */
const KEY = createFakeConnect({ seed: 11 }).apiKey;

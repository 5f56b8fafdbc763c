import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { faults, operations } from "../../src/matrix/catalogue.ts";
import type { MatrixFault } from "../../src/matrix/fault.ts";
import { type Cell, formatMatrix } from "../../src/matrix/matrix-report.ts";
import type { Operation } from "../../src/matrix/operation.ts";
import { type Observed, runPair, type Surroundings } from "../../src/matrix/run-pair.ts";
import { captureOutput } from "./capture-output.ts";

/** Makes a test of each pair of an operation and a fault, and prints the matrix. */
export function describeMatrix(name: string, around: Surroundings): void {
  const cells: Cell[] = [];

  describe.each(operations)(`${name}: $name`, (operation) => {
    for (const fault of faults) {
      if (fault.expected[operation.class] === undefined) cells.push(cellOf(operation, fault, undefined, true));
      else {
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

/** What is expected; where the number of attempts is no promise, whatever it was. */
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

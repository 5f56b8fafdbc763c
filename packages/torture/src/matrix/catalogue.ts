import { bodyFaults } from "./body-faults.ts";
import { connectionFaults } from "./connection-faults.ts";
import type { MatrixFault } from "./fault.ts";
import { importOperation } from "./import-operation.ts";
import { listFaults } from "./list-faults.ts";
import type { Operation } from "./operation.ts";
import { quotingFaults } from "./quoting-faults.ts";
import { readingOperations } from "./reading-operations.ts";
import { redirectFaults } from "./redirect-faults.ts";
import { statusFaults } from "./status-faults.ts";
import { writingOperations } from "./writing-operations.ts";

/** The columns of the matrix. */
export const operations: readonly Operation[] = [
  ...named({ ...readingOperations, ...writingOperations }),
  importOperation,
];

/** The rows of the matrix. */
export const faults: readonly MatrixFault[] = named({
  ...connectionFaults,
  ...statusFaults,
  ...bodyFaults,
  ...redirectFaults,
  ...listFaults,
  ...quotingFaults,
});

function named<Item extends object>(items: Readonly<Record<string, Item>>): ({ readonly name: string } & Item)[] {
  return Object.entries(items).map(([name, item]) => ({ name, ...item }));
}

import { connectionFaults } from "./connection-faults.ts";
import type { Expectation, MatrixFault } from "./expectation.ts";
import { cursorFaults, listFaults } from "./list-faults.ts";
import type { Operation } from "./operation.ts";
import { readingOperations } from "./reading-operations.ts";
import { bodyFaults, quotingFaults, redirectFaults, statusFaults } from "./response-faults.ts";
import { credentialOperations } from "./credential-operations.ts";
import { planOperations } from "./plan-operations.ts";
import type { Observed } from "./run-pair.ts";
import { importOperation, writingOperations } from "./writing-operations.ts";

/** The columns. */
export const operations: readonly Operation[] = [
  ...named({ ...readingOperations, ...credentialOperations, ...writingOperations, ...planOperations }),
  importOperation,
];

/** The rows. */
export const faults: readonly MatrixFault[] = named({
  ...connectionFaults,
  ...statusFaults,
  ...bodyFaults,
  ...redirectFaults,
  ...listFaults,
  ...cursorFaults,
  ...quotingFaults,
});

function named<Item extends object>(items: Readonly<Record<string, Item>>): ({ readonly name: string } & Item)[] {
  return Object.entries(items).map(([name, item]) => ({ name, ...item }));
}

/** The result of one fault and one operation. */
export interface Cell {
  readonly fault: string;
  readonly operation: string;
  readonly expected: Expectation;
  /** Undefined if the fault does not apply, or the pair did not finish. */
  readonly observed: Observed | undefined;
  readonly passed: boolean;
}

/** The counts of a matrix. */
interface MatrixCounts {
  readonly pairs: number;
  readonly right: number;
  readonly typedErrors: number;
  readonly notApplicable: number;
  readonly failed: number;
}

function countCells(cells: readonly Cell[]): MatrixCounts {
  const run = cells.filter(({ expected }) => expected !== undefined);
  const good = run.filter(({ passed }) => passed);
  return {
    pairs: run.length,
    right: good.filter(({ observed }) => observed?.outcome === "right").length,
    typedErrors: good.filter(({ observed }) => observed?.outcome !== "right").length,
    notApplicable: cells.length - run.length,
    failed: run.length - good.length,
  };
}

/** Returns the matrix as a table: faults down, operations across, outcome and number of requests in each cell. */
export function formatMatrix(cells: readonly Cell[]): string {
  const columns = operations.map(({ name }) => name);
  const rows = faults.map(({ name }) => name);
  const width = Math.max(...rows.map((row) => row.length));
  const cellAt = (fault: string, operation: string): string => {
    const cell = cells.find((each) => each.fault === fault && each.operation === operation);
    return cell === undefined ? "" : symbol(cell);
  };
  const line = (head: string, values: readonly string[]): string =>
    [head.padEnd(width), ...values.map((value, column) => value.padEnd(columnWidth(columns[column] ?? "")))]
      .join("  ")
      .trimEnd();
  const { pairs, right, typedErrors, notApplicable, failed } = countCells(cells);
  return [
    line("", columns),
    ...rows.map((row) =>
      line(
        row,
        columns.map((column) => cellAt(row, column)),
      ),
    ),
    "",
    "= correct result, N network, T timeout, U unexpected response, S server, A authentication, R rate limit, L unstable list error, G sign-in error, C other error, x exit code of the program; followed by the number of requests; - does not apply",
    `${pairs} pairs: ${right} correct results, ${typedErrors} typed errors, ${failed} failed; ${notApplicable} do not apply`,
  ].join("\n");
}

function columnWidth(column: string): number {
  return Math.max(column.length, 4);
}

function symbol({ expected, observed, passed }: Cell): string {
  if (expected === undefined) return "-";
  if (observed === undefined || !passed) return "FAIL";
  return `${SYMBOLS[observed.outcome] ?? "?"}${observed.attempts}`;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  right: "=",
  NetworkError: "N",
  TimeoutError: "T",
  UnexpectedResponseError: "U",
  ServerError: "S",
  AuthenticationError: "A",
  RateLimitError: "R",
  UnstableListError: "L",
  SignInError: "G",
  ConnectError: "C",
  "exit 1": "x1/",
  "exit 3": "x3/",
  "exit 5": "x5/",
};

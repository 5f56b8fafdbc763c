import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checks } from "./workspace.ts";

/** A report in `reports/`, for `npm test` and for the summary of `.ci/run`. */
export interface Report {
  title: string;
  passed: number;
  failed: number;
  cells: Cell[];
}

/** The result of one or more checks in a cell of the table. */
export interface Cell {
  row: string;
  column: string;
  passed: number;
  failed: number;
  seconds: number;
}

/** Runs named checks and turns their results into a table, a report and an exit status. */
export class Checklist {
  readonly #title: string;
  readonly #file: string;
  readonly #cells: Cell[] = [];

  /**
   * @param title - names rows and columns, such as `consumer × compiler`
   * @param report - the name of the report in `reports/`, without its extension
   */
  constructor(title: string, report: string) {
    this.#title = title;
    this.#file = join(checks, "reports", `${report}.json`);
    // A run that is interrupted must not leave the counts of the run before.
    rmSync(this.#file, { force: true });
  }

  /** Runs one check, which fails when `run` throws. Returns whether it passed. */
  async check(row: string, column: string, run: () => unknown): Promise<boolean> {
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    try {
      await run();
    } catch (error) {
      this.fail(row, column, error, seconds());
      return false;
    }
    this.record({ row, column, passed: 1, failed: 0, seconds: seconds() });
    return true;
  }

  /** Records a failed check and prints the reason. */
  fail(row: string, column: string, error: unknown, seconds = 0): void {
    console.error(`\n✗ ${row} · ${column}\n${error instanceof Error ? error.message : String(error)}`);
    this.record({ row, column, passed: 0, failed: 1, seconds });
  }

  /** Records checks that ran elsewhere. */
  record(cell: Cell): void {
    this.#cells.push(cell);
  }

  /** Prints the table and writes the report. The process fails if a check failed or none ran. */
  finish(): void {
    const passed = this.#cells.reduce((sum, cell) => sum + cell.passed, 0);
    const failed = this.#cells.reduce((sum, cell) => sum + cell.failed, 0);
    const report: Report = { title: this.#title, passed, failed, cells: this.#cells };
    mkdirSync(join(this.#file, ".."), { recursive: true });
    writeFileSync(this.#file, `${JSON.stringify(report, null, 2)}\n`);
    console.log(`\n${formatTable(this.#title, this.#cells)}\n\n${passed} passed, ${failed} failed`);
    if (failed > 0 || passed === 0) process.exitCode = 1;
  }
}

/** Returns the results as a table: one row for each checked thing, one column for each way to check it. */
export function formatTable(title: string, cells: readonly Cell[]): string {
  const columns = unique(cells.map((cell) => cell.column)).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const rows = unique(cells.map((cell) => cell.row));
  const lines = [
    [title, ...columns],
    ...rows.map((row) => [row, ...columns.map((column) => mark(cells, row, column))]),
  ];
  const widths = [title, ...columns].map((_, index) => Math.max(...lines.map((line) => (line[index] ?? "").length)));
  const [head, ...body] = lines.map((line) =>
    line
      .map((value, index) => value.padEnd(widths[index] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return [head, widths.map((width) => "-".repeat(width)).join("  "), ...body].join("\n");
}

function mark(cells: readonly Cell[], row: string, column: string): string {
  const here = cells.filter((cell) => cell.row === row && cell.column === column);
  if (here.length === 0) return "";
  const passed = here.reduce((sum, cell) => sum + cell.passed, 0);
  const failed = here.reduce((sum, cell) => sum + cell.failed, 0);
  if (failed > 0) return passed + failed === 1 ? "FAILED" : `${failed} of ${passed + failed} FAILED`;
  return passed === 1 ? "✓" : `✓ ${passed}`;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

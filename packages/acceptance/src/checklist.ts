import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatTable, type Cell } from "./format-table.ts";
import { acceptance } from "./workspace.ts";

/** What a checklist leaves for `npm test` and for the summary of `.ci/run`. */
export interface Report {
  title: string;
  passed: number;
  failed: number;
  cells: Cell[];
}

/** Runs named checks, remembers how each ended, and turns them into a table, a report and an exit status. */
export class Checklist {
  readonly #title: string;
  readonly #file: string;
  readonly #cells: Cell[] = [];

  /**
   * @param title - what the rows and columns are, for example `consumer × compiler`
   * @param report - the name of the report below `reports/`, without its ending
   */
  constructor(title: string, report: string) {
    this.#title = title;
    this.#file = join(acceptance, "reports", `${report}.json`);
    // A run that ends before it is done must not leave the counts of the run before.
    rmSync(this.#file, { force: true });
  }

  /** Runs one check: it fails when `run` throws. Returns whether it passed. */
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

  /** Says that a check failed, and why. */
  fail(row: string, column: string, error: unknown, seconds = 0): void {
    console.error(`\n✗ ${row} · ${column}\n${error instanceof Error ? error.message : String(error)}`);
    this.record({ row, column, passed: 0, failed: 1, seconds });
  }

  /** Adds a check that somebody else ran and counted. */
  record(cell: Cell): void {
    this.#cells.push(cell);
  }

  /** Prints the table, writes the report, and lets the process fail when a check failed or none was run. */
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

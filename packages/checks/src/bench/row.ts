import type { Checkout } from "./measure/checkout.ts";
import { childArguments, runNode } from "./measure/processes.ts";
import { ratios, summarize, type Summary } from "./measure/timing.ts";

/** A budget for speed, size or memory, and how to measure it. Each row is in `rows/`, beside the rows of the same subject. */
export interface Row extends Subject {
  /** The floor that runs side by side, or how the figure is obtained when there is none. */
  readonly floor: string;
  readonly budget: Budget;
  /** Takes minutes: measured only with `--all` or by name. */
  readonly slow?: boolean;
  /** Returns why this machine cannot measure it, if so. It is skipped then. */
  unavailable?(): string | undefined;
  /** Returns one figure per run. */
  measure(size: Size): Promise<readonly number[]>;
}

/** Something that `--only` can name. */
export interface Subject {
  readonly name: string;
  /** The description in the table. */
  readonly what: string;
  /** Prepares the same work on any checkout, for `--baseline`. */
  work?(checkout: Checkout, size: Size): Promise<Work>;
}

/** How much work each round does. `small` shows that a row runs; its figures mean nothing. */
export type Size = "full" | "small";

/** Prepared work. */
export interface Work extends AsyncDisposable {
  /** Runs one round. */
  run(): unknown;
}

/** Returns work that needs no clean-up. */
export function inProcess(run: () => unknown): Work {
  return { run, [Symbol.asyncDispose]: () => Promise.resolve() };
}

/** A limit on a figure. */
export interface Budget {
  readonly at: "most" | "least";
  readonly value: number;
  readonly unit: Unit;
}

/** `×` is a ratio; a kB is 1,000 bytes, an MB 1,000,000. */
export type Unit = "×" | "µs" | "ms" | "s" | "/s" | "kB" | "MB" | "requests";

/** The figures of a row. */
export interface Result {
  readonly row: Row;
  readonly summary: Summary;
  /** Whether the median meets the budget. */
  readonly kept: boolean;
}

/** The same work on this checkout and on a baseline, side by side. */
export interface Comparison {
  readonly what: string;
  /** The time of this checkout divided by the time of the baseline. */
  readonly ratio: Summary;
}

/** Measures a row in a process of its own, where no other row has left garbage or compiled code. */
export function measureRow(row: Row, size: Size): Result {
  // Printed by `children/row.ts`.
  const figures = JSON.parse(runNode(childArguments("row", [row.name, size]))) as number[];
  const summary = summarize(figures);
  return { row, summary, kept: keeps(row.budget, summary.median) };
}

/** Runs the work of a subject on two checkouts in turns. Returns undefined if it cannot be compared. */
export async function compare(
  subject: Subject,
  checkouts: { readonly current: Checkout; readonly baseline: Checkout },
  size: Size,
): Promise<Comparison | undefined> {
  if (subject.work === undefined) return undefined;
  await using ours = await subject.work(checkouts.current, size);
  await using theirs = await subject.work(checkouts.baseline, size);
  const found = await ratios(
    () => ours.run(),
    () => theirs.run(),
    { rounds: roundsOf(size, 15) },
  );
  return { what: subject.what, ratio: summarize(found) };
}

/** The number of rounds. */
export function roundsOf(size: Size, full: number): number {
  return size === "small" ? Math.min(3, full) : full;
}

/** Returns whether a figure meets a budget. */
export function keeps({ at, value }: Budget, figure: number): boolean {
  return at === "most" ? figure <= value : figure >= value;
}

/** A promise about speed, size or memory, and how it is measured. */
export interface Row {
  /** What `--only` takes. */
  readonly name: string;
  /** What is promised, as the table says it. */
  readonly what: string;
  /** What it is measured beside, or what the figure stands for where there is nothing to compare with. */
  readonly floor: string;
  readonly budget: Budget;
  /** Takes minutes, so it is left out unless it is asked for by name or with `--all`. */
  readonly slow?: boolean;
  /** One figure for each run. */
  measure(): Promise<readonly number[]>;
}

/** How large or small a figure has to be. */
export interface Budget {
  readonly at: "most" | "least";
  readonly value: number;
  readonly unit: Unit;
}

/** `×` is a ratio; a kB is 1,000 bytes, an MB 1,000,000. */
export type Unit = "×" | "ms" | "s" | "/s" | "kB" | "MB";

/** Whether a figure keeps a budget. */
export function keeps({ at, value }: Budget, figure: number): boolean {
  return at === "most" ? figure <= value : figure >= value;
}

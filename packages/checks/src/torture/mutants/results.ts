import type { Mutation } from "./mutations.ts";

/** What became of a mutation. */
export type Verdict =
  | "killed"
  /** The tests took several times as long as usual. */
  | "timed out"
  | "does not compile"
  | "survived"
  /** No test enters the function. */
  | "not reached";

export interface Tried {
  readonly mutation: Pick<Mutation, "area" | "name">;
  readonly verdict: Verdict;
}

/** The share of mutations that must be noticed. */
const REQUIRED = 0.85;

/** Returns a table with a row per area, and whether the share that must be noticed is possible. */
export function formatResults(tried: readonly Tried[], seed: number): { table: string; isEnough: boolean } {
  const areas = [...new Set(tried.map(({ mutation }) => mutation.area))];
  const rows = areas.map((area) =>
    rowOf(
      area,
      tried.filter(({ mutation }) => mutation.area === area),
    ),
  );
  const isEnough = tried.length > 0 && upperBound(killedOf(tried), tried.length) >= REQUIRED;
  const head = ["area", "tried", "killed", "timed out", "does not compile", "survived", "not reached", "noticed"];
  const lines = [head, ...rows, ...(areas.length > 1 ? [rowOf("all", tried)] : [])];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  const texts = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  return { table: [`\nseed ${seed}`, ...texts, ""].join("\n"), isEnough };
}

function rowOf(name: string, tried: readonly Tried[]): string[] {
  const count = (verdict: Verdict): string => String(tried.filter((each) => each.verdict === verdict).length);
  return [
    name,
    String(tried.length),
    count("killed"),
    count("timed out"),
    count("does not compile"),
    count("survived"),
    count("not reached"),
    `${((killedOf(tried) / tried.length) * 100).toFixed(1)} %`,
  ];
}

function killedOf(tried: readonly Tried[]): number {
  return tried.filter(({ verdict }) => verdict !== "survived" && verdict !== "not reached").length;
}

/** Returns the highest share that a sample leaves possible: the upper end of Wilson's interval, one side, 97.5 %. */
export function upperBound(hits: number, of: number): number {
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return (middle + spread) / (1 + z ** 2 / of);
}

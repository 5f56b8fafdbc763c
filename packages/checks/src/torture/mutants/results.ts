import type { Mutation } from "./mutations.ts";

/** What became of a mutation. */
export type Verdict =
  /** A test failed. */
  | "killed"
  /** The tests took several times as long as the same tests without the mutation, just before. */
  | "timed out"
  | "does not compile"
  | "survived"
  /** No test enters the function. */
  | "not reached"
  /** Only tests failed that fail without the mutation, too. */
  | "unclear";

export interface Tried {
  readonly mutation: Pick<Mutation, "area" | "name">;
  readonly verdict: Verdict;
}

/** The share of the mutations that compile, which a failing test must kill. */
const REQUIRED = 0.85;

const COLUMNS = [
  "does not compile",
  "unclear",
  "killed",
  "timed out",
  "survived",
  "not reached",
] as const satisfies Verdict[];

/** Returns a table with a row per area, and whether the share that must be killed is possible. */
export function formatResults(tried: readonly Tried[], seed: number): { table: string; isEnough: boolean } {
  const areas = [...new Set(tried.map(({ mutation }) => mutation.area))];
  const rows = areas.map((area) =>
    rowOf(
      area,
      tried.filter(({ mutation }) => mutation.area === area),
    ),
  );
  const [killed, of] = killedOf(tried);
  const isEnough = of > 0 && upperBound(killed, of) >= REQUIRED;
  const head = ["area", "tried", ...COLUMNS, "share killed"];
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
  const [killed, of] = killedOf(tried);
  return [
    name,
    String(tried.length),
    ...COLUMNS.map((verdict) => String(countOf(tried, verdict))),
    of === 0 ? "nothing tried" : `${killed} of ${of}, ${((killed / of) * 100).toFixed(1)} %`,
  ];
}

/**
 * Returns how many mutations a failing test killed, and of how many. Leaves out what does not compile, because no test could
 * see it, and what is unclear. A time limit kills nothing.
 */
function killedOf(tried: readonly Tried[]): [killed: number, of: number] {
  return [countOf(tried, "killed"), tried.length - countOf(tried, "does not compile") - countOf(tried, "unclear")];
}

function countOf(tried: readonly Tried[], verdict: Verdict): number {
  return tried.filter((each) => each.verdict === verdict).length;
}

/** Returns the highest share that a sample leaves possible: the upper end of Wilson's interval, one side, 97.5 %. */
export function upperBound(hits: number, of: number): number {
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return (middle + spread) / (1 + z ** 2 / of);
}

import type { Curve } from "../growth/curve.ts";
import type { PeerResult } from "../peers/peer.ts";
import { formatFigure } from "./format-figure.ts";
import { type Machine, machineSentence } from "./machine.ts";
import type { Result } from "./result.ts";
import { RESULT_HEAD, resultLine } from "./result-lines.ts";

/** Everything that was measured in one run. */
export interface Report {
  readonly machine: Machine;
  readonly results: readonly Result[];
  readonly curves: readonly Curve[];
  readonly peers: readonly PeerResult[];
}

/** The figures as a section of a README. */
export function toMarkdown({ machine, results, curves, peers }: Report): string {
  return [
    "## Figures",
    "",
    `${verdict(results)} Written by \`pnpm bench --all --growth --peers --write\`. ${machineSentence(machine)}`,
    "",
    "<details>",
    "<summary>Every figure, how the cost grows, and what others need for the same work</summary>",
    "",
    "Medians, and between which values half of the runs lie. Ratios are of what runs side by side in one run.",
    "",
    ...table(RESULT_HEAD, results.map(resultLine)),
    ...(curves.length === 0
      ? []
      : ["", "How the cost grows with the number of users: 0 is not at all, 1 is in proportion.", ""]),
    ...(curves.length === 0 ? [] : table(["what", "from", "to", "exponent"], curves.map(curveLine))),
    ...(peers.length === 0
      ? []
      : ["", "The same work done by others, which the benchmark installs when it is run.", ""]),
    ...(peers.length === 0 ? [] : table(["work", "here", "peer", ""], peers.map(peerLine))),
    "",
    "</details>",
  ].join("\n");
}

/** How many budgets are kept, and what is missed by how much. */
function verdict(results: readonly Result[]): string {
  const missed = results.filter(({ kept }) => !kept);
  const named = missed.map(({ row, summary }) => {
    const { value, unit } = row.budget;
    return `${row.what} (${formatFigure(summary.median, unit)}, budget ${formatFigure(value, unit)})`;
  });
  const first = `${results.length - missed.length} of ${results.length} budgets are kept`;
  return named.length === 0 ? `${first}.` : `${first}; missed: ${named.join("; ")}.`;
}

/** A curve as the cells of a table. */
export function curveLine({ what, points, exponent }: Curve): string[] {
  const at = (point: Curve["points"][number] | undefined): string =>
    point === undefined ? "" : `${point.size.toLocaleString("en-US")}: ${formatFigure(point.cost, "ms")}`;
  return [what, at(points[0]), at(points.at(-1)), exponent.toFixed(2)];
}

/** A comparison as the cells of a table. */
export function peerLine({ work, peer, ours, theirs, unit }: PeerResult): string[] {
  return [work, formatFigure(ours, unit), `${peer}: ${formatFigure(theirs, unit)}`, ratio(ours, theirs, unit)];
}

function ratio(ours: number, theirs: number, unit: PeerResult["unit"]): string {
  const times = unit === "/s" ? ours / theirs : theirs / ours;
  return times >= 1 ? `${times.toFixed(1)} × as fast` : `${(1 / times).toFixed(1)} × as slow`;
}

function table(head: readonly string[], lines: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...lines.map(line)];
}

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
    `Ratios of what runs side by side in one run of \`pnpm bench\`; medians, and between which values half of the runs lie. ${machineSentence(machine)}`,
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
  ].join("\n");
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

import { readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem, type as system } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { format, resolveConfig } from "prettier";
import type { Curve } from "./curve.ts";
import { current } from "./measure/checkout.ts";
import type { Summary } from "./measure/timing.ts";
import type { PeerResult } from "./peers/peer.ts";
import type { Budget, Comparison, Result, Unit } from "./row.ts";

/** Everything that one run measured. */
export interface Report {
  /** The options of the run, as they were typed. */
  readonly options: string;
  readonly machine: Machine;
  readonly results: readonly Result[];
  readonly comparisons: readonly Comparison[];
  readonly curves: readonly Curve[];
  readonly peers: readonly PeerResult[];
  /** Names of rows that could not be measured. */
  readonly unmeasured: readonly string[];
}

/** Where and when the run took place. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly system: string;
  readonly node: string;
  /** The share of the processors that other programs used in the second before the run: 0 to 1. */
  readonly busy: number;
  /** The version of the packages. */
  readonly version: string;
  readonly date: string;
}

/** Describes this machine. */
export async function describeMachine(): Promise<Machine> {
  return {
    processor: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    system: `${system()} ${release().replace(/-.*/, "")}`,
    node: process.versions.node,
    busy: await busyShare(),
    version: current.version(),
    date: new Date().toISOString().slice(0, 10),
  };
}

async function busyShare(): Promise<number> {
  const before = processorTimes();
  await sleep(1_000);
  const after = processorTimes();
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function processorTimes(): { idle: number; all: number } {
  const times = cpus().map((each) => each.times);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return { idle: sum(times.map(({ idle }) => idle)), all: sum(times.flatMap((each) => Object.values(each))) };
}

/** One kind of figure, as a table. */
interface Section {
  readonly intro: string;
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
}

function sectionsOf({ results, comparisons, curves, peers }: Report): Section[] {
  return [
    {
      intro: "Medians and quartiles. Ratios are of work that runs side by side in one run.",
      head: ["what", "measured beside", "median", "quartiles", "budget", ""],
      lines: results.map(resultLine),
    },
    {
      intro: "The time of this version divided by the time of the baseline, side by side: less than 1 is faster.",
      head: ["beside the baseline", "median", "quartiles"],
      lines: comparisons.map(({ what, ratio }) => [what, formatFigure(ratio.median, "×"), quartiles(ratio, "×")]),
    },
    {
      intro:
        "How the cost grows with the number of users, items or events: exponent 0 is constant, 1 is linear. Rows with requests show processor time of the client and the fake together.",
      head: ["growth", "from", "to", "exponent", "requests"],
      lines: curves.map(curveLine),
    },
    {
      intro: "The same work with other packages, which the benchmark installs.",
      head: ["work", "here", "peer", ""],
      lines: peers.map(peerLine),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** Returns the figures as tables for a terminal. */
export function toPlainText(report: Report): string {
  const tables = sectionsOf(report).map(({ head, lines }) => formatTable([head, ...lines]));
  return [...tables, ...unmeasuredNote(report), describe(report.machine)].join("\n\n");
}

/** Returns the figures as a section of a Markdown page. */
export function toMarkdown(report: Report): string {
  const sections = sectionsOf(report).map(({ intro, head, lines }) => `${intro}\n\n${markdownTable(head, lines)}`);
  const origin = `${[verdict(report.results), ...unmeasuredNote(report)].join(" ")} Written by \`${`pnpm bench ${report.options}`.trim()}\`. ${describe(report.machine)}`;
  return [origin, ...sections].join("\n\n");
}

/** Returns the figures for `--json`. */
export function toJson({ machine, results, comparisons, curves, peers, unmeasured }: Report): object {
  const figures = results.map(({ row, summary, kept }) => {
    const { name, what, floor, budget } = row;
    return { name, what, floor, budget, ...summary, kept };
  });
  return { machine, results: figures, comparisons, curves, peers, unmeasured };
}

const START = "<!-- bench:start -->";
const END = "<!-- bench:end -->";

/**
 * Replaces the text between two markers of a Markdown file and formats the file with Prettier.
 *
 * @returns false, without writing, if the file or its markers do not exist.
 */
export async function writeBetweenMarkers(file: string, content: string): Promise<boolean> {
  let before: string;
  try {
    before = readFileSync(file, "utf8");
  } catch {
    return false;
  }
  const start = before.indexOf(START);
  const end = before.indexOf(END);
  if (start < 0 || end < start) return false;
  const after = `${before.slice(0, start + START.length)}\n\n${content}\n\n${before.slice(end)}`;
  writeFileSync(file, await format(after, { ...(await resolveConfig(file)), parser: "markdown" }));
  return true;
}

function unmeasuredNote({ unmeasured }: Report): string[] {
  return unmeasured.length === 0 ? [] : [`Could not be measured: ${unmeasured.join(", ")}.`];
}

/** Says how many budgets are met, and names the missed ones. */
function verdict(results: readonly Result[]): string {
  const missed = results.filter(({ kept }) => !kept);
  const named = missed.map(({ row, summary }) => {
    const { value, unit } = row.budget;
    return `${row.what} (${formatFigure(summary.median, unit)}, budget ${formatFigure(value, unit)})`;
  });
  const met = `${results.length - missed.length} of ${results.length} budgets are met`;
  return named.length === 0 ? `${met}.` : `${met}; missed: ${named.join("; ")}.`;
}

function describe({ processor, cores, memory, system, node, version, date, busy }: Machine): string {
  const note = isBusy({ busy }) ? ` Other programs used ${percent(busy)} of it.` : "";
  return `Measured on ${date} on ${processor}, ${cores} cores, ${memory}, ${system}, Node ${node}, packages at ${version}.${note}`;
}

/** Returns whether other programs used so much of a machine that its figures are unreliable. */
export function isBusy({ busy }: Pick<Machine, "busy">): boolean {
  return busy > 0.25;
}

/** Returns a share as a whole percentage. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function resultLine({ row, summary, kept }: Result): string[] {
  const { unit } = row.budget;
  return [
    row.what,
    row.floor,
    formatFigure(summary.median, unit),
    quartiles(summary, unit),
    formatBudget(row.budget),
    kept ? "met" : "MISSED",
  ];
}

function quartiles({ low, high, runs }: Summary, unit: Unit): string {
  return runs === 1 ? "" : `${formatFigure(low, unit)} – ${formatFigure(high, unit)}`;
}

function curveLine({ what, points, exponent }: Curve): string[] {
  const at = (point: Curve["points"][number] | undefined): string =>
    point === undefined ? "" : `${point.size.toLocaleString("en-US")}: ${formatFigure(point.cost, "ms")}`;
  const [first, last] = [points[0]?.requests, points.at(-1)?.requests];
  const requests =
    first === undefined || last === undefined
      ? ""
      : `${first.toLocaleString("en-US")} – ${last.toLocaleString("en-US")}`;
  return [what, at(points[0]), at(points.at(-1)), exponent.toFixed(2), requests];
}

function peerLine({ work, peer, ours, theirs, unit }: PeerResult): string[] {
  const speed = unit === "/s" ? ours / theirs : theirs / ours;
  const ratio = speed >= 1 ? `${speed.toFixed(1)} × as fast` : `${(1 / speed).toFixed(1)} × as slow`;
  return [work, formatFigure(ours, unit), `${peer}: ${formatFigure(theirs, unit)}`, ratio];
}

/** Returns a figure with its significant digits. */
function formatFigure(figure: number, unit: Unit): string {
  const digits = figure >= 100 ? 0 : figure >= 10 ? 1 : 2;
  const number = figure.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return withUnit(number, unit);
}

/** Returns a budget, such as `≤ 1.15 ×`. */
function formatBudget({ at, value, unit }: Budget): string {
  return `${at === "most" ? "≤" : "≥"} ${withUnit(value.toLocaleString("en-US"), unit)}`;
}

function withUnit(number: string, unit: Unit): string {
  return unit === "/s" ? `${number} a second` : `${number} ${unit}`;
}

function formatTable(lines: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const line of lines) {
    line.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  }
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function markdownTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...lines.map(line)].join("\n");
}

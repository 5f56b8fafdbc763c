import { type Curve, measureCurve } from "./growth/curve.ts";
import { subjects } from "./growth/subjects.ts";
import { repository } from "./measure/clean-clone.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { comparePeers } from "./peers/compare-peers.ts";
import { describeMachine, machineSentence } from "./report/machine.ts";
import { curveLine, peerLine, type Report, toMarkdown } from "./report/markdown.ts";
import { measureRow, type Result } from "./report/result.ts";
import { RESULT_HEAD, resultLine } from "./report/result-lines.ts";
import { formatTable } from "./report/table.ts";
import { writeBetweenMarkers } from "./report/write-readme.ts";
import { rows } from "./rows/rows.ts";

/** `pnpm bench`: measures the built packages, as their users have them. Ends with 1 if a budget is missed. */
if (process.argv.includes("--help")) {
  console.log(HELP);
} else {
  const options = readOptions(process.argv.slice(2));
  const report = await measure(options);
  console.log(options.json ? JSON.stringify(toJson(report), null, 2) : toText(report));
  if (options.write && !(await writeBetweenMarkers(`${repository}README.md`, toMarkdown(report)))) {
    console.error("README.md has no markers to write between.");
  }
  process.exitCode = report.results.every(({ kept }) => kept) ? 0 : 1;
}

async function measure({ only, all, growth, million, peers }: Options): Promise<Report> {
  const isWanted = ({ name, slow = false }: { name: string; slow?: boolean }): boolean =>
    only.length === 0 ? !slow || all : only.includes(name);
  const machine = describeMachine();
  if (machine.load > machine.cores / 2)
    console.error(`This machine is busy (load ${machine.load.toFixed(1)}): figures will be bad.`);
  const results: Result[] = [];
  for (const row of rows.filter(isWanted)) {
    tell(row.name);
    results.push(await measureRow(row));
  }
  const curves: Curve[] = [];
  const sizes = [1_000, 10_000, 100_000, ...(million ? [1_000_000] : [])];
  for (const subject of subjects.filter((each) => (growth || only.length > 0) && isWanted(each))) {
    tell(subject.name);
    curves.push(await measureCurve(subject, sizes));
  }
  return { machine, results, curves, peers: peers ? await comparePeers(tell) : [] };
}

function tell(name: string): void {
  console.error(`measuring ${name} …`);
}

function toText({ machine, results, curves, peers }: Report): string {
  const parts = [
    formatTable([RESULT_HEAD, ...results.map(resultLine)]),
    curves.length === 0 ? "" : formatTable([["growth", "from", "to", "exponent"], ...curves.map(curveLine)]),
    peers.length === 0 ? "" : formatTable([["work", "here", "peer", ""], ...peers.map(peerLine)]),
    machineSentence(machine),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function toJson({ machine, results, curves, peers }: Report): object {
  const figures = results.map(({ row, summary, kept }) => {
    const { name, what, floor, budget } = row;
    return { name, what, floor, budget, ...summary, kept };
  });
  return { machine, results: figures, curves, peers };
}

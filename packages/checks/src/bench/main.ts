import { type Curve, growthSubjects, measureCurve } from "./growth.ts";
import { Checkout, current, repository } from "./measure/checkout.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { msw, openapiFetch } from "./peers/in-process.ts";
import { installPeers, type Peer, type PeerResult } from "./peers/peer.ts";
import { commandLines, prism } from "./peers/programs.ts";
import { describeMachine, type Report, toJson, toMarkdown, toPlainText, writeBetweenMarkers } from "./report.ts";
import { compare, type Comparison, measureRow, type Result } from "./row.ts";
import { comparable, rows } from "./rows.ts";

const PAGE = "docs/benchmarks.md";

/** `pnpm bench`: measures the built packages. Exits with 1 if a budget is missed. */
if (process.argv.includes("--help")) {
  console.log(HELP);
} else {
  const options = readOptions(process.argv.slice(2));
  const report = await measure(options);
  console.log(options.json ? JSON.stringify(toJson(report), null, 2) : toPlainText(report));
  if (options.write && !(await writeBetweenMarkers(`${repository}${PAGE}`, toMarkdown(report)))) {
    console.error(`${PAGE} has no markers to write between.`);
  }
  process.exitCode = report.results.every(({ kept }) => kept) ? 0 : 1;
}

async function measure({ only, all, growth, million, peers, baseline, size }: Options): Promise<Report> {
  const isWanted = ({ name, slow = false }: { name: string; slow?: boolean }): boolean =>
    only.length === 0 ? !slow || all : only.includes(name);
  const checkouts = { current, baseline: new Checkout(baseline ?? repository) };
  checkouts.current.expectBuilt();
  checkouts.baseline.expectBuilt();
  const machine = describeMachine();
  if (machine.load > machine.cores / 2)
    console.error(`This machine is busy (load ${machine.load.toFixed(1)}), so the figures will be unreliable.`);

  const results: Result[] = [];
  for (const row of rows.filter(isWanted)) {
    const reason = row.unavailable?.();
    if (reason !== undefined) {
      console.error(`skipping ${row.name}: ${reason}`);
      continue;
    }
    announce(row.name);
    results.push(await measureRow(row, size));
  }
  const comparisons: Comparison[] = [];
  if (baseline !== undefined) {
    for (const subject of comparable.filter(isWanted)) {
      announce(`${subject.name} beside the baseline`);
      const comparison = await compare(subject, checkouts, size);
      if (comparison !== undefined) comparisons.push(comparison);
    }
  }
  const curves: Curve[] = [];
  const sizes = size === "small" ? [100, 1_000] : [1_000, 10_000, 100_000, ...(million ? [1_000_000] : [])];
  for (const subject of growthSubjects.filter((each) => (growth || only.length > 0) && isWanted(each))) {
    announce(subject.name);
    curves.push(await measureCurve(subject, sizes));
  }
  return { machine, results, comparisons, curves, peers: peers ? await comparePeers() : [] };
}

/** Installs the peers and does the same work with each. */
async function comparePeers(): Promise<readonly PeerResult[]> {
  const peers: readonly Peer[] = [openapiFetch, prism, msw, commandLines];
  using installed = installPeers(peers.flatMap(({ packages }) => packages));
  const results: PeerResult[] = [];
  for (const peer of peers) {
    announce(peer.name);
    results.push(...(await peer.compare(installed)));
  }
  return results;
}

function announce(name: string): void {
  console.error(`measuring ${name} …`);
}

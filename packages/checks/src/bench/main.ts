import { type Curve, measureCurve } from "./curve.ts";
import { growthSubjects } from "./growth.ts";
import { Checkout, current, repository } from "./measure/checkout.ts";
import { HELP, type Options, readOptions } from "./options.ts";
import { msw, openapiFetch } from "./peers/in-process.ts";
import { type InstalledPeers, installPeers, type Peer, type PeerResult } from "./peers/peer.ts";
import { commandLines, prism } from "./peers/programs.ts";
import {
  describeMachine,
  isBusy,
  percent,
  type Report,
  toJson,
  toMarkdown,
  toPlainText,
  writeBetweenMarkers,
} from "./report.ts";
import { compare, type Comparison, measureRow, type Result } from "./row.ts";
import { comparable, rows } from "./rows.ts";

const PEERS: readonly Peer[] = [openapiFetch, prism, msw, commandLines];

/** `pnpm bench`: measures the built packages. Exits with 1 if a budget is missed. */
if (process.argv.includes("--help")) {
  console.log(HELP);
} else {
  const args = process.argv.slice(2);
  const options = readOptions(args);
  const report = { ...(await measure(options)), options: args.filter((each) => each !== "--").join(" ") };
  console.log(options.json ? JSON.stringify(toJson(report), null, 2) : toPlainText(report));
  const { write: page } = options;
  if (page !== undefined && !(await writeBetweenMarkers(`${repository}${page}`, toMarkdown(report)))) {
    console.error(`${page} has no markers to write between.`);
  }
  process.exitCode = report.results.every(({ kept }) => kept) && report.unmeasured.length === 0 ? 0 : 1;
}

async function measure({
  only,
  all,
  growth,
  million,
  peers,
  baseline,
  size,
}: Options): Promise<Omit<Report, "options">> {
  const isWanted = ({ name, slow = false }: { name: string; slow?: boolean }): boolean =>
    only.length === 0 ? !slow || all : only.includes(name);
  const checkouts = { current, baseline: new Checkout(baseline ?? repository) };
  checkouts.current.expectBuilt();
  checkouts.baseline.expectBuilt();
  const machine = await describeMachine();
  if (isBusy(machine))
    console.error(`Other programs use ${percent(machine.busy)} of this machine, so the figures will be unreliable.`);

  const unmeasured: string[] = [];
  /** Measures one thing. If it fails, the others are measured all the same. */
  const attempt = async (name: string, work: () => Promise<void> | void): Promise<void> => {
    announce(name);
    try {
      await work();
    } catch (error) {
      console.error(error);
      unmeasured.push(name);
    }
  };
  const results: Result[] = [];
  for (const row of rows.filter(isWanted)) {
    const reason = row.unavailable?.();
    if (reason === undefined) {
      await attempt(row.name, () => void results.push(measureRow(row, size)));
    } else console.error(`skipping ${row.name}: ${reason}`);
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
  const sizes = size === "small" ? [100, 1_000] : [100, 1_000, 10_000, 100_000, ...(million ? [1_000_000] : [])];
  for (const subject of growthSubjects.filter((each) => (growth || only.length > 0) && isWanted(each))) {
    await attempt(subject.name, async () => void curves.push(await measureCurve(subject, sizes)));
  }
  const compared: PeerResult[] = [];
  for (const peer of peers ? PEERS : []) {
    const installed = install(peer);
    if (installed === undefined) continue;
    await attempt(peer.name, async () => void compared.push(...(await peer.compare(installed))));
    installed[Symbol.dispose]();
  }
  return { machine, results, comparisons, curves, peers: compared, unmeasured };
}

/** Installs a peer. Without a registry there is nothing to compare with. */
function install({ name, packages }: Peer): (InstalledPeers & Disposable) | undefined {
  try {
    return installPeers(packages);
  } catch {
    console.error(`${name} could not be installed, so it is skipped.`);
    return undefined;
  }
}

function announce(name: string): void {
  console.error(`measuring ${name} …`);
}

import { inTemporaryFolder } from "../../acceptance/workspace.ts";
import { compiles } from "./compile.ts";
import { regionAt } from "./coverage.ts";
import { type Mutation, mutationsOf, sample } from "./mutations.ts";
import { type MutantOptions, readMutantOptions } from "./options.ts";
import { formatResults, type Tried, type Verdict } from "./results.ts";
import { Runner } from "./runner.ts";
import { type Area, AREAS, readSources } from "./sources.ts";
import type { CoveredTest } from "./worker.ts";

/**
 * `pnpm mutants`: makes mistakes in the packages by rule, one at a time, and reports how many of them the tests notice. Fails if
 * they show that fewer than 85 % are noticed, unless it only reports.
 */
const options = readMutantOptions(process.argv.slice(2));
const tried: Tried[] = [];
const areas = AREAS.filter(({ name }) => options.areas.includes(name));
const start = performance.now();
for (const [index, area] of areas.entries()) {
  // Each area gets its share of the time that is left.
  const left = options.minutes * 60_000 - (performance.now() - start);
  tried.push(...(await tryArea(area, options, performance.now() + left / (areas.length - index))));
}
const { table, isEnough } = formatResults(tried, options.seed);
const passes = tried.length > 0 && (isEnough || options.onlyReports);
console.log(table);
if (!isEnough) console.log("These mutations show that too few are noticed.");
console.log(passes ? "1 passed, 0 failed" : "0 passed, 1 failed");
process.exitCode = passes ? 0 : 1;

/** Tries mutations of an area until the deadline. */
async function tryArea(area: Area, { size, seed, match }: MutantOptions, deadline: number): Promise<Tried[]> {
  const sources = readSources(area);
  for (const { path, code } of sources.slice(0, 1)) {
    // Otherwise no mutation would compile, and each would count as noticed.
    if (!compiles(area, path, code)) throw new Error(`${path} does not compile without a mutation.`);
  }
  const all = mutationsOf(area, sources).filter(({ name }) => name.includes(match));
  const chosen = sample(all, size, seed);
  const runners = area.tests.map((name) => new Runner(name, area.name));
  try {
    const suites: Suite[] = [];
    for (const runner of runners) suites.push({ runner, tests: await coverTests(runner) });
    const files = suites.map(({ tests }) => tests.length).join(" + ");
    console.log(`${area.name}: ${chosen.length} of ${all.length} mutations, ${files} test files`);
    const found: Tried[] = [];
    // A slow start must not leave an area untried.
    const end = Math.max(deadline, performance.now() + 60_000);
    for (const mutation of chosen) {
      if (performance.now() > end) break;
      const source = sources.find(({ path }) => path === mutation.path);
      if (source === undefined) continue;
      const verdict = await tryMutation(area, mutation, narrow(suites, regionAt(source, mutation.position)));
      found.push({ mutation, verdict });
      if (verdict === "survived" || verdict === "not reached") {
        console.log(`${verdict}: ${mutation.name} (line ${mutation.line})`);
      }
    }
    return found;
  } finally {
    for (const runner of runners) await runner[Symbol.asyncDispose]();
  }
}

/** The tests of a package, and the process that runs them. */
interface Suite {
  readonly runner: Runner;
  readonly tests: readonly CoveredTest[];
}

/** Runs the tests of a package without a mutation. Returns those that reach the area. */
async function coverTests(runner: Runner): Promise<CoveredTest[]> {
  const covered = await inTemporaryFolder("mutants", (folder) => runner.send({ kind: "cover", folder }, 900_000));
  if (covered?.kind !== "covered") throw new Error("The tests did not end.");
  const tests = covered.tests.filter(({ entered }) => entered.length > 0);
  const red = tests.filter(({ isGreen }) => !isGreen).map(({ file }) => file);
  if (red.length > 0) throw new Error(`These tests fail without a mutation: ${red.join(", ")}.`);
  return tests;
}

/** Returns the test files that enter a region, the fastest of each package first. */
function narrow(suites: readonly Suite[], region: string): Suite[] {
  return suites
    .map(({ runner, tests }) => ({
      runner,
      tests: tests
        .filter(({ entered }) => entered.includes(region))
        .toSorted((a, b) => a.milliseconds - b.milliseconds),
    }))
    .filter(({ tests }) => tests.length > 0);
}

async function tryMutation(area: Area, { path, code }: Mutation, suites: readonly Suite[]): Promise<Verdict> {
  for (const { runner, tests } of suites) {
    const usual = tests.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const files = tests.map(({ file }) => file);
    const reply = await runner.send({ kind: "run", path, code, files }, 20_000 + 5 * usual);
    if (reply?.kind !== "ran") return "timed out";
    if (reply.isKilled) return "killed";
  }
  if (!compiles(area, path, code)) return "does not compile";
  return suites.length === 0 ? "not reached" : "survived";
}

import { basename } from "node:path";
import { inTemporaryFolder } from "../../acceptance/workspace.ts";
import { compiles } from "./compile.ts";
import type { CoveredTest } from "./coverage-cache.ts";
import { regionAt } from "./coverage.ts";
import { type Mutation, mutationsOf, sample } from "./mutations.ts";
import { type MutantOptions, readMutantOptions } from "./options.ts";
import { formatResults, type Tried, type Verdict } from "./results.ts";
import { Runner } from "./runner.ts";
import { type Area, AREAS, readSources, type Source } from "./sources.ts";

/**
 * `pnpm mutants`: makes mistakes in the packages by rule, one at a time, and reports how many of them the tests kill. Fails if
 * they show that fewer than 85 % are killed, unless it only reports.
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
if (!isEnough) console.log("These mutations show that too few are killed.");
console.log(passes ? "1 passed, 0 failed" : "0 passed, 1 failed");
process.exitCode = passes ? 0 : 1;

/** Tries mutations of an area until the deadline. */
async function tryArea(area: Area, options: MutantOptions, deadline: number): Promise<Tried[]> {
  const { size, seed, match, slowest, ownTests } = options;
  const sources = readSources(area);
  for (const { path, code } of sources.slice(0, 1)) {
    // Otherwise no mutation would compile, and nothing would be tried.
    if (!compiles(area, path, code)) throw new Error(`${path} does not compile without a mutation.`);
  }
  const isWanted = (name: string): boolean => match.length === 0 || match.some((part) => name.includes(part));
  const all = mutationsOf(area, sources).filter(({ name }) => isWanted(name));
  const chosen = sample(all, size, seed);
  const runners = area.tests.slice(0, ownTests ? 1 : undefined).map((name) => new Runner(name, { forAreas: true }));
  try {
    const suites: Suite[] = [];
    for (const runner of runners) suites.push({ runner, tests: await coverTests(runner) });
    const files = suites.map(({ tests }) => tests.filter((test) => reaches(test, sources)).length).join(" + ");
    console.log(`${area.name}: ${chosen.length} of ${all.length} mutations, ${files} test files`);
    const found: Found[] = [];
    // A slow start must not leave an area untried.
    const end = Math.max(deadline, performance.now() + 60_000);
    for (const mutation of chosen) {
      if (performance.now() > end) break;
      const source = sources.find(({ path }) => path === mutation.path);
      if (source === undefined) continue;
      const reaching = narrow(suites, source, mutation, slowest * 1_000);
      const begun = performance.now();
      const result = await tryMutation(area, mutation, source, reaching);
      found.push({ mutation, ...result });
      const seconds = Math.round((performance.now() - begun) / 1_000);
      console.log(`${found.length}. ${result.verdict}: ${mutation.name} (line ${mutation.line}, ${seconds} s)`);
    }
    return await checkKills(found, suites, sources[0]);
  } finally {
    for (const runner of runners) await runner[Symbol.asyncDispose]();
  }
}

/** The tests of a package, and the process that runs them. */
interface Suite {
  readonly runner: Runner;
  readonly tests: readonly CoveredTest[];
}

/** Runs the tests of a package without a mutation. Returns those that pass and reach any area that they test. */
async function coverTests(runner: Runner): Promise<CoveredTest[]> {
  const covered = await inTemporaryFolder("mutants", (folder) => runner.send({ kind: "cover", folder }));
  if (covered.kind !== "covered") throw new Error("The tests did not end.");
  const tests = covered.tests.filter(({ entered }) => entered.length > 0);
  // A failure proves nothing then.
  for (const { file } of tests.filter(({ isGreen }) => !isGreen)) console.log(`fails without a mutation: ${file}`);
  return tests.filter(({ isGreen }) => isGreen);
}

/** Returns whether a test file enters any of the sources. A region's id begins with the path of its file. */
function reaches({ entered }: CoveredTest, sources: readonly Source[]): boolean {
  return sources.some(({ path }) => entered.some((region) => region.startsWith(`${path}:`)));
}

/** Returns the test files that enter the region of a mutation: first those named like the source file, then the fastest. */
function narrow(suites: readonly Suite[], source: Source, { position }: Mutation, slowest: number): Suite[] {
  const region = regionAt(source, position);
  const isNamesake = ({ file }: CoveredTest): boolean => wordOf(file) === wordOf(source.file);
  return suites
    .map(({ runner, tests }) => {
      const reaching = tests.filter(({ entered }) => entered.includes(region));
      const others = reaching.filter((test) => !isNamesake(test) && test.milliseconds <= slowest);
      return { runner, tests: [...reaching.filter(isNamesake), ...others.toSorted(byTime)] };
    })
    .filter(({ tests }) => tests.length > 0);
}

/** Returns the first word of a file's name. */
function wordOf(file: string): string | undefined {
  return basename(file).split(/[-.]/)[0];
}

function byTime(a: CoveredTest, b: CoveredTest): number {
  return a.milliseconds - b.milliseconds;
}

/** What became of a mutation, and the test files that killed it. */
interface Result {
  readonly verdict: Verdict;
  readonly red: readonly string[];
}

type Found = Tried & Result;

async function tryMutation(
  area: Area,
  { path, code }: Mutation,
  { code: original }: Source,
  suites: readonly Suite[],
): Promise<Result> {
  if (!compiles(area, path, code)) return { verdict: "does not compile", red: [] };
  let verdict: Verdict = suites.length === 0 ? "not reached" : "survived";
  for (const { runner, tests } of suites) {
    const { outcome, red } = await runner.test({ path, code, original, tests });
    if (outcome === "failed") return { verdict: "killed", red };
    if (outcome === "timed out") verdict = "timed out";
  }
  return { verdict, red: [] };
}

/** Runs the tests that killed once more, without a mutation. What only tests killed that are red anyway is unclear. */
async function checkKills(found: readonly Found[], suites: readonly Suite[], source?: Source): Promise<Tried[]> {
  const red = new Set<string>();
  for (const { runner, tests } of suites) {
    const files = tests.map(({ file }) => file).filter((file) => found.some((each) => each.red.includes(file)));
    if (source === undefined || files.length === 0) continue;
    const isRed = async (some: readonly string[]): Promise<boolean> => {
      const reply = await runner.send({ kind: "run", path: source.path, code: source.code, files: some });
      return reply.kind !== "ran" || reply.outcome === "failed";
    };
    // The first red file ends a run.
    if (!(await isRed(files))) continue;
    for (const file of files) if (await isRed([file])) red.add(file);
  }
  for (const file of red) console.log(`fails without a mutation, at the end: ${file}`);
  return found.map((each) =>
    each.red.length > 0 && each.red.every((file) => red.has(file)) ? { ...each, verdict: "unclear" } : each,
  );
}

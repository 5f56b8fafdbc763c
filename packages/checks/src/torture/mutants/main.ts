import { forEachParallel } from "@connect-sdk/api/internal";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createHome, ownEnvironment } from "../../../../../scripts/own-environment.mjs";
import { checks } from "../../acceptance/workspace.ts";
import { applyMutant } from "./picked.ts";
import { pickedMutants } from "./picked-mutants.ts";
import { sampleMutations } from "./sampled.ts";
import { oauthProtections, type Protection } from "./protections.ts";
import { MUTATED_PACKAGES, type Mutation } from "./sources.ts";

/**
 * `pnpm mutants`: makes mistakes in the packages, one at a time, and reports how many of them the tests notice: picked ones,
 * and a sample of those that simple rules can make. Fails if a picked one is not noticed.
 *
 * `pnpm mutants oauth`: removes the protections of signing in, one at a time. Words after it choose protections by name.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    package: { type: "string", multiple: true, default: [...MUTATED_PACKAGES] },
    /** The number of sampled mutations per package. */
    sample: { type: "string", default: "40" },
    seed: { type: "string", default: "20261124" },
    /** The time after which no further mutation is tried. */
    minutes: { type: "string", default: "20" },
    parallel: { type: "string", default: "2" },
  },
});
const deadline = performance.now() + Number(values.minutes) * 60_000;

type Verdict = "killed" | "survived" | "timed out";

interface Job extends Mutation {
  readonly picked: boolean;
  readonly protection?: string;
}

interface TriedJob extends Job {
  readonly verdict: Verdict;
}

const [subject, ...words] = positionals;
if (subject !== undefined && subject !== "oauth")
  throw new Error(`No mutants of ${subject}. Leave it out, or say oauth.`);
const packages = subject === "oauth" ? [] : MUTATED_PACKAGES.filter((name) => values.package.includes(name));
const protections =
  subject === "oauth" ? oauthProtections.filter(({ name }) => words.every((word) => name.includes(word))) : [];
/** The time limit for tests: several times as long as without a mutation. */
const timeLimits = new Map<string, number>();
for (const name of packages) await setTimeLimit({ package: name });
for (const { package: name, tests } of protections) await setTimeLimit({ package: name, tests });
const jobs = [...packages.flatMap(jobsOf), ...protections.flatMap(jobsAgainst)];
const tried: TriedJob[] = [];
await forEachParallel(jobs, Number(values.parallel), runJob, { stopped: () => performance.now() > deadline });
report();

type Tests = Pick<Mutation, "package" | "tests">;

async function setTimeLimit(tests: Tests): Promise<void> {
  const name = nameOf(tests);
  if (!timeLimits.has(name)) timeLimits.set(name, 60_000 + 4 * (await timeWithoutMutation(tests)));
}

function nameOf({ package: name, tests = [] }: Tests): string {
  return [name, ...tests].join(" ");
}

/** Returns how many milliseconds the tests take. Throws if they fail. */
async function timeWithoutMutation(tests: Tests): Promise<number> {
  const start = performance.now();
  const verdict = await runTests({ ...tests, file: "", code: "", description: "" }, 900_000);
  if (verdict !== "survived") throw new Error(`The tests of ${nameOf(tests)} fail without a mutation.`);
  return performance.now() - start;
}

function jobsOf(name: (typeof MUTATED_PACKAGES)[number]): Job[] {
  const picked = pickedMutants[name].map((mutant) => {
    const mutation = applyMutant(name, mutant);
    return { ...mutation, picked: true, description: `${mutation.description} (${mutant.why})` };
  });
  const { sample, of } = sampleMutations(name, Number(values.sample), Number(values.seed));
  console.log(`${name}: ${picked.length} picked mutants, ${sample.length} of ${of} by rule`);
  return [...picked, ...sample.map((mutation) => ({ ...mutation, picked: false }))];
}

function jobsAgainst({ name, package: mutated, tests, mutants }: Protection): Job[] {
  return mutants.map((mutant) => {
    const mutation = applyMutant(mutated, mutant);
    const description = `${mutation.description} (${mutant.why})`;
    return { ...mutation, tests, picked: true, description, protection: name };
  });
}

async function runJob(job: Job): Promise<void> {
  const verdict = await runTests(job, timeLimits.get(nameOf(job)) ?? 0);
  tried.push({ ...job, verdict });
  if (verdict !== "killed") console.log(`${verdict}: ${job.package} ${job.description}`);
}

/**
 * Runs the tests of a package with a mutation in a process of their own.
 *
 * @param timeLimit - milliseconds after which the tests are killed: a mistake that makes them hang has been noticed.
 */
function runTests(mutation: Mutation, timeLimit: number): Promise<Verdict> {
  const script = fileURLToPath(new URL("run-tests.ts", import.meta.url));
  const { home, remove } = createHome();
  return new Promise<Verdict>((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=@connect-sdk/source", "--import", "tsx", script], {
      cwd: checks,
      env: ownEnvironment(home),
      stdio: ["pipe", "ignore", "ignore"],
    });
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill("SIGKILL");
    }, timeLimit);
    child.on("error", reject).on("close", (code) => {
      clearTimeout(timer);
      resolve(overdue ? "timed out" : code === 0 ? "survived" : "killed");
    });
    child.stdin.end(JSON.stringify(mutation));
  }).finally(remove);
}

function report(): void {
  for (const name of packages) {
    for (const picked of [true, false]) {
      const some = tried.filter((each) => each.package === name && each.picked === picked);
      const killed = some.filter(({ verdict }) => verdict !== "survived").length;
      const share = some.length === 0 ? "none" : `${((killed / some.length) * 100).toFixed(1)} %`;
      console.log(`${name}, ${picked ? "picked" : "by rule"}: ${killed} of ${some.length} killed, ${share}`);
    }
  }
  for (const { name, package: mutated, mutants } of protections) {
    const some = tried.filter(({ protection }) => protection === name);
    const killed = some.filter(({ verdict }) => verdict !== "survived").length;
    console.log(`${mutated}, ${name}: ${killed} of ${mutants.length} killed`);
  }
  if (tried.length < jobs.length) console.log(`${jobs.length - tried.length} were not tried: the time was up.`);
  const missed = tried.some(({ picked, verdict }) => picked && verdict === "survived");
  process.exitCode = missed || tried.length === 0 ? 1 : 0;
}

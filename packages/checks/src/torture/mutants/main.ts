import { forEachParallel } from "@connect-sdk/api/internal";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createHome, ownEnvironment } from "../../../../../scripts/own-environment.mjs";
import { checks } from "../../acceptance/workspace.ts";
import { applyMutant } from "./picked.ts";
import { pickedMutants } from "./picked-mutants.ts";
import { sampleMutations } from "./sampled.ts";
import { MUTATED_PACKAGES, type MutatedPackage, type Mutation } from "./sources.ts";

/**
 * `pnpm mutants`: makes mistakes in the packages, one at a time, and reports how many of them the tests notice: picked ones,
 * and a sample of those that simple rules can make. Fails if a picked one is not noticed.
 */
const { values } = parseArgs({
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
}

interface TriedJob extends Job {
  readonly verdict: Verdict;
}

const packages = MUTATED_PACKAGES.filter((name) => values.package.includes(name));
/** The time limit for the tests of a package: several times as long as without a mutation. */
const timeLimits = new Map<MutatedPackage, number>();
for (const name of packages) timeLimits.set(name, 60_000 + 4 * (await timeWithoutMutation(name)));
const jobs = packages.flatMap(jobsOf);
const tried: TriedJob[] = [];
await forEachParallel(jobs, Number(values.parallel), runJob, { stopped: () => performance.now() > deadline });
report();

/** Returns how many milliseconds the tests take. Throws if they fail. */
async function timeWithoutMutation(name: MutatedPackage): Promise<number> {
  const start = performance.now();
  const verdict = await runTests({ package: name, file: "", code: "", description: "" }, 900_000);
  if (verdict !== "survived") throw new Error(`The tests of ${name} fail without a mutation.`);
  return performance.now() - start;
}

function jobsOf(name: MutatedPackage): Job[] {
  const picked = pickedMutants[name].map((mutant) => {
    const mutation = applyMutant(name, mutant);
    return { ...mutation, picked: true, description: `${mutation.description} (${mutant.why})` };
  });
  const { sample, of } = sampleMutations(name, Number(values.sample), Number(values.seed));
  console.log(`${name}: ${picked.length} picked mutants, ${sample.length} of ${of} by rule`);
  return [...picked, ...sample.map((mutation) => ({ ...mutation, picked: false }))];
}

async function runJob(job: Job): Promise<void> {
  const verdict = await runTests(job, timeLimits.get(job.package) ?? 0);
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
    const child = spawn(process.execPath, ["--import", "tsx", script], {
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
  if (tried.length < jobs.length) console.log(`${jobs.length - tried.length} were not tried: the time was up.`);
  const missed = tried.some(({ picked, verdict }) => picked && verdict === "survived");
  process.exitCode = missed || tried.length === 0 ? 1 : 0;
}

import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { sampleMutations } from "./rules.ts";
import { mutants, mutate, type MutatedPackage, type Mutation, readSource, type Verdict } from "./sources.ts";

/**
 * Makes mistakes in the packages on purpose, one at a time, and reports how many of them the packages' tests notice: those that
 * were thought of, and a sample of those that could be made by rule. Fails if one that was thought of is not noticed.
 */
const { values } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  options: {
    package: { type: "string", multiple: true, default: ["users", "testing"] },
    /** How many mutations by rule for each package. */
    sample: { type: "string", default: "40" },
    seed: { type: "string", default: "20261124" },
    /** After so many minutes no further one is begun. */
    minutes: { type: "string", default: "20" },
    parallel: { type: "string", default: "2" },
  },
});
const deadline = performance.now() + Number(values.minutes) * 60_000;

interface Job extends Mutation {
  readonly what: string;
  readonly picked: boolean;
}

interface Done extends Job {
  readonly verdict: Verdict;
}

const wanted: MutatedPackage[] = (["users", "testing"] as const).filter((name) => values.package.includes(name));
/** How long the tests of a package may take with a mutation: several times as long as without. */
const longest = new Map<MutatedPackage, number>();
for (const name of wanted) longest.set(name, 60_000 + 4 * (await timePassing(name)));
const jobs = wanted.flatMap(jobsOf);
const done = await runAll(jobs);
report(done, jobs.length);

/** How many milliseconds the tests take as they are. If they fail anyway, nothing can be learnt from them. */
async function timePassing(name: MutatedPackage): Promise<number> {
  const start = performance.now();
  const verdict = await tryMutation({ package: name, file: "src/index.ts", text: undefined }, 900_000);
  if (verdict !== "survived") throw new Error(`The tests of ${name} fail without any mutation.`);
  return performance.now() - start;
}

function jobsOf(name: MutatedPackage): Job[] {
  const picked = mutants
    .filter((mutant) => mutant.package === name)
    .map((mutant) => ({
      package: name,
      file: mutant.file,
      text: mutate(readSource(name, mutant.file), mutant),
      what: `${mutant.file}: ${mutant.why}`,
      picked: true,
    }));
  const { sample, of } = sampleMutations(name, Number(values.sample), Number(values.seed));
  console.log(`${name}: ${picked.length} mutants that were thought of, ${sample.length} of ${of} by rule`);
  return [...picked, ...sample.map((mutation) => ({ ...mutation, picked: false }))];
}

async function runAll(all: readonly Job[]): Promise<Done[]> {
  const finished: Done[] = [];
  const todo = all.values();
  const work = async (): Promise<void> => {
    for (const job of todo) {
      if (performance.now() > deadline) return;
      const verdict = await tryMutation(job, longest.get(job.package) ?? 0);
      finished.push({ ...job, verdict });
      if (verdict !== "killed") console.log(`${verdict}: ${job.package} ${job.what}`);
    }
  };
  await Promise.all(Array.from({ length: Number(values.parallel) }, work));
  return finished;
}

function report(finished: readonly Done[], planned: number): void {
  for (const name of wanted) {
    for (const picked of [true, false]) {
      const some = finished.filter((each) => each.package === name && each.picked === picked);
      const killed = some.filter(({ verdict }) => verdict !== "survived").length;
      const share = some.length === 0 ? "none" : `${((killed / some.length) * 100).toFixed(1)} %`;
      console.log(`${name}, ${picked ? "thought of" : "by rule"}: ${killed} of ${some.length} killed, ${share}`);
    }
  }
  if (finished.length < planned) console.log(`${planned - finished.length} were not tried: the time was up.`);
  const missed = finished.some(({ picked, verdict }) => picked && verdict === "survived");
  process.exitCode = missed || finished.length === 0 ? 1 : 0;
}

const SCRIPT = fileURLToPath(new URL("run-tests.ts", import.meta.url));

/**
 * Runs the tests of the package with the mutation, in a process of their own.
 *
 * @param longest - milliseconds after which the tests are ended: a mistake that lets them run for ever has been noticed.
 */
export function tryMutation(mutation: Mutation, longest: number): Promise<Verdict> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", SCRIPT], { stdio: ["pipe", "ignore", "ignore"] });
    let overdue = false;
    const timer = setTimeout(() => {
      overdue = true;
      child.kill("SIGKILL");
    }, longest);
    child.on("error", reject).on("close", (code) => {
      clearTimeout(timer);
      resolve(overdue ? "timed out" : code === 0 ? "survived" : "killed");
    });
    child.stdin.end(JSON.stringify(mutation));
  });
}

import { forEachParallel } from "@connect-sdk/api/internal";
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createHome, ownEnvironment } from "../../../../../scripts/own-environment.mjs";
import { checks } from "../../acceptance/workspace.ts";
import { applyMutant, type Mutation } from "./apply.ts";
import { type Protection, protections } from "./table.ts";

/**
 * `pnpm protections`: removes the protections of signing in, one at a time, and reports whether a test notices. Fails if one can be
 * removed unnoticed. Words as arguments choose protections by their names and packages.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  allowPositionals: true,
  options: {
    /** The time after which no further protection is removed. */
    minutes: { type: "string", default: "60" },
    parallel: { type: "string", default: "2" },
  },
});
const deadline = performance.now() + Number(values.minutes) * 60_000;

interface Job extends Mutation {
  readonly protection: Protection;
  readonly why: string;
}

const chosen = protections.filter(({ name, package: owner }) =>
  positionals.every((word) => `${owner} ${name}`.includes(word)),
);
const jobs = chosen.flatMap((protection) =>
  protection.mutants.map((mutant): Job => {
    const { package: owner, tests } = protection;
    return { ...applyMutant(owner, mutant), tests, protection, why: mutant.why };
  }),
);
/** The time limit of each set of tests: several times as long as without a mutation. */
const timeLimits = new Map<string, number>();
for (const { package: owner, tests } of chosen) {
  const name = nameOf({ package: owner, tests });
  if (timeLimits.has(name)) continue;
  const start = performance.now();
  const isGreen = await runTests({ package: owner, tests, file: "", code: "", description: "" }, 900_000);
  if (isGreen !== true) throw new Error(`The tests of ${name} fail without a mutation.`);
  timeLimits.set(name, 60_000 + 4 * (performance.now() - start));
}

const survivors = new Set<Job>();
let tried = 0;
await forEachParallel(jobs, Number(values.parallel), tryJob, { stopped: () => performance.now() > deadline });

for (const protection of chosen) {
  const { name, package: owner, mutants } = protection;
  const survived = [...survivors].filter((job) => job.protection === protection);
  console.log(`${owner}, ${name}: ${mutants.length - survived.length} of ${mutants.length} noticed`);
}
if (tried < jobs.length) console.log(`${jobs.length - tried} were not tried: the time was up.`);
process.exitCode = survivors.size > 0 || tried === 0 ? 1 : 0;

function nameOf({ package: owner, tests }: Pick<Mutation, "package" | "tests">): string {
  return [owner, ...tests].join(" ");
}

async function tryJob(job: Job): Promise<void> {
  const isGreen = await runTests(job, timeLimits.get(nameOf(job)) ?? 0);
  tried += 1;
  if (isGreen !== true) return;
  survivors.add(job);
  console.log(`not noticed: ${job.package} ${job.description} (${job.why})`);
}

/**
 * Runs tests with a mutation in a process of their own.
 *
 * @param timeLimit - milliseconds after which the tests are killed: a mistake that makes them hang has been noticed.
 * @returns whether they pass; `undefined` if they were killed.
 */
function runTests({ package: owner, file, code, tests }: Mutation, timeLimit: number): Promise<boolean | undefined> {
  const script = fileURLToPath(new URL("run-tests.ts", import.meta.url));
  const { home, remove } = createHome();
  return new Promise<boolean | undefined>((resolve, reject) => {
    const child = spawn(process.execPath, ["--conditions=@connect-sdk/source", "--import", "tsx", script], {
      cwd: checks,
      env: ownEnvironment(home),
      stdio: ["pipe", "ignore", "ignore"],
    });
    let isOverdue = false;
    const timer = setTimeout(() => {
      isOverdue = true;
      child.kill("SIGKILL");
    }, timeLimit);
    child.on("error", reject).on("close", (status) => {
      clearTimeout(timer);
      resolve(isOverdue ? undefined : status === 0);
    });
    child.stdin.end(JSON.stringify({ package: owner, file, code, tests }));
  }).finally(remove);
}

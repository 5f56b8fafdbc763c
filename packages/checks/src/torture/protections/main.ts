import { forEachParallel } from "@connect-sdk/api/internal";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
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
/** Milliseconds after which tests with a mutation are killed. */
const TIME_LIMIT = 180_000;
const deadline = performance.now() + Number(values.minutes) * 60_000;

const chosen = protections.filter(({ name, package: owner }) =>
  positionals.every((word) => `${owner} ${name}`.includes(word)),
);
let missed = 0;
let untried = 0;
await forEachParallel(chosen, Number(values.parallel), tryProtection);
if (untried > 0) console.log(`${untried} were not tried: the time was up.`);
process.exitCode = missed > 0 || chosen.length === 0 ? 1 : 0;

/** Removes a protection in each of the ways that the table names, after a run without a mutation. */
async function tryProtection({ name, package: owner, tests, mutants }: Protection): Promise<void> {
  const mutations = mutants.map((mutant): Mutation => ({ ...applyMutant(owner, mutant), tests }));
  const nothing: Mutation = { package: owner, file: "", code: "", description: "", tests };
  const [isGreen, ...noticed] = await runTests([nothing, ...mutations]);
  if (isGreen !== false) throw new Error(`${owner}, ${name}: the tests fail without a mutation.`);
  untried += mutations.length - noticed.length;
  for (const [index, isNoticed] of noticed.entries()) {
    if (isNoticed) continue;
    missed += 1;
    console.log(`not noticed: ${owner} ${mutations[index]?.description ?? ""} (${mutants[index]?.why ?? ""})`);
  }
  console.log(`${owner}, ${name}: ${noticed.filter(Boolean).length} of ${mutants.length} noticed`);
}

/**
 * Runs tests with each of the mutations, in a process of their own. A mutation that makes them hang has been noticed: the rest run
 * in another process.
 *
 * @returns for each mutation, until the time is up, whether a test failed.
 */
async function runTests(mutations: readonly Mutation[]): Promise<boolean[]> {
  const noticed: boolean[] = [];
  while (noticed.length < mutations.length && performance.now() < deadline) {
    const results = await runInChild(mutations.slice(noticed.length));
    noticed.push(...results);
  }
  return noticed;
}

async function runInChild(mutations: readonly Mutation[]): Promise<boolean[]> {
  const script = fileURLToPath(new URL("run-tests.ts", import.meta.url));
  const { home, remove } = createHome();
  const child = spawn(process.execPath, ["--conditions=@connect-sdk/source", "--import", "tsx", script], {
    cwd: checks,
    env: ownEnvironment(home),
    stdio: ["pipe", "pipe", "ignore"],
    // A group of its own, so that its workers end with it.
    detached: true,
  });
  const closed = once(child, "close");
  child.stdin.end(JSON.stringify(mutations));
  const noticed: boolean[] = [];
  const kill = (): void => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  };
  let timer = setTimeout(kill, TIME_LIMIT);
  for await (const line of createInterface({ input: child.stdout })) {
    if (!["green", "red"].includes(line)) continue;
    noticed.push(line === "red");
    clearTimeout(timer);
    if (performance.now() > deadline) kill();
    timer = setTimeout(kill, TIME_LIMIT);
  }
  clearTimeout(timer);
  await closed;
  remove();
  // It hung, or ended the process.
  if (noticed.length < mutations.length && performance.now() < deadline) noticed.push(true);
  return noticed;
}

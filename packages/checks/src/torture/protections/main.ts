import { forEachParallel } from "@connect-sdk/api/internal";
import { parseArgs } from "node:util";
import { Runner } from "../mutants/runner.ts";
import { readSources } from "../mutants/sources.ts";
import { applyMutant, chooseProtections, type Protection } from "./apply.ts";
import { type ProtectionVerdict, summarize } from "./summary.ts";
import { protections } from "./table.ts";

/**
 * `pnpm protections`: removes the protections of signing in, one at a time, and reports whether a test notices. Fails if one can be
 * removed unnoticed, or if none was removed. Words as arguments choose protections by their names and packages,
 * `--why TEXT` their mutants.
 */
const { values, positionals } = parseArgs({
  args: process.argv.slice(2).filter((argument) => argument !== "--"),
  allowPositionals: true,
  options: {
    /** The time after which no further protection is removed. */
    minutes: { type: "string", default: "60" },
    parallel: { type: "string", default: "2" },
    /** A part of the consequence: other ways to remove a protection are not tried. */
    why: { type: "string", default: "" },
  },
});
const deadline = performance.now() + Number(values.minutes) * 60_000;

const chosen = chooseProtections(protections, positionals, values.why);
let [tried, missed] = [0, 0];
await forEachParallel(chosen, Number(values.parallel), tryProtection);
if (chosen.length === 0) console.log("No protection matches. Choose other words, or another --why.");
else if (tried === 0) console.log("No protection was removed in time. Pass more --minutes.");
process.exitCode = missed > 0 || tried === 0 ? 1 : 0;

/** Removes a protection in each of the ways that the table names, after a run without a mutation. */
async function tryProtection({ name, package: owner, tests: files, mutants }: Protection): Promise<void> {
  const sources = readSources({ package: owner });
  await using runner = new Runner(owner);
  const unchanged = sources[0];
  if (unchanged === undefined) throw new Error(`${owner} has no source files.`);
  const baseline = await runner.send({ kind: "run", path: unchanged.path, code: unchanged.code, files });
  if (baseline.kind !== "ran" || baseline.outcome !== "passed")
    throw new Error(`${owner}, ${name}: the tests fail without a mutation.`);
  const verdicts: ProtectionVerdict[] = [];
  for (const mutant of mutants) {
    if (performance.now() > deadline) {
      verdicts.push("not tried");
      continue;
    }
    const { path, code, description } = applyMutant(owner, mutant, sources);
    const original = sources.find((source) => source.path === path)?.code;
    if (original === undefined) throw new Error(`${path} is not a source file of ${owner}.`);
    const { outcome } = await runner.test({ path, code, original, tests: baseline.tests });
    tried++;
    const verdict = outcome === "failed" ? "noticed" : outcome === "passed" ? "not noticed" : outcome;
    verdicts.push(verdict);
    if (verdict !== "noticed") console.log(`${verdict}: ${owner} ${description} (${mutant.why})`);
  }
  // A time limit shows nothing.
  missed += verdicts.filter((verdict) => verdict === "not noticed" || verdict === "timed out").length;
  console.log(`${owner}, ${name}: ${summarize(verdicts)}`);
}

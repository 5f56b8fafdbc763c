/**
 * `npm test`: installs, then runs the checks that every change must pass. Turbo's cache has the results of what has not changed.
 * Ends with the counts: every test, and every other check as one. Slow checks that rarely fail, and those
 * that need a build, are in `.ci/run`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { createHome, ownEnvironment } from "./own-environment.mjs";
import { install, pnpm, root } from "./pnpm.mjs";

const checks = [
  "check:generated",
  "//#lint:openapi",
  "//#format:check",
  "//#lint",
  "typecheck",
  "//#lint:dependencies",
  "//#lint:unused",
  "test",
  "//#check:repository",
  "check:house",
  "check:excerpts",
];

install();
const runs = join(root, ".turbo", "runs");
rmSync(runs, { recursive: true, force: true });
const started = Date.now();
// More tasks than processors would only slow each other down, and reach their time limits.
const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`;
// The site imports the built packages.
const turbo = [
  "exec",
  "turbo",
  "run",
  ...checks,
  "--filter=!@connect-sdk/docs",
  "--continue",
  "--summarize",
  concurrency,
];
const { home, remove } = createHome();
const status = pnpm([...turbo, "--output-logs=errors-only", "--log-order=grouped"], {
  ...ownEnvironment(home),
  // Leaves out the tests that take long, see vitest.shared.ts, and lints tests without their types.
  CHECKS: "fast",
});
remove();

const rows = summary().map(count);
const passed = rows.reduce((sum, row) => sum + row.passed, 0);
const failed = rows.reduce((sum, row) => sum + row.failed, 0);
console.log("");
for (const row of rows) {
  const counts = row.failed > 0 ? `${row.passed} passed, ${row.failed} FAILED` : `${row.passed} passed`;
  console.log(`${row.failed > 0 ? "✗" : "✓"} ${row.task.padEnd(44)} ${counts}${row.cached ? " (cached)" : ""}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
// A run that failed in turbo has failed, whatever was counted.
process.exitCode = status !== 0 || failed > 0 || rows.length === 0 ? 1 : 0;

/** @typedef {{ taskId: string, task: string, directory: string, execution?: { exitCode: number | null }, cache: { status: string } }} TaskSummary */

/** @returns {TaskSummary[]} the tasks that turbo ran */
function summary() {
  const file = existsSync(runs) ? readdirSync(runs).find((name) => name.endsWith(".json")) : undefined;
  if (file === undefined) return [];
  const { tasks } = JSON.parse(readFileSync(join(runs, file), "utf8"));
  return tasks.filter((/** @type {TaskSummary} */ task) => !["transit", "build"].includes(task.task));
}

/** @param {TaskSummary} task */
function count({ taskId, task, directory, execution, cache }) {
  const cached = cache.status === "HIT";
  const ok = cached || execution?.exitCode === 0;
  const { passed, failed } = reported(task, directory, cached) ?? { passed: ok ? 1 : 0, failed: 0 };
  // A suite that fails to load has no failed test, but the task fails.
  return { task: taskId, cached, passed, failed: ok ? failed : Math.max(1, failed) };
}

/**
 * The counts in the report of a task: `reports/vitest.json` for `test`, `reports/NAME.json` for `check:NAME`.
 *
 * @param {string} task
 * @param {string} directory
 * @param {boolean} cached
 * @returns {{ passed: number, failed: number } | undefined} undefined if this run left no report
 */
function reported(task, directory, cached) {
  const name = task === "test" ? "vitest" : task.replace(/^check:/, "");
  const file = join(root, directory, "reports", `${name}.json`);
  if (!existsSync(file) || (!cached && statSync(file).mtimeMs < started)) return undefined;
  const report = JSON.parse(readFileSync(file, "utf8"));
  return {
    passed: report.passed ?? report.numPassedTests ?? 0,
    failed: report.failed ?? report.numFailedTests ?? 0,
  };
}

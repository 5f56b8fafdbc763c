import { join } from "node:path";
import type { Checklist } from "../checklist.ts";
import { expectSuccess } from "../run-command.ts";

/** Runs the test suites of a stranger, each on its own runner; a suite in which no test ran has failed. */
export async function runDownstreamSuites(checklist: Checklist, project: string): Promise<void> {
  const vitest = join(project, "node_modules", "vitest", "vitest.mjs");
  for (const suite of ["fake.test.ts", "msw.test.ts"]) {
    await checklist.check(`vitest suite, ${suite}`, "run", async () => {
      const printed = await expectSuccess(process.execPath, [vitest, "run", "--root", "downstream", suite], {
        cwd: project,
        env: { NO_COLOR: "1", FORCE_COLOR: undefined },
      });
      requireTests(/Tests\s+(\d+) passed/, printed);
    });
  }
  await checklist.check("node:test suite", "run", async () => {
    const suite = join("downstream", "node-test.mjs");
    requireTests(
      /pass (\d+)/,
      await expectSuccess(process.execPath, ["--test", "--test-reporter=tap", suite], { cwd: project }),
    );
  });
}

function requireTests(pattern: RegExp, printed: string): void {
  if (Number(pattern.exec(printed)?.[1] ?? 0) === 0) throw new Error(`No test was run:\n${printed}`);
}

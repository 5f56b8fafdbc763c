import { forEachParallel } from "@connect-sdk/api/internal";
import { cpSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { createProject, pack } from "../tarballs.ts";
import { checks, inTemporaryFolder, PUBLISHED, root } from "../workspace.ts";
import { compileAndRun, compiledConsumers, COMPILERS, expectOk, typesOnly } from "./compile.ts";
import { bundleAndRun, callCommands, expectNoDeepImports, runOtherSuites, runVitestSuites } from "./use.ts";

/**
 * `check:consumers`: packs the packages, installs the tarballs in projects outside the repository, and uses them there:
 * compiles, runs, requires, tests, bundles, and calls the commands. Compiles with the repository's TypeScript; with
 * `--all-compilers` with every supported one.
 */
const compilers = COMPILERS.filter(({ everyTime }) => everyTime || process.argv.includes("--all-compilers"));
const checklist = new Checklist("consumer × compiler", "consumers");

await inTemporaryFolder("consumers", async (folder) => {
  const tarballs = await pack(root, join(folder, "tarballs"));
  const everything = join(folder, "everything");
  const onlyApi = join(folder, "only-api");
  const oldestPeers = join(folder, "oldest-peers");
  await createProject(everything, tarballs, { ours: PUBLISHED, others: ["@types/node", "jest", "msw", "vitest"] });
  await createProject(onlyApi, tarballs, { ours: ["api"] });
  await createProject(oldestPeers, tarballs, { ours: PUBLISHED, othersAs: { vitest: "vitest-oldest" } });
  for (const project of [everything, onlyApi, oldestPeers])
    cpSync(join(checks, "consumers"), project, { recursive: true });

  const compilations = [
    ...compiledConsumers.map((consumer) => ({ consumer, project: everything })),
    { consumer: typesOnly, project: onlyApi },
  ].flatMap((target) =>
    compilers
      // One digit before and after the dot.
      .filter(({ version }) => version >= (target.consumer.since ?? ""))
      .map((compiler) => ({ ...target, compiler })),
  );
  await forEachParallel(compilations, availableParallelism(), async ({ consumer, project, compiler }) => {
    await checklist.check(consumer.name, compiler.name, () => compileAndRun(project, consumer, compiler));
  });

  await checklist.check("require() from JavaScript", "run", () =>
    expectOk(join(everything, "commonjs", "caller.cjs"), everything),
  );
  await checklist.check("esbuild bundle for a browser", "run", () => bundleAndRun(everything));
  await checklist.check("deep imports are rejected", "run", () => {
    expectNoDeepImports(everything);
  });
  await runVitestSuites(checklist, everything, ["fake.test.ts", "msw.test.ts", "options.test.ts"]);
  await runVitestSuites(checklist, oldestPeers, ["fake.test.ts", "options.test.ts"]);
  await runOtherSuites(checklist, everything);
  await callCommands(checklist, everything);
});

checklist.finish();

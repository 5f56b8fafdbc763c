/**
 * `check:consumers`: packs the four packages, installs the tarballs in projects outside the repository, and does there
 * what strangers do: compile, run, require, test, bundle, call the commands.
 */
import { cpSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { inParallel } from "../in-parallel.ts";
import { pack } from "../pack.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { createProject } from "../throw-away-project.ts";
import { acceptance, PUBLISHED, root } from "../workspace.ts";
import { bundleAndRun } from "./browser-bundle.ts";
import { callCommands } from "./call-commands.ts";
import { compileAndRun, expectOk } from "./compile-and-run.ts";
import { compiledConsumers, typesOnly } from "./compiled-consumers.ts";
import { COMPILERS } from "./compilers.ts";
import { expectNoDeepImports } from "./deep-imports.ts";
import { runDownstreamSuites } from "./downstream-suites.ts";

const checklist = new Checklist("consumer × compiler", "consumers");

await inTemporaryFolder("consumers", async (folder) => {
  const tarballs = await pack(root, join(folder, "tarballs"));
  const everything = join(folder, "everything");
  const onlyApi = join(folder, "only-api");
  await createProject(everything, tarballs, { ours: PUBLISHED, others: ["@types/node", "msw", "vitest"] });
  await createProject(onlyApi, tarballs, { ours: ["api"] });
  for (const project of [everything, onlyApi]) cpSync(join(acceptance, "consumers"), project, { recursive: true });

  const compilations = [
    ...compiledConsumers.map((consumer) => ({ consumer, project: everything })),
    { consumer: typesOnly, project: onlyApi },
  ].flatMap((target) => COMPILERS.map((compiler) => ({ ...target, compiler })));
  await inParallel(availableParallelism(), compilations, async ({ consumer, project, compiler }) => {
    await checklist.check(consumer.name, compiler.name, () => compileAndRun(project, consumer, compiler));
  });

  await checklist.check("require() from JavaScript", "run", () =>
    expectOk(join(everything, "commonjs", "caller.cjs"), everything),
  );
  await checklist.check("esbuild bundle for a browser", "run", () => bundleAndRun(everything));
  await checklist.check("deep imports are refused", "run", () => {
    expectNoDeepImports(everything);
  });
  await runDownstreamSuites(checklist, everything);
  await callCommands(checklist, everything);
});

checklist.finish();

/**
 * `runtimes`: runs the suites of `behaviour/` with the packed packages on every runtime that is supported, against the fake
 * on a port. A runtime that cannot be had counts as a failure.
 */
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { pack } from "../pack.ts";
import { inTemporaryFolder } from "../temporary-folder.ts";
import { createProject } from "../throw-away-project.ts";
import { acceptance, root } from "../workspace.ts";
import { findChromium } from "./find-chromium.ts";
import { runInChromium } from "./run-in-chromium.ts";
import { installRuntime, runOnRuntime } from "./run-on-runtime.ts";
import { RUNTIMES } from "./runtime.ts";

const checklist = new Checklist("runtime × suite", "runtimes");

await inTemporaryFolder("runtimes", async (folder) => {
  const project = join(folder, "project");
  const tarballs = await pack(root, join(folder, "tarballs"));
  await createProject(project, tarballs, { ours: ["api", "users"] });
  cpSync(join(acceptance, "behaviour"), join(project, "behaviour"), { recursive: true });

  await attempt("Node", () => runOnRuntime(checklist, { name: "Node", binary: process.execPath, args: [] }, project));
  for (const [index, runtime] of RUNTIMES.entries()) {
    await attempt(runtime.package, async () => {
      const home = join(folder, `runtime-${index}`);
      mkdirSync(home);
      await runOnRuntime(checklist, { ...runtime, binary: await installRuntime(runtime, home) }, project);
    });
  }
  await attempt("Chromium", async () => {
    await runInChromium(checklist, await findChromium(), project);
  });
});

checklist.finish();

/** A runtime that does not even start must be seen in the table. */
async function attempt(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    checklist.fail(name, "available", error);
  }
}

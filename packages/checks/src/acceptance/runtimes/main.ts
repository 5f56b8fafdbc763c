import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { Checklist } from "../checklist.ts";
import { createProject, pack } from "../tarballs.ts";
import { checks, inTemporaryFolder, root } from "../workspace.ts";
import { findChromium, runInChromium } from "./chromium.ts";
import { installRuntime, runOnRuntime, RUNTIMES } from "./runtime.ts";

/**
 * `runtimes`: runs the suites of `behaviour/` with the packed packages on every supported runtime, against the fake on a port.
 * A runtime that cannot be installed counts as a failure.
 */
const checklist = new Checklist("runtime × suite", "runtimes");

await inTemporaryFolder("runtimes", async (folder) => {
  const project = join(folder, "project");
  const tarballs = await pack(root, join(folder, "tarballs"));
  await createProject(project, tarballs, { ours: ["api", "users", "lifecycle"] });
  cpSync(join(checks, "behaviour"), join(project, "behaviour"), { recursive: true });

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

/** Runs the suites on a runtime, and records a failure if it does not start. */
async function attempt(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    checklist.fail(name, "available", error);
  }
}

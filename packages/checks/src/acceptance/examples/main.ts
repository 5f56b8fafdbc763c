import { isObject } from "@connect-sdk/api/internal";
import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { basename, join } from "node:path";
import { Checklist } from "../checklist.ts";
import { expectSuccess, runCommand } from "../run-command.ts";
import { findChromium } from "../runtimes/chromium.ts";
import { pack, type Tarballs } from "../tarballs.ts";
import { inTemporaryFolder, PUBLISHED, readObject, root } from "../workspace.ts";

/**
 * `examples`: installs each project of `examples/` outside the repository, with the packed packages instead of the published ones,
 * and runs its tests. Names of examples as arguments select some of them.
 */
const checklist = new Checklist("example", "examples");
const only = process.argv.slice(2);

/** What a person who tries an example leaves in its folder. */
const GENERATED: ReadonlySet<string> = new Set([
  "node_modules",
  "dist",
  ".next",
  "generated",
  "test-results",
  "package-lock.json",
]);

await inTemporaryFolder("examples", async (folder) => {
  const tarballs = await pack(root, join(folder, "tarballs"));
  const examples = readdirSync(join(root, "examples"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && (only.length === 0 || only.includes(entry.name)))
    .map(({ name }) => name);
  const chromium = await findChromium();
  for (const name of examples) {
    const project = join(folder, name);
    cpSync(join(root, "examples", name), project, {
      recursive: true,
      filter: (path) => !GENERATED.has(basename(path)),
    });
    if (name === "testthat" && !(await hasR(folder))) {
      console.log("- testthat: skipped, because R with testthat and httr2 is not installed");
      continue;
    }
    const started = performance.now();
    await checklist.check(name, "install and test", async () => {
      await install(project, tarballs);
      const installed = performance.now();
      const env = { CHROMIUM: chromium, PORT: String(await freePorts()), NEXT_TELEMETRY_DISABLED: "1" };
      await expectSuccess("npm", ["test"], { cwd: project, env, timeout: 300_000 });
      const seconds = (from: number, to: number): string => `${((to - from) / 1000).toFixed(1)} s`;
      console.log(`✓ ${name}: install ${seconds(started, installed)}, test ${seconds(installed, performance.now())}`);
    });
  }
});

checklist.finish();

/** Installs a project with the tarballs. They also get each other from the tarballs. */
async function install(project: string, tarballs: Tarballs): Promise<void> {
  const file = join(project, "package.json");
  const manifest = readObject(file);
  const ours = Object.fromEntries(PUBLISHED.map((name) => [`@connect-sdk/${name}`, `file:${tarballs[name]}`]));
  for (const field of ["dependencies", "devDependencies"]) {
    const dependencies = manifest[field];
    if (!isObject(dependencies)) continue;
    for (const name of Object.keys(dependencies)) dependencies[name] = ours[name] ?? dependencies[name];
  }
  writeFileSync(file, JSON.stringify({ ...manifest, overrides: ours }, null, 2));
  const quiet = ["--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
  await expectSuccess("npm", ["install", ...quiet], { cwd: project, env: { NODE_ENV: undefined }, timeout: 300_000 });
}

/** Whether R is installed with the packages of the example for testthat. */
async function hasR(cwd: string): Promise<boolean> {
  return await runCommand("Rscript", ["-e", "library(testthat); library(httr2)"], { cwd }).then(
    ({ status }) => status === 0,
    () => false,
  );
}

/** Returns a port that is free, and whose next one is free, too. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = await listen(0);
    const second = await listen(first.port + 1).catch(() => undefined);
    await Promise.all([first.close(), second?.close()]);
    if (second !== undefined) return first.port;
  }
}

async function listen(port: number): Promise<{ port: number; close: () => Promise<unknown> }> {
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { port: address.port, close: () => new Promise((resolve) => server.close(resolve)) };
}

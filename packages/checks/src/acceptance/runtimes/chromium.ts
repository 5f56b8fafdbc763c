import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import type { Checklist } from "../checklist.ts";
import { expectSuccess } from "../run-command.ts";
import { root } from "../workspace.ts";
import { servePage, startCorsGateway } from "./page-servers.ts";
import { recordResults, startFakeServer } from "./runtime.ts";

const TIMEOUT = 120_000;

/** Bundles both suites with the installed packages and runs them in a page of headless Chromium. */
export async function runInChromium(checklist: Checklist, chromium: string, project: string): Promise<void> {
  const version = /\d+(\.\d+)+/.exec(await expectSuccess(chromium, ["--version"], { cwd: project }))?.[0];
  const { outputFiles } = await build({
    absWorkingDir: project,
    entryPoints: [join(project, "behaviour", "page.mjs")],
    bundle: true,
    platform: "browser",
    format: "esm",
    target: "es2023",
    write: false,
    logLevel: "silent",
  });
  const fake = await startFakeServer();
  const gateway = await startCorsGateway(fake.url);
  const page = await servePage(outputFiles[0]?.text ?? "", fake, gateway);
  const browser = spawn(chromium, [...FLAGS, `--user-data-dir=${join(project, "chromium")}`, page.url], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  browser.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
  try {
    const started = performance.now();
    const timer = new AbortController();
    const results = await Promise.race([
      page.results,
      once(browser, "exit").then(() => Promise.reject(new Error(`Chromium ended without results:\n${stderr}`))),
      wait(TIMEOUT, undefined, { signal: timer.signal }).then(() =>
        Promise.reject(new Error(`The page had no results after ${TIMEOUT / 1000} s.\n${stderr}`)),
      ),
    ]).finally(() => {
      timer.abort();
    });
    recordResults(checklist, `Chromium ${version ?? ""}`, results, (performance.now() - started) / 1000);
  } finally {
    page.close();
    gateway.close();
    if (browser.exitCode === null && browser.signalCode === null) {
      browser.kill();
      await once(browser, "exit");
    }
    await fake.stop();
  }
}

/** Headless, as root, and without background requests. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Returns the path of Chromium or Chrome. Installs Debian's package where possible. `CHROMIUM` overrides the path. */
export async function findChromium(): Promise<string> {
  const found = process.env["CHROMIUM"] ?? onPath();
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    throw new Error("Chromium was not found. Install it, or set CHROMIUM to its path.");
  }
  const options = { cwd: root, env: { DEBIAN_FRONTEND: "noninteractive" }, timeout: 300_000 };
  await expectSuccess("apt-get", ["update", "-qq"], options);
  await expectSuccess("apt-get", ["install", "-qq", "-y", "--no-install-recommends", "chromium"], options);
  const installed = onPath();
  if (installed === undefined) throw new Error("Debian's chromium was installed but is not on PATH.");
  return installed;
}

function onPath(): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file));
}

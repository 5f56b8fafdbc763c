import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import type { Checklist } from "../checklist.ts";
import { expectSuccess } from "../run-command.ts";
import { startCorsGateway } from "./cors-gateway.ts";
import { startFakeServer } from "./fake-server.ts";
import { servePage } from "./page-server.ts";
import { recordResults } from "./results.ts";

const LONGEST = 120_000;

/** Bundles both suites with the installed packages and runs them in a page of a headless Chromium. */
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
  let complaints = "";
  browser.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  try {
    const started = performance.now();
    const giveUp = new AbortController();
    const results = await Promise.race([
      page.results,
      once(browser, "exit").then(() => Promise.reject(new Error(`Chromium ended without results:\n${complaints}`))),
      wait(LONGEST, undefined, { signal: giveUp.signal }).then(() =>
        Promise.reject(new Error(`The page had no results after ${LONGEST / 1000} s.\n${complaints}`)),
      ),
    ]).finally(() => {
      giveUp.abort();
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

/** Headless, as root, and without a word to anybody but the page and the fake. */
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

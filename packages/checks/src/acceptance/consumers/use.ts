import { isObject } from "@connect-sdk/api/internal";
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { createFakeConnect } from "@connect-sdk/testing";
import { build } from "esbuild";
import type { Checklist } from "../checklist.ts";
import { expectSuccess, runCommand, type RunOptions } from "../run-command.ts";
import { folderOf, PUBLISHED, type PublishedPackage, readObject } from "../workspace.ts";

/** Runs suites on the Vitest of a project. A suite in which no test ran has failed. */
export async function runVitestSuites(checklist: Checklist, project: string, suites: readonly string[]): Promise<void> {
  const folder = join(project, "node_modules", "vitest");
  const vitest = join(folder, "vitest.mjs");
  const version = String(readObject(join(folder, "package.json"))["version"]);
  for (const suite of suites) {
    await checklist.check(`Vitest ${version}, ${suite}`, "run", async () => {
      const printed = await expectSuccess(process.execPath, [vitest, "run", "--root", "downstream", suite], {
        cwd: project,
        env: { NO_COLOR: "1", FORCE_COLOR: undefined },
      });
      requireTests(/Tests\s+(\d+) passed/, printed);
    });
  }
}

/** Runs test suites on other runners. */
export async function runOtherSuites(checklist: Checklist, project: string): Promise<void> {
  await checklist.check("Jest suites, ESM and CommonJS", "run", async () => {
    const jest = join(project, "node_modules", "jest", "bin", "jest.js");
    const { status, stdout, stderr } = await runCommand(
      process.execPath,
      ["--experimental-vm-modules", jest, "--rootDir", join("downstream", "jest")],
      { cwd: project, env: { NO_COLOR: "1", FORCE_COLOR: undefined } },
    );
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
    requireTests(/Tests:\s+(\d+) passed, 3 total/, stderr);
  });
  await checklist.check("node:test suite", "run", async () => {
    const suite = join("downstream", "node-test.mjs");
    requireTests(
      /pass (\d+)/,
      await expectSuccess(process.execPath, ["--test", "--test-reporter=tap", suite], { cwd: project }),
    );
  });
}

function requireTests(pattern: RegExp, printed: string): void {
  if (Number(pattern.exec(printed)?.[1] ?? 0) === 0) throw new Error(`No test ran:\n${printed}`);
}

/** Calls `connect-users` and `fake-connect` as npm installs them. */
export async function callCommands(checklist: Checklist, project: string): Promise<void> {
  const bin = (name: string): string => join(project, "node_modules", ".bin", name);
  const connectUsers = bin("connect-users");
  const fakeConnect = bin("fake-connect");
  const options: RunOptions = {
    cwd: project,
    env: { NO_COLOR: "1" },
  };
  const onFake = (...command: string[]): string[] => ["exec", "--users", "20", "--seed", "7", "--", ...command];

  await checklist.check("connect-users --version", "run", async () => {
    assert.match(await expectSuccess(connectUsers, ["--version"], options), new RegExp(versionOf("cli")));
  });
  await checklist.check("fake-connect --version", "run", async () => {
    assert.match(await expectSuccess(fakeConnect, ["--version"], options), new RegExp(versionOf("testing")));
  });
  await checklist.check("connect-users without a server", "run", async () => {
    const { status, stdout, stderr } = await runCommand(connectUsers, ["list"], options);
    assert.notEqual(status, 0);
    assert.equal(stdout, "");
    assert.match(stderr, /CONNECT_SERVER/);
  });
  await checklist.check("fake-connect exec -- connect-users", "run", async () => {
    const listed: unknown = JSON.parse(
      await expectSuccess(fakeConnect, onFake(connectUsers, "list", "--json"), options),
    );
    assert.ok(Array.isArray(listed));
    assert.equal(listed.length, 20);
  });
  await checklist.check("fake-connect exec returns the status of its command", "run", async () => {
    const { status } = await runCommand(fakeConnect, onFake(connectUsers, "show", "nobody-of-that-name"), options);
    assert.equal(status, 4);
  });
}

function versionOf(name: PublishedPackage): string {
  return String(readObject(join(folderOf(name), "package.json"))["version"]).replaceAll(".", "\\.");
}

/** Asserts that files outside `exports` cannot be imported. */
export function expectNoDeepImports(project: string): void {
  const { resolve } = createRequire(join(project, "package.json"));
  for (const name of PUBLISHED) {
    const entry = entryOf(join(project, "node_modules", "@connect-sdk", name));
    for (const file of [entry, entry.replace(".js", ""), "src/index.ts", "src"]) {
      assert.throws(() => resolve(`@connect-sdk/${name}/${file}`), { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" });
    }
    assert.ok(existsSync(join(project, "node_modules", "@connect-sdk", name, entry)));
  }
}

/** Returns the file that the name of an installed package stands for, such as `dist/index.js`. */
function entryOf(folder: string): string {
  const { exports } = readObject(join(folder, "package.json"));
  const root = isObject(exports) ? exports["."] : undefined;
  const file = isObject(root) ? root["default"] : undefined;
  if (typeof file !== "string") throw new Error(`${folder} has no default export.`);
  return file.replace("./", "");
}

/** Bundles the page from the installed tarballs and runs it with the globals of a browser and no others. */
export async function bundleAndRun(project: string): Promise<void> {
  const file = join(project, "out", "bundle.js");
  const { errors, warnings } = await build({
    absWorkingDir: project,
    entryPoints: [join(project, "page", "bundle.ts")],
    outfile: file,
    bundle: true,
    minify: true,
    platform: "browser",
    format: "iife",
    target: "es2023",
    logLevel: "silent",
  });
  if (errors.length + warnings.length > 0) throw new Error(JSON.stringify([...errors, ...warnings]));

  const fake = createFakeConnect({ users: 9, seed: 7 });
  const page: Record<string, unknown> = Object.fromEntries(
    BROWSER_GLOBALS.map((name) => [name, Reflect.get(globalThis, name)]),
  );
  runInNewContext(readFileSync(file, "utf8"), page);
  const summarize = page["summarizeConnect"];
  if (typeof summarize !== "function") throw new Error("The bundle did not define summarizeConnect().");
  const summary: unknown = await Reflect.apply(summarize, undefined, [fake.url, fake.apiKey, fake.fetch]);
  if (!isObject(summary) || summary["total"] !== 9 || summary["missing"] !== "NotFoundError") {
    throw new Error(`The page returned ${JSON.stringify(summary)}`);
  }
}

/** The globals of every browser. They do not include `process`, `Buffer`, `require` or `setImmediate`. */
const BROWSER_GLOBALS = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "DOMException",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "atob",
  "btoa",
  "clearTimeout",
  "console",
  "crypto",
  "fetch",
  "performance",
  "queueMicrotask",
  "setTimeout",
  "structuredClone",
];

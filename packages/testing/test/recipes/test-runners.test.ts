import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { spawnProgram } from "../support/spawn-program.ts";

const RECIPES = new URL("../../docs/test-runners.md", import.meta.url);
const PROGRAM = [
  `--import=${import.meta.resolve("tsx")}`,
  "--conditions=@connect-sdk/source",
  fileURLToPath(new URL("../support/run-from-source.ts", import.meta.url)),
];

/** Runs `fake-connect` with a command of the recipes, in a folder with the files of the recipes. */
async function run(file: string, ...command: string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "fake-connect-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, file), await codeOf(file));
  const { stdout } = await promisify(execFile)(process.execPath, [...PROGRAM, ...command], { cwd: folder });
  return stdout;
}

/** Returns the block of the recipes that names a file in its first line. */
async function codeOf(file: string): Promise<string> {
  const text = await readFile(RECIPES, "utf8");
  const block = Array.from(text.matchAll(/^```\w+\n(?:#|\/\/) (\S+).*\n([\s\S]*?)^```$/gm)).find(
    ([, name]) => name === file,
  );
  if (block?.[2] === undefined) throw new Error(`docs/test-runners.md has no block for ${file}`);
  return block[2];
}

/** Returns whether a command works on this machine. */
function works(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const hasPytest = works("pytest", "--version");
const hasTestthat = works("Rscript", "-e", "library(testthat)");
const hasPlaywright = works("npx", "--no-install", "playwright", "--version");

it.skipIf(!hasPytest)(hasPytest ? "pytest" : "pytest is not installed", async () => {
  expect(await run("test_users.py", "exec", "--users", "20", "--", "pytest", "-q")).toContain("1 passed");
});

it.skipIf(!hasTestthat)(hasTestthat ? "testthat" : "testthat is not installed", async () => {
  const script = 'testthat::test_file("test-users.R", reporter = "stop")';
  await run("test-users.R", "exec", "--users", "20", "--", "Rscript", "-e", script);
});

it.skipIf(!hasPlaywright)(hasPlaywright ? "Playwright" : "Playwright is not installed", async () => {
  const config = await codeOf("playwright.config.ts");
  const folder = await mkdtemp(join(tmpdir(), "fake-connect-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const serve = [process.execPath, ...PROGRAM].map((word) => JSON.stringify(word)).join(" ");
  const own = config
    .replace("npx @connect-sdk/testing", serve.replaceAll("`", ""))
    .replace(/^ *\{ command: "npm run start".*\n/m, "");
  await writeFile(join(folder, "playwright.config.ts"), own);
  await writeFile(
    join(folder, "users.spec.ts"),
    `import { expect, test } from "@playwright/test";
     test("users", async ({ request }) => {
       const headers = { authorization: "Key key-of-the-tests" };
       const response = await request.get("http://127.0.0.1:3940/__api__/v1/users", { headers });
       expect((await response.json()).total).toBe(20);
     });`,
  );
  const { stdout } = await promisify(execFile)("npx", ["--no-install", "playwright", "test"], { cwd: folder });
  expect(stdout).toContain("1 passed");
});

/** Each of Playwright's steps without Playwright: it polls the root until it responds. */
it("the server's root responds as soon as the program has printed its address, to GET and HEAD", async () => {
  const program = spawnProgram(["serve", "--port", "0", "--api-key", "key-of-the-tests", "--users", "20", "--json"]);
  const { url, apiKey } = JSON.parse(await program.nextLine()) as { url: string; apiKey: string };
  expect(apiKey).toBe("key-of-the-tests");
  for (const method of ["GET", "HEAD"]) expect((await fetch(url, { method })).status).toBe(200);
});

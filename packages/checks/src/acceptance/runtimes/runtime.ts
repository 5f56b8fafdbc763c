import { isObject } from "@connect-sdk/api/internal";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import { arch, platform } from "node:process";
import { createInterface } from "node:readline";
import type { Checklist } from "../checklist.ts";
import { expectSuccess, runCommand } from "../run-command.ts";
import { folderOf } from "../workspace.ts";

/** A JavaScript runtime that is published as an npm package with a binary. */
export interface Runtime {
  name: string;
  /** The npm package. Without a version, the newest. */
  package: string;
  /** The path of the binary in the package. */
  binary: string;
  /** Arguments before the script. */
  args: readonly string[];
}

/** Runtimes besides the Node that runs this program. Their packages are named after the system and processor. */
export const RUNTIMES: readonly Runtime[] = [
  ...["22", "24", "26"].map((version) => ({
    name: "Node",
    package: `node-${platform}-${arch}@${version}`,
    binary: "bin/node",
    args: [],
  })),
  { name: "Bun", package: `@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}`, binary: "bin/bun", args: [] },
  {
    name: "Deno",
    package: `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}`,
    binary: "deno",
    // The packages need the network and the environment, and no files.
    args: ["run", "--no-prompt", "--allow-net=127.0.0.1", "--allow-env"],
  },
];

/** Returns the name of the package without its version. */
function packageName(runtime: Runtime): string {
  return runtime.package.replace(/(?<!^)@.*$/, "");
}

/** Installs a runtime from npm into a folder and returns the path of its binary. */
export async function installRuntime(runtime: Runtime, folder: string): Promise<string> {
  const args = [
    "install",
    "--prefix",
    folder,
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--no-package-lock",
    "--loglevel=error",
  ];
  await expectSuccess("npm", [...args, runtime.package], { cwd: folder, timeout: 300_000 });
  const binary = join(folder, "node_modules", packageName(runtime), runtime.binary);
  chmodSync(binary, 0o755);
  return binary;
}

/** Runs both suites on a runtime against a new fake. */
export async function runOnRuntime(
  checklist: Checklist,
  runtime: { name: string; binary: string; args: readonly string[] },
  project: string,
): Promise<void> {
  const { name, binary, args } = runtime;
  const version = /\d+\.\d+\.\d+/.exec(await expectSuccess(binary, ["--version"], { cwd: project }))?.[0];
  const fake = await startFakeServer();
  try {
    const started = performance.now();
    const env = {
      CONNECT_SERVER: fake.url,
      CONNECT_API_KEY: fake.apiKey,
      CONNECT_USERS: String(fake.users),
      DENO_NO_UPDATE_CHECK: "1",
    };
    const { stdout, stderr } = await runCommand(binary, [...args, join(project, "behaviour", "main.mjs")], {
      cwd: project,
      env,
    });
    const line = stdout.trim().split("\n").at(-1) ?? "";
    if (!line.startsWith("[")) throw new Error(`${name} ended without results:\n${stdout}${stderr}`);
    recordResults(checklist, `${name} ${version ?? ""}`, JSON.parse(line), (performance.now() - started) / 1000);
  } finally {
    await fake.stop();
  }
}

/** Validates the results of another process and adds them to the table, one column for each suite. */
export function recordResults(checklist: Checklist, runtime: string, results: unknown, seconds: number): void {
  if (!Array.isArray(results) || results.length === 0) throw new Error(`No test ran: ${JSON.stringify(results)}`);
  for (const result of results as unknown[]) {
    if (!isResult(result)) throw new Error(`This is not a result: ${JSON.stringify(result)}`);
    const { suite, name, failure } = result;
    if (failure === undefined) {
      checklist.record({ row: runtime, column: suite, passed: 1, failed: 0, seconds: seconds / results.length });
    } else {
      checklist.fail(runtime, suite, `${name}: ${failure}`);
    }
  }
}

function isResult(value: unknown): value is { suite: string; name: string; failure?: string } {
  if (!isObject(value)) return false;
  const { suite, name, failure } = value;
  return typeof suite === "string" && typeof name === "string" && ["string", "undefined"].includes(typeof failure);
}

/** A fake server in its own process. */
export interface FakeServer {
  url: string;
  apiKey: string;
  /** The number of users at the start. */
  users: number;
  stop(): Promise<void>;
}

/** Starts a fake on a port with CORS and control routes, and waits until it listens. */
export async function startFakeServer(): Promise<FakeServer> {
  const users = 60;
  const program = join(folderOf("testing"), "bin", "fake-connect.js");
  const args = ["serve", "--port", "0", "--users", String(users), "--seed", "7", "--cors", "--control", "--json"];
  args.push("--auto-approve", "admin");
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    await once(child, "exit");
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const ready: unknown = JSON.parse(line);
    if (!isObject(ready) || typeof ready["url"] !== "string" || typeof ready["apiKey"] !== "string") break;
    return { url: ready["url"], apiKey: ready["apiKey"], users, stop };
  }
  await stop();
  throw new Error("fake-connect ended before it listened.");
}

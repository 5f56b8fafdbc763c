import { chmodSync } from "node:fs";
import { join } from "node:path";
import type { Checklist } from "../checklist.ts";
import { expectSuccess, runCommand } from "../run-command.ts";
import { startFakeServer } from "./fake-server.ts";
import { recordResults } from "./results.ts";
import { packageName, type Runtime } from "./runtime.ts";

/** Installs a runtime from npm into a folder and says where its binary is. */
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

/** Runs both suites with a runtime against a fake of their own. */
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

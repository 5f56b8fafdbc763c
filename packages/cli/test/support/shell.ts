import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { childEnvironment } from "./environment.ts";

/** The file of `connect-users`, bundled from the sources. */
export const main = inject("program");

/** Runs a shell command line in which `connect-users` is the program. */
export async function shell(line: string, env: Record<string, string>) {
  const child = spawn("bash", ["--norc", "-o", "pipefail", "-c", `connect-users() { node '${main}' "$@"; }\n${line}`], {
    env: { ...childEnvironment, ...env },
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, stdout, stderr };
}

/** Returns everything that a stream delivers. */
export async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let all = "";
  for await (const chunk of stream) all += String(chunk);
  return all;
}

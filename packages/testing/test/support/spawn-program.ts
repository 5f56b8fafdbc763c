import { spawn, type ChildProcessByStdio } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { inject, onTestFinished } from "vitest";

/** A `fake-connect` process. */
export interface Program {
  readonly process: ChildProcessByStdio<null, Readable, Readable>;
  /** Waits for the next line on standard output. */
  nextLine(): Promise<string>;
  /** Waits for the end. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; stderr: string }>;
}

/** Starts `fake-connect`, bundled from its sources. The process is killed after the test. */
export function spawnProgram(args: readonly string[], env: Record<string, string> = {}): Program {
  const child = spawn(process.execPath, [inject("program"), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const stderr = text(child.stderr);
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => {
    child.once("close", (code, signal) => {
      resolve([code, signal]);
    });
  }).then(async ([code, signal]) => ({ code, signal, stderr: await stderr }));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    process: child,
    ended,
    async nextLine() {
      const line = await lines.next();
      if (line.done === true) throw new Error(`fake-connect printed no further line. Standard error: ${await stderr}`);
      return line.value;
    },
  };
}

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { folderOf, isObject } from "../workspace.ts";

/** A fake server in a process of its own. */
export interface FakeServer {
  url: string;
  apiKey: string;
  /** How many users it has at first. */
  users: number;
  stop(): Promise<void>;
}

/** Starts a fake on a port, open for browsers and for faults, and waits until it can be reached. */
export async function startFakeServer(): Promise<FakeServer> {
  const users = 60;
  const program = join(folderOf("testing"), "bin", "fake-connect.js");
  const args = ["serve", "--port", "0", "--users", String(users), "--seed", "7", "--cors", "--control", "--json"];
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
  throw new Error("fake-connect ended before it was listening.");
}

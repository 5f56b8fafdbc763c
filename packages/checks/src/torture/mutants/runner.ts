import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createHome, ownEnvironment } from "../../../../../scripts/own-environment.mjs";
import { checks } from "../../acceptance/workspace.ts";
import type { AreaName, PackageName } from "./sources.ts";
import type { Order, Reply } from "./worker.ts";

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** A process that runs tests. Ends and starts again when it hangs. */
export class Runner implements AsyncDisposable {
  readonly #tests: PackageName;
  readonly #area: AreaName | undefined;
  readonly #home = createHome();
  #child: ChildProcess | undefined;

  /**
   * @param tests - the package whose tests are run.
   * @param area - whose functions a run without a mutation watches. Without it, tests that start programs are run, too.
   */
  constructor(tests: PackageName, area?: AreaName) {
    this.#tests = tests;
    this.#area = area;
  }

  /** Returns the reply to an order, or undefined if it takes longer than so many milliseconds or ends the process. */
  async send(order: Order, timeLimit: number): Promise<Reply | undefined> {
    const child = this.#child ?? (await this.#start());
    const controller = new AbortController();
    const { signal } = controller;
    const reply = once(child, "message", { signal }) as Promise<[Reply]>;
    const ended = once(child, "exit", { signal }).then(() => undefined);
    const overdue = sleep(timeLimit, undefined, { signal });
    child.send(order);
    try {
      const found = await Promise.race([reply, ended, overdue]);
      if (found === undefined) await this.#stop();
      return found?.[0];
    } finally {
      controller.abort();
      await Promise.allSettled([reply, ended, overdue]);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
    this.#home.remove();
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(WORKER, [this.#tests, ...(this.#area === undefined ? [] : [this.#area])], {
      cwd: checks,
      env: ownEnvironment(this.#home.home),
      execArgv: ["--conditions=@connect-sdk/source", "--import", "tsx"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      // A group of its own, so that its workers end with it.
      detached: true,
    });
    await once(child, "message");
    this.#child = child;
    return child;
  }

  async #stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const ended = once(child, "exit");
    process.kill(-child.pid, "SIGKILL");
    await ended;
  }
}

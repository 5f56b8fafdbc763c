import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createHome, ownEnvironment } from "../../../../../scripts/own-environment.mjs";
import { checks } from "../../acceptance/workspace.ts";
import type { AreaName, PackageName } from "./sources.ts";
import type { Order, Reply } from "./worker.ts";

type Ran = Extract<Reply, { kind: "ran" }>;
type FinalReply = Exclude<Reply, { kind: "progress" }>;

/** Other code for a file, and the tests that may notice. */
export interface Change {
  readonly path: string;
  readonly code: string;
  readonly original: string;
  readonly files: readonly string[];
  /** The milliseconds that the slowest of the test files takes without the change. */
  readonly usual: number;
}

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** Milliseconds after which tests hang, even without a change. */
const LONGEST = 600_000;

/** Returns the milliseconds after which tests hang that usually take some milliseconds. */
function limitFor(usual: number): number {
  return Math.min(LONGEST, 20_000 + 5 * usual);
}

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

  /**
   * Returns the reply to an order, or undefined if the process ends or its tests hang.
   *
   * @param silence - the milliseconds after which tests hang if no test file has ended
   */
  async send(order: Order, silence: number): Promise<FinalReply | undefined> {
    const child = this.#child ?? (await this.#start());
    const found = await new Promise<FinalReply | undefined>((resolve) => {
      const end = (reply?: FinalReply): void => {
        clearTimeout(overdue);
        child.off("message", hear).off("exit", exit);
        resolve(reply);
      };
      const exit = (): void => {
        end();
      };
      const hear = (reply: Reply): void => {
        if (reply.kind === "progress") overdue.refresh();
        else end(reply);
      };
      const overdue = setTimeout(exit, silence);
      child.on("message", hear).on("exit", exit);
      child.send(order);
    });
    if (found === undefined) await this.#stop();
    return found;
  }

  /** Runs tests with a change. If they seem to hang, the machine may be busy: tries again, as long as they take at present. */
  async test({ path, code, original, files, usual }: Change): Promise<Pick<Ran, "outcome" | "red">> {
    const first = await this.send({ kind: "run", path, code, files }, limitFor(usual));
    if (first?.kind === "ran" && first.outcome !== "timed out") return first;
    const start = performance.now();
    await this.send({ kind: "run", path, code: original, files }, LONGEST);
    const second = await this.send({ kind: "run", path, code, files }, limitFor(performance.now() - start));
    return second?.kind === "ran" ? second : { outcome: "timed out", red: [] };
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

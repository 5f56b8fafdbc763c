import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createHome, ownEnvironment } from "../../../../../scripts/own-environment.mjs";
import { checks } from "../../acceptance/workspace.ts";
import type { TimedTest } from "./coverage-cache.ts";
import type { PackageName } from "./sources.ts";
import type { Order, Outcome, Reply } from "./worker.ts";

/** The last reply to an order, or after how many test files the process ended or was stopped. */
type Result = Exclude<Reply, { kind: "progress" }> | { readonly kind: "hung"; readonly ended: number };

/** Other code for a file, and the tests that may notice. */
interface Change {
  readonly path: string;
  readonly code: string;
  readonly original: string;
  /** In this order. */
  readonly tests: readonly TimedTest[];
}

const WORKER = fileURLToPath(new URL("worker.ts", import.meta.url));

/** Milliseconds after which a test file hangs, even without a change. */
const LONGEST = 600_000;

/** Returns the milliseconds after which a test file hangs that takes some milliseconds without a change. */
function limitFor(milliseconds: number): number {
  return Math.min(LONGEST, 30_000 + 4 * milliseconds);
}

function isRed(result: Result, file: string): boolean {
  return result.kind === "ran" && result.red.includes(file);
}

/** A process that runs tests. Ends and starts again when it hangs. */
export class Runner implements AsyncDisposable {
  readonly #tests: PackageName;
  readonly #forAreas: boolean;
  readonly #home = createHome();
  #child: ChildProcess | undefined;

  /**
   * @param tests - the package whose tests are run.
   * @param forAreas - whether to leave out tests that start programs, which read the original files
   */
  constructor(tests: PackageName, { forAreas = false } = {}) {
    this.#tests = tests;
    this.#forAreas = forAreas;
  }

  /** Carries out an order. Stops the process when a test file takes longer than the limit for its position. */
  async send(order: Order, limitAt: (position: number) => number = () => LONGEST): Promise<Result> {
    const child = this.#child ?? (await this.#start());
    const result = await new Promise<Result>((resolve) => {
      let ended = 0;
      const end = (found: Result): void => {
        clearTimeout(overdue);
        child.off("message", hear).off("exit", hang);
        resolve(found);
      };
      const hang = (): void => {
        end({ kind: "hung", ended });
      };
      const hear = (reply: Reply): void => {
        if (reply.kind !== "progress") {
          end(reply);
          return;
        }
        clearTimeout(overdue);
        overdue = setTimeout(hang, limitAt(++ended));
      };
      let overdue = setTimeout(hang, limitAt(0));
      child.on("message", hear).on("exit", hang);
      child.send(order);
    });
    if (result.kind === "hung") await this.#stop();
    return result;
  }

  /**
   * Runs tests with a change. A test file that seems to hang is tried again, as long as it takes without the change at present:
   * the machine may be busy.
   */
  async test({ tests, ...change }: Change): Promise<Outcome> {
    const { path, code, original } = change;
    const files = tests.map(({ file }) => file);
    const limitAt = (position: number): number => limitFor(tests[position]?.milliseconds ?? 0);
    const first = await this.send({ kind: "run", path, code, files }, limitAt);
    if (first.kind === "ran" && first.outcome !== "timed out") return first;
    const red = files.findIndex((file) => isRed(first, file));
    const position = first.kind === "hung" ? first.ended : Math.max(0, red);
    const suspects = files.slice(position, position + 1);
    const start = performance.now();
    await this.send({ kind: "run", path, code: original, files: suspects });
    const limit = limitFor(performance.now() - start);
    const second = await this.send({ kind: "run", path, code, files: suspects }, () => limit);
    if (second.kind !== "ran" || second.outcome === "timed out") return { outcome: "timed out", red: [] };
    const others = tests.slice(position + 1);
    return second.outcome === "failed" || others.length === 0 ? second : await this.test({ ...change, tests: others });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stop();
    this.#home.remove();
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(WORKER, [this.#tests, ...(this.#forAreas ? ["areas"] : [])], {
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

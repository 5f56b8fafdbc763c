import type { Users } from "@connect-sdk/users";
import type { ErrorDescription } from "../errors.ts";
import { isOwn } from "./guards.ts";
import { inParallel } from "./in-parallel.ts";
import type { Settled } from "./outcome.ts";
import { perform } from "./perform.ts";
import { type Entry, type Work, workOf } from "./plan.ts";
import { StopRule } from "./stop-rule.ts";

/** How a plan is carried out. */
export interface ExecuteOptions {
  readonly users: Users;
  /** The guid behind the key. What is to happen to it happens last, because the key may be worthless afterwards. */
  readonly ownGuid: string;
  /** How many entries at a time. */
  readonly concurrency: number;
  /** No entry is begun any more once this is aborted; those under way are finished. */
  readonly signal: AbortSignal;
  /** Called after each entry. */
  settled(): void;
}

/** What became of a plan. */
export interface Execution {
  /** Every entry, in the order of the plan. */
  readonly settled: readonly Settled[];
  /** Why the rest was not attempted, other than by interruption. */
  readonly stopped: ErrorDescription | undefined;
}

/** Carries out what is planned. Never rejects: each entry tells what became of it. */
export async function executePlan(entries: readonly Entry[], options: ExecuteOptions): Promise<Execution> {
  const { users, ownGuid, concurrency, signal } = options;
  const settled: Settled[] = entries.map((entry) =>
    entry.verdict.status === "planned" ? { entry, outcome: { status: "not attempted" } } : { entry },
  );
  const rule = new StopRule(Math.max(10, 2 * concurrency));
  const carryOut = async ({ at, entry, work }: Task): Promise<void> => {
    const outcome = await perform(work, users);
    settled[at] = { entry, outcome };
    rule.observe(outcome);
    options.settled();
  };

  const tasks = entries.flatMap((entry, at): Task[] => {
    const work = workOf(entry);
    return work === undefined ? [] : [{ at, entry, work }];
  });
  const stopped = (): boolean => signal.aborted || rule.reason !== undefined;
  for (const own of [false, true]) {
    await inParallel(
      tasks.filter(({ entry }) => isOwn(entry, ownGuid) === own),
      concurrency,
      carryOut,
      stopped,
    );
  }
  return { settled, stopped: rule.reason };
}

interface Task {
  /** Position in the plan. */
  readonly at: number;
  readonly entry: Entry;
  readonly work: Work;
}

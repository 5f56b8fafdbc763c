import { type ApplyOptions, applySteps, type PlanResult, type PlanSteps } from "./apply.ts";
import { PlanRefusedError, type Refusal } from "./errors.ts";
import type { PlanStep } from "./step.ts";
import { requestsToVerify } from "./verify-accounts.ts";

/** What a plan is created from. */
export interface PlanDefinition extends PlanSteps {
  /** `offboard`, `merge`, `sync` … */
  readonly kind: string;
  /** What the plan is about, for messages: `jdoe`, `people.csv`. */
  readonly subject: string;
  /** What a person should know before applying, most important first. */
  readonly notes?: readonly string[];
  /** Reasons to refuse the whole plan. */
  readonly refusals?: readonly Refusal[];
  /** Estimated number of requests of `apply`, without those that read `accounts` again. */
  readonly requests: number;
}

/**
 * Changes to many things, decided and not yet made. Planning only reads. `apply` makes the changes; to continue after an
 * interruption, plan again: what is done is read from the server.
 */
export class Plan {
  readonly kind: string;
  /** What the plan is about, for messages. */
  readonly subject: string;
  readonly steps: readonly PlanStep[];
  readonly notes: readonly string[];
  /** Reasons to refuse the whole plan, most important first. */
  readonly refusals: readonly Refusal[];
  /** Estimated number of requests of `apply`, including its verification. */
  readonly requests: number;
  readonly #definition: PlanDefinition;

  constructor(definition: PlanDefinition) {
    this.kind = definition.kind;
    this.subject = definition.subject;
    this.steps = definition.steps;
    this.notes = definition.notes ?? [];
    this.refusals = definition.refusals ?? [];
    const { accounts } = definition;
    this.requests = definition.requests + (accounts === undefined ? 0 : requestsToVerify(this.steps, accounts));
    this.#definition = definition;
  }

  /** Number of steps per state. */
  get summary(): Readonly<Record<PlanStep["state"], number>> {
    const summary = { planned: 0, done: 0, refused: 0, manual: 0 };
    for (const { state } of this.steps) summary[state]++;
    return summary;
  }

  /**
   * Makes the changes. Never throws midway: each outcome says what happened to its step. Applying a plan again skips the steps
   * that are done.
   *
   * @throws PlanRefusedError if a guard refuses the plan; nothing is written then.
   */
  async apply(options: ApplyOptions = {}): Promise<PlanResult> {
    const [first, ...others] = this.refusals;
    if (first !== undefined) throw new PlanRefusedError([first, ...others]);
    return await applySteps(this.#definition, options);
  }
}

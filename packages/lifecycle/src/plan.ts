import { type ApplyOptions, applySteps, checkApplyOptions, type PlanResult, type PlanSteps } from "./apply.ts";
import { InvalidArgumentError } from "@connect-sdk/api";
import { checkInput } from "@connect-sdk/api/internal";
import { checkDate } from "./arguments.ts";
import { requireChecksums, sha256 } from "./checksum.ts";
import { PlanRefusedError, type Refusal } from "./errors.ts";
import { readCaller } from "./server.ts";
import type { PlanStep } from "./step.ts";
import { requestsToVerify } from "./verify-accounts.ts";

/** Input of the constructor of {@link Plan}. */
export interface PlanDefinition extends PlanSteps {
  /** `offboard`, `merge`, `sync` … */
  readonly kind: string;
  /** What the plan is about, for messages: `jdoe`, `people.csv`. */
  readonly subject: string;
  /** Notes to read before applying, most important first. */
  readonly notes?: readonly string[];
  /** Reasons to refuse the whole plan. */
  readonly refusals?: readonly Refusal[];
  /** Estimated number of requests of `apply`, without those that read `accounts` again. */
  readonly requests: number;
  /** Returns what the plan can be created from again, as JSON, for `save`. */
  readonly inputs?: (() => Readonly<Record<string, unknown>>) | undefined;
}

/** Identifies a saved plan, and the version of its format. */
export const PLAN_FORMAT = { format: "connect-sdk-plan", version: 1 } as const;

/** Options of `plan.save()`. */
export interface SaveOptions {
  /** The time in the file. Default: the system's clock. */
  readonly now?: Date | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Planned changes. Planning only reads, and `apply` executes the steps. To continue after an interruption, plan again: finished
 * steps are recognized by the state of the server.
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
   * @throws InvalidArgumentError for an unknown option; nothing is sent then.
   */
  async apply(options: ApplyOptions = {}): Promise<PlanResult> {
    const checked = checkApplyOptions(options);
    const [first, ...others] = this.refusals;
    if (first !== undefined) throw new PlanRefusedError([first, ...others]);
    return await applySteps(this.#definition, checked);
  }

  /**
   * Returns the plan as JSON, to be reviewed and applied later with `loadPlan`. It has no secrets, but names and e-mail addresses:
   * write it to a file that others cannot read.
   *
   * @throws PlanRefusedError if a guard refuses the plan.
   * @throws InvalidArgumentError if the plan has passwords, or was created from a stream, which is gone.
   */
  async save(options: SaveOptions = {}): Promise<string> {
    const { now = new Date(), signal } = checkInput("options", options, "now:object signal:signal");
    checkDate("now", now);
    const [first, ...others] = this.refusals;
    if (first !== undefined) throw new PlanRefusedError([first, ...others]);
    requireChecksums("plan");
    const { inputs, connection } = this.#definition;
    if (inputs === undefined || connection === undefined) {
      throw new InvalidArgumentError("This plan cannot be saved.", {
        argument: "rows",
        fix: "Pass the rows as an array, not as a stream, or apply the plan without saving it.",
      });
    }
    const me = await readCaller(connection, { signal });
    const { kind, subject, notes, steps, requests } = this;
    const plan = {
      ...PLAN_FORMAT,
      created: now.toISOString(),
      server: connection.url,
      caller: me === undefined ? null : { guid: me.guid, username: me.username },
      ...{ kind, subject, notes, requests, steps },
      inputs: inputs(),
    };
    return `${JSON.stringify({ ...plan, sha256: await checksumOf(plan) }, undefined, 2)}\n`;
  }
}

/** Returns the checksum of a saved plan without its checksum, however the file is indented. */
export async function checksumOf(plan: object): Promise<string> {
  return await sha256(JSON.stringify(plan));
}

/** A value before or after a step. `null` means none. */
export type StepValue = string | number | boolean | null;

/** What a step changes. */
export interface StepTarget {
  readonly kind: "user" | "group" | "content" | "permission" | "membership" | "session" | "server";
  readonly guid?: string | undefined;
  /** Name to show: username, group name, content name. */
  readonly name: string;
}

/**
 * - `planned`: `apply` makes the change.
 * - `done`: nothing to do, the server is already as wanted.
 * - `refused`: a rule forbids the change; `fix` says what to do.
 * - `manual`: the API cannot do it; `fix` says how a person does.
 */
export type StepState = "planned" | "done" | "refused" | "manual";

/** What is known about a step. */
export interface StepDetails {
  /** Stable: the action and the guids. Two plans for the same thing use the same ids. */
  readonly id: string;
  /** `lock`, `move-content`, `remove-member` … */
  readonly action: string;
  readonly target: StepTarget;
  readonly from?: StepValue | undefined;
  readonly to?: StepValue | undefined;
  /** One clause that a colleague accepts: `owned by jdoe`. */
  readonly reason: string;
  readonly state: StepState;
  readonly fix?: string | undefined;
  /** A warning to read before applying. */
  readonly note?: string | undefined;
  /** Ids of steps that must succeed first. */
  readonly needs?: readonly string[] | undefined;
}

/** What the work of a step may return. Nothing means that the change was made. */
export interface WorkResult {
  /** `unchanged`: somebody else had made the change. Default: `done`. */
  readonly status?: "done" | "unchanged";
  readonly note?: string;
  /** Guid of what was created. */
  readonly guid?: string;
  /** Further steps that became visible, for example content that was published after planning. They run in this phase. */
  readonly more?: readonly PlanStep[];
}

/**
 * Makes the change of a step. Checks cheaply that the change is still needed, and throws if it cannot be made.
 */
export type StepWork = (options: { readonly signal: AbortSignal | undefined }) => Promise<WorkResult | undefined>;

/** How to execute a step. */
export interface StepExecution {
  readonly work: StepWork;
  /** Steps of a phase start when all steps of lower phases have ended. Default: 0. */
  readonly phase?: number;
}

/** One change to one thing. */
export class PlanStep implements StepDetails {
  readonly id: string;
  readonly action: string;
  readonly target: StepTarget;
  declare readonly from?: StepValue;
  declare readonly to?: StepValue;
  readonly reason: string;
  readonly state: StepState;
  declare readonly fix?: string;
  declare readonly note?: string;
  declare readonly needs?: readonly string[];
  readonly #execution: StepExecution | undefined;
  #done = false;

  /** A step that is `planned` needs an execution. */
  constructor(details: StepDetails & { readonly state: "planned" }, execution: StepExecution);
  constructor(details: StepDetails & { readonly state: Exclude<StepState, "planned"> });
  constructor(details: StepDetails, execution?: StepExecution) {
    this.id = details.id;
    this.action = details.action;
    this.target = details.target;
    this.reason = details.reason;
    this.state = details.state;
    if (details.from !== undefined) this.from = details.from;
    if (details.to !== undefined) this.to = details.to;
    if (details.fix !== undefined) this.fix = details.fix;
    if (details.note !== undefined) this.note = details.note;
    if (details.needs !== undefined) this.needs = details.needs;
    this.#execution = execution;
  }

  /** When the step starts, relative to the others. */
  static phaseOf(step: PlanStep): number {
    return step.#execution?.phase ?? 0;
  }

  /** Executes the step once; afterwards it is done. */
  static async execute(step: PlanStep, signal: AbortSignal | undefined): Promise<WorkResult> {
    if (step.#done || step.#execution === undefined) return { status: "unchanged" };
    const result = (await step.#execution.work({ signal })) ?? {};
    step.#done = true;
    return result;
  }
}

/**
 * - `done`: the change was made.
 * - `unchanged`: nothing was to do.
 * - `failed`: see `error`.
 * - `skipped`: a step that it needs did not succeed.
 * - `refused`, `manual`: as planned.
 * - `not attempted`: the run stopped before.
 */
export type StepStatus = "done" | "unchanged" | "failed" | "skipped" | "refused" | "manual" | "not attempted";

/** What happened to a step. */
export interface StepOutcome {
  readonly step: PlanStep;
  readonly status: StepStatus;
  /** When it settled. */
  readonly time: Date;
  readonly error?: unknown;
  readonly note?: string | undefined;
  /** Guid of what was created. */
  readonly guid?: string | undefined;
}

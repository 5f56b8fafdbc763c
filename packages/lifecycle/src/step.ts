import type { UserRole } from "@connect-sdk/api";

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

/** One field with its old and new value. */
export interface FieldChange {
  readonly field: string;
  /** `undefined` for a new account. */
  readonly from?: string | boolean | undefined;
  readonly to: string | boolean;
}

/** A row of a file that cannot be used: the reason, the place and the fix. */
export interface RowProblem {
  readonly line: number;
  /** Column of the file, from 1. */
  readonly column?: number | undefined;
  readonly field?: string | undefined;
  /** Username of the row, if it has one. */
  readonly username?: string | undefined;
  /** Default: `usage`. */
  readonly kind?: "usage" | "not_found" | "ambiguous" | undefined;
  readonly message: string;
  readonly fix: string;
}

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
  /** Line of the file that asks for the step. */
  readonly line?: number | undefined;
  /** The fields that get a new value. */
  readonly changes?: readonly FieldChange[] | undefined;
  /** What is wrong with the row, for a step that is refused because the row itself cannot be used. */
  readonly problem?: Omit<RowProblem, "line" | "username" | "message" | "fix"> | undefined;
  /** Reasons to check the step before applying, one clause each. */
  readonly risks?: readonly string[] | undefined;
  /**
   * Takes several writes, and the server does not show afterwards that the last one is missing. A program that may be killed
   * records in `onStart` that the step starts, and passes what did not end to the next plan.
   */
  readonly isDivided?: boolean | undefined;
}

/** Result of the work of a step. `undefined` means that the change was made. */
export interface WorkResult {
  /** `unchanged`: somebody else had made the change. `not attempted`: nothing was sent. Default: `done`. */
  readonly status?: "done" | "unchanged" | "not attempted";
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
  /** The expected state of the account. It is read again when all steps have ended. */
  readonly account?: ExpectedAccount | undefined;
}

/** The expected state of an account after a step. */
export interface ExpectedAccount {
  /** `undefined` for a new account: the result of the work has the guid. */
  readonly guid?: string | undefined;
  /** The fields that the step sets. Others are not compared. */
  readonly values: {
    readonly email?: string | undefined;
    readonly first_name?: string | undefined;
    readonly last_name?: string | undefined;
    readonly user_role?: UserRole | undefined;
    readonly locked?: boolean | undefined;
  };
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
  declare readonly line?: number;
  declare readonly changes?: readonly FieldChange[];
  declare readonly problem?: Omit<RowProblem, "line" | "username" | "message" | "fix">;
  declare readonly risks?: readonly string[];
  declare readonly isDivided?: boolean;
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
    if (details.line !== undefined) this.line = details.line;
    if (details.changes !== undefined) this.changes = details.changes;
    if (details.problem !== undefined) this.problem = details.problem;
    if (details.risks !== undefined) this.risks = details.risks;
    if (details.isDivided !== undefined) this.isDivided = details.isDivided;
    this.#execution = execution;
  }

  /** Returns the same step with a warning to read before applying. */
  static withRisk(step: PlanStep, risk: string): PlanStep {
    const details: StepDetails = step;
    const risks = [...(step.risks ?? []), risk];
    return step.#execution === undefined
      ? step
      : new PlanStep({ ...details, risks, state: "planned" }, step.#execution);
  }

  /** When the step starts, relative to the others. */
  static phaseOf(step: PlanStep): number {
    return step.#execution?.phase ?? 0;
  }

  /** Returns the expected state of the account after the step. */
  static accountOf(step: PlanStep): ExpectedAccount | undefined {
    return step.#execution?.account;
  }

  /** Executes the step once; afterwards it is done. */
  static async execute(step: PlanStep, signal: AbortSignal | undefined): Promise<WorkResult> {
    if (step.#done || step.#execution === undefined) return { status: "unchanged" };
    const result = (await step.#execution.work({ signal })) ?? {};
    step.#done = result.status !== "not attempted";
    return result;
  }
}

/** Refuses the planned steps that need a refused one: they would be skipped, and a preview must not promise them. */
export function refuseDependents(steps: readonly PlanStep[]): PlanStep[] {
  const known = new Map(steps.map((step) => [step.id, step]));
  const resolve = (step: PlanStep): PlanStep => {
    if (step.state !== "planned") return step;
    for (const id of step.needs ?? []) {
      const needed = known.get(id);
      const cause = needed === undefined ? undefined : resolve(needed);
      if (cause?.state !== "refused") continue;
      const reason = `needs ${cause.action} ${cause.target.name}, which is refused: ${cause.reason}`;
      const details: StepDetails = step;
      const refused = new PlanStep({ ...details, reason, fix: cause.fix, state: "refused" });
      known.set(step.id, refused);
      return refused;
    }
    return step;
  };
  return steps.map(resolve);
}

/**
 * - `done`: the change was made.
 * - `unchanged`: nothing was to do.
 * - `differs`: the change was made, but the verification at the end found another value. See `note`.
 * - `failed`: see `error`.
 * - `skipped`: a step that it needs did not succeed.
 * - `refused`: as planned, or a rule of the server forbids it, and `error` says which.
 * - `manual`: as planned.
 * - `not attempted`: the run stopped before.
 */
export type StepStatus =
  "done" | "unchanged" | "differs" | "failed" | "skipped" | "refused" | "manual" | "not attempted";

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
  /**
   * `X-Correlation-ID` of all requests of the step, to find them in the server's log. The ids of a run start alike. `undefined` in
   * browsers, where each request has an id of its own.
   */
  readonly correlationId?: string | undefined;
}

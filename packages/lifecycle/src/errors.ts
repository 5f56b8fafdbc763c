import { ConnectError, type ConnectErrorOptions } from "@connect-sdk/api";

/** Why a plan is refused as a whole. */
export interface Refusal {
  /** Name of the guard, for programs: `own-account`, `last-administrator`, `max-lock` … */
  readonly guard: string;
  /** One clause, without a period at the end. */
  readonly reason: string;
  readonly fix: string;
}

/** Options of {@link PlanRefusedError}. */
export interface PlanRefusedErrorOptions extends ConnectErrorOptions {
  refusals: readonly Refusal[];
}

/** A guard refuses the plan as a whole. Nothing was written. */
export class PlanRefusedError extends ConnectError<PlanRefusedErrorOptions> {
  /** All reasons, most important first. */
  declare readonly refusals: readonly Refusal[];

  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    const [{ reason, fix }] = refusals;
    super(`The plan is refused: ${reason}. Nothing was changed.`, { fix, refusals });
  }

  override get name(): string {
    return "PlanRefusedError";
  }
}

/** A rule of the server forbids the change of one step, however often it is tried. Its outcome is `refused`. */
export class StepRefusedError extends ConnectError {
  override get name(): string {
    return "StepRefusedError";
  }
}

/** Options of {@link StalePlanError}. */
export interface StalePlanErrorOptions extends ConnectErrorOptions {
  differences: readonly string[];
}

/** The server is not as it was when the plan was saved. Nothing was written. */
export class StalePlanError extends ConnectError<StalePlanErrorOptions> {
  /** What has changed since, one clause each. */
  declare readonly differences: readonly string[];

  constructor(differences: readonly [string, ...string[]]) {
    const shown = differences.slice(0, MAX_SHOWN).join("; ");
    const others = differences.length - MAX_SHOWN;
    const more = others > 0 ? `; and ${others} more` : "";
    super(`The plan is stale: ${shown}${more}. Nothing was changed.`, {
      fix: "Plan again, and review the new plan.",
      differences,
    });
  }

  override get name(): string {
    return "StalePlanError";
  }
}

/** Number of differences in the message. */
const MAX_SHOWN = 10;

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

import { isApiError, isConnectError } from "@connect-sdk/api";
import { checkInput, forEachParallel, printable } from "@connect-sdk/api/internal";
import { Correlation } from "./correlation.ts";
import { StepRefusedError } from "./errors.ts";
import { Throttle } from "./throttle.ts";
import { type Connection, InvalidArgumentError } from "@connect-sdk/users";
import { PlanStep, type StepOutcome, type StepStatus, type WorkResult } from "./step.ts";
import { type AccountReads, findDifferences } from "./verify-accounts.ts";

/** The steps of a plan, and how to execute and verify them. */
export interface PlanSteps {
  /** A step comes after the steps that it needs. */
  readonly steps: readonly PlanStep[];
  /** Returns whether an error makes all other steps with the same action pointless. */
  readonly stopsAction?: ((error: unknown) => boolean) | undefined;
  /** The connection of the steps. Fewer steps run at the same time while its server limits requests. */
  readonly connection?: Connection | undefined;
  /** How the accounts that steps change are read again at the end. Without it, they are not. Needs `connection`. */
  readonly accounts?: AccountReads | undefined;
  /** Reads the server after all steps and returns what is still left, one clause each. */
  readonly verify?: ((signal: AbortSignal | undefined) => Promise<readonly string[]>) | undefined;
}

/** Options of `plan.apply()`. */
export interface ApplyOptions {
  /** Number of steps in progress at the same time, 1 to 1,000. Default: 6. */
  readonly concurrency?: number | undefined;
  /** Stops. Steps in progress are finished, and no other step is started. */
  readonly signal?: AbortSignal | undefined;
  /** Called before the first request of a step. What it throws ends the run, and is thrown; the step is not attempted. */
  readonly onStart?: ((step: PlanStep) => void) | undefined;
  /**
   * Called with each outcome as soon as it is known, and again with `differs` if the verification finds another value. What it throws ends the run after the steps in progress, and is
   * thrown.
   */
  readonly onStep?: ((outcome: StepOutcome) => void) | undefined;
}

/** Checks the options of a caller. A mistake must not end a run that has begun. */
export function checkApplyOptions(options: ApplyOptions): ApplyOptions {
  const rules = "concurrency:integer signal:signal onStart:function onStep:function";
  const checked = checkInput("options", options, rules);
  const { concurrency = 1 } = checked;
  if (concurrency >= 1 && concurrency <= MAX_CONCURRENCY) return checked;
  throw new InvalidArgumentError(`concurrency is ${concurrency}. Nothing was sent.`, {
    argument: "concurrency",
    fix: `Pass a whole number from 1 to ${MAX_CONCURRENCY}, or leave it out.`,
  });
}

const MAX_CONCURRENCY = 1_000;

/** What `plan.apply()` did. */
export interface PlanResult {
  /** One outcome per step, in the order of the steps. */
  readonly outcomes: readonly StepOutcome[];
  /** Number of outcomes per status. */
  readonly summary: Readonly<Record<StepStatus, number>>;
  /**
   * Whether every step that the API can do succeeded and the verification found nothing left and nothing changed back. What is left for people to do is
   * counted in `summary.manual`.
   */
  readonly complete: boolean;
  /** What the verification found to be left, one clause each. */
  readonly left: readonly string[];
  /** The error that ended the run early, if any. */
  readonly stopped?: unknown;
}

/** Executes the planned steps, one phase after the other, and verifies at the end. */
export async function applySteps(plan: PlanSteps, options: ApplyOptions): Promise<PlanResult> {
  const { concurrency = 6, signal } = options;
  const throttle = new Throttle(concurrency);
  const stopWatching = throttle.watch(plan.connection?.api);
  const run = new Run(plan, options);
  const stopped = (): boolean => signal?.aborted === true || run.stopped !== undefined;
  const execute = (step: PlanStep): Promise<void> => {
    return throttle.run(async () => {
      // The wait for a turn may have been long.
      if (!stopped()) await run.execute(step);
    });
  };
  try {
    // Once more for the steps that became visible when the last one of their phase had been started.
    for (let phase = run.nextPhase(); phase !== undefined && !stopped(); phase = run.nextPhase()) {
      await forEachParallel(run.stepsOf(phase), concurrency, execute, { stopped });
    }
  } finally {
    stopWatching();
  }
  const outcomes = run.end();
  const { stopped: error } = run;
  if (outcomes.some(({ status }) => status === "not attempted")) {
    return { outcomes, summary: count(outcomes), complete: false, left: [], stopped: error };
  }
  const { differing, left } = await verify(plan, outcomes, signal);
  const verified = run.differ(differing);
  const summary = count(verified);
  const complete = left.length === 0 && summary.failed + summary.skipped + summary.refused + summary.differs === 0;
  return { outcomes: verified, summary, complete, left, stopped: error };
}

interface Verification {
  readonly differing: readonly { readonly outcome: StepOutcome; readonly difference: string }[];
  readonly left: readonly string[];
}

/** Reads what is left. The changes are made, so that a failure to read them is a finding and not an exception. */
async function verify(
  { connection, accounts, verify: findLeft }: PlanSteps,
  outcomes: readonly StepOutcome[],
  signal: AbortSignal | undefined,
): Promise<Verification> {
  try {
    const [differing, left] = await Promise.all([
      connection === undefined || accounts === undefined
        ? []
        : findDifferences(connection, outcomes, accounts, { signal }),
      findLeft?.(signal) ?? [],
    ]);
    const differences = differing.map(
      ({ outcome, difference }) => `${printable(outcome.step.target.name)}: ${difference}`,
    );
    return { differing, left: [...left, ...differences] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { differing: [], left: [`the result could not be verified: ${reason}`] };
  }
}

/** The state of one run. */
class Run {
  /** The error that ends the run. */
  stopped: unknown;
  readonly #steps: PlanStep[];
  readonly #outcomes = new Map<string, StepOutcome>();
  readonly #started = new Set<PlanStep>();
  /** The steps in progress. */
  readonly #running = new Map<string, Promise<void>>();
  /** Actions that are given up. */
  readonly #stoppedActions = new Set<string>();
  readonly #stopsAction: (error: unknown) => boolean;
  readonly #stopRule: StopRule;
  readonly #options: ApplyOptions;
  readonly #correlation: Correlation;

  constructor({ steps, connection, stopsAction = () => false }: PlanSteps, options: ApplyOptions) {
    this.#steps = [...steps];
    this.#correlation = new Correlation(connection?.api);
    this.#stopsAction = stopsAction;
    this.#stopRule = new StopRule(Math.max(10, 2 * (options.concurrency ?? 6)));
    this.#options = options;
    for (const step of steps) {
      if (step.state !== "planned") this.#settle(step, { status: step.state === "done" ? "unchanged" : step.state });
    }
  }

  /** Returns the lowest phase that has a step to start. */
  nextPhase(): number | undefined {
    let next: number | undefined;
    for (const step of this.#steps) {
      const phase = PlanStep.phaseOf(step);
      if (step.state === "planned" && !this.#started.has(step) && (next === undefined || phase < next)) next = phase;
    }
    return next;
  }

  /** Returns the steps of a phase to start, including those that are added meanwhile. */
  *stepsOf(phase: number): Generator<PlanStep> {
    // The list may grow while its steps are executed, and the loop includes what is added.
    for (const step of this.#steps) {
      if (step.state !== "planned" || PlanStep.phaseOf(step) !== phase || this.#started.has(step)) continue;
      this.#started.add(step);
      yield step;
    }
  }

  async execute(step: PlanStep): Promise<void> {
    const running = this.#execute(step);
    this.#running.set(step.id, running);
    await running;
    this.#running.delete(step.id);
  }

  /** Settles the steps that were not attempted. Returns all outcomes. */
  end(): StepOutcome[] {
    return this.#steps.map((step) => this.#outcomes.get(step.id) ?? this.#settle(step, { status: "not attempted" }));
  }

  /** Settles steps again that the verification found to be undone. Returns all outcomes. */
  differ(differing: Verification["differing"]): StepOutcome[] {
    for (const { outcome, difference } of differing) {
      this.#settle(outcome.step, { ...outcome, status: "differs", note: `after the change, ${difference}` });
    }
    return this.end();
  }

  async #execute(step: PlanStep): Promise<void> {
    for (const id of step.needs ?? []) {
      await this.#running.get(id);
      const needed = this.#outcomes.get(id);
      const status = needed?.status;
      if (status === "done" || status === "unchanged" || status === "manual") continue;
      const name = needed === undefined ? id : `${needed.step.action} ${printable(needed.step.target.name)}`;
      this.#settle(step, {
        status: "skipped",
        note: `needs ${name}, which ${OUTCOMES.get(status) ?? "was not attempted"}`,
      });
      return;
    }
    if (this.#stoppedActions.has(step.action)) {
      this.#settle(step, { status: "skipped", note: "the same error would occur" });
      return;
    }
    this.#options.onStart?.(step);
    const correlationId = this.#correlation.next();
    let result: WorkResult;
    try {
      result = await this.#correlation.run(correlationId, () => PlanStep.execute(step, this.#options.signal));
    } catch (error) {
      if (error instanceof StepRefusedError) {
        this.#settle(step, { status: "refused", error, correlationId });
        return;
      }
      // An error that only concerns this action says nothing about the credential.
      if (this.#stopsAction(error)) this.#stoppedActions.add(step.action);
      else this.stopped ??= this.#stopRule.failed(error);
      this.#settle(step, { status: "failed", error, correlationId });
      return;
    }
    const { status = "done", more = [], ...rest } = result;
    // Settled at the end, with all the other steps that were not sent.
    if (status === "not attempted") return;
    this.#stopRule.succeeded();
    this.#steps.push(...more);
    this.#settle(step, { status, ...rest, correlationId });
    for (const other of more) {
      if (other.state !== "planned")
        this.#settle(other, { status: other.state === "done" ? "unchanged" : other.state });
    }
  }

  #settle(step: PlanStep, details: Omit<StepOutcome, "step" | "time">): StepOutcome {
    const outcome: StepOutcome = { ...details, step, time: new Date() };
    this.#outcomes.set(step.id, outcome);
    this.#options.onStep?.(outcome);
    return outcome;
  }
}

/** Decides when further steps are pointless. */
class StopRule {
  readonly #maxWithoutResponse: number;
  #anySucceeded = false;
  #withoutResponse = 0;

  /** @param maxWithoutResponse - consecutive steps that may fail without a response. */
  constructor(maxWithoutResponse: number) {
    this.#maxWithoutResponse = maxWithoutResponse;
  }

  succeeded(): void {
    this.#anySucceeded = true;
    this.#withoutResponse = 0;
  }

  /** Returns the error if it ends the run. */
  failed(error: unknown): unknown {
    this.#withoutResponse = isWithoutResponse(error) ? this.#withoutResponse + 1 : 0;
    const { status, code, retryAfter } = isApiError(error) ? error : {};
    // A credential without any permission fails every step. After one success, only this step may be forbidden.
    const isDenied = status === 401 || code === LOCKED_ACCOUNT || (status === 403 && !this.#anySucceeded);
    const isLimited = status === 429 && Number(retryAfter) > MAX_WAIT;
    return isDenied || isLimited || this.#withoutResponse >= this.#maxWithoutResponse ? error : undefined;
  }
}

/** Seconds. A server that asks to wait longer accepts none of the further steps. */
const MAX_WAIT = 600;

/** The account of the credential is locked. */
const LOCKED_ACCOUNT = 50;

/** Returns whether the server may or may not have made the change. */
export function isWithoutResponse(error: unknown): boolean {
  if (!isConnectError(error)) return false;
  if (isApiError(error)) return error.status >= 500;
  return ["NetworkError", "TimeoutError", "UnexpectedResponseError"].includes(error.name);
}

function count(outcomes: readonly StepOutcome[]): Record<StepStatus, number> {
  const summary = {
    done: 0,
    unchanged: 0,
    differs: 0,
    failed: 0,
    skipped: 0,
    refused: 0,
    manual: 0,
    "not attempted": 0,
  };
  for (const { status } of outcomes) summary[status]++;
  return summary;
}

/** Why a step that needs another one is skipped. */
const OUTCOMES: ReadonlyMap<StepStatus | undefined, string> = new Map([
  ["failed", "failed"],
  ["skipped", "was skipped"],
  ["refused", "is refused"],
]);

import { isApiError } from "@connect-sdk/api";
import type { FakeConnect } from "@connect-sdk/testing";
import type { Connection } from "@connect-sdk/users";
import type fc from "fast-check";
import type { ModelKey, ModelServer } from "./model-server.ts";
import { compareStates } from "./start.ts";

/** The real thing: the fake, and a client for each key. */
export interface Real {
  readonly fake: FakeConnect;
  /** The one connection of a key. */
  connectionOf(secret: string): Connection;
  /** Told how each call ended: `success`, or which of the expected refusals it was. */
  tell(outcome: string): void;
}

/** One call of the SDK by someone, and what the rules make of it. */
export interface Call<Result> {
  /** For the counter-example. */
  readonly text: string;
  /** How the rules judge it, apart from the key. */
  judge(model: ModelServer, caller: ModelKey): Verdict;
  perform(connection: Connection, model: ModelServer, caller: ModelKey): PromiseLike<Result>;
  /** Checks the result, and brings the model up to date. */
  accept(model: ModelServer, caller: ModelKey, result: Result): void;
}

/** A call as a command of fast-check, by the caller whom a number picks among all keys. */
export class CallCommand<Result> implements fc.AsyncCommand<ModelServer, Real> {
  readonly #caller: number;
  readonly #call: Call<Result>;

  constructor(caller: number, call: Call<Result>) {
    this.#caller = caller;
    this.#call = call;
  }

  check(): boolean {
    return true;
  }

  async run(model: ModelServer, real: Real): Promise<void> {
    const caller = pick(model.keys, this.#caller);
    const objections = judgeKey(caller);
    // Whoever asks is active from then on, and counts for the licence in what they ask for.
    model.noteActivity(caller);
    const verdict = this.#call.judge(model, caller);
    // A guard of the SDK's own may speak before the server is asked.
    const guards = verdict.refusals.filter((refusal) => !/^\d/.test(refusal));
    const refusals = objections.length > 0 ? [...objections, ...guards] : verdict.refusals;
    const mustFail = objections.length > 0 || (refusals.length > 0 && verdict.open !== true);
    let result: Result;
    try {
      result = await this.#call.perform(real.connectionOf(caller.secret), model, caller);
    } catch (error) {
      const refusal = refusals.find((each) => isRefusal(error, each));
      if (refusal === undefined)
        throw new Error(`Right would be ${refusals.join(" or ") || "success"}.`, { cause: error });
      real.tell(refusal);
      compareStates(model, real.fake);
      return;
    }
    if (mustFail) throw new Error(`This succeeded, and should have been refused with ${refusals.join(" or ")}.`);
    real.tell("success");
    this.#call.accept(model, caller, result);
    compareStates(model, real.fake);
  }

  toString(): string {
    return `key ${this.#caller}: ${this.#call.text}`;
  }
}

/** The element that a number points to, round and round. */
export function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}

/** How the rules judge a call. */
export interface Verdict {
  /**
   * The refusals that would be right: `403/49` is a status and Connect's code, `403` a status with any code, where the code is
   * not documented; a name is that of an error that the SDK throws by itself.
   */
  readonly refusals: readonly string[];
  /** Whether success would be right as well, because the rule is not documented. */
  readonly open?: boolean;
}

/** A call to which nothing can be objected. */
export const ALLOWED: Verdict = { refusals: [] };

/** What is objected to the credential itself, before anything else. */
export function judgeKey({ deleted, owner }: ModelKey): readonly string[] {
  if (deleted) return ["401/30"];
  return owner.locked ? ["403/50"] : [];
}

/** Whether an error is a certain refusal. */
export function isRefusal(error: unknown, refusal: string): boolean {
  const [status, code] = refusal.split("/").map(Number);
  if (status === undefined || Number.isNaN(status)) return error instanceof Error && error.name === refusal;
  return isApiError(error, code === undefined ? { status } : { status, code });
}

/** Lets days go by. */
export class AdvanceClock implements fc.AsyncCommand<ModelServer, Real> {
  readonly #days: number;

  constructor(days: number) {
    this.#days = days;
  }

  check(): boolean {
    return true;
  }

  run(model: ModelServer, { fake }: Real): Promise<void> {
    model.day += this.#days;
    fake.clock.advance({ days: this.#days });
    return Promise.resolve();
  }

  toString(): string {
    return `${this.#days} days go by`;
  }
}

import { isApiError } from "@connect-sdk/api";
import type { FakeConnect } from "@connect-sdk/testing";
import type { Connection } from "@connect-sdk/users";
import type fc from "fast-check";
import { compareStates, type ModelKey, type ModelServer } from "./model-server.ts";

/** The fake, and a client for each key. */
export interface Real {
  readonly fake: FakeConnect;
  /** Returns the connection of a key. */
  connectionOf(secret: string): Connection;
  /** Receives the outcome of each call: `success`, what a plan did, or one of the expected refusals. */
  record(outcome: string): void;
}

/** One call of the SDK by a caller, and what the rules say about it. */
export interface Call<Result> {
  /** The description in a counter-example. */
  readonly description: string;
  /** Whether the call makes sense. Default: always. */
  isPossible?(model: ModelServer, caller: ModelKey): boolean;
  /** Applies the rules, except for those about the key. */
  judge(model: ModelServer, caller: ModelKey): Verdict;
  perform(connection: Connection, model: ModelServer, caller: ModelKey): PromiseLike<Result>;
  /** The name of a success. Default: `success`. */
  nameOf?(result: Result): string;
  /** Checks the result and updates the model. */
  accept(model: ModelServer, caller: ModelKey, result: Result): void;
}

/** A call as a command of fast-check. A number picks the caller among all keys. */
export class CallCommand<Result> implements fc.AsyncCommand<ModelServer, Real> {
  readonly #caller: number;
  readonly #call: Call<Result>;

  constructor(caller: number, call: Call<Result>) {
    this.#caller = caller;
    this.#call = call;
  }

  check(model: Readonly<ModelServer>): boolean {
    return this.#call.isPossible?.(model, pick(model.keys, this.#caller)) ?? true;
  }

  async run(model: ModelServer, real: Real): Promise<void> {
    const caller = pick(model.keys, this.#caller);
    const keyRefusals = judgeKey(caller);
    // A caller becomes active before the rules apply, and counts toward the license.
    model.noteActivity(caller);
    const verdict = this.#call.judge(model, caller);
    // A guard of the SDK may throw before a request is sent.
    const guards = verdict.refusals.filter((refusal) => !/^\d/.test(refusal));
    const refusals = keyRefusals.length > 0 ? [...keyRefusals, ...guards] : verdict.refusals;
    const mustFail = keyRefusals.length > 0 || (refusals.length > 0 && verdict.open !== true);
    let result: Result;
    try {
      result = await this.#call.perform(real.connectionOf(caller.secret), model, caller);
    } catch (error) {
      const refusal = refusals.find((each) => isRefusal(error, each));
      if (refusal === undefined) throw new Error(`Expected ${refusals.join(" or ") || "success"}.`, { cause: error });
      real.record(refusal);
      compareStates(model, real.fake);
      return;
    }
    if (mustFail) throw new Error(`Succeeded, but expected ${refusals.join(" or ")}.`);
    real.record(this.#call.nameOf?.(result) ?? "success");
    this.#call.accept(model, caller, result);
    compareStates(model, real.fake);
  }

  toString(): string {
    return `key ${this.#caller}: ${this.#call.description}`;
  }
}

/** Returns the item at an index, modulo the number of items. */
export function pick<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length];
  if (item === undefined) throw new RangeError("There are no items to pick from.");
  return item;
}

/** What the rules say about a call. */
export interface Verdict {
  /**
   * The allowed refusals. `403/49` is a status and Connect's code, `403` a status with any code, for undocumented codes. Other
   * strings are names of errors that the SDK throws without a request.
   */
  readonly refusals: readonly string[];
  /** Whether success is allowed too, because the rule is not documented. */
  readonly open?: boolean;
}

/** The verdict on a call without objections. */
export const ALLOWED: Verdict = { refusals: [] };

/** Returns the refusals of the credential, which come before all others. */
export function judgeKey({ deleted, owner }: ModelKey): readonly string[] {
  if (deleted) return ["401/30"];
  return owner.locked ? ["403/50"] : [];
}

/** Returns whether an error is a certain refusal. */
export function isRefusal(error: unknown, refusal: string): boolean {
  const [status, code] = refusal.split("/").map(Number);
  if (status === undefined || Number.isNaN(status)) return error instanceof Error && error.name === refusal;
  return isApiError(error, code === undefined ? { status } : { status, code });
}

/** Advances the clock by some days. */
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
    return `${this.#days} days pass`;
  }
}

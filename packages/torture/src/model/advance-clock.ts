import type fc from "fast-check";
import type { Real } from "./call.ts";
import type { ModelServer } from "./model-server.ts";

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

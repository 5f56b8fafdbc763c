import type { ErrorDescription } from "../errors.ts";
import type { Outcome } from "./outcome.ts";

/** Decides when going on with the other rows makes no sense. */
export class StopRule {
  /** Why to stop; `undefined` while going on makes sense. */
  reason: ErrorDescription | undefined;
  readonly #patience: number;
  #succeeded = false;
  #unanswered = 0;

  /** @param patience - how many rows in succession may find the server unreachable. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  observe(outcome: Outcome): void {
    if (outcome.status !== "failed") {
      this.#succeeded ||= outcome.status === "done";
      this.#unanswered = 0;
      return;
    }
    const { kind } = outcome.error;
    this.#unanswered = UNREACHABLE.has(kind) ? this.#unanswered + 1 : 0;
    // A key that may do nothing fails every row; one that did something may still meet a row that is not for it.
    const denied = kind === "authentication" || (kind === "permission" && !this.#succeeded);
    if (denied || this.#unanswered >= this.#patience) this.reason ??= outcome.error;
  }
}

const UNREACHABLE: ReadonlySet<ErrorDescription["kind"]> = new Set([
  "network",
  "timeout",
  "server",
  "unexpected_response",
]);

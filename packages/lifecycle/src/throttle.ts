/** How many steps run at the same time while the server limits requests. */
import type { ConnectClient } from "@connect-sdk/api";
import { watchResponses } from "@connect-sdk/api/internal";

/**
 * Lets up to a number of steps run at the same time. Each 429 halves the number, to at least one; undisturbed steps restore it
 * one by one.
 */
export class Throttle {
  readonly #most: number;
  #allowed: number;
  #running = 0;
  /** Steps that ended since the number changed. */
  #ended = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: number) {
    this.#most = most;
    this.#allowed = most;
  }

  /** Number of steps that may run at the same time now. */
  get allowed(): number {
    return this.#allowed;
  }

  /** Watches the responses of a client. Returns a function that ends it. */
  watch(client: ConnectClient | undefined): () => void {
    if (client === undefined) return () => undefined;
    return watchResponses(client, ({ status }) => {
      if (status === 429) this.limit();
    });
  }

  /** Halves the number. Further responses of the requests in progress do not count. */
  limit(): void {
    if (this.#allowed < this.#most && this.#ended < this.#allowed) return;
    this.#allowed = Math.max(1, Math.floor(this.#allowed / 2));
    this.#ended = 0;
  }

  /** Waits for a turn, then does the work. */
  async run(work: () => Promise<void>): Promise<void> {
    while (this.#running >= this.#allowed) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running += 1;
    try {
      await work();
    } finally {
      this.#running -= 1;
      this.#end();
    }
  }

  #end(): void {
    this.#ended += 1;
    if (this.#allowed < this.#most && this.#ended >= UNDISTURBED * this.#allowed) {
      this.#allowed += 1;
      this.#ended = 0;
    }
    for (let free = this.#allowed - this.#running; free > 0; free--) this.#waiting.shift()?.();
  }
}

/** Rounds without a 429 before one more step may run. */
const UNDISTURBED = 4;

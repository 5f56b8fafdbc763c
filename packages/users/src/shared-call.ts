import { unlessAborted } from "@connect-sdk/api";

/** One call on behalf of everybody who asks while it runs. It is cancelled when the last of them has cancelled. */
export class SharedCall<Result> {
  readonly #start: (signal: AbortSignal) => Promise<Result>;
  #running: Running<Result> | undefined;

  constructor(start: (signal: AbortSignal) => Promise<Result>) {
    this.#start = start;
  }

  /** Starts the call, or waits for the one that runs. */
  async join(signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted();
    const call = (this.#running ??= this.#begin());
    call.waiting++;
    try {
      return await unlessAborted(call.result, signal);
    } finally {
      if (--call.waiting === 0) {
        if (this.#running === call) this.#running = undefined;
        call.controller.abort();
      }
    }
  }

  #begin(): Running<Result> {
    const controller = new AbortController();
    return { result: this.#start(controller.signal), controller, waiting: 0 };
  }
}

interface Running<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  waiting: number;
}

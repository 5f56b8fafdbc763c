import { unlessAborted } from "@connect-sdk/api/internal";

/** Options of every method, passed as its last argument. */
export interface CallOptions {
  /** Cancels the call at any point: the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
}

/** One call that is shared by all callers that join while it runs. It is canceled when all of them have canceled. */
export class SharedCall<Result> {
  readonly #start: (signal: AbortSignal) => Promise<Result>;
  #running: RunningCall<Result> | undefined;

  constructor(start: (signal: AbortSignal) => Promise<Result>) {
    this.#start = start;
  }

  /** Waits for the call that runs, or starts one. */
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

  #begin(): RunningCall<Result> {
    const controller = new AbortController();
    return { result: this.#start(controller.signal), controller, waiting: 0 };
  }
}

interface RunningCall<Result> {
  readonly result: Promise<Result>;
  readonly controller: AbortController;
  waiting: number;
}

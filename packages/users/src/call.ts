/** What calls have in common: errors that the server would return, refusals that are no error, shared calls, and references. */
import { type ConnectClient, InvalidArgumentError, isApiError, NotFoundError } from "@connect-sdk/api";
import { isObject, unlessAborted } from "@connect-sdk/api/internal";

/** Creates the error that the server would return if it could search for this. */
export function notFoundError({ url }: ConnectClient, path: string, message: string, fix: string): NotFoundError {
  return new NotFoundError(message, { fix, status: 404, method: "GET", url: `${url}/__api__${path}` });
}

/** Resolves like a call, or to a fallback if the server refuses it with a certain status and code. */
export async function withFallback<Result, Fallback>(
  call: Promise<Result>,
  refusal: { status: number; code?: number },
  fallback: Fallback,
): Promise<Result | Fallback> {
  try {
    return await call;
  } catch (error) {
    if (isApiError(error, refusal)) return fallback;
    throw error;
  }
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

/**
 * Returns an argument that is a string, or the identifier of one that is an object.
 *
 * @throws InvalidArgumentError for anything else, and for an empty string.
 */
export function readReference(argument: string, value: unknown, property: "guid" | "id"): string {
  const reference = isObject(value) ? value[property] : value;
  if (typeof reference === "string" && reference !== "") return reference;
  const problem = reference === "" ? "an empty string" : `neither a string nor an object with ${property}`;
  throw new InvalidArgumentError(`${argument} is ${problem}. Nothing was sent.`, {
    argument,
    fix: `Pass a ${argument} as it was found, or its ${property}.`,
  });
}

/** The parts that are not in the initial download of a page. Bundlers make a file of each `import()`. */
import { ConnectError, describeRequest, isConnectError, NetworkError } from "./errors.ts";
import { isObject, isSignal } from "./input.ts";
import type { CallContext } from "./plugin.ts";
import { unlessAborted } from "./signals.ts";
import { crossesOrigins } from "./url.ts";

/** A part that is loaded when it is first needed. */
export class OnDemand<Part> {
  readonly #what: string;
  readonly #start: () => Promise<Part>;
  readonly #state: string;
  #loading: Promise<Part> | undefined;
  /** The part, once it has been loaded. */
  loaded: Part | undefined;

  /**
   * @param what - what an error says could not be loaded.
   * @param state - what the error says about the request.
   */
  constructor(what: string, start: () => Promise<Part>, state = "Nothing was sent.") {
    this.#what = what;
    this.#start = start;
    this.#state = state;
  }

  /**
   * Loads the part once. After a failure, the next caller tries again.
   *
   * @throws {@link ConnectError} if its file cannot be loaded.
   */
  load(): Promise<Part> {
    if (this.#loading === undefined) {
      this.#loading = this.#begin();
      // The first to hear of it, so that calls that wait are made before the ones that come later.
      this.#loading.then(
        (part) => {
          this.loaded = part;
        },
        () => {
          this.#loading = undefined;
        },
      );
    }
    return this.#loading;
  }

  async #begin(): Promise<Part> {
    try {
      return await this.#start();
    } catch (cause) {
      throw new ConnectError(`${this.#what} could not be loaded. ${this.#state}`, {
        fix: "Reload the page, or check the network and call it again.",
        cause,
      });
    }
  }

  /** Loads the part beside a request, while the network is there. Nothing depends on it yet, so a failure is ignored. */
  prefetch(): void {
    if (this.loaded === undefined) this.load().catch(() => undefined);
  }

  /**
   * Calls a function of the part: at once if the part is there, otherwise after loading it, with a copy of the arguments, because
   * the caller may change them in between.
   *
   * @param given - the arguments. The `signal` of the last one cancels the loading, too.
   */
  async call<Arguments extends unknown[], Result>(
    given: [...Arguments],
    call: (part: Part, ...given: Arguments) => Result | Promise<Result>,
  ): Promise<Result> {
    if (this.loaded !== undefined) return call(this.loaded, ...given);
    let own = given;
    try {
      own = copyInput(given);
    } catch {
      // What cannot be copied, such as a revoked proxy, is refused by the part.
    }
    const options = own.at(-1);
    const signal = isObject(options) ? options["signal"] : undefined;
    return unlessAborted(
      this.load().then((part) => call(part, ...own)),
      isSignal(signal) ? signal : undefined,
    );
  }
}

/**
 * Copies what a caller passed, as deep as it is plain data: the caller may change it while something is loaded. Objects with
 * methods, such as signals, stay what they are.
 */
export function copyInput<Input>(input: Input, copies?: Map<unknown, unknown>): Input;
export function copyInput(input: unknown, copies = new Map<unknown, unknown>()): unknown {
  if (typeof input !== "object" || input === null) return input;
  if (input instanceof Headers) return new Headers(input);
  if (input instanceof URLSearchParams) return new URLSearchParams(input);
  if (input instanceof URL) return new URL(input);
  if (!Array.isArray(input) && Reflect.getPrototypeOf(input) !== Object.prototype) return input;
  const known = copies.get(input);
  if (known !== undefined) return known;
  const copy = Array.isArray(input) ? [] : {};
  copies.set(input, copy);
  for (const name of Object.getOwnPropertyNames(input)) {
    const value: unknown = Reflect.get(input, name);
    if (typeof value === "function") return input;
    // Unlike assignment, makes even `__proto__` an ordinary field. The length of an array stays as it is.
    Reflect.defineProperty(copy, name, { value: copyInput(value, copies), enumerable: true, writable: true });
  }
  return copy;
}

/** What explains failures and decides about retries. Loaded beside the first request, because the network can be what fails. */
export const failures = new OnDemand(
  "The cause of the failure",
  () => import("./failures.ts"),
  "The request was sent.",
);

/** Calls beyond the operations that `@connect-sdk/users` makes. */
export const furtherCalls = new OnDemand("What this call needs", () => import("./further-calls.ts"));

/**
 * Returns the error for an exception of `fetch` or of a body, see `fromException`. Where the network has failed before that was
 * loaded, it is a `NetworkError` that says less.
 */
export async function explain(url: string, exception: unknown, context: CallContext): Promise<unknown> {
  if (isConnectError(exception)) return exception;
  try {
    return (await failures.load()).fromException(url, exception, context, crossesOrigins(url));
  } catch (error) {
    if (!(exception instanceof TypeError)) return error;
    const { method, redact } = context;
    return new NetworkError(redact(`${describeRequest(method, url)} received no response.`), {
      method,
      url: redact(url),
      fix: "Check the URL, the server, and the network in between (VPN, proxy).",
    });
  }
}

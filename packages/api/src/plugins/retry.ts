import { invalidArgument, isConnectError, NetworkError } from "../errors.ts";
import { checkInput, checkValue } from "../input.ts";
import { failures } from "../on-demand.ts";
import { type CallContext, type ConnectPlugin, type Next, type RetryOptions, spareOf } from "../plugin.ts";

/**
 * Retries attempts that failed temporarily. Repeatable operations are retried after network failures and statuses 429, 502,
 * 503 and 504; all others only when the server has certainly not executed the request: after a refused connection, 429, and
 * 503 with `Retry-After`. A timeout is not retried. After 429, and after 503 with `Retry-After`, all calls wait.
 *
 * @param fixed - used instead of the `retry` options of the client and the call.
 * @throws {@link InvalidArgumentError} for an unknown option and an option of another type.
 */
export function retry(fixed?: RetryOptions): ConnectPlugin {
  return retryWith({}, fixed === undefined ? undefined : checkRetry(fixed));
}

/** Creates the client's own `retry`. A call with `retry: false` waits like all others, unless that is the client's option too. */
export function retryWith(ofClient: RetryOptions | false = {}, fixed?: RetryOptions): ConnectPlugin {
  let further: FurtherAttempts | undefined;
  return {
    name: "retry",
    async fetch(request, next, context: CallContext) {
      const options = fixed ?? (context.retry || (ofClient && { ...ofClient, retries: 0 }));
      if (options === false) return next(request);
      if (further?.isClosed === true) return further.keepTrying(request, undefined, next, options, context);
      const spare = spareFor(request, 1, options, context);
      const result = await tryOnce(request, next, 1, context);
      if (result instanceof Response && !TEMPORARY.includes(result.status)) return result;
      // Where it cannot be loaded, the network has failed: there is no further attempt.
      const loaded = await failures.load().catch(() => undefined);
      further ??= loaded && new loaded.BackOff();
      return further?.keepTrying(request, { result, spare }, next, options, context) ?? settle(result);
    },
  };
}

const TEMPORARY = [429, 502, 503, 504];

/** The attempts after the first one, and what the calls of one client share. Loaded when an attempt has failed. */
export interface FurtherAttempts {
  /** Whether all calls have to wait before they send anything. */
  readonly isClosed: boolean;

  /**
   * Waits and repeats a request until an attempt has a final result.
   *
   * @param first - what came of the first attempt, unless it has to wait, too.
   */
  keepTrying(
    request: Request,
    first: Attempt | undefined,
    next: Next,
    options: RetryOptions,
    context: CallContext,
  ): Promise<Response>;
}

/** The result of an attempt, and a copy of its request where the next one needs it. */
export interface Attempt {
  readonly result: Response | NetworkError;
  readonly spare: Request | undefined;
}

/** Returns whether a number of attempts is all there are. */
export function isLastAttempt(attempt: number, { retries = 2 }: RetryOptions): boolean {
  return attempt > retries;
}

/** Returns a copy of a request for the attempt after this one, see {@link spareOf}. */
export function spareFor(
  request: Request,
  attempt: number,
  options: RetryOptions,
  context: CallContext,
): Request | undefined {
  return isLastAttempt(attempt, options) ? undefined : spareOf(request, context);
}

/** Makes an attempt. Returns even the error of a network that has failed. */
export async function tryOnce(
  request: Request,
  next: Next,
  attempt: number,
  context: CallContext,
): Promise<Response | NetworkError> {
  try {
    return await next(request, attempt === context.attempt ? undefined : { attempt });
  } catch (error) {
    if (isConnectError(error) && error instanceof NetworkError) return error;
    throw error;
  }
}

/** Returns a response, and throws an error. */
export function settle(result: Response | NetworkError): Response {
  if (result instanceof Response) return result;
  throw result;
}

/** Checks the `retry` options that a caller passed. */
export function checkRetry(options: RetryOptions): RetryOptions {
  const retryOptions = "retries:number delay:number maxDelay:number maxRetryAfter:number onRetry:function clock:object";
  const checked = checkInput("retry", options, retryOptions);
  for (const [name, value] of Object.entries<unknown>(checked)) {
    // Written so that NaN is refused.
    if (typeof value === "number" && !(value >= 0))
      throw invalidArgument(name, `${name} is ${value}.`, "Pass 0 or more.");
  }
  // A clock may have other properties: it can be an object of any class.
  for (const name of ["now", "sleep", "random"] as const) {
    const method = checked.clock?.[name];
    if (method !== undefined) checkValue<unknown>(name, method, "function");
  }
  return checked;
}

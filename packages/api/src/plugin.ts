import type { HttpMethod, OperationId } from "./operations.ts";
import type { RetryOptions } from "./plugins/retry.ts";

/**
 * Something that happens around every request: the one extension point of the client, used by its own parts too.
 *
 * Plugins form an onion. From the outside in: `response-check`, `deadline`, `deprecation-notice`, `correlation-id`,
 * `user-agent`, **plugins of yours**, `retry`, **plugins of yours with `per: "attempt"`**, `timeout`, `credentials`,
 * `redirects`, and `fetch` at the core. So a plugin
 *
 * - sees error statuses as answers, not as exceptions; what is thrown at it are `NetworkError`, `TimeoutError` and the like;
 * - sees a call once, with whatever came of its last attempt, unless it asks for every attempt;
 * - never sees the credential, which is added behind it;
 * - gets an answer whose body has arrived whole, and may read a `response.clone()` of it.
 *
 * @example
 * ```ts
 * const timing: ConnectPlugin = {
 *   name: "timing",
 *   async fetch(request, next, context) {
 *     const start = performance.now();
 *     try {
 *       return await next(request);
 *     } finally {
 *       record(context.operationId, performance.now() - start);
 *     }
 *   },
 * };
 * ```
 */
export interface ConnectPlugin {
  /** Says which plugin it is, to people. */
  readonly name: string;
  /** Whether it is run once for each call (the default), or for each attempt. */
  readonly per?: "call" | "attempt";
  /** Handles one request: usually changes it, awaits `next(request)`, and returns or replaces the answer. */
  fetch(request: Request, next: Next, context: RequestContext): Promise<Response>;
}

/**
 * Passes a request on to the next plugin inwards, in the end to `fetch`. It may be called again: with the same request if that
 * has no body, otherwise with a `clone()` that was made before the first time.
 *
 * @param changes - what the plugins further in are to see differently in their context.
 */
export type Next = (request: Request, changes?: Partial<RequestContext>) => Promise<Response>;

/** What is known of the call that a request belongs to. */
export interface RequestContext {
  /** The operation of the document, or `undefined` for `client.request()`. */
  readonly operationId: OperationId | undefined;
  readonly method: HttpMethod;
  /** The path as the document has it, such as `/v1/users/{guid}`; for `client.request()` the path that was asked for. */
  readonly schemaPath: string;
  /** 1 for the first attempt. Only what lies inside of `retry` sees other numbers. */
  readonly attempt: number;
  /** Fires when the caller cancels the call, or when its deadline has passed. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds that one attempt may take; `false` is no limit. */
  readonly timeout: number | false;
  /** Milliseconds that the whole call may take; `false` is no limit. */
  readonly deadline: number | false;
  /** How this call is retried. */
  readonly retry: RetryOptions | false;
}

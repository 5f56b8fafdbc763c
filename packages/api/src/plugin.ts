/** The extension point of the client: what a plugin is, what it knows about a call, and how plugins are composed. */
import type { NetworkError } from "./errors.ts";
import type { Endpoint } from "./generated/endpoints.ts";
import type { HttpMethod, OperationId } from "./operations.ts";

/**
 * Wraps every request. This is the client's only extension point; the client's own parts are plugins too.
 *
 * Plugins form an onion. From the outside in: the check of the response, `deadline`, `deprecation-notice`,
 * `request-headers`, **your plugins**, `retry`, **your plugins with `per: "attempt"`**, `timeout`, `credentials`,
 * `redirects`, and `fetch` at the core. So a plugin
 *
 * - sees error statuses as responses, not as exceptions; exceptions are `NetworkError`, `TimeoutError` and the like;
 * - sees a call once, with the result of its last attempt, unless it runs per attempt;
 * - never sees the credential, which is added further in;
 * - gets a response whose body has arrived completely, and may read a `response.clone()` of it (see
 *   {@link RequestContext.streaming} for the exception).
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
  /** Identifies the plugin to people. */
  readonly name: string;
  /** Whether it runs once for each call (the default) or for each attempt. */
  readonly per?: "call" | "attempt";
  /** Handles one request: usually changes it, awaits `next(request)`, and returns or replaces the response. */
  fetch(request: Request, next: Next, context: RequestContext): Promise<Response>;
}

/**
 * Passes a request on to the next plugin inward, in the end to `fetch`. A plugin may call it again: with the same request if
 * that has no body, otherwise with a `clone()` made before the first call.
 *
 * @param changes - replaces parts of the context for the plugins further in.
 */
export type Next = (request: Request, changes?: Partial<RequestContext>) => Promise<Response>;

/** The call that a request belongs to. */
export interface RequestContext {
  /** Operation of the document, or `undefined` for `client.request()`. */
  readonly operationId: OperationId | undefined;
  readonly method: HttpMethod;
  /** Path as the document spells it, such as `/v1/users/{guid}`; for undocumented endpoints the path of the call. */
  readonly schemaPath: string;
  /** Whether it may be sent again when it is unknown whether the first attempt arrived. */
  readonly repeatable: boolean;
  /** Whether the caller reads the body (`client.fetch()`): then plugins get the response when its headers have arrived. */
  readonly streaming: boolean;
  /** 1 for the first attempt. Only plugins inside `retry` see other numbers. */
  readonly attempt: number;
  /** Fires when the caller cancels the call or its deadline has passed. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds that one attempt may take; `false`: no limit. */
  readonly timeout: number | false;
  /** Milliseconds that the whole call may take; `false`: no limit. */
  readonly deadline: number | false;
  /** How this call is retried. */
  readonly retry: RetryOptions | false;
}

/** How failed attempts are retried. */
export interface RetryOptions {
  /** Attempts after the first. Default: 2. */
  retries?: number | undefined;
  /**
   * Milliseconds before the second attempt, doubled for each further one. Up to half of the delay is subtracted at random, so
   * that clients do not retry all at once. Default: 500.
   */
  delay?: number | undefined;
  /** Maximum milliseconds to wait when the server does not say how long. Default: 8,000. */
  maxDelay?: number | undefined;
  /**
   * Maximum milliseconds to wait when it does (`Retry-After`). If it asks for more, the call fails at once. After 429, and after
   * 503 with `Retry-After`, all calls of the client wait. Default: 60,000.
   */
  maxRetryAfter?: number | undefined;
  /** Called before each wait. */
  onRetry?: ((event: RetryEvent) => void) | undefined;
  /** Time and randomness, for tests. */
  clock?: Partial<RetryClock> | undefined;
}

/** What `onRetry` is called with. */
export interface RetryEvent {
  /** Number of the attempt that failed, from 1; 0 for a call that waits because of the response to another call. */
  attempt: number;
  /** Milliseconds until the next attempt. */
  delay: number;
  /** The error response, or the exception if there was none. */
  reason: Response | NetworkError;
  context: RequestContext;
}

/** Source of time and randomness for retries. */
export interface RetryClock {
  /** Milliseconds since 1970, compared with a `Retry-After` date. */
  now(): number;
  /** Waits, or rejects with the signal's reason as soon as the signal fires. */
  sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
  /** A number from 0 (inclusive) to 1 (exclusive). */
  random(): number;
}

/** Returns the method of a request, or `undefined` if it is none that Connect uses. */
export function methodOf({ method }: Request): HttpMethod | undefined {
  return METHODS.find((each) => each === method.toUpperCase());
}

export const METHODS: readonly HttpMethod[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];

/** The context as the client's own parts see it. */
export interface CallContext extends RequestContext {
  /** What the document says about the operation. */
  readonly endpoint: Endpoint | undefined;
  /** Bytes of a response that are read, see the client's option. */
  readonly maxResponseBytes: number;
  /** The body of the request, if it is known and cannot change, because no plugins were added. */
  readonly body: string | undefined;
  /** The response that was read last, and its body. */
  readonly read: { response?: Response; text: string };
  /** Replaces the secrets of the client and of this call. */
  readonly redact: Redact;
  /** Returns the response with a body that ends with the call, if the caller reads the body. */
  readonly streamBody?: StreamBody;
  /**
   * Aborts the request that the call began with. Without it, each attempt gets a copy of the request, with a signal of its
   * own, which costs as much as the rest of the client together. It is set if no plugins were added: then only the client
   * itself sees the request, and sends nothing again after aborting it.
   */
  readonly controller: LateController | undefined;
}

/** Returns the controller that aborts a request. */
export type LateController = () => AbortController;

/** Replaces the secrets of a call in a string. */
export type Redact = (text: string) => string;

/**
 * Returns a response that passes on the body of another one while the caller reads it.
 *
 * @param signal - makes the body fail with its reason.
 * @param onEnd - called once the body has ended, failed or been canceled.
 */
export type StreamBody = (
  url: string,
  response: Response,
  context: CallContext,
  signal: AbortSignal,
  onEnd: () => void,
) => Response;

/** How requests are created and sent. */
export interface Transport {
  /** The class of requests. */
  readonly CallRequest: typeof Request;
  readonly send: (request: Request, context: Pick<CallContext, "body">) => Promise<Response>;
}

/** Sends one request of a call. */
export type Handler = (request: Request, context: CallContext) => Promise<Response>;

/**
 * Returns a copy of a request whose body is needed again, because a body can be sent only once. Copying takes as long as the rest of
 * a call, so a body that the context knows is sent from there.
 */
export function spareOf(request: Request, { body }: CallContext): Request | undefined {
  return request.body === null || body !== undefined ? undefined : request.clone();
}

/** Composes plugins around a core, the first plugin outermost. */
export function compose(plugins: readonly Pick<ConnectPlugin, "fetch">[], core: Handler): Handler {
  return plugins.reduceRight<Handler>(
    (inner, plugin) => (request, context) => {
      const next: Next = (passed, changes) =>
        inner(passed, changes === undefined ? context : { ...context, ...changes });
      return plugin.fetch(request, next, context);
    },
    core,
  );
}

import type { HttpMethod, OperationId } from "./operations.ts";

/**
 * Something that happens around every request: the one extension point of the client, used by its own parts too.
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
  /** Names the plugin in error messages. */
  readonly name: string;
  /** Handles one request: usually changes it, awaits `next(request)`, and returns or replaces the answer. */
  fetch(request: Request, next: Next, context: RequestContext): Promise<Response>;
}

/** Passes a request on to the next plugin inwards, in the end to `fetch`. May be called again with a fresh request. */
export type Next = (request: Request) => Promise<Response>;

/** What is known of the call that a request belongs to. */
export interface RequestContext {
  /** The operation of the document, or `undefined` for `client.request()`. */
  readonly operationId: OperationId | undefined;
  readonly method: HttpMethod;
  /** The path as the document has it, such as `/v1/users/{guid}`; for `client.request()` the path that was asked for. */
  readonly schemaPath: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The caller's signal, if there is one. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds that one attempt may take; `false` is no limit. */
  readonly timeout: number | false;
}

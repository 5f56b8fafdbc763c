import type { HttpMethod, OperationId } from "@connect-sdk/api/operations";

/** What is to go wrong, and with which requests. A request must satisfy every condition that is given. */
export interface Fault {
  /** The operation that fails. */
  operationId?: OperationId;
  method?: HttpMethod;
  /** The path below `/__api__`: as it is, with `*` for anything within a segment and `**` for anything, or a pattern. */
  path?: string | RegExp;
  /** How many requests fail; without it all do, until the fault is removed. */
  times?: number;
  /** How many matching requests still succeed before the first fails; 0 by default. */
  after?: number;
  /** How likely a matching request is to fail, from 0 to 1. It depends on the seed alone which ones do. 1 by default. */
  probability?: number;

  /** The status of the answer. Without a body it comes with Connect's error envelope. The server does not act. */
  status?: number;
  /** The body of the answer: text as it is, anything else as JSON, null for none. The server does not act. */
  body?: unknown;
  /** A page instead of JSON, as a proxy sends it: `true` for a sign-in page, or the page. The server does not act. */
  html?: boolean | string;
  /** Headers to add to the answer, or to replace. */
  headers?: Record<string, string>;
  /** Milliseconds to wait before anything happens. */
  delay?: number;
  /**
   * Cuts the connection: `true` before the server acts, `"after"` when it has acted but before it answers, `"during"` in the
   * middle of the answer's body (before the answer if it has no body).
   */
  reset?: boolean | "after" | "during";
  /** Shortens the body to so many bytes, or to half of it, in an answer that is complete as far as HTTP can tell. */
  truncate?: boolean | number;
}

/** A fault that was set up. */
export interface FaultHandle {
  /** How many requests it has hit. */
  readonly hits: number;
  /** Puts an end to it. */
  remove(): void;
}

/** A request, as far as a fault looks at it. */
export interface FaultTarget {
  readonly operationId: OperationId | null;
  readonly method: string;
  readonly path: string;
}

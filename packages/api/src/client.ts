import type { HttpMethod } from "./operations.ts";
import type { paths } from "./schema.ts";
import type { ConnectPlugin } from "./plugin.ts";
import type { RetryOptions } from "./plugins/retry.ts";

/**
 * A typed client of one Connect server, made by {@link createConnectClient}.
 *
 * Each method takes a path of the document and resolves to `{ data, response }`. Whatever is not a success is thrown as a
 * `ConnectError`, so `data` is always the body that the document promises.
 */
export interface ConnectClient {
  /** The server's root without a trailing slash, path prefix included: `https://example.com/rsc`. */
  readonly url: string;

  GET: BoundMethod<"get">;
  POST: BoundMethod<"post">;
  PUT: BoundMethod<"put">;
  PATCH: BoundMethod<"patch">;
  DELETE: BoundMethod<"delete">;

  /**
   * Calls an endpoint that the document does not know, with the same credentials, retries and errors as every other call.
   *
   * @param path - below `/__api__`, such as `"v1/tags"`.
   * @returns the parsed JSON body, or `undefined` when the answer has none. Nothing is known of its shape: check it.
   */
  request(method: HttpMethod, path: string, options?: RawRequestOptions): Promise<ConnectResult<unknown>>;

  /** Adds plugins inside those that are already there, for the calls that follow, and returns the same client. See {@link ConnectPlugin}. */
  use(...plugins: ConnectPlugin[]): ConnectClient;
}

/** A successful answer. */
export interface ConnectResult<Data> {
  /** The parsed body; `undefined` only where the document promises none (lock, deletions, group membership). */
  data: Data;
  /** The raw answer, for its status and headers. The body has been read. */
  response: Response;
}

/** What any call accepts. */
export interface CallOptions {
  /** Cancels the call wherever it is, also while it waits to retry. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take, in place of the client's. `false`: no limit. */
  timeout?: number | false | undefined;
  /** Milliseconds that the whole call may take, in place of the client's. `false`: no limit. */
  deadline?: number | false | undefined;
  /** Overrides the client's retrying for this call, option by option. `false`: one attempt. */
  retry?: RetryOptions | false | undefined;
  /** Extra headers. */
  headers?: Record<string, string> | undefined;
}

/** Options of {@link ConnectClient.request}. */
export interface RawRequestOptions extends CallOptions {
  /** Query parameters; `undefined` is left out, an array is repeated. */
  query?: Record<string, QueryValue | readonly QueryValue[] | undefined> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** A value in a query string. */
export type QueryValue = string | number | boolean;

/** A method as the generated types spell it. */
export type Verb = Lowercase<HttpMethod>;

/** The paths of the document that have an operation of this method. */
export type PathsWith<V extends Verb> = {
  [P in keyof paths]: paths[P] extends Record<V, { responses: unknown }> ? P : never;
}[keyof paths];

/** The operation at a method and path. */
export type OperationAt<V extends Verb, P extends PathsWith<V>> = paths[P][V];

type Parameters<Operation> = Operation extends { parameters: infer P } ? P : never;
type PathParameters<Operation> =
  Parameters<Operation> extends { path: infer P extends Record<string, unknown> } ? { path: P } : { path?: never };
type QueryParameters<Operation> =
  Parameters<Operation> extends { query: infer Q }
    ? { query: OptionalUndefined<Q> }
    : Parameters<Operation> extends { query?: infer Q }
      ? { query?: OptionalUndefined<NonNullable<Q>> }
      : { query?: never };
type OptionalUndefined<T> = { [K in keyof T]: T extends Record<K, T[K]> ? T[K] : T[K] | undefined };
type Body<Operation> = Operation extends { requestBody: { content: { "application/json": infer B } } }
  ? { body: B }
  : { body?: never };

type Inputs<Operation> = (RequiredKeys<PathParameters<Operation> & QueryParameters<Operation>> extends never
  ? { params?: PathParameters<Operation> & QueryParameters<Operation> }
  : { params: PathParameters<Operation> & QueryParameters<Operation> }) &
  Body<Operation>;
type RequiredKeys<T> = { [K in keyof T]-?: T extends Record<K, T[K]> ? K : never }[keyof T];

/** What a call of this operation takes: `params.path`, `params.query`, `body`, and {@link CallOptions}. */
export type CallInit<Operation> = Inputs<Operation> & CallOptions;

/** The body of a successful answer of this operation; `undefined` where the document promises none. */
export type SuccessBody<Operation> = Operation extends { responses: infer R }
  ? { [S in keyof R]: S extends 200 | 201 | 204 ? JsonOf<R[S]> : never }[keyof R]
  : never;
type JsonOf<Answer> = Answer extends { content: { "application/json": infer B } } ? B : undefined;

/** One of the client's typed methods. */
export type BoundMethod<V extends Verb> = <P extends PathsWith<V>>(
  path: P,
  ...init: RequiredKeys<Inputs<OperationAt<V, P>>> extends never
    ? [init?: CallInit<OperationAt<V, P>>]
    : [init: CallInit<OperationAt<V, P>>]
) => Promise<ConnectResult<SuccessBody<OperationAt<V, P>>>>;

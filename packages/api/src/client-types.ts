/** The types of the client's interface: its methods, the options of a call and of the client, and the records on the wire. */
import type { PathsWithMethod, RequiredKeysOf, SuccessResponse } from "openapi-typescript-helpers";
import type { HttpMethod } from "./operations.ts";
import type { ConnectPlugin, RetryOptions } from "./plugin.ts";
import type { DeprecationNotice } from "./plugins/headers.ts";
import type { paths } from "./schema.ts";

/**
 * A typed client of one Connect server, created by `createConnectClient()`.
 *
 * Each method takes a path of the document and resolves to `{ data, response }`. Anything but a success is thrown as a
 * `ConnectError`, so `data` is always the body that the document describes.
 */
export interface ConnectClient {
  /** Root of the server without a trailing slash, including a path prefix: `https://example.com/rsc`. */
  readonly url: string;

  /** Calls a GET operation of the document. */
  GET: BoundMethod<"get">;
  /** Calls a POST operation of the document. */
  POST: BoundMethod<"post">;
  /** Calls a PUT operation of the document. */
  PUT: BoundMethod<"put">;
  /** Calls a PATCH operation of the document. */
  PATCH: BoundMethod<"patch">;
  /** Calls a DELETE operation of the document. */
  DELETE: BoundMethod<"delete">;

  /**
   * Calls an undocumented endpoint with the same credentials, retries and errors as every other call.
   *
   * @param path - below `/__api__`, such as `"v1/timezones"`.
   * @returns the parsed JSON body, or `undefined` for an empty one. Its type is unknown: check it.
   */
  request(method: HttpMethod, path: string, options?: RawRequestOptions): Promise<ConnectResult<unknown>>;

  /**
   * Works like the global `fetch`, for other clients to build on. Adds credentials, retries, time limits, redirects within
   * the server and a correlation id. Returns a response for any status; its body is streamed, and the time limits apply until
   * the end of the body.
   *
   * @param input - a path such as `"/v1/users"`, or a URL below the server's `/__api__`.
   * @throws {@link InvalidArgumentError} for a URL outside this server. Rejects with `NetworkError`, `TimeoutError` or
   * `UnexpectedResponseError` (a redirect to another server) when there is no response.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

  /** Registers plugins. They run inside the plugins already registered and apply to later calls. Returns this client. */
  use(...plugins: ConnectPlugin[]): ConnectClient;
}

/** A successful response. `Summary` says what the operation does. It exists only in types, so that editors show it with a call. */
export interface ConnectResult<Data, Summary extends string = string> {
  /** The parsed body; `undefined` only where the document describes none (lock, deletions, group membership). */
  data: Data;
  /** The raw response, for its status and headers. Its body has been read. */
  response: Response;
  /** Exists only in the type. */
  readonly [operationSummary]?: Summary;
}

declare const operationSummary: unique symbol;

/** Options of any call. */
export interface CallOptions {
  /** Cancels the call at any time, even while it waits to retry. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that one attempt may take. Default: the client's. `false`: no limit. */
  timeout?: number | false | undefined;
  /** Milliseconds that the whole call may take. Default: the client's. `false`: no limit. */
  deadline?: number | false | undefined;
  /** Overrides individual retry options of the client for this call. `false`: one attempt. */
  retry?: RetryOptions | false | undefined;
  /** Extra headers. */
  headers?: Record<string, string> | undefined;
}

/** Options of {@link ConnectClient.request}. */
export interface RawRequestOptions extends CallOptions {
  /** Query parameters. `undefined` is omitted; a list repeats its parameter. */
  query?: Record<string, QueryValue | readonly QueryValue[] | undefined> | undefined;
  /** Sent as JSON. */
  body?: unknown;
}

/** A value in a query string. */
export type QueryValue = string | number | boolean;

/** A method as the generated types spell it. */
export type Verb = Lowercase<HttpMethod>;

/** The paths of the document that have an operation with this method. */
export type PathsWith<V extends Verb> = PathsWithMethod<paths, V>;

/** The operation at a method and path. */
export type OperationAt<V extends Verb, P extends PathsWith<V>> = paths[P][V];

/** One of the client's typed methods. */
export type BoundMethod<V extends Verb> = <P extends PathsWith<V>>(
  path: P,
  ...init: InitParameter<V, P>
) => Promise<ConnectResult<SuccessBody<OperationAt<V, P>>, SummaryOf<OperationAt<V, P>>>>;

// A path that is not in the document makes `P` all paths. Then a missing argument is not what is wrong.
type InitParameter<V extends Verb, P extends PathsWith<V>> =
  PathsWith<V> extends P
    ? [init?: OperationInit<V, P>]
    : RequiredKeysOf<Inputs<OperationAt<V, P>>> extends never
      ? [init?: OperationInit<V, P>]
      : [init: OperationInit<V, P>];

/** Options of a call of the operation at a method and path. */
export type OperationInit<V extends Verb, P extends PathsWith<V>> = CallInit<OperationAt<V, P>>;

/** Result of a call of the operation at a method and path. */
export type OperationResult<V extends Verb, P extends PathsWith<V>> = ConnectResult<
  SuccessBody<OperationAt<V, P>>,
  SummaryOf<OperationAt<V, P>>
>;

type SummaryOf<Operation> = Operation extends { summary: infer S extends string } ? S : string;

/** Options of a call of an operation: `params.path`, `params.query`, `body`, and {@link CallOptions}. */
export type CallInit<Operation> = Inputs<Operation> & CallOptions;

type Inputs<Operation> = Params<PathParameters<Operation> & QueryParameters<Operation>> & Body<Operation>;
type Params<P> = RequiredKeysOf<P> extends never ? { params?: P } : { params: P };
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
  : Operation extends BinaryOperation
    ? { body: UseFetch }
    : { body?: never };

/** An operation that takes or returns something other than JSON, such as an archive. */
type BinaryOperation =
  | { requestBody: { content: { "application/gzip": unknown } } }
  | { requestBody: { content: { "application/x-www-form-urlencoded": unknown } } }
  | { responses: { 200: { content: { "application/gzip": unknown } } } };

/** No value has this type. The compiler names it where such an operation is called, and so says what to do instead. */
interface UseFetch {
  readonly "This operation is not JSON. Call it with api.fetch().": never;
}

/** The body of a successful response of an operation; `undefined` where the document describes none. */
export type SuccessBody<Operation> = Operation extends { responses: infer R extends Record<number, unknown> }
  ? SuccessResponse<R, "application/json">
  : never;

/** Options of {@link createConnectClient}: the server, one kind of credential, and how calls behave. */
export type ConnectClientOptions = ConnectClientSettings & Credentials;

/** Options of {@link createConnectClient} except the credentials. */
export interface ConnectClientSettings {
  /**
   * The server: `https://connect.example.com`. A dashboard URL copied from a browser, a path prefix, `/__api__` and trailing
   * slashes are accepted, see {@link normalizeServerUrl}.
   */
  url: string;
  /** Used instead of the global `fetch`, which is looked up for each call. Other implementations, such as undici's, work too. */
  fetch?: FetchFunction | undefined;
  /** Milliseconds that one attempt may take, including its body; `false`: no limit. Default: 30,000. */
  timeout?: number | false | undefined;
  /** Milliseconds that a whole call may take, including all attempts and the waits between them. Default: no limit. */
  deadline?: number | false | undefined;
  /** How failed attempts are retried; `false`: never. See {@link RetryOptions} for the defaults. */
  retry?: RetryOptions | false | undefined;
  /**
   * Bytes of a response that are read, after decompression: a larger one is an `UnexpectedResponseError` and is not retried.
   * `Infinity`: no limit. Default: 67,108,864 (64 MiB).
   */
  maxResponseBytes?: number | undefined;
  /** Further plugins, outermost first. See {@link ConnectPlugin} for their place. */
  plugins?: readonly ConnectPlugin[] | undefined;
  /** Put before `connect-sdk` in the `User-Agent` header: `"my-portal/1.2"`. Browsers send their own. */
  userAgent?: string | undefined;
  /** Called once for each deprecated endpoint that is called. Default: `console.warn`; `false`: not called. */
  onDeprecated?: ((notice: DeprecationNotice) => void) | false | undefined;
}

/**
 * Sends a request: the part of `fetch` that this client needs. Every implementation fits: `globalThis.fetch`, undici's,
 * node-fetch, cross-fetch, or a function of your own.
 *
 * @param request - becomes its URL where a string is expected, so that implementations that do not know this platform's
 * `Request` take it for a URL.
 * @param init - describes the same request for those implementations: `(request, init) => fetch(request.url, init)`.
 */
export type FetchFunction = (request: Request & string, init: FetchInit) => Promise<FetchedResponse> | FetchedResponse;

/** A request as the second argument of `fetch`. */
export interface FetchInit {
  /** The first argument. An implementation that understands it can ignore everything else here but `signal`. */
  request: Request;
  method: string;
  headers: Record<string, string>;
  /** The whole body, or `null`. */
  body: string | ArrayBuffer | null;
  /**
   * Fires when no caller waits for the response any longer. Pass it on: for a function with two parameters, `request.signal` returns
   * the same signal, but the global `fetch` would not see it in the request.
   */
  signal: AbortSignal;
  redirect: "manual";
  cache: "default" | "force-cache" | "no-cache" | "no-store" | "only-if-cached" | "reload";
}

/** The part of a response that all implementations of `fetch` have in common. */
export interface FetchedResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: {
    /** Calls back for each header. */
    forEach(callBack: (value: string, name: string) => void): void;
  };
  readonly url: string;
  /** A stream of any kind. */
  readonly body?: unknown;
  /** Reads the whole body. */
  text(): Promise<string>;
}

/** Exactly one kind of credential. */
export type Credentials = NoCredentials | TokenCredentials | ApiKeyCredentials;

/** An API key of Connect. */
export interface ApiKeyCredentials {
  /** Sent as `Authorization: Key …`. */
  apiKey: string;
  /** Sends the key as `X-RSC-Authorization` instead, for a gateway that uses `Authorization` itself. Default: false. */
  behindGateway?: boolean | undefined;
  token?: never;
  refresh?: never;
  anonymous?: never;
}

/** An OAuth access token, for servers that accept them. */
export interface TokenCredentials {
  /** Sent as `Authorization: Bearer …`. A function is called before each attempt. */
  token: string | TokenFunction;
  /**
   * Returns a new token after a 401; it replaces `token` from then on. The call is repeated once. Calls that are rejected at
   * the same time share one refresh. If it throws, the call rejects with that error.
   */
  refresh?: (() => string | Promise<string>) | undefined;
  apiKey?: never;
  behindGateway?: never;
  anonymous?: never;
}

/** Returns a token, and can replace one that the server rejected: `oauthToken()` of `@connect-sdk/api/oauth` does. */
export interface TokenFunction {
  (): string | Promise<string>;
  /** Replaces a token that the server rejected with 401. The call is repeated once. If it throws, the call rejects with that error. */
  renew?: ((rejected: string) => void | Promise<void>) | undefined;
  /** The only server to which the token may be sent. */
  readonly url?: string | undefined;
}

/** No credential: for public endpoints, for bootstrapping, and for plugins that add their own. */
export interface NoCredentials {
  anonymous: true;
  apiKey?: never;
  behindGateway?: never;
  token?: never;
  refresh?: never;
}

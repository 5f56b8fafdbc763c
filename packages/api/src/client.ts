/** Creates the client: a call becomes a request (openapi-fetch), passes through the plugins, and its response is checked. */
import createClient, { type FetchOptions } from "openapi-fetch";
import { checkClientOptions, checkPlugins, checkTypedCall, type TypedCall } from "./call-input.ts";
import type {
  BoundMethod,
  CallOptions,
  ConnectClient,
  ConnectClientOptions,
  ConnectResult,
  Verb,
} from "./client-types.ts";
import { invalidArgument, type InvalidArgumentError, isConnectError } from "./errors.ts";
import { type Endpoint, endpoints } from "./generated/endpoints.ts";
import { checkValue } from "./input.ts";
import { furtherCalls } from "./on-demand.ts";
import type { HttpMethod } from "./operations.ts";
import {
  type CallContext,
  compose,
  type ConnectPlugin,
  type Handler,
  type Redact,
  type RetryOptions,
  type Transport,
} from "./plugin.ts";
import { createSecrets, credentials, redactSent, rememberClient, type Watchers } from "./plugins/credentials.ts";
import { type CorrelationIds, deprecationNotice, requestHeaders } from "./plugins/headers.ts";
import { retryWith } from "./plugins/retry.ts";
import { deadline, lateController, timeout } from "./plugins/time-limits.ts";
import { checkResponse, receive, redirects, toOwnResponse, transportOf } from "./response.ts";
import { connectQuerySerializer, normalizeServerUrl, serializePath } from "./url.ts";

/**
 * Creates a client of one Connect server. It sends nothing before the first call and reads nothing from the environment.
 *
 * @throws {@link InvalidArgumentError} for an invalid URL, a malformed credential, an unknown option, and an option of another type.
 * @example
 * ```ts
 * const api = createConnectClient({ url: "https://connect.example.com", apiKey });
 * const { data } = await api.GET("/v1/users", { params: { query: { user_role: ["viewer", "publisher"] } } });
 * console.log(data.total);
 * ```
 */
export function createConnectClient(given: ConnectClientOptions): ConnectClient {
  return createClientWith(given);
}

/** Creates a client. `refreshKey` returns another API key when the server rejects the one of the options. */
function createClientWith(given: ConnectClientOptions, refreshKey?: () => Promise<string>): ConnectClient {
  const options = checkClientOptions(given);
  const url = normalizeServerUrl(options.url);
  const secrets = createSecrets();
  const { apiKey, token, refresh, anonymous, ...settings } = options;
  const { behindGateway } = settings;
  const credential = credentials(url, { apiKey, token, refresh, anonymous, behindGateway }, secrets, refreshKey);
  const watchers: Watchers = new Set();
  const ids: CorrelationIds = {};
  const limit = options.timeout ?? 30_000;
  const { CallRequest, send: sendRequest } = transportOf(options.fetch);
  const engine: Engine = createClient<AnyPaths>({
    baseUrl: `${url}/__api__`,
    Request: CallRequest,
    pathSerializer: serializePath,
    redirect: "manual",
    ...uncached(),
  });
  const composeAll = standardPlugins(url, credential, { watchers, ids }, options, sendRequest);
  const plugins = [...(options.plugins ?? [])];
  let handle = composeAll(plugins);

  async function send<Data>(
    described: CallContext,
    path: string,
    { params = {}, body: value, headers = {}, querySerializer = connectQuerySerializer }: EngineInit,
  ): Promise<ConnectResult<Data, never>> {
    let failure: { readonly error: unknown } | undefined;
    let data: unknown;
    try {
      const body = value === undefined ? undefined : JSON.stringify(value);
      // A function or a symbol.
      if (body === undefined && value !== undefined) throw unsendable("body");
      const context = body === undefined || plugins.length > 0 ? described : { ...described, body };
      const { controller } = context;
      const isCancelable = controller !== undefined && CallRequest !== Request;
      const { response } = await engine[context.method](path, {
        // Named, because to spread them takes longer than all checks of the input.
        params,
        body: value,
        headers,
        querySerializer,
        signal: isCancelable ? null : (controller?.().signal ?? null),
        bodySerializer: () => body,
        parseAs: "stream",
        async fetch(request) {
          try {
            if (isCancelable) Object.assign(request, { controller });
            const received = await handle(request, context);
            data = await checkResponse(request.url, received, context);
            return received;
          } catch (error) {
            failure = { error };
            throw error;
          }
        },
      });
      // The response check has compared the body with the document: the one place where wire becomes type.
      return { data: data as Data, response };
    } catch (error) {
      // openapi-fetch does not rethrow every value.
      if (failure !== undefined) throw failure.error;
      throw isConnectError(error) ? error : unsendable("body");
    }
  }

  /** Describes a call: its endpoint, and the options of the call, else of the client, else the defaults. */
  const createContext: ClientCore["createContext"] = (method, schemaPath, endpoint, init, redact) => {
    return {
      endpoint,
      operationId: endpoint?.operationId,
      method,
      schemaPath,
      // An undocumented PUT is idempotent by the HTTP standard.
      repeatable: endpoint?.repeatable ?? (method === "GET" || (method === "PUT" && endpoint === undefined)),
      streaming: false,
      attempt: 1,
      signal: init.signal,
      timeout: init.timeout ?? limit,
      deadline: init.deadline ?? options.deadline ?? false,
      retry: mergeRetry(options.retry, init.retry),
      maxResponseBytes: options.maxResponseBytes ?? 2 ** 26,
      body: undefined,
      read: { text: "" },
      redact,
      controller: plugins.length === 0 ? lateController() : undefined,
    };
  };

  const callOperation = <Data>(
    method: HttpMethod,
    path: string,
    endpoint: Endpoint,
    call: TypedCall,
  ): Promise<ConnectResult<Data, never>> => {
    const { options: own, params, body } = checkTypedCall(method, path, endpoint, call);
    const { headers = {} } = own;
    const redact: Redact = (text) => redactSent(secrets.redact, body, headers)(text);
    return send(createContext(method, path, endpoint, own, redact), path, { params, body, headers });
  };

  const bind =
    <V extends Verb>(method: HttpMethod): BoundMethod<V> =>
    async (path, ...[given = {}]) => {
      const endpoint = endpoints[checkValue("path", path, "string")]?.[method];
      if (endpoint !== undefined) return callOperation(method, path, endpoint, given);
      return furtherCalls.call([given], ({ findOperation }, own) =>
        callOperation(method, path, findOperation(method, path), own),
      );
    };

  const core: ClientCore = {
    url,
    redact: secrets.redact,
    send,
    createContext,
  };
  const client: ConnectClient = {
    url,
    GET: bind("GET"),
    POST: bind("POST"),
    PUT: bind("PUT"),
    PATCH: bind("PATCH"),
    DELETE: bind("DELETE"),

    async request(method, path, given = {}) {
      return furtherCalls.call([method, path, given], (calls, ...own) => calls.request(core, ...own));
    },

    async fetch(input, init) {
      // With the plugins of this moment.
      const handleThis = handle;
      return furtherCalls.call([input, init], (calls, ...own) => calls.fetchAny(core, handleThis, ...own));
    },

    use(...more) {
      checkPlugins(more);
      plugins.push(...more);
      handle = composeAll(plugins);
      return this;
    },
  };
  rememberClient(client, {
    plugin: credential,
    redact: secrets.redact,
    timeout: limit,
    watchers,
    ids,
    withKey: (key, refreshKey) =>
      createClientWith({ ...settings, url, apiKey: key, plugins: [...plugins] }, refreshKey),
  });
  return client;
}

/** What a client shares with the calls whose code is loaded on demand. */
export interface ClientCore {
  readonly url: string;
  readonly redact: Redact;
  readonly createContext: (
    method: HttpMethod,
    schemaPath: string,
    endpoint: Endpoint | undefined,
    init: CallOptions,
    redact: Redact,
  ) => CallContext;
  readonly send: <Data>(context: CallContext, path: string, init: EngineInit) => Promise<ConnectResult<Data, never>>;
}

/** Keeps administration out of caches, such as those of Next.js, where the runtime supports it. */
export function uncached(): { readonly cache?: "no-store" } {
  return "cache" in Request.prototype ? { cache: "no-store" } : {};
}

/** openapi-fetch's view of the document: any path. The types of the client's own methods are in {@link BoundMethod}. */
type AnyPaths = Record<string, Record<Verb, AnyOperation>>;
interface AnyOperation {
  parameters: { path?: Record<string, unknown>; query?: Record<string, unknown> };
  requestBody?: { content: { "application/json": unknown } };
  responses: { 200: { content: { "application/json": unknown } } };
}
type EngineInit = FetchOptions<AnyOperation>;
type Engine = Record<HttpMethod, (path: string, init: EngineInit) => Promise<{ response: Response }>>;

/**
 * Returns a function that composes the onion around the plugins that were added. The order, from the outside in, and why
 * (the response check in `createConnectClient` surrounds it all, so that plugins see responses and only callers see errors):
 *
 * - `deadline` contains everything that can take time;
 * - `deprecation-notice` and `request-headers` run per call: one notice, and one correlation id for all attempts;
 * - added plugins run outside `retry`, or inside it if they run per attempt;
 * - `timeout` contains one attempt and sends a copy of the request: plugins outside it do not see what is added inside;
 * - `credentials` is inside every added plugin, so none of them sees the key;
 * - `redirects` follows redirects below the server's `/__api__` only, with the key that the request has.
 */
function standardPlugins(
  url: string,
  credential: ConnectPlugin,
  { watchers, ids }: { readonly watchers: Watchers; readonly ids: CorrelationIds },
  options: ConnectClientOptions,
  send: Transport["send"],
): (added: readonly ConnectPlugin[]) => Handler {
  const userAgent = [options.userAgent, "connect-sdk"].filter(Boolean).join(" ");
  const outside = [
    deadline(),
    ...(options.onDeprecated === false ? [] : [deprecationNotice(options.onDeprecated)]),
    requestHeaders(userAgent, ids),
  ];
  const inside = [timeout(), credential, redirects(url)];
  const retry = retryWith(options.retry);
  return (added) => {
    const perAttempt = added.filter(({ per }) => per === "attempt").map(adoptResponses);
    const perCall = added.filter(({ per }) => per !== "attempt").map(adoptResponses);
    // Without added plugins, the response check is the only reader of a body.
    const core = receive(send, watchers, added.length > 0);
    return compose([...outside, ...perCall, retry, ...perAttempt, ...inside], core);
  };
}

/** Returns a plugin whose responses are of this platform. A plugin may return another implementation's, or, without `return`, none. */
function adoptResponses(plugin: ConnectPlugin): Pick<ConnectPlugin, "fetch"> {
  return { fetch: async (...given) => toOwnResponse(await plugin.fetch(...given), `plugin ${plugin.name}`) };
}

/** Merges the options of the call into those of the client. */
function mergeRetry(client: RetryOptions | false = {}, call: RetryOptions | false = client): RetryOptions | false {
  return call === client || call === false ? call : { ...client, ...call };
}

/** Replaces the runtime's own error, which would quote the header. */
export function unsendable(argument: string): InvalidArgumentError {
  return invalidArgument(
    argument,
    "The method, body or a header cannot be sent.",
    "Pass a body of JSON values, and headers without line breaks.",
  );
}

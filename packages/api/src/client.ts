/** Creates the client: a call becomes a request (openapi-fetch), passes through the plugins, and its response is checked. */
import createClient, { type FetchOptions } from "openapi-fetch";
import type {
  BoundMethod,
  CallOptions,
  ConnectClient,
  ConnectClientOptions,
  ConnectResult,
  Verb,
} from "./client-types.ts";
import { InvalidArgumentError, isConnectError } from "./errors.ts";
import { createSecrets, type Secrets } from "./errors-from.ts";
import { type Endpoint, endpoints } from "./generated/endpoints.ts";
import type { HttpMethod } from "./operations.ts";
import {
  type CallContext,
  compose,
  type ConnectPlugin,
  type Handler,
  METHODS,
  type RequestContext,
  type RetryOptions,
} from "./plugin.ts";
import { credentials } from "./plugins/credentials.ts";
import { deprecationNotice } from "./plugins/deprecation-notice.ts";
import { redirects } from "./plugins/redirects.ts";
import { requestHeaders } from "./plugins/request-headers.ts";
import { retry } from "./plugins/retry.ts";
import { deadline, timeout } from "./plugins/time-limits.ts";
import { checkResponse, sendWith } from "./response.ts";
import {
  connectQuerySerializer,
  normalizeServerUrl,
  resolveUrl,
  serializePath,
  serializeRawQuery,
  splitPath,
} from "./url.ts";

/**
 * Creates a client of one Connect server. It sends nothing before the first call and reads nothing from the environment.
 *
 * @throws {@link InvalidArgumentError} for an invalid URL or a malformed credential.
 * @example
 * ```ts
 * const api = createConnectClient({ url: "https://connect.example.com", apiKey });
 * const { data } = await api.GET("/v1/users", { params: { query: { user_role: ["viewer", "publisher"] } } });
 * console.log(data.total);
 * ```
 */
export function createConnectClient(options: ConnectClientOptions): ConnectClient {
  const url = normalizeServerUrl(options.url);
  const secrets = createSecrets();
  const composeAll = standardPlugins(url, options, secrets);
  const plugins = [...(options.plugins ?? [])];
  let handle = composeAll(plugins);
  const engine = createClient<AnyPaths>({
    baseUrl: `${url}/__api__`,
    pathSerializer: serializePath,
    querySerializer: connectQuerySerializer,
    bodySerializer: (body) => JSON.stringify(body),
    redirect: "manual",
  });

  async function call<Data>(context: CallContext, path: string, init: EngineInit): Promise<ConnectResult<Data>> {
    let isCreated = false;
    let data: unknown;
    try {
      const { response } = await engine.request(VERBS[context.method], path, {
        ...init,
        ...(context.controller && { signal: context.controller.signal }),
        parseAs: "stream",
        async fetch(request) {
          isCreated = true;
          const received = await handle(request, context);
          data = await checkResponse(request.url, received, context, secrets.redact);
          return received;
        },
      });
      // The response check has compared the body with the document: the one place where wire becomes type.
      return { data: data as Data, response };
    } catch (error) {
      throw isCreated || isConnectError(error) ? error : unsendable();
    }
  }

  const createContext = (target: Target, callOptions: CallOptions): CallContext => {
    const { signal, timeout: attemptLimit, deadline: callLimit, retry: retryOptions } = callOptions;
    return {
      operationId: target.operationId,
      method: target.method,
      schemaPath: target.schemaPath,
      repeatable: target.repeatable,
      streaming: target.streaming,
      attempt: 1,
      signal,
      timeout: checkLimit("timeout", attemptLimit ?? options.timeout ?? 30_000),
      deadline: checkLimit("deadline", callLimit ?? options.deadline ?? false),
      retry: mergeRetry(options.retry, retryOptions),
      controller: plugins.length === 0 ? new AbortController() : undefined,
    };
  };

  const bind =
    <V extends Verb>(method: HttpMethod): BoundMethod<V> =>
    async (path, ...[init = {}]) => {
      const { params, body, headers = {} } = init;
      const endpoint = endpoints[`${method} ${path}`];
      if (endpoint?.body === "binary") throw notJson(method, path);
      const { operationId, repeatable } = describeEndpoint(method, endpoint);
      const target = { operationId, method, schemaPath: path, repeatable, streaming: false };
      // Always a path object: openapi-fetch does not call the serializer without one, so a missing parameter would be sent.
      const parameters = { path: { ...params?.path }, query: { ...params?.query } };
      return call(createContext(target, init), path, { params: parameters, body, headers });
    };

  return {
    url,
    GET: bind("GET"),
    POST: bind("POST"),
    PUT: bind("PUT"),
    PATCH: bind("PATCH"),
    DELETE: bind("DELETE"),

    async request(method, path, { query = {}, body, headers = {}, ...init } = {}) {
      const [schemaPath, search] = splitPath(path);
      const { repeatable } = describeEndpoint(method, findEndpoint(method, schemaPath)?.endpoint);
      const target = { operationId: undefined, method, schemaPath, repeatable, streaming: false };
      const querySerializer = () => [search, serializeRawQuery(query)].filter(Boolean).join("&");
      return call(createContext(target, init), schemaPath, { querySerializer, body, headers });
    },

    async fetch(input, init) {
      const isUrl = typeof input === "string" || input instanceof URL;
      const { href, path } = resolveUrl(url, isUrl ? String(input) : input.url);
      const method = readMethod(init?.method ?? (isUrl ? "GET" : input.method));
      const found = findEndpoint(method, path);
      const { operationId, repeatable } = describeEndpoint(method, found?.endpoint);
      const target = { operationId, method, schemaPath: found?.schemaPath ?? path, repeatable, streaming: true };
      const context = createContext(target, { signal: init?.signal ?? (isUrl ? undefined : input.signal) });
      const signal = context.controller?.signal ?? null;
      return handle(createRequest(isUrl ? href : input, { ...init, method, signal, redirect: "manual" }), context);
    },

    use(...more) {
      plugins.push(...more);
      handle = composeAll(plugins);
      return this;
    },
  };
}

/** openapi-fetch's view of the document: any path. The types of the client's own methods are in {@link BoundMethod}. */
type AnyPaths = Record<string, Record<Verb, AnyOperation>>;
interface AnyOperation {
  parameters: { path?: Record<string, unknown>; query?: Record<string, unknown> };
  requestBody?: { content: { "application/json": unknown } };
  responses: { 200: { content: { "application/json": unknown } } };
}
type EngineInit = FetchOptions<AnyOperation>;

const VERBS = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;

/**
 * Returns a function that composes the onion around the plugins that were added. The order, from the outside in, and why
 * (the response check in `createConnectClient` surrounds it all, so that plugins see responses and only callers see errors):
 *
 * - `deadline` contains everything that can take time;
 * - `deprecation-notice` and `request-headers` run per call: one notice, and one correlation id for all attempts;
 * - added plugins run outside `retry`, or inside it if they run per attempt;
 * - `timeout` contains one attempt and sends a copy of the request: plugins outside it do not see what is added inside;
 * - `credentials` is inside every added plugin, so none of them sees the key;
 * - `redirects` follows redirects within the origin only, with the key that the request has.
 */
function standardPlugins(
  url: string,
  options: ConnectClientOptions,
  secrets: Secrets,
): (added: readonly ConnectPlugin[]) => Handler {
  const userAgent = [options.userAgent, "connect-sdk"].filter(Boolean).join(" ");
  const outside = [
    deadline(),
    ...(options.onDeprecated === false ? [] : [deprecationNotice(options.onDeprecated)]),
    requestHeaders(userAgent),
  ];
  const inside = [timeout(), credentials(url, options, secrets), redirects(secrets.redact)];
  return (added) => {
    const perAttempt = added.filter(({ per }) => per === "attempt");
    const perCall = added.filter(({ per }) => per !== "attempt");
    // Without added plugins, the response check is the only reader of a body.
    const core = sendWith(options.fetch, added.length > 0, secrets.redact);
    return compose([...outside, ...perCall, retry(), ...perAttempt, ...inside], core);
  };
}

/** The part of the context that depends on the endpoint. */
type Target = Pick<RequestContext, "operationId" | "method" | "schemaPath" | "repeatable" | "streaming">;

/** Merges the options of the call into those of the client. */
function mergeRetry(client: RetryOptions | false = {}, call: RetryOptions | false = client): RetryOptions | false {
  return call === client || call === false ? call : { ...client, ...call };
}

function checkLimit(argument: string, milliseconds: number | false): number | false {
  if (milliseconds === false || milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError(`${argument} is ${milliseconds}. Nothing was sent.`, {
    argument,
    fix: "Pass a number of milliseconds, or false for no limit.",
  });
}

/** Finds the operation of the document that a path without placeholders belongs to. */
function findEndpoint(method: HttpMethod, path: string): { schemaPath: string; endpoint: Endpoint } | undefined {
  const exact = endpoints[`${method} ${path}`];
  if (exact !== undefined) return { schemaPath: path, endpoint: exact };
  for (const [key, endpoint] of Object.entries(endpoints)) {
    const pattern = new RegExp(`^${key.replace(/\{\w+\}/g, "[^/]+")}$`);
    if (endpoint !== undefined && pattern.test(`${method} ${path}`)) {
      return { schemaPath: key.slice(method.length + 1), endpoint };
    }
  }
  return undefined;
}

/** Returns an operation's id and whether it is repeatable. Undocumented endpoints go by the method's meaning in HTTP. */
function describeEndpoint(
  method: HttpMethod,
  endpoint: Endpoint | undefined,
): Pick<RequestContext, "operationId" | "repeatable"> {
  if (endpoint === undefined) return { operationId: undefined, repeatable: method === "GET" || method === "PUT" };
  return { operationId: endpoint.operationId, repeatable: endpoint.repeatable === true };
}

function createRequest(input: string | Request, init: RequestInit): Request {
  try {
    return new Request(input, init);
  } catch {
    throw unsendable();
  }
}

/** Only `fetch` sends and returns other bodies than JSON. */
function notJson(method: HttpMethod, path: string): InvalidArgumentError {
  return new InvalidArgumentError(`${method} ${path} is not called with JSON. Nothing was sent.`, {
    argument: "path",
    fix: `Call api.fetch("…", { method: "${method}" }), which sends bodies unchanged and returns the response.`,
  });
}

/** Replaces the runtime's own error, which would quote the header. */
function unsendable(): InvalidArgumentError {
  return new InvalidArgumentError("The body or a header of the request cannot be sent.", {
    argument: "body",
    fix: "Pass a body that JSON can express, and headers without line breaks.",
  });
}

function readMethod(name: string): HttpMethod {
  const method = METHODS.find((each) => each === name.toUpperCase());
  if (method !== undefined) return method;
  throw new InvalidArgumentError("The method is not supported. Nothing was sent.", {
    argument: "method",
    fix: `Use ${METHODS.join(", ")}.`,
  });
}

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
import { invalidArgument, type InvalidArgumentError, isConnectError } from "./errors.ts";
import { createSecrets, type Secrets } from "./errors-from.ts";
import { endpoints } from "./generated/endpoints.ts";
import type { HttpMethod } from "./operations.ts";
import { type CallContext, compose, type ConnectPlugin, type Handler, METHODS, type RetryOptions } from "./plugin.ts";
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
  const engine: Engine = createClient<AnyPaths>({
    baseUrl: `${url}/__api__`,
    pathSerializer: serializePath,
    querySerializer: connectQuerySerializer,
    bodySerializer: (body) => JSON.stringify(body),
    redirect: "manual",
  });

  async function call<Data>(context: CallContext, path: string, init: EngineInit): Promise<ConnectResult<Data>> {
    // Widened, because only the callback below changes it.
    let isCreated = false as boolean;
    let data: unknown;
    try {
      const { response } = await engine[context.method](path, {
        ...init,
        signal: context.controller?.signal ?? null,
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
      throw isCreated || isConnectError(error) ? error : unsendable("body");
    }
  }

  /** Describes a call: its endpoint, and the options of the call, else of the client, else the defaults. */
  const createContext = (method: HttpMethod, schemaPath: string, init: CallOptions, streaming = false): CallContext => {
    const endpoint = endpoints[schemaPath]?.[method];
    return {
      operationId: endpoint?.operationId,
      method,
      schemaPath,
      // An undocumented PUT is idempotent by the HTTP standard.
      repeatable: endpoint?.repeatable ?? (method === "GET" || (method === "PUT" && endpoint === undefined)),
      streaming,
      attempt: 1,
      signal: init.signal,
      timeout: checkLimit("timeout", init.timeout ?? options.timeout ?? 30_000),
      deadline: checkLimit("deadline", init.deadline ?? options.deadline ?? false),
      retry: mergeRetry(options.retry, init.retry),
      controller: plugins.length === 0 ? new AbortController() : undefined,
    };
  };

  const bind =
    <V extends Verb>(method: HttpMethod): BoundMethod<V> =>
    async (path, ...[init = {}]) => {
      const { params, body, headers = {} } = init;
      if (endpoints[path]?.[method]?.body === "binary")
        throw invalidArgument("path", `${path} is not JSON.`, "Use api.fetch().");
      // Always a path object: openapi-fetch does not call the serializer without one, so a missing parameter would be sent.
      const parameters = { path: { ...params?.path }, query: { ...params?.query } };
      return call(createContext(method, path, init), path, { params: parameters, body, headers });
    };

  return {
    url,
    GET: bind("GET"),
    POST: bind("POST"),
    PUT: bind("PUT"),
    PATCH: bind("PATCH"),
    DELETE: bind("DELETE"),

    async request(method, path, { query = {}, body, headers = {}, ...init } = {}) {
      const [pathname, search] = splitPath(path);
      const context = createContext(method, findSchemaPath(pathname), init);
      const querySerializer = () => [search, serializeRawQuery(query)].filter(Boolean).join("&");
      return call({ ...context, operationId: undefined, schemaPath: pathname }, pathname, {
        querySerializer,
        body,
        headers,
      });
    },

    async fetch(input, init) {
      const isRequest = typeof input === "object" && "url" in input;
      const { href, path } = resolveUrl(url, isRequest ? input.url : String(input));
      const name = init?.method ?? (isRequest ? input.method : "GET");
      const method = METHODS.find((each) => each === name.toUpperCase());
      if (method === undefined) throw unsendable("method");
      const context = createContext(
        method,
        findSchemaPath(path),
        { signal: init?.signal ?? (isRequest ? input.signal : undefined) },
        true,
      );
      const signal = context.controller?.signal ?? null;
      let request;
      try {
        request = new Request(isRequest ? input : href, { ...init, method, signal, redirect: "manual" });
      } catch {
        throw unsendable("body");
      }
      return handle(request, context);
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
 * - `redirects` follows redirects within the origin only, with the key that the request has.
 */
function standardPlugins(
  url: string,
  options: ConnectClientOptions,
  secrets: Secrets,
): (added: readonly ConnectPlugin[]) => Handler {
  const userAgent = [options.userAgent, "connect-sdk"].filter(Boolean).join(" ");
  const outside = [
    deadline(secrets.redact),
    ...(options.onDeprecated === false ? [] : [deprecationNotice(options.onDeprecated)]),
    requestHeaders(userAgent),
  ];
  const inside = [timeout(secrets.redact), credentials(url, options, secrets), redirects(secrets.redact)];
  return (added) => {
    const perAttempt = added.filter(({ per }) => per === "attempt");
    const perCall = added.filter(({ per }) => per !== "attempt");
    // Without added plugins, the response check is the only reader of a body.
    const core = sendWith(options.fetch, added.length > 0, secrets.redact);
    return compose([...outside, ...perCall, retry(), ...perAttempt, ...inside], core);
  };
}

/** Merges the options of the call into those of the client. */
function mergeRetry(client: RetryOptions | false = {}, call: RetryOptions | false = client): RetryOptions | false {
  return call === client || call === false ? call : { ...client, ...call };
}

function checkLimit(argument: string, milliseconds: number | false): number | false {
  if (milliseconds === false || milliseconds > 0) return milliseconds;
  throw invalidArgument(argument, `${argument} is ${milliseconds}.`, "Pass milliseconds, or false for no limit.");
}

/** Returns the path of the document that a path without placeholders belongs to, or the path itself. */
function findSchemaPath(path: string): string {
  if (path in endpoints) return path;
  const isMatch = (pattern: string) => new RegExp(`^${pattern.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
  return Object.keys(endpoints).find(isMatch) ?? path;
}

/** Replaces the runtime's own error, which would quote the header. */
function unsendable(argument: string): InvalidArgumentError {
  return invalidArgument(
    argument,
    "The method, body or a header cannot be sent.",
    "Pass a body that JSON can express, and headers without line breaks.",
  );
}

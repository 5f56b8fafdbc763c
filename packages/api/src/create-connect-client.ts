import type { BoundMethod, CallOptions, ConnectClient, ConnectResult, Verb } from "./client.ts";
import { type EngineInput, createEngine } from "./engine.ts";
import { routes } from "./generated/routes.ts";
import type { HttpMethod, OperationId } from "./operations.ts";
import type { ConnectClientOptions } from "./options.ts";
import { splitPath } from "./path.ts";
import type { RequestContext } from "./plugin.ts";
import { standardPlugins } from "./plugins/standard-plugins.ts";
import { serializeQuery, serializeRawQuery } from "./query.ts";
import { normalizeServerUrl } from "./server-url.ts";

/**
 * Makes a client of one Connect server. Nothing is sent before the first call, and nothing is read from the environment.
 *
 * @throws {@link InvalidArgumentError} for a URL or a credential that cannot be right.
 * @example
 * ```ts
 * const api = createConnectClient({ url: "https://connect.example.com", apiKey });
 * const { data } = await api.GET("/v1/users", { params: { query: { user_role: ["viewer", "publisher"] } } });
 * console.log(data.total);
 * ```
 */
export function createConnectClient(options: ConnectClientOptions): ConnectClient {
  const url = normalizeServerUrl(options.url);
  const send = createEngine(`${url}/__api__`);
  const bodies = new WeakMap<Response, unknown>();
  const plugins = [...(options.plugins ?? [])];
  const assemble = standardPlugins(url, options, bodies);
  let handler = assemble(plugins);

  async function call<Data>(
    method: HttpMethod,
    path: string,
    operationId: OperationId | undefined,
    input: Partial<EngineInput> & CallOptions,
  ): Promise<ConnectResult<Data>> {
    const context = createContext(options, input, { method, schemaPath: path, operationId });
    const response = await send({ serializeQuery, ...input, method, path }, (request) => handler(request, context));
    // The response check has compared the body with what the document promises: the one place where wire becomes type.
    return { data: bodies.get(response) as Data, response };
  }

  const bind =
    <V extends Verb>(method: HttpMethod): BoundMethod<V> =>
    (path, ...[init]) =>
      call(method, path, routes[`${method} ${path}`]?.[0], init ?? {});

  return {
    url,
    GET: bind("GET"),
    POST: bind("POST"),
    PUT: bind("PUT"),
    PATCH: bind("PATCH"),
    DELETE: bind("DELETE"),
    async request(method, path, { query, ...rest } = {}) {
      const [pathname, search] = splitPath(path);
      return call(method, pathname, undefined, {
        ...rest,
        params: { query },
        serializeQuery: (all) => [search, serializeRawQuery(all)].filter(Boolean).join("&"),
      });
    },
    use(...more) {
      plugins.push(...more);
      handler = assemble(plugins);
      return this;
    },
  };
}

function createContext(
  client: ConnectClientOptions,
  call: CallOptions,
  target: Pick<RequestContext, "method" | "schemaPath" | "operationId">,
): RequestContext {
  const retry = call.retry ?? client.retry ?? {};
  return {
    ...target,
    attempt: 1,
    signal: call.signal,
    timeout: call.timeout ?? client.timeout ?? 30_000,
    deadline: call.deadline ?? client.deadline ?? false,
    retry: retry === false ? false : { ...(client.retry === false ? {} : client.retry), ...retry },
  };
}

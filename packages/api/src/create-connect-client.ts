import type { BoundMethod, ConnectClient, ConnectResult, Verb } from "./client.ts";
import { createContext } from "./create-context.ts";
import { type RequestInput, createRequest } from "./create-request.ts";
import { routes } from "./generated/routes.ts";
import type { HttpMethod } from "./operations.ts";
import type { ConnectClientOptions } from "./options.ts";
import { serializePath, splitPath } from "./path.ts";
import type { RequestContext } from "./plugin.ts";
import { standardPlugins } from "./plugins/standard-plugins.ts";
import { serializeQuery } from "./query.ts";
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
  const bodies = new WeakMap<Request, unknown>();
  const plugins = [...(options.plugins ?? [])];
  const assemble = standardPlugins(url, options, bodies);
  let handler = assemble(plugins);

  async function call<Data>(
    context: RequestContext,
    target: string,
    input: RequestInput,
  ): Promise<ConnectResult<Data>> {
    const request = createRequest(context.method, `${url}/__api__${target}`, input);
    const response = await handler(request, context);
    // The response check has compared the body with what the document promises: the one place where wire becomes type.
    const data = bodies.get(request) as Data;
    // Not left to the collector, which keeps the values of a WeakMap for a while: they are large.
    bodies.delete(request);
    return { data, response };
  }

  const bind =
    <V extends Verb>(method: HttpMethod): BoundMethod<V> =>
    async (path, ...[init = {}]) => {
      const target = serializePath(path, init.params?.path) + serializeQuery(init.params?.query);
      return call(createContext(method, path, routes[path]?.[method]?.[0], options, init), target, init);
    };

  return {
    url,
    GET: bind("GET"),
    POST: bind("POST"),
    PUT: bind("PUT"),
    PATCH: bind("PATCH"),
    DELETE: bind("DELETE"),
    async request(method, path, init = {}) {
      const [pathname, search] = splitPath(path);
      const target = pathname + serializeQuery(init.query, search);
      return call(createContext(method, pathname, undefined, options, init), target, init);
    },
    use(...more) {
      plugins.push(...more);
      handler = assemble(plugins);
      return this;
    },
  };
}

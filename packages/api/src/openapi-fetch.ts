/** Bridge to the libraries that build on openapi-fetch, such as openapi-react-query and swr-openapi. */
import createClient, { type Client } from "openapi-fetch";
import { checkTypedCall, type TypedCall } from "./call-input.ts";
import { unsendable } from "./client.ts";
import type { ConnectClient } from "./client-types.ts";
import { createApiError } from "./failures.ts";
import { FETCH_INIT, findOperation } from "./further-calls.ts";
import { checkInput, checkValue, isObject } from "./input.ts";
import type { HttpMethod } from "./operations.ts";
import { METHODS, methodOf } from "./plugin.ts";
import type { paths } from "./schema.ts";
import { connectQuerySerializer, normalizeServerUrl, serializePath } from "./url.ts";

/**
 * Returns an openapi-fetch client that sends everything through {@link ConnectClient.fetch}: with its credentials, retries,
 * time limits and redirects, and with queries serialized as Connect reads them.
 *
 * Like every openapi-fetch client, it returns the server's errors as `error`. Responses with an error status that do not hold
 * Connect's error object (an empty body, a proxy's page) are thrown as `ApiError`, because openapi-fetch would return them as
 * neither `data` nor `error`. Successes are not checked. Unknown parameters and body fields are refused, as by the client itself.
 *
 * @example
 * ```ts
 * import createQueryClient from "openapi-react-query";
 *
 * const $api = createQueryClient(toOpenapiFetch(api));
 * const { data } = $api.useQuery("get", "/v1/users", { params: { query: { user_role: ["viewer", "publisher"] } } });
 * ```
 */
export function toOpenapiFetch(api: Pick<ConnectClient, "url" | "fetch">): Client<paths, "application/json"> {
  checkValue("fetch", checkValue("api", api, "object").fetch, "function");
  const client = createClient<paths, "application/json">({
    baseUrl: `${normalizeServerUrl(api.url)}/__api__`,
    pathSerializer: serializePath,
    querySerializer: connectQuerySerializer,
    async fetch(request) {
      const response = await api.fetch(request);
      const method = methodOf(request);
      if (response.ok || method === undefined) return response;
      const body = await response.text();
      if (isErrorBody(body)) return new Response(body, response);
      // Without the body: only the client knows which secrets to redact.
      throw createApiError(request.url, response, "", { method, operationId: undefined, redact: (text) => text });
    },
  });
  // Its own type is more than the compiler can represent here.
  const methods: object = client;
  const request: unknown = Reflect.get(methods, "request");
  const checkAndSend = async (method: HttpMethod, path: string, options?: TypedCall): Promise<unknown> => {
    const checked = checkOptions(method, path, options);
    return request instanceof Function
      ? ((await Reflect.apply(request, client, [method, path, checked])) as unknown)
      : undefined;
  };
  for (const method of METHODS) {
    Reflect.set(methods, method, (path: string, options?: TypedCall) => checkAndSend(method, path, options));
  }
  Reflect.set(methods, "request", async (given: string, path: string, options?: TypedCall) => {
    const method = METHODS.find((each) => each === checkValue("method", given, "string").toUpperCase());
    if (method === undefined) throw unsendable("method");
    return checkAndSend(method, path, options);
  });
  return client;
}

/** What openapi-fetch understands besides `params` and `body`. */
const OPTIONS = `baseUrl:any fetch:any Request:any parseAs:any querySerializer:any bodySerializer:any pathSerializer:any middleware:any ${FETCH_INIT}`;

/**
 * Returns the options of a call. Refuses what openapi-fetch would ignore, so that a query without an unknown condition would find
 * everybody.
 */
function checkOptions(method: HttpMethod, path: string, options: TypedCall = {}): TypedCall {
  const endpoint = findOperation(method, checkValue("path", path, "string"));
  const isBinary = endpoint.body === "binary";
  const { params = {}, ...rest } = checkInput("options", options, `params:object ${OPTIONS}`, (name) =>
    name === "query" || name === "path" ? `Put ${name} under params: { params: { ${name} } }.` : undefined,
  );
  const inParams = checkInput("params", params, "path:object query:object header:object cookie:object");
  const checked = checkTypedCall(method, path, isBinary ? { ...endpoint, body: "none" } : endpoint, {
    params: { path: inParams.path, query: inParams.query },
    ...(!isBinary && { body: rest.body }),
  });
  const { headers } = rest;
  // A collection has no fields, so that openapi-fetch would send none of them.
  if (headers !== undefined && !(headers instanceof Headers)) checkInput("headers", headers, "anything:any");
  return { ...rest, params: { ...inParams, ...checked.params }, body: isBinary ? rest.body : checked.body };
}

function isErrorBody(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) && typeof parsed["code"] === "number" && typeof parsed["error"] === "string";
  } catch {
    return false;
  }
}

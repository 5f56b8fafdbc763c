/** Bridge to the libraries that build on openapi-fetch, such as openapi-react-query and swr-openapi. */
import createClient, { type Client } from "openapi-fetch";
import type { ConnectClient } from "./client-types.ts";
import { createApiError } from "./failures.ts";
import { isObject } from "./input.ts";
import { methodOf } from "./plugin.ts";
import type { paths } from "./schema.ts";
import { connectQuerySerializer, serializePath } from "./url.ts";

/**
 * Returns an openapi-fetch client that sends everything through {@link ConnectClient.fetch}: with its credentials, retries,
 * time limits and redirects, and with queries serialized as Connect reads them.
 *
 * Like every openapi-fetch client, it returns the server's errors as `error`. Responses with an error status that do not hold
 * Connect's error object (an empty body, a proxy's page) are thrown as `ApiError`, because openapi-fetch would return them as
 * neither `data` nor `error`. Successes are not checked.
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
  return createClient<paths, "application/json">({
    baseUrl: `${api.url}/__api__`,
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
}

function isErrorBody(body: string): boolean {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) && typeof parsed["code"] === "number" && typeof parsed["error"] === "string";
  } catch {
    return false;
  }
}

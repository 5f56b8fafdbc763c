import { loadFailures } from "../on-demand.ts";
import type { CallContext, ConnectPlugin } from "../plugin.ts";

/**
 * Follows redirects below the server's `/__api__`, keeping method and body: a lock arrives as a lock. A 303 asks for a GET
 * instead, so it is followed for a GET only. Nothing is sent anywhere else: not to another origin, and not to content that the
 * server hosts for its publishers.
 *
 * @param url - root of the server.
 * @throws {@link UnexpectedResponseError} for a redirect that is not followed.
 */
export function redirects(url: string): ConnectPlugin {
  const root = `${url}/__api__/`;
  return {
    name: "redirects",
    async fetch(request, next, context: CallContext) {
      let current = request;
      for (let followed = 0; ; followed++) {
        // A body can be sent only once. The copy is sent from memory, because not every browser can send a stream.
        const spare = current.body === null ? undefined : current.clone();
        const response = await next(current);
        if (![301, 302, 303, 307, 308].includes(response.status) || !response.headers.has("location")) return response;
        if (context.streaming) await response.body?.cancel();
        const { redirected } = await loadFailures();
        current = await redirected(current, response, spare, { root, followed, context });
      }
    },
  };
}

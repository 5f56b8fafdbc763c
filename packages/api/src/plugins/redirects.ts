import { loadFailures } from "../on-demand.ts";
import type { CallContext, ConnectPlugin } from "../plugin.ts";
import { printable } from "../printable.ts";

/** How many redirects in a row are followed. */
const LIMIT = 5;

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
      const { method, streaming } = context;
      let current = request;
      for (let followed = 0; ; followed++) {
        // A body can be sent only once. The copy is sent from memory, because not every browser can send a stream.
        const spare = current.body === null ? undefined : current.clone();
        const response = await next(current);
        if (![301, 302, 303, 307, 308].includes(response.status)) return response;
        const location = response.headers.get("location");
        if (location === null) return response;
        if (streaming) await response.body?.cancel();
        const { url: from, headers, signal, cache } = current;
        const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
        const problem = findProblem(target, root, response.status === 303 && method !== "GET", followed === LIMIT);
        if (target === undefined || problem !== undefined) {
          const fix =
            "Use the URL at which Connect itself responds, with https if it has that. Nothing was sent elsewhere.";
          throw (await loadFailures()).createUnexpectedResponseError(from, response, problem ?? "", fix, context);
        }
        const body = (await spare?.arrayBuffer()) ?? null;
        const init = { method, headers, signal, cache, body, redirect: "manual" } as const;
        current = new Request(target, init);
      }
    },
  };
}

function findProblem(target: URL | undefined, root: string, dropsBody: boolean, isLast: boolean): string | undefined {
  if (target === undefined) return "returned an invalid redirect URL";
  if (!target.href.startsWith(root)) {
    const { origin, pathname } = target;
    return `was redirected to ${origin === new URL(root).origin ? printable(pathname) : origin}`;
  }
  if (dropsBody) return "was redirected in a way that drops the body";
  return isLast ? `exceeded ${LIMIT} redirects` : undefined;
}

import { createUnexpectedResponseError, type Redact } from "../errors-from.ts";
import type { ConnectPlugin } from "../plugin.ts";

/** How many redirects in a row are followed. */
const LIMIT = 5;

/**
 * Follows redirects within the server's origin, keeping method and body: a lock arrives as a lock. A 303 asks for a GET
 * instead, so it is followed for a GET only. Nothing is sent to another origin.
 *
 * @throws {@link UnexpectedResponseError} for a redirect that is not followed.
 */
export function redirects(redact: Redact): ConnectPlugin {
  return {
    name: "redirects",
    async fetch(request, next, context) {
      const { method, streaming } = context;
      let current = request;
      for (let followed = 0; ; followed++) {
        // A body can be sent only once. The copy is sent from memory, because not every browser can send a stream.
        const spare = current.body === null ? undefined : current.clone();
        const response = await next(current);
        const location = response.headers.get("location");
        if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return response;
        if (streaming) await response.body?.cancel();
        const { url, headers, signal } = current;
        const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
        const problem = findProblem(target, url, response.status === 303 && method !== "GET", followed === LIMIT);
        if (target === undefined || problem !== undefined) {
          const fix =
            "Use the URL at which Connect itself responds, with https if it has that. Nothing was sent elsewhere.";
          throw createUnexpectedResponseError(url, response, problem ?? "", fix, context, redact);
        }
        const body = (await spare?.arrayBuffer()) ?? null;
        current = new Request(target, { method, headers, signal, body, redirect: "manual" });
      }
    },
  };
}

function findProblem(target: URL | undefined, from: string, dropsBody: boolean, isLast: boolean): string | undefined {
  if (target === undefined) return "returned an invalid redirect URL";
  if (target.origin !== new URL(from).origin) return `was redirected to ${target.origin}`;
  if (dropsBody) return "was redirected in a way that drops the body";
  return isLast ? `exceeded ${LIMIT} redirects` : undefined;
}

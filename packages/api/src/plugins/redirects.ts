import { describeRequest } from "../errors/describe-request.ts";
import { UnexpectedResponseError } from "../errors/unexpected-response-error.ts";
import type { ConnectPlugin } from "../plugin.ts";

/** How many redirects in a row are followed. */
const LIMIT = 5;

/**
 * Follows redirects within the server's origin, with method and body as they were: a lock arrives as a lock. A 303 asks for a
 * GET in place of what was sent, so it is followed for a GET only. Nothing is sent to another origin.
 *
 * @throws {@link UnexpectedResponseError} for a redirect that is not followed.
 */
export function redirects(): ConnectPlugin {
  return {
    name: "redirects",
    async fetch(request, next, { method, operationId }) {
      let current = request;
      for (let followed = 0; ; followed++) {
        // A body can be sent only once. It is sent again as text, since not every browser can send a stream.
        const spare = current.body === null ? undefined : current.clone();
        const response = await next(current);
        const { status } = response;
        const location = response.headers.get("location");
        if (location === null || ![301, 302, 303, 307, 308].includes(status)) return response;
        const target = resolve(location, current.url);
        if (target === undefined || followed === LIMIT || (status === 303 && method !== "GET")) {
          throw new UnexpectedResponseError(
            `${describeRequest(method, request.url)} was redirected with status ${status} ${target ? "once too often" : "to another origin"}.`,
            {
              status,
              method,
              url: request.url,
              operationId,
              fix: "Use the URL under which Connect itself answers, with https if it has it. Nothing was sent elsewhere.",
            },
          );
        }
        const { headers, signal } = current;
        const body = (await spare?.text()) ?? null;
        current = new Request(target, { method, headers, signal, body, redirect: "manual" });
      }
    },
  };
}

/** Where a redirect leads, if that is within the origin. */
function resolve(location: string, from: string): URL | undefined {
  if (!URL.canParse(location, from)) return undefined;
  const target = new URL(location, from);
  return target.origin === new URL(from).origin ? target : undefined;
}

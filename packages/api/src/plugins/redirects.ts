import { createUnexpectedResponseError } from "../errors/create-unexpected-response-error.ts";
import type { ConnectPlugin } from "../plugin.ts";
import type { Redact } from "../secrets.ts";

/** How many redirects in a row are followed. */
const LIMIT = 5;

/**
 * Follows redirects within the server's origin, with method and body as they were: a lock arrives as a lock. A 303 asks for a
 * GET in place of what was sent, so it is followed for a GET only. Nothing is sent to another origin.
 *
 * @throws {@link UnexpectedResponseError} for a redirect that is not followed.
 */
export function redirects(redact: Redact): ConnectPlugin {
  return {
    name: "redirects",
    async fetch(request, next, context) {
      const { method } = context;
      let current = request;
      for (let followed = 0; ; followed++) {
        // A body can be sent only once. It is sent again as text, since not every browser can send a stream.
        const spare = current.body === null ? undefined : current.clone();
        const response = await next(current);
        const location = response.headers.get("location");
        if (location === null || ![301, 302, 303, 307, 308].includes(response.status)) return response;
        const { url, headers, signal } = current;
        const target = resolve(location, url);
        const problem = findProblem(target, url, response.status === 303 && method !== "GET", followed === LIMIT);
        if (target === undefined || problem !== undefined) {
          throw createUnexpectedResponseError(
            `was redirected ${problem}`,
            "Use the URL under which Connect itself answers, https if it has that. Nothing was sent elsewhere.",
            url,
            response,
            context,
            redact,
          );
        }
        const body = (await spare?.text()) ?? null;
        current = new Request(target, { method, headers, signal, body, redirect: "manual" });
      }
    },
  };
}

function resolve(location: string, from: string): URL | undefined {
  return URL.canParse(location, from) ? new URL(location, from) : undefined;
}

function findProblem(target: URL | undefined, from: string, dropsBody: boolean, isLast: boolean): string | undefined {
  if (target?.origin !== new URL(from).origin) return `to ${target?.origin ?? "what is not a URL"}`;
  if (dropsBody) return "in a way that drops what was sent";
  return isLast ? "once too often" : undefined;
}

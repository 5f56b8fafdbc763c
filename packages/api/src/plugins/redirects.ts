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
        const location = response.headers.get("location");
        if (!STATUSES.includes(response.status) || location === null) return response;
        const target = parse(location, current.url);
        const problem = followed < LIMIT ? findProblem(target, current, response.status) : "too many redirects";
        if (target !== undefined && problem === undefined) {
          current = await redirected(target, current, spare);
          continue;
        }
        throw new UnexpectedResponseError(`${describeRequest(method, request.url)} was redirected: ${problem}.`, {
          status: response.status,
          method,
          url: request.url,
          operationId,
          fix: "Use the URL under which Connect itself answers, https if it has it.",
        });
      }
    },
  };
}

const STATUSES = [301, 302, 303, 307, 308];

function parse(location: string, base: string): URL | undefined {
  try {
    return new URL(location, base);
  } catch {
    return undefined;
  }
}

function findProblem(target: URL | undefined, { url, method }: Request, status: number): string | undefined {
  if (target === undefined) return "its target is not a URL";
  if (target.origin !== new URL(url).origin)
    return `to another origin, ${target.origin}, which is not sent the credential`;
  if (status === 303 && method !== "GET") return "to something to read, which would drop what was sent";
  return undefined;
}

async function redirected(target: URL, { method, headers, signal }: Request, spare?: Request): Promise<Request> {
  const body = (await spare?.text()) ?? null;
  return new Request(target, { method, headers, signal, body, redirect: "manual" });
}

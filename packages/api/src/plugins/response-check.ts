import { textOf } from "../body.ts";
import { createApiError } from "../errors/create-api-error.ts";
import { createUnexpectedResponseError } from "../errors/create-unexpected-response-error.ts";
import { routes } from "../generated/routes.ts";
import type { ConnectPlugin, RequestContext } from "../plugin.ts";
import { hasShape } from "../route.ts";
import type { Redact } from "../secrets.ts";

/** Where the response check leaves what it parsed, for the call that made the request. */
export type ParsedBodies = WeakMap<Request, unknown>;

/**
 * Lets through successes only: an `ok` status with a body of the kind that the document promises. Everything else is thrown.
 */
export function responseCheck(bodies: ParsedBodies, redact: Redact): ConnectPlugin {
  return {
    name: "response-check",
    async fetch(request, next, context) {
      const response = await next(request);
      const text = await textOf(response);
      if (response.status >= 400) throw createApiError(request.url, response, text, context, redact);
      const data = parse(text);
      const problem = findProblem(response, text, data, context);
      if (problem === undefined) {
        bodies.set(request, data);
        return response;
      }
      throw createUnexpectedResponseError(
        `was answered with ${problem}`,
        "Check that the URL is that of a Connect server and not of a login page or proxy before it.",
        request.url,
        response,
        context,
        redact,
      );
    },
  };
}

const UNREADABLE = Symbol();

function parse(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return UNREADABLE;
  }
}

/** What is wrong with an answer that should be a success. */
function findProblem(response: Response, text: string, data: unknown, context: RequestContext): string | undefined {
  if (response.type === "opaqueredirect") return "a redirect, which a browser does not let this client follow";
  if (!response.ok) return "nothing that could be followed";
  if (data === UNREADABLE) return /^\s*</.test(text) ? "a web page, not JSON" : "what is not JSON, or not all of it";
  const route = routes[context.schemaPath]?.[context.method];
  if (context.operationId === undefined || route === undefined || hasShape(route, data)) return undefined;
  return data === undefined ? "an empty body" : "JSON of another shape than Connect's";
}

import type { RequestContext } from "../plugin.ts";
import { retryAfter } from "../retry-after.ts";
import type { Redact } from "../secrets.ts";
import { ApiError, type ApiErrorOptions } from "./api-error.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { ConflictError } from "./conflict-error.ts";
import { describeRequest } from "./describe-request.ts";
import { InvalidRequestError } from "./invalid-request-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { PermissionError } from "./permission-error.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { ServerError } from "./server-error.ts";

type Kind = readonly [new (message: string, options: ApiErrorOptions) => ApiError, fix: string];

/** The error for an answer of 400 and above, from whatever its body says. */
export function createApiError(
  request: Request,
  response: Response,
  body: string,
  { method, operationId }: RequestContext,
  redact: Redact,
): ApiError {
  const { status, headers } = response;
  const said = parse(redact(body));
  const [Kind, fix] = kindOf(status);
  const words = said.error === undefined ? " without a word of Connect's: perhaps a proxy answered" : `: ${said.error}`;
  const code = said.code === undefined ? "" : ` (code ${said.code})`;
  return new Kind(`${describeRequest(method, request.url)} failed with status ${status}${words}${code}.`, {
    fix,
    status,
    code: said.code,
    payload: said.payload,
    operationId,
    method,
    url: redact(request.url),
    correlationId: headers.get("x-correlation-id") ?? undefined,
    retryAfter: retryAfter(headers),
  });
}

/** What can be made out of a body that should be Connect's error object, and may be anything. */
function parse(body: string): { code?: number; error?: string; payload?: unknown } {
  try {
    const { code, error, payload }: { code?: unknown; error?: unknown; payload?: unknown } = Object(JSON.parse(body));
    return {
      ...(typeof code === "number" && { code }),
      // Control characters could rewrite the terminal that shows them; a full stop is added after it.
      ...(typeof error === "string" && error !== "" && { error: error.replace(/\p{Cc}+/gu, " ").replace(/\.$/, "") }),
      payload,
    };
  } catch {
    return {};
  }
}

function kindOf(status: number): Kind {
  return KINDS[status] ?? (status < 500 ? INVALID_REQUEST : SERVER);
}

const INVALID_REQUEST: Kind = [InvalidRequestError, "Change what the server objects to, and try again."];
const SERVER: Kind = [ServerError, "Try again later; its log tells an administrator more."];
const KINDS: Readonly<Record<number, Kind>> = {
  401: [AuthenticationError, "Check that the API key or token is whole, not expired, and made on this server."],
  403: [PermissionError, "Ask an administrator for the role that this needs, or use another key."],
  404: [NotFoundError, "Check the identifier and the server's URL; an older server may lack the endpoint."],
  409: [ConflictError, "Use another name, or what is there already."],
  429: [RateLimitError, "Wait before trying again, and send fewer requests at a time."],
};

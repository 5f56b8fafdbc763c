import type { RequestContext } from "../plugin.ts";
import { retryAfter } from "../retry-after.ts";
import type { Redact } from "../secrets.ts";
import type { ApiError, ApiErrorOptions } from "./api-error.ts";
import { AuthenticationError } from "./authentication-error.ts";
import { ConflictError } from "./conflict-error.ts";
import { describeRequest } from "./describe-request.ts";
import { InvalidRequestError } from "./invalid-request-error.ts";
import { NotFoundError } from "./not-found-error.ts";
import { PermissionError } from "./permission-error.ts";
import { printable } from "./printable.ts";
import { RateLimitError } from "./rate-limit-error.ts";
import { ServerError } from "./server-error.ts";

type Kind = readonly [new (message: string, options: ApiErrorOptions) => ApiError, fix: string];

/** The error for an answer of 400 and above, from whatever its body says. */
export function createApiError(
  url: string,
  { status, headers }: Response,
  body: string,
  { method, operationId }: RequestContext,
  redact: Redact,
): ApiError {
  const { code, error, payload } = parse(redact(body));
  const [Kind, fix] = KINDS[status] ?? (status < 500 ? INVALID_REQUEST : SERVER);
  const words = [
    typeof error === "string" && error !== "" ? `: ${printable(error)}` : ", without Connect's own words",
    typeof code === "number" ? ` (code ${code})` : "",
  ];
  return new Kind(`${describeRequest(method, url)} failed with status ${status}${words.join("")}.`, {
    fix,
    status,
    code: typeof code === "number" ? code : undefined,
    payload,
    operationId,
    method,
    url: redact(url),
    correlationId: headers.get("x-correlation-id") ?? undefined,
    retryAfter: retryAfter(headers),
  });
}

/** A body that should be Connect's error object, and may be anything. */
function parse(body: string): { code?: unknown; error?: unknown; payload?: unknown } {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed ?? {};
  } catch {
    return {};
  }
}

const INVALID_REQUEST: Kind = [InvalidRequestError, "Correct what the server objects to."];
const SERVER: Kind = [ServerError, "Try again later, or look into the server's log."];
const KINDS: Readonly<Record<number, Kind>> = {
  401: [AuthenticationError, "Check that the API key or token is complete, not expired, and of this server."],
  403: [PermissionError, "Use the key of somebody whose role allows it."],
  404: [NotFoundError, "Check the identifier, the server's URL, and that the server is new enough."],
  409: [ConflictError, "Use another name, or what is already there."],
  429: [RateLimitError, "Wait, then send fewer requests at a time."],
};

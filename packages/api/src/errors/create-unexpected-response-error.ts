import type { RequestContext } from "../plugin.ts";
import type { Redact } from "../secrets.ts";
import { describeRequest } from "./describe-request.ts";
import { UnexpectedResponseError } from "./unexpected-response-error.ts";

/** The error for an answer that is of no use; `what` says what happened to the request. */
export function createUnexpectedResponseError(
  what: string,
  fix: string,
  url: string,
  { status, headers }: Response,
  { method, operationId }: RequestContext,
  redact: Redact,
): UnexpectedResponseError {
  return new UnexpectedResponseError(`${describeRequest(method, url)} ${what} (status ${status}).`, {
    fix,
    status,
    method,
    url: redact(url),
    operationId,
    correlationId: headers.get("x-correlation-id") ?? undefined,
  });
}

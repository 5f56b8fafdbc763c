import type { HttpMethod } from "../operations.ts";
import { describeRequest } from "./describe-request.ts";
import { TimeoutError } from "./timeout-error.ts";

/** The error for a limit that was exceeded. */
export function createTimeoutError(method: HttpMethod, url: string, milliseconds: number): TimeoutError {
  return new TimeoutError(`${describeRequest(method, url)} was not answered within ${milliseconds} ms.`, {
    method,
    url,
    milliseconds,
    fix: "Try again, or allow more time; whether the server has acted on it is not known.",
  });
}

import type { HttpMethod } from "../operations.ts";
import { ConnectError } from "./connect-error.ts";
import { describeRequest } from "./describe-request.ts";

/** The answer was not complete in time. Whether the server has acted on the request is not known. */
export class TimeoutError extends ConnectError {
  readonly method: HttpMethod;
  readonly url: string;
  /** The limit that was exceeded: that of one attempt (`timeout`) or of the whole call (`deadline`). */
  readonly milliseconds: number;

  constructor(method: HttpMethod, url: string, milliseconds: number) {
    super(`${describeRequest(method, url)} was not answered within ${milliseconds} ms.`, {
      fix: "Try again, or allow more time; whether the server has acted on it is not known.",
    });
    this.method = method;
    this.url = url;
    this.milliseconds = milliseconds;
  }

  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}

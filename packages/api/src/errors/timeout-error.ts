import type { HttpMethod } from "../operations.ts";
import { ConnectError, type ConnectErrorOptions } from "./connect-error.ts";

export interface TimeoutErrorOptions extends ConnectErrorOptions {
  method: HttpMethod;
  url: string;
  milliseconds: number;
}

/** The answer was not complete in time. Whether the server has acted on the request is not known. */
export class TimeoutError extends ConnectError {
  readonly method: HttpMethod;
  readonly url: string;
  /** The limit that was exceeded: that of one attempt (`timeout`) or of the whole call (`deadline`). */
  readonly milliseconds: number;

  constructor(message: string, options: TimeoutErrorOptions) {
    super(message, options);
    this.method = options.method;
    this.url = options.url;
    this.milliseconds = options.milliseconds;
  }

  override get name(): "TimeoutError" {
    return "TimeoutError";
  }
}

import type { HttpMethod } from "../operations.ts";
import { ConnectError, type ConnectErrorOptions } from "./connect-error.ts";

export interface NetworkErrorOptions extends ConnectErrorOptions {
  method: HttpMethod;
  url: string;
  code?: string | undefined;
}

/** No answer arrived, or only a part of one. Whether the server has acted on the request is not known. */
export class NetworkError extends ConnectError {
  readonly method: HttpMethod;
  readonly url: string;
  /** The runtime's name for what happened, such as `ECONNREFUSED` or `ENOTFOUND`; browsers give none. */
  readonly code: string | undefined;

  constructor(message: string, options: NetworkErrorOptions) {
    super(message, options);
    this.method = options.method;
    this.url = options.url;
    this.code = options.code;
  }

  override get name(): "NetworkError" {
    return "NetworkError";
  }
}

import type { HttpMethod, OperationId } from "../operations.ts";
import { ConnectError, type ConnectErrorOptions } from "./connect-error.ts";

export interface UnexpectedResponseErrorOptions extends ConnectErrorOptions {
  status: number;
  method: HttpMethod;
  url: string;
  operationId?: OperationId | undefined;
  correlationId?: string | undefined;
}

/**
 * An answer that is neither a success nor an error of Connect: a web page where JSON was due, truncated JSON, JSON of another
 * shape than the document promises, a redirect that leads elsewhere. Usually something between here and Connect answered.
 */
export class UnexpectedResponseError extends ConnectError {
  /** The HTTP status; 0 for a redirect that a browser hides. */
  readonly status: number;
  readonly method: HttpMethod;
  readonly url: string;
  readonly operationId: OperationId | undefined;
  readonly correlationId: string | undefined;

  constructor(message: string, options: UnexpectedResponseErrorOptions) {
    super(message, options);
    this.status = options.status;
    this.method = options.method;
    this.url = options.url;
    this.operationId = options.operationId;
    this.correlationId = options.correlationId;
  }

  override get name(): "UnexpectedResponseError" {
    return "UnexpectedResponseError";
  }
}

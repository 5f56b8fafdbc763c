import { ConnectError, type ConnectErrorOptions } from "./connect-error.ts";

export interface InvalidArgumentErrorOptions extends ConnectErrorOptions {
  argument: string;
}

/** An option or a parameter is not usable. Nothing was sent. */
export class InvalidArgumentError extends ConnectError {
  /** Which one: `url`, `apiKey`, `token`, or the name of the path or query parameter. */
  readonly argument: string;

  constructor(message: string, options: InvalidArgumentErrorOptions) {
    super(message, options);
    this.argument = options.argument;
  }

  override get name(): "InvalidArgumentError" {
    return "InvalidArgumentError";
  }
}

const BRAND = Symbol.for("@connect-sdk/ConnectError");

/** What every {@link ConnectError} is made with, beside its message. */
export interface ConnectErrorOptions extends ErrorOptions {
  /** What to do about it: a sentence for people. */
  fix: string;
}

/**
 * The ancestor of everything that this client throws, but for two things: a call that was cancelled by the caller's `signal`
 * rejects with that signal's own reason, and what a function or plugin of the caller's throws comes through as it is.
 *
 * The message says what failed, method and path, the status, the server's words, and what to do.
 */
export class ConnectError extends Error {
  /** What to do about it: the end of the message, for programs that show it apart. */
  readonly fix: string;

  constructor(message: string, { fix, ...options }: ConnectErrorOptions) {
    super(`${message} ${fix}`, options);
    this.fix = fix;
  }

  override get name(): string {
    return "ConnectError";
  }

  /** Recognised by {@link isConnectError}, whichever copy of the package made it. */
  get [BRAND](): string {
    return this.name;
  }
}

/**
 * Whether something that was caught is a {@link ConnectError}. Unlike `instanceof` it also recognises the errors of another
 * installed copy of this package.
 */
export function isConnectError(error: unknown): error is ConnectError {
  return typeof error === "object" && error !== null && BRAND in error;
}

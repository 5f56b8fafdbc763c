import type { ErrorKind } from "./exit-codes.ts";

/** A failure that the program itself found: what is wrong in one line, what to do about it in another. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly kind: ErrorKind;
  readonly fix: string;

  constructor(kind: ErrorKind, message: string, fix: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
    this.fix = fix;
  }
}

/** The command line asks for something impossible: exit code 2. */
export function usageError(message: string, fix: string): CliError {
  return new CliError("usage", message, fix);
}

/** A guard says no: exit code 6. */
export function refusal(message: string, fix: string): CliError {
  return new CliError("refused", message, fix);
}

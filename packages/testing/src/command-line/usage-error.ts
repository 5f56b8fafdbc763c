/** The command line, or a file that it names, cannot be used as it is. The message is one line that says what is allowed. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

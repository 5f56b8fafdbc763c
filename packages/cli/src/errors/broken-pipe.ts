import { isConnectError } from "@connect-sdk/api";

/**
 * Whether nobody is left to read the output (`connect-users list | head`), which is not a failure. A connection to the server
 * can break off with the same code, and that is one.
 */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && !isConnectError(error) && "code" in error && error.code === "EPIPE";
}

/**
 * Says that a connection is to be cut instead of answering. In-process it is what `fetch` rejects with, as it would over a
 * network; whoever serves the fake over a port closes the socket when it meets one.
 */
export class ConnectionReset extends TypeError {
  constructor({ cause = resetBySystem() }: { cause?: unknown } = {}) {
    super("fetch failed", { cause });
  }
}

/** What the system says of a connection that was cut. */
export function resetBySystem(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
}

import { createServer, type Server } from "node:http";
import { ListenError } from "./listen-error.ts";
import { refuseUnreadable } from "./refuse-unreadable.ts";
import type { RequestListener } from "./request-listener.ts";

/** Milliseconds that requests in progress are given when the server is closed, before their connections are cut. */
const GRACE = 1_000;

/**
 * Milliseconds for which an idle connection is kept. Node's five seconds run out in the middle of a slow test suite, and a client that
 * reuses a connection at that very moment sees it reset.
 */
const KEEP_ALIVE = 65_000;

/** Bytes that an address and headers may come to. It is what servers in Connect's language take; Node's are content with less. */
const LONGEST_HEAD = 1_048_576;

/** Where to bind. */
export interface Address {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

/** A bound server. */
export interface BoundServer {
  /** The port, also when any free one was asked for. */
  readonly port: number;
  /** Stops listening, ends idle connections at once and the others as soon as they have been answered. */
  readonly close: () => Promise<void>;
}

/**
 * Binds a server and resolves as soon as it accepts connections.
 *
 * @throws {ListenError} when the address cannot be bound.
 */
export async function bind(listener: RequestListener, { host, port }: Address): Promise<BoundServer> {
  let closed: Promise<void> | undefined;
  const server = createServer({ maxHeaderSize: LONGEST_HEAD, requireHostHeader: false }, (incoming, outgoing) => {
    listener(incoming, outgoing, server);
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  server.on("clientError", refuseUnreadable);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new ListenError(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () => (closed ??= close(server)),
  };
}

async function close(server: Server): Promise<void> {
  const overdue = setTimeout(() => {
    server.closeAllConnections();
  }, GRACE);
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  clearTimeout(overdue);
}

import { createServer, type RequestListener, type Server, type ServerResponse } from "node:http";
import { ListenError } from "./listen-error.ts";

/** Milliseconds that requests in progress are given when the server is closed, before their connections are cut. */
const GRACE = 1_000;

/**
 * Milliseconds for which an idle connection is kept. Node's five seconds run out in the middle of a slow test suite, and a client that
 * reuses a connection at that very moment sees it reset.
 */
const KEEP_ALIVE = 65_000;

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
  const answering = new Set<ServerResponse>();
  let closed: Promise<void> | undefined;
  const server = createServer((request, response) => {
    if (closed !== undefined) response.shouldKeepAlive = false;
    answering.add(response);
    response.once("close", () => answering.delete(response));
    listener(request, response);
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new ListenError(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    close: () => (closed ??= close(server, answering)),
  };
}

async function close(server: Server, answering: ReadonlySet<ServerResponse>): Promise<void> {
  // A connection that is kept alive would hold the server open until its client lets go of it.
  for (const response of answering) response.shouldKeepAlive = false;
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

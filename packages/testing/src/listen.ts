import type { FakeConnect } from "./fake-connect.ts";
import { bind } from "./server/bind.ts";
import type { WireHandler } from "./server/wire-handler.ts";

/** Where and how a fake listens. */
export interface ListenOptions {
  /** The port; 0, the default, is any free one. */
  port?: number;
  /** The address; `127.0.0.1` by default, so that nobody else on the network reaches the fake. */
  host?: string;
  /** Milliseconds by which every answer is held back; 0 by default. */
  latency?: number;
  /**
   * Opens the routes under `/__fake__/`, by which a test in another process looks at the fake and changes it. They ask for
   * the administrator's key. Off by default.
   */
  control?: boolean;
}

/** A fake that listens on a port. `await using server = await fake.listen()` closes it when it goes out of scope. */
export interface FakeServer extends AsyncDisposable {
  /** What clients take as the server's address, path prefix included: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** The port, also when any free one was asked for. */
  readonly port: number;
  /** Stops listening; requests in progress are answered, connections that are kept alive are ended. */
  close(): Promise<void>;
}

/**
 * Serves a fake over HTTP. Resolves once connections are accepted.
 *
 * @param answer - what answers the requests.
 * @throws {RangeError} when the port or the latency is no such number.
 * @throws {ListenError} when the address cannot be bound, for example because the port is in use.
 */
export async function listen(fake: FakeConnect, answer: WireHandler, options: ListenOptions = {}): Promise<FakeServer> {
  const { port = 0, host = "127.0.0.1", latency = 0, control = false } = options;
  checkWholeNumber("port", port, 65_535);
  checkWholeNumber("latency", latency, 2 ** 31 - 1);

  // Loaded only now: a fake that stays in-process needs none of it.
  const { requestListener } = await import("./server/request-listener.ts");
  let handler = answer;
  if (control) handler = (await import("./control/with-control.ts")).withControl(fake, handler);
  if (latency > 0) handler = (await import("./server/delayed.ts")).delayed(handler, latency);

  const reached = reachable(host);
  const server = await bind(requestListener(handler, reached), { host, port });
  return {
    url: `http://${reached}:${server.port}${new URL(fake.url).pathname.replace(/\/$/, "")}`,
    port: server.port,
    close: server.close,
    [Symbol.asyncDispose]: server.close,
  };
}

function checkWholeNumber(name: string, value: number, maximum: number): void {
  if (Number.isInteger(value) && value >= 0 && value <= maximum) return;
  throw new RangeError(`${name} is ${value}; allowed: whole numbers from 0 to ${maximum}`);
}

/** An address that a client can use: one that means "every interface" is none. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}

import { STATUS_CODES, type IncomingMessage, type ServerResponse } from "node:http";
import { finished, type Duplex } from "node:stream";
import { ApiProblem } from "../errors.ts";
import { BodyBuffer } from "./body.ts";
import { problemResponse, type HttpRequest, type HttpResponse } from "./exchange.ts";

/** A valid Host header: a name, an IPv4 or a bracketed IPv6 address, and optionally a port. */
const HOST = /^(?:[\w.~%-]+|\[[\da-f:.]+\])(?::\d*)?$/i;

/** A target that is a path in normalized form. */
const NORMALIZED_TARGET = /^(?:\/(?![./])[\w~%!$&'()*+,;=:@.-]*)+(?:\?[^#]*)?$/;

/**
 * A request received on a port.
 *
 * It is written by hand for a budget: the fake over a port must reach 0.7 times the throughput of a bare `node:http` server
 * (`fake-over-port` in the benchmark). So no `Request` is created, headers are read one at a time, the URL is only parsed when
 * it is not normalized, and the abort signal exists only for code that asks for it.
 */
export class NodeRequest implements HttpRequest {
  readonly method: string;
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly #incoming: IncomingMessage;
  readonly #outgoing: ServerResponse;
  #signal: AbortSignal | undefined;

  /**
   * @param host - replaces, with the port, a missing or empty Host header.
   * @throws TypeError for a malformed target or Host header, and for a missing Host header in HTTP/1.1.
   */
  constructor(incoming: IncomingMessage, outgoing: ServerResponse, host: string) {
    const { method = "GET", url = "/", headers, socket } = incoming;
    if (headers.host === undefined && incoming.httpVersion !== "1.0") {
      throw new TypeError("The Host header is missing.");
    }
    const { host: sent = "" } = headers;
    const authority = sent === "" ? `${host}:${String(socket.localPort)}` : sent;
    if (!HOST.test(authority)) throw new TypeError("The Host header is malformed.");
    const target = NORMALIZED_TARGET.test(url) ? url : normalize(url, authority);
    const question = target.indexOf("?");
    this.method = method;
    this.origin = `http://${authority}`;
    this.path = question < 0 ? target : target.slice(0, question);
    this.query = question < 0 ? "" : target.slice(question + 1);
    this.#incoming = incoming;
    this.#outgoing = outgoing;
  }

  get signal(): AbortSignal {
    this.#signal ??= abortedOnClose(this.#outgoing);
    return this.#signal;
  }

  header(name: string): string | null {
    const value = this.#incoming.headers[name];
    return (Array.isArray(value) ? value.join(", ") : value) ?? null;
  }

  async bytes(limit: number): Promise<Uint8Array> {
    const { headers } = this.#incoming;
    const received = new BodyBuffer(limit, headers["content-length"]);
    // Only now: a client that asks first need not send a body that is refused.
    if (headers.expect !== undefined) this.#outgoing.writeContinue();
    await readInto(received, this.#incoming);
    return received.bytes;
  }
}

/** Reads a request up to its end, or until its body is refused. The connection stays open for the response. */
function readInto(received: BodyBuffer, incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (error?: Error | null): void => {
      incoming.off("data", add);
      stopWaiting();
      if (error instanceof Error) reject(error);
      else resolve();
    };
    const add = (chunk: Uint8Array): void => {
      try {
        received.add(chunk);
      } catch (error) {
        incoming.pause();
        stop(error instanceof Error ? error : new Error(String(error)));
      }
    };
    // Also calls back if the client has disconnected already.
    const stopWaiting = finished(incoming, { writable: false }, stop);
    incoming.on("data", add);
  });
}

/** Returns a target in the form in which `fetch` would have sent it. */
function normalize(target: string, authority: string): string {
  const base = `http://${authority}`;
  const { pathname, search } = new URL(target.startsWith("/") ? `${base}${target}` : target, base);
  return `${pathname}${search}`;
}

function abortedOnClose(outgoing: ServerResponse): AbortSignal {
  const controller = new AbortController();
  outgoing.once("close", () => {
    if (!outgoing.writableFinished) controller.abort();
  });
  return controller.signal;
}

// Real server: its responses to such requests are unknown, assumed to be its general one for an invalid parameter.

/** Returns the response to a request that {@link NodeRequest} refuses. */
export function malformedResponse(): HttpResponse {
  return problemResponse(
    new ApiProblem("InvalidParameter", "The request target is malformed, or its Host header is malformed or missing."),
  );
}

/**
 * Responds to bytes that Node cannot parse as HTTP, and closes the connection. Node's own response would have no body.
 *
 * @param responding - whether the bytes belong to a request whose response was started.
 */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex, responding: boolean): void {
  if (!socket.writable || responding) {
    socket.destroy(error);
    return;
  }
  const { status, body } = new ApiProblem("InvalidParameter", explain(error));
  const json = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${String(status)} ${STATUS_CODES[status] ?? ""}`,
    "content-type: application/json; charset=utf-8",
    `content-length: ${String(Buffer.byteLength(json))}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${json}`, () => socket.destroy());
}

function explain({ code, message }: NodeJS.ErrnoException): string {
  return code === "HPE_INVALID_URL"
    ? "The request target contains characters that HTTP does not allow there; percent-encode them."
    : `The request cannot be parsed as HTTP: ${message}.`;
}

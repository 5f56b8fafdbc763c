import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type Duplex, finished } from "node:stream";
import { type HttpRequest, type HttpResponse, isBodiless, problemResponse, type RequestHandler } from "./exchange.ts";
import { ApiProblem } from "../errors.ts";
import { BodyBuffer } from "./body.ts";

/** Where to listen. */
export interface Address {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
}

/** A server that listens. */
export interface ListeningServer {
  /** The host and port that clients can connect to. */
  readonly authority: string;
  readonly port: number;
  /** Stops listening, closes idle connections at once and the others after their response. */
  readonly close: () => Promise<void>;
  /** Keeps the process running until the server is closed. */
  readonly ref: () => void;
}

/** Milliseconds that pending requests get when the server is closed, before their connections are cut. */
const GRACE = 1_000;

/** Milliseconds for which an idle connection is kept. Node's default of five seconds expires during a slow test suite. */
const KEEP_ALIVE = 65_000;

/** Maximum size of request line and headers, in bytes, as in Go's HTTP server. Node's default is 16 KiB. */
const MAX_HEADER_SIZE = 1_048_576;

/**
 * Serves requests over HTTP. Resolves once connections are accepted.
 *
 * @throws {@link ListenError} if the address cannot be bound, for example because the port is in use.
 */
export async function listen(handle: RequestHandler, { host, port }: Address): Promise<ListeningServer> {
  const clientHost = reachable(host);
  const server = createServer({ maxHeaderSize: MAX_HEADER_SIZE, requireHostHeader: false });
  const site: Site = { host: clientHost, server };
  const newest = new WeakMap<Duplex, ServerResponse>();
  const onRequest = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    newest.set(incoming.socket, outgoing);
    respond(handle, incoming, outgoing, site);
  };
  server.on("request", onRequest);
  // Otherwise Node would invite every client to send its body.
  server.on("checkContinue", onRequest);
  server.on("clientError", (error, socket) => {
    refuseUnreadable(error, socket, isResponding(newest.get(socket)));
  });
  // An abandoned server does not keep a process, such as one that ran tests, from ending.
  let referenced = false;
  server.on("connection", (socket) => {
    if (!referenced) socket.unref();
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => {
      reject(new ListenError(error, host, port));
    });
    server.listen(port, host, resolve);
  });
  server.unref();
  const address = server.address();
  const boundPort = typeof address === "object" && address !== null ? address.port : port;
  let closed: Promise<void> | undefined;
  return {
    authority: `${clientHost}:${boundPort}`,
    port: boundPort,
    close: () => (closed ??= close(server)),
    ref: () => {
      referenced = true;
      server.ref();
    },
  };
}

/** Returns whether a response was started before its request arrived completely. */
function isResponding(outgoing: ServerResponse | undefined): boolean {
  return outgoing?.headersSent === true && !(outgoing.writableFinished && outgoing.req.complete);
}

/** Returns an address that clients can connect to in place of one that means "every interface". */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
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

interface Site {
  /** The host in place of a missing Host header. */
  readonly host: string;
  readonly server: Server;
}

function respond(handle: RequestHandler, incoming: IncomingMessage, outgoing: ServerResponse, site: Site): void {
  // Node may take the socket away from the request before the response is ready.
  const { socket } = incoming;
  try {
    const request = readRequest(incoming, outgoing, site.host);
    const response = request === undefined ? malformedResponse() : handle(request);
    if (!(response instanceof Promise)) {
      finish(response, incoming, outgoing, site);
      return;
    }
    response
      .then((settled) => {
        finish(settled, incoming, outgoing, site);
      })
      .catch(() => {
        cut(socket);
      });
  } catch {
    cut(socket);
  }
}

function finish(response: HttpResponse, incoming: IncomingMessage, outgoing: ServerResponse, { server }: Site): void {
  // A connection that is kept alive would keep a closing server open.
  if (!server.listening) outgoing.shouldKeepAlive = false;
  send(response, incoming, outgoing);
}

function cut(socket: Socket): void {
  if (!socket.destroyed) socket.resetAndDestroy();
}

function readRequest(incoming: IncomingMessage, outgoing: ServerResponse, host: string): NodeRequest | undefined {
  try {
    return new NodeRequest(incoming, outgoing, host);
  } catch {
    return undefined;
  }
}

function send(response: HttpResponse, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, socket } = incoming;
  const { status, headers, body, broken } = response;
  const bodiless = isBodiless(status);
  if (!bodiless) headers["content-length"] = String(Buffer.byteLength(body ?? ""));
  outgoing.writeHead(status, headers);
  if (broken === true && body !== null) {
    outgoing.write(body.slice(0, body.length / 2));
    // Not a reset, which could overtake the bytes just sent.
    socket.destroySoon();
    return;
  }
  const sent = bodiless || method === "HEAD" ? undefined : body;
  const isComplete = incoming.complete || !hasBody(incoming);
  if (!isComplete) discardRest(incoming);
  if (isComplete || outgoing.shouldKeepAlive) {
    outgoing.end(sent);
    return;
  }
  // The connection closes after the response. A client that is still sending would only see that, not the response.
  outgoing.write(sent ?? "");
  finished(incoming, () => outgoing.end());
}

/** Returns whether a body follows the headers: a response can be ready before Node has noticed that none does. */
function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

/** How much of a body that nobody reads is received, so that the client sees the response before the connection closes. */
const MAX_DISCARDED = 268_435_456;

function discardRest(incoming: IncomingMessage): void {
  const { socket } = incoming;
  let size = 0;
  incoming.on("data", (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > MAX_DISCARDED) socket.destroy();
  });
  incoming.resume();
}

/** Delays every response, as a slow network would. What nobody waits for any more does not keep the process running. */
export function delayed(
  handle: RequestHandler,
  milliseconds: number,
): (...request: Parameters<RequestHandler>) => Promise<HttpResponse> {
  return async (request) => {
    const delay = new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        request.signal.removeEventListener("abort", end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      // The connection of a client in this process keeps it running, if the client still waits.
      timer.unref();
      request.signal.addEventListener("abort", end);
    });
    const [response] = await Promise.all([handle(request), delay]);
    return response;
  };
}

/** The requested address cannot be bound. The message names it and says what to do. */
export class ListenError extends Error {
  override readonly name = "ListenError";
  /** The system's code, such as `EADDRINUSE`. */
  readonly code: string;
  readonly host: string;
  readonly port: number;

  constructor(cause: NodeJS.ErrnoException, host: string, port: number) {
    const code = cause.code ?? "unknown";
    super(describe(code, cause.message, host, port), { cause });
    this.code = code;
    this.host = host;
    this.port = port;
  }
}

function describe(code: string, reason: string, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `${host}:${port} is already in use; choose another port, or 0 for any free one`;
    case "EACCES":
      return `not permitted to listen on ${host}:${port}; choose a port from 1024, or 0 for any free one`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `cannot listen on host ${host}: it is not an address of this machine; use 127.0.0.1`;
    default:
      return `cannot listen on ${host}:${port}: ${reason}`;
  }
}

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
    // A whole URL in the place of the path, as clients send it to a proxy, counts more than the Host header (RFC 9112, 3.2.2).
    const named = url.startsWith("/") ? undefined : /^https?:\/\/([^/?#]+)/i.exec(url)?.[1];
    const sent = named ?? headers.host ?? "";
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

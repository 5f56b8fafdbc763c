/**
 * How a request reaches an operation: `exchange` is the data, `router` finds the route, `handle` runs it, `authenticate`
 * identifies the caller, and `node-server` and `node-request` connect all of it to a port.
 */
import type { OperationId } from "@connect-sdk/api/operations";
import type { ApiProblem } from "../errors.ts";
import type { RawQuery } from "../operations/input.ts";
import type { FakeState } from "../state/fake-state.ts";

/** A request as it was sent, in-process or over a port. */
export interface HttpRequest {
  readonly method: string;
  /** Scheme and host by which the client knows the server. */
  readonly origin: string;
  /** The path from the server's root as it was sent: percent-encoded, without the query. */
  readonly path: string;
  /** The part after the question mark; empty if there is none. */
  readonly query: string;
  /** Aborted when the client stops waiting. */
  readonly signal: AbortSignal;
  /** Returns the value of a header, by its name in lower case; null if it was not sent. */
  header(name: string): string | null;
  /** Reads the body; empty if there is none. */
  text(): Promise<string>;
  /** Reads a body that is not a string. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** A response before it becomes a `Response` or is written to a socket. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | null;
  /** Whether the connection breaks in the middle of the body. */
  broken?: boolean;
}

/** A request on its way through the fake, with everything that is known about it so far. */
export interface Exchange {
  readonly state: FakeState;
  readonly request: HttpRequest;
  readonly route: Route;
  /** Path parameters as they were sent. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The path below `/__api__`, or the whole path if it lies elsewhere. */
  readonly path: string;
  readonly query: RawQuery;
  readonly correlationId: string;
  /** The parsed body; undefined if there is none. */
  body: unknown;
  /** The user whose key was sent, if it was valid. */
  userGuid: string | null;
  /** Why the server refused the request, if it did. */
  problem: ApiProblem | undefined;
  /** Whether a fault was injected. */
  faulted: boolean;
}

/** Produces the response to a request. Throws a {@link ConnectionReset} to cut the connection instead. */
export type Handler = (exchange: Exchange) => HttpResponse | Promise<HttpResponse>;

/** What handles requests for a path. Throws an `ApiProblem` to refuse one. */
export interface Route {
  /** Null for paths and methods that are not in the document. */
  readonly operationId: OperationId | null;
  readonly handle: Handler;
}

/** Creates a response with compact JSON. `json` is the serialized `body`, if that is known already. */
export function jsonResponse(
  status: number,
  body: unknown,
  json: string | Uint8Array<ArrayBuffer> = JSON.stringify(body),
): HttpResponse {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: json };
}

/** Creates a response that is not JSON. */
export function contentResponse(status: number, type: string, body: string | Uint8Array<ArrayBuffer>): HttpResponse {
  return typeof body === "string"
    ? textResponse(status, type, body)
    : { status, headers: { "content-type": type }, body };
}

/** Creates a response with a string of any media type. */
export function textResponse(status: number, type: string, body: string): HttpResponse {
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, body };
}

/** Creates a response without a body. It has no content type. */
export function emptyResponse(status: number): HttpResponse {
  return { status, headers: {}, body: null };
}

/** Creates a response with Connect's error envelope. */
export function problemResponse(problem: ApiProblem): HttpResponse {
  return jsonResponse(problem.status, problem.body);
}

/** Returns whether responses with this status never have a body. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

/**
 * Thrown to cut the connection instead of responding. In-process, it is what `fetch` rejects with, as it would over a
 * network; on a port, the server closes the socket.
 */
export class ConnectionReset extends TypeError {
  constructor({ cause = resetError() }: { cause?: unknown } = {}) {
    super("fetch failed", { cause });
  }
}

/** The error with which the system reports a reset connection. */
function resetError(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
}

/** A request made in this process. */
export class FetchRequest implements HttpRequest {
  readonly origin: string;
  readonly path: string;
  readonly query: string;
  readonly #request: Request;

  constructor(request: Request) {
    this.#request = request;
    // The URL of a Request is absolute and normalized, so it need not be parsed again.
    const { url } = request;
    const path = url.indexOf("/", url.indexOf("//") + 2);
    const fragment = url.indexOf("#", path);
    const end = fragment < 0 ? url.length : fragment;
    const question = url.indexOf("?", path);
    const hasQuery = question >= 0 && question < end;
    this.origin = url.slice(0, path);
    this.path = url.slice(path, hasQuery ? question : end);
    this.query = hasQuery ? url.slice(question + 1, end) : "";
  }

  get method(): string {
    return this.#request.method;
  }

  get signal(): AbortSignal {
    return this.#request.signal;
  }

  header(name: string): string | null {
    return this.#request.headers.get(name);
  }

  text(): Promise<string> {
    return this.#request.text();
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#request.arrayBuffer());
  }
}

/** Creates the `Response` that `fetch` returns. For a `HEAD` request it has no body. */
export function toFetchResponse({ status, headers, body, broken }: HttpResponse, method: string): Response {
  if (body === null || method === "HEAD" || isBodiless(status)) return new Response(null, { status, headers });
  // As bytes: `Response` scans a string twice before it encodes it.
  const bytes = bytesOf(body);
  return new Response(broken === true ? brokenBody(bytes) : bytes, { status, headers });
}

const encoder = new TextEncoder();

/** Returns the bytes of a body. */
export function bytesOf(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : body;
}

/** A body that breaks off half-way, with the error `fetch` reports in that case. */
function brokenBody(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    pull(controller) {
      controller.error(new TypeError("terminated", { cause: resetError() }));
    },
  });
}

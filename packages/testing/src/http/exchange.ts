/**
 * How a request reaches an operation: `exchange` is the data, `router` finds the route, `handle` runs it, `authenticate`
 * identifies the caller, `body` reads the body, and `node-server` connects all of it to a port.
 */
import type { OperationId } from "@connect-sdk/api/operations";
import type { ApiProblem } from "../errors.ts";
import type { RawQuery, ValidationIssue } from "../operations/input.ts";
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
  /**
   * Reads the body; empty if there is none. Call it once.
   *
   * @param limit - the maximum size. A larger body is rejected with a `BodyTooLarge` and not read to its end.
   */
  bytes(limit: number): Promise<Uint8Array>;
}

/** Bytes that `Response` accepts: not `Uint8Array<ArrayBuffer>`, which TypeScript knows since 5.7 only. */
type Utf8 = ReturnType<InstanceType<typeof TextEncoder>["encode"]>;

/** A response before it becomes a `Response` or is written to a socket. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Utf8 | null;
  /** Whether nothing else refers to the bytes of the body, so that their memory may be given away. */
  isBodyOwn?: boolean;
  /** Connect's error code, if the body has one. */
  code?: number;
  /** Whether the connection breaks in the middle of the body. */
  broken?: boolean;
}

/** A request on its way through the fake, with everything that is known about it so far. */
export interface Exchange {
  readonly state: FakeState;
  readonly request: HttpRequest;
  /** The method that selects the route: `GET` for a `HEAD` request. */
  readonly method: string;
  readonly route: Route;
  /** Path parameters as they were sent. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The path below `/__api__`, or the whole path if it lies elsewhere. */
  readonly path: string;
  readonly query: RawQuery;
  readonly correlationId: string;
  /** The parsed body; undefined if there is none, or it was not read. */
  body: unknown;
  /** Size of the body, as far as it was read or announced. */
  bodyBytes: number;
  /** The user whose key was sent, if it was valid. */
  userGuid: string | null;
  /** Why the server refused the request, if it did. */
  problem: ApiProblem | undefined;
  /** What the fake tells the author of a test about a response that is the same for other reasons. */
  note: ValidationIssue | undefined;
  /** Whether a fault was injected. */
  faulted: boolean;
}

/** Produces the response to a request. Throws or rejects to cut the connection instead. */
export type RequestHandler = (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;

/** Produces the response to a request whose route is known. Throws a {@link ConnectionReset} to cut the connection instead. */
export type Handler = (exchange: Exchange) => HttpResponse | Promise<HttpResponse>;

/** What handles requests for a path. Throws an `ApiProblem` to refuse one. */
export interface Route {
  /** Null for paths and methods that are not in the document. */
  readonly operationId: OperationId | null;
  readonly handle: Handler;
  /** The error envelope of its responses; Connect's by default. */
  readonly envelope?: "oauth";
}

/**
 * Creates a response with compact JSON.
 *
 * @param json - the serialized `body`, if that is known already. Bytes that fill their buffer were made for this response; others
 *   are part of a cache.
 */
export function jsonResponse(
  status: number,
  body: unknown,
  json: string | Uint8Array<ArrayBuffer> = JSON.stringify(body),
): HttpResponse {
  const isBodyOwn = typeof json !== "string" && json.length === json.buffer.byteLength;
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: json, isBodyOwn };
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
  return { ...jsonResponse(problem.status, problem.body), code: problem.code };
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

/** Returns the error with which the system reports a reset connection. */
export function resetError(): Error {
  return Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
}

const encoder = new TextEncoder();

/** Returns the bytes of a body. */
export function bytesOf(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : body;
}

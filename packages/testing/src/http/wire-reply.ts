import { resetBySystem } from "../faults/connection-reset.ts";
import type { ApiProblem } from "../errors.ts";

/** An answer before it becomes a `Response`: built once, with everything known. */
export interface WireReply {
  status: number;
  headers: Record<string, string>;
  /** Bytes are UTF-8. */
  body: string | Uint8Array<ArrayBuffer> | null;
  /** Whether the connection breaks in the middle of the body. */
  broken?: boolean;
}

/** A JSON answer, compact. `json` is what `body` comes to, if that is known already. */
export function jsonReply(
  status: number,
  body: unknown,
  json: string | Uint8Array<ArrayBuffer> = JSON.stringify(body),
): WireReply {
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body: json };
}

/** An answer with text of some type. */
export function textReply(status: number, type: string, body: string): WireReply {
  return { status, headers: { "content-type": `${type}; charset=utf-8` }, body };
}

/** An answer without a body must not claim to be JSON. */
export function emptyReply(status: number): WireReply {
  return { status, headers: {}, body: null };
}

/** Whether an answer with this status never has a body. */
export function isBodiless(status: number): boolean {
  return status === 204 || status === 304;
}

/** A refusal in Connect's envelope. */
export function problemReply(problem: ApiProblem): WireReply {
  return jsonReply(problem.status, problem.body);
}

const encoder = new TextEncoder();

/** The bytes of a body. */
export function bytesOf(body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : body;
}

/** Makes a `Response` of an answer. A `HEAD` request gets everything but the body. */
export function toResponse({ status, headers, body, broken }: WireReply, method: string): Response {
  if (body === null || method === "HEAD" || isBodiless(status)) {
    return new Response(null, { status, headers });
  }
  // As bytes: a text is looked through twice more before it is encoded.
  const bytes = bytesOf(body);
  return new Response(broken === true ? brokenBody(bytes) : bytes, { status, headers });
}

/** A body that breaks off half-way, with what `fetch` says then. */
function brokenBody(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length / 2));
    },
    pull(controller) {
      controller.error(new TypeError("terminated", { cause: resetBySystem() }));
    },
  });
}

import type { FakeState } from "../state/fake-state.ts";
import { emptyReply, type WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** Answers a browser that asks whether it may send a request. What is allowed is what real servers allow. */
export function preflightReply(): WireReply {
  const reply = emptyReply(204);
  reply.headers["access-control-allow-methods"] = "GET, POST, PUT, PATCH, DELETE, HEAD";
  // Authorization is not among them on real servers either: pages are meant to use the browser's session.
  reply.headers["access-control-allow-headers"] = "Origin, Content-Length, Content-Type";
  reply.headers["access-control-max-age"] = String(12 * 60 * 60);
  return reply;
}

/** Lets the page that sent a request read the answer, if the server is set up so. */
export function addCorsHeaders(state: FakeState, { headers }: WireReply, request: WireRequest): void {
  if (!state.options.cors) return;
  const origin = request.header("origin");
  if (origin === null) return;
  headers["access-control-allow-origin"] = origin;
  headers["access-control-allow-credentials"] = "true";
  headers["vary"] = "Origin";
}

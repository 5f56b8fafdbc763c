import { operations, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import type { FakeState } from "../state/fake-state.ts";
import type { ServerVersion } from "../state/server-version.ts";
import type { WireRequest } from "./wire-request.ts";
import type { Engine } from "./engine.ts";
import { requireCaller } from "./require-caller.ts";
import type { RequestRecord } from "./request-record.ts";
import { preflightReply } from "./cors.ts";
import { jsonReply, problemReply, textReply, type WireReply } from "./wire-reply.ts";

/** Answers a path or method that the server does not have. */
export function unknownRoute({ state }: Engine): WireReply {
  if (state.version.has("jsonNotFound")) return problemReply(new ApiProblem("BadRequest"));
  return textReply(404, "text/plain", "404 page not found");
}

/** Answers a browser that asks before it sends. Servers that are not set up for that have no such route. */
export function answerOptions(engine: Engine): WireReply {
  return engine.state.options.cors ? preflightReply() : unknownRoute(engine);
}

/** Answers the sign of life at the server's root, which needs no key. */
export function answerPing(): WireReply {
  return jsonReply(200, {});
}

/** Answers the unversioned `/me`, which is not in the document, though older clients still call it. */
export function answerUnversionedMe(
  state: FakeState,
  request: WireRequest,
  _path: unknown,
  record: RequestRecord,
): WireReply {
  const { user } = requireCaller(state, request, record);
  return jsonReply(200, { ...user.record, password: "", preferences: {}, privileges: [] });
}

/** Returns whether the server's version has an operation. */
export function isSupported(version: ServerVersion, id: OperationId): boolean {
  return version.covers(operations[id]);
}

import { operations, type OperationDescription, type OperationId } from "@connect-sdk/api/operations";
import type { FakeState } from "../state/fake-state.ts";
import { addCorsHeaders } from "./cors.ts";
import { isSupported } from "./other-routes.ts";
import type { WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** The id that a request is known by: its own, or a new one. */
export function correlationIdOf(state: FakeState, request: WireRequest): string {
  const sent = request.header("x-correlation-id") ?? "";
  return sent === "" ? state.ids.guid("request", state.ids.next("request")) : sent;
}

/** Adds the headers that do not depend on what was asked. */
export function addResponseHeaders(
  state: FakeState,
  reply: WireReply,
  operationId: OperationId | null,
  request: WireRequest,
  correlationId: string,
): void {
  const { headers } = reply;
  if (state.version.has("correlationId")) headers["x-correlation-id"] = correlationId;
  const replacement = operationId === null ? undefined : deprecationOf(state, operationId);
  if (replacement !== undefined) headers["x-deprecated-endpoint"] = replacement;
  addCorsHeaders(state, reply, request);
}

/** Returns the path to use instead of a deprecated operation; undefined if the server's version does not have it. */
function deprecationOf({ version }: FakeState, id: OperationId): string | undefined {
  const { deprecated, replacedBy }: OperationDescription = operations[id];
  if (!deprecated) return undefined;
  if (replacedBy === null || !isOperationId(replacedBy)) return "n/a";
  return isSupported(version, replacedBy) ? operations[replacedBy].path : undefined;
}

function isOperationId(id: string): id is OperationId {
  return id in operations;
}

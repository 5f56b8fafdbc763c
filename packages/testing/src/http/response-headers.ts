import { operations, type OperationId } from "@connect-sdk/api/operations";
import type { FakeState } from "../state/fake-state.ts";
import { addCorsHeaders } from "./cors.ts";
import type { WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** The id that a request is known by: its own, or a new one. */
export function correlationIdOf(state: FakeState, request: WireRequest): string {
  return request.header("x-correlation-id") ?? state.ids.guid("request", state.ids.next("request"));
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
  if (operationId !== null && operations[operationId].deprecated) {
    headers["x-deprecated-endpoint"] = REPLACEMENTS[operationId] ?? "n/a";
  }
  addCorsHeaders(state, reply, request);
}

const REPLACEMENTS: Readonly<Partial<Record<OperationId, string>>> = { bootstrapExperimental: "/v1/bootstrap" };

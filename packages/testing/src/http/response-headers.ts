import { operations, type OperationId } from "@connect-sdk/api/operations";
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

/** What to call instead of an operation that is deprecated; undefined for one that is not in the server's version. */
function deprecationOf({ version }: FakeState, id: OperationId): string | undefined {
  if (!operations[id].deprecated) return undefined;
  const replacement = REPLACEMENTS[id];
  if (replacement === undefined) return "n/a";
  return isSupported(version, replacement) ? operations[replacement].path : undefined;
}

const REPLACEMENTS: Readonly<Partial<Record<OperationId, OperationId>>> = { bootstrapExperimental: "bootstrap" };

import type { OperationId } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import type { Call, Caller } from "../operations/operation.ts";
import { mayActAs } from "../operations/operation.ts";
import { readQuery } from "../operations/input.ts";
import { executeOperation } from "../operations/execute.ts";
import type { FakeState } from "../state/fake-state.ts";
import { openness, requirements } from "./access.ts";
import { authenticate, readBootstrapToken } from "./authenticate.ts";
import { baseUrlOf } from "./base-url.ts";
import { readBody, type ReadBody } from "./read-body.ts";
import { readPath } from "../operations/input.ts";
import type { RequestRecord } from "./request-record.ts";
import { withoutNulls } from "../operations/validate-body.ts";
import { emptyReply, jsonReply, textReply, type WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/** Carries out an operation: who asks, may they, what exactly, and then its handler. */
export function act(
  state: FakeState,
  request: WireRequest,
  id: OperationId,
  pathParameters: Readonly<Record<string, string>>,
  record: RequestRecord,
): WireReply | Promise<WireReply> {
  const carryOut = (body: ReadBody): WireReply => {
    record.body = body.value;
    return actWith(body, state, request, id, pathParameters, record);
  };
  // Read first, so that the journal has it whatever comes of the request.
  return request.method === "GET" ? carryOut({}) : readBody(request).then(carryOut);
}

function actWith(
  body: ReadBody,
  state: FakeState,
  request: WireRequest,
  id: OperationId,
  pathParameters: Readonly<Record<string, string>>,
  record: RequestRecord,
): WireReply {
  const caller = identify(state, request, id);
  record.userGuid = caller?.user.record.guid ?? null;
  const required = requirements[id];
  if (required !== undefined && caller !== undefined && !mayActAs(caller, required.role)) {
    throw new ApiProblem(required.otherwise);
  }
  const path = readPath(pathParameters);
  const query = readQuery(id, record.query, state.version);
  if (body.problem !== undefined) throw body.problem;
  const call: Call = {
    caller,
    baseUrl: baseUrlOf(state, request),
    wantsCsv: request.header("accept")?.includes("text/csv") ?? false,
    bootstrapToken: openness[id] === "bootstrap" ? readBootstrapToken(request) : undefined,
  };
  const reply = executeOperation(id, state, { path, query, body: withoutNulls(id, body.value) }, call);
  if (reply.csv !== undefined) return textReply(reply.status, "text/csv", reply.csv);
  return reply.body === undefined ? emptyReply(reply.status) : jsonReply(reply.status, reply.body, reply.json);
}

/** Finds out who sends a request. Throws an `ApiProblem` if that must be known and is not. */
function identify(state: FakeState, request: WireRequest, id: OperationId): Caller | undefined {
  const open = openness[id];
  if (open === "public" || open === "bootstrap") return undefined;
  const caller = authenticate(state, request);
  const first = open === "first-user" && state.options.provider === "password" && state.users.size === 0;
  if (caller === undefined && open !== "optional" && !first) throw new ApiProblem("AuthRequired");
  return caller;
}

import { operations, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import { executeOperation } from "../operations/execute.ts";
import type { RawBody } from "../operations/input.ts";
import type { Caller } from "../operations/operation.ts";
import type { FakeState } from "../state/fake-state.ts";
import { authenticate, readBootstrapToken } from "./authenticate.ts";
import { baseUrlOf } from "./base-url.ts";
import { readBody } from "./read-body.ts";
import type { RequestRecord } from "./request-record.ts";
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
  const carryOut = (body: RawBody): WireReply => {
    record.body = body.value;
    return actWith(body, state, request, id, pathParameters, record);
  };
  // Read first, so that the journal has it whatever comes of the request.
  return request.method === "GET" ? carryOut({}) : readBody(request).then(carryOut);
}

function actWith(
  body: RawBody,
  state: FakeState,
  request: WireRequest,
  id: OperationId,
  path: Readonly<Record<string, string>>,
  record: RequestRecord,
): WireReply {
  const caller = identify(state, request, id);
  record.userGuid = caller?.user.record.guid ?? null;
  const context = {
    caller,
    baseUrl: baseUrlOf(state, request),
    wantsCsv: request.header("accept")?.includes("text/csv") ?? false,
    bootstrapToken: operations[id].authentication === "bootstrap" ? readBootstrapToken(request) : undefined,
  };
  const { status, csv, body: result, json } = executeOperation(state, id, { path, query: record.query, body }, context);
  if (csv !== undefined) return textReply(status, "text/csv", csv);
  return result === undefined ? emptyReply(status) : jsonReply(status, result, json);
}

/** Returns the user that sends a request. Throws an `ApiProblem` if the operation needs one and there is none. */
function identify(state: FakeState, request: WireRequest, id: OperationId): Caller | undefined {
  const { authentication } = operations[id];
  if (authentication === "public" || authentication === "bootstrap") return undefined;
  const caller = authenticate(state, request);
  const first = authentication === "first-user" && state.options.provider === "password" && state.users.size === 0;
  if (caller === undefined && authentication !== "optional" && !first) throw new ApiProblem("AuthRequired");
  return caller;
}

import type { OperationId } from "@connect-sdk/api/operations";
import { Problem } from "../errors/problem.ts";
import type { Call, Caller } from "../handlers/call.ts";
import { mayActAs } from "../handlers/call.ts";
import { readQuery } from "../handlers/read-query.ts";
import { runHandler } from "../handlers/run-handler.ts";
import type { FakeState } from "../state/fake-state.ts";
import { openness, requirements } from "./access.ts";
import { authenticate, readBootstrapToken } from "./authenticate.ts";
import { baseUrlOf } from "./base-url.ts";
import { readBody } from "./read-body.ts";
import { readPath } from "./read-path.ts";
import type { RequestRecord } from "./request-record.ts";
import { emptyReply, jsonReply, textReply, type WireReply } from "./wire-reply.ts";

/** Carries out an operation: who asks, may they, what exactly, and then its handler. */
export async function act(
  state: FakeState,
  request: Request,
  id: OperationId,
  pathParameters: Readonly<Record<string, string>>,
  record: RequestRecord,
): Promise<WireReply> {
  // Read first, so that the journal has it whatever comes of the request.
  const body = await readBody(request).then(
    (value) => {
      record.body = value;
      return { value };
    },
    (error: unknown) => ({ error }),
  );
  const caller = admit(state, request, id);
  record.userGuid = caller?.user.record.guid ?? null;
  const path = readPath(pathParameters);
  const query = readQuery(id, record.query);
  if ("error" in body) throw body.error;
  const call: Call = {
    caller,
    baseUrl: baseUrlOf(state, request),
    wantsCsv: request.headers.get("accept")?.includes("text/csv") ?? false,
    bootstrapToken: openness[id] === "bootstrap" ? readBootstrapToken(request.headers) : undefined,
  };
  const reply = runHandler(id, state, { path, query, body: body.value }, call);
  if (reply.csv !== undefined) return textReply(reply.status, "text/csv", reply.csv);
  return reply.body === undefined ? emptyReply(reply.status) : jsonReply(reply.status, reply.body);
}

/** Lets a request in, or throws the `Problem` that keeps it out. */
function admit(state: FakeState, request: Request, id: OperationId): Caller | undefined {
  const open = openness[id];
  if (open === "public" || open === "bootstrap") return undefined;
  const caller = authenticate(state, request.headers);
  if (caller === undefined) {
    const first = open === "first-user" && state.options.provider === "password" && state.users.size === 0;
    if (open === "optional" || first) return undefined;
    throw new Problem("AuthRequired");
  }
  const required = requirements[id];
  if (required !== undefined && !mayActAs(caller, required.role)) throw new Problem(required.otherwise);
  return caller;
}

import { ApiProblem } from "../errors.ts";
import { ConnectionReset } from "../faults/connection-reset.ts";
import { runWithFault } from "../faults/run-with-fault.ts";
import { InvalidBody } from "../operations/validate-body.ts";
import { redact } from "../redact.ts";
import type { RawQuery } from "../operations/input.ts";
import type { Engine } from "./engine.ts";
import { decodePath, routedPath, shownPath } from "./paths.ts";
import { parseQuery } from "./query.ts";
import type { RequestRecord } from "./request-record.ts";
import { addResponseHeaders, correlationIdOf } from "./response-headers.ts";
import { findRoute } from "./routes.ts";
import { problemReply, type WireReply } from "./wire-reply.ts";
import type { WireRequest } from "./wire-request.ts";

/**
 * Takes a request to its route, by way of everything that all requests have in common: faults, the error envelope,
 * headers, the journal.
 *
 * @throws ConnectionReset if the connection is to be cut instead, and whatever the request's signal was aborted with.
 */
export async function answer(engine: Engine, request: WireRequest): Promise<WireReply> {
  const { state } = engine;
  const { method } = request;
  const decoded = decodePath(request.path);
  const path = shownPath(state.options.prefix, decoded);
  const { route, parameters } = findRoute(engine, method, routedPath(state.options.prefix, decoded));
  const { operationId } = route;
  const correlationId = correlationIdOf(state, request);
  const record: RequestRecord = { query: parseQuery(request.query), body: undefined, userGuid: null };
  const fault = engine.faults.take({ operationId, method, path });
  let problem: ApiProblem | undefined;
  let status: number | null = null;
  const refuse = (error: unknown): WireReply => {
    if (error instanceof ConnectionReset) throw error;
    problem = toProblem(engine, error);
    return problemReply(problem);
  };
  const run = (): WireReply | Promise<WireReply> => {
    try {
      const made = route.answer(engine, request, parameters, record);
      return made instanceof Promise ? made.catch(refuse) : made;
    } catch (error) {
      return refuse(error);
    }
  };
  try {
    const made = fault === undefined ? run() : runWithFault(fault, run, request);
    const reply = made instanceof Promise ? await made : made;
    addResponseHeaders(state, reply, operationId, request, correlationId);
    ({ status } = reply);
    return reply;
  } finally {
    engine.journal.record({
      operationId,
      method,
      path,
      query: foldQuery(record.query),
      body: redact(record.body),
      status,
      code: problem?.code ?? null,
      userGuid: record.userGuid,
      correlationId,
      time: state.clock.timestamp,
      issues: problem instanceof InvalidBody ? problem.issues : [],
      fault: fault !== undefined,
    });
  }
}

/** Whatever is not a refusal is a mistake of the fake's own: it is reported, and answered as Connect would a failure. */
function toProblem(engine: Engine, error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  engine.state.options.onInternalError(error);
  return new ApiProblem("InternalFailure");
}

const NOTHING = Object.freeze({});

function foldQuery(query: RawQuery): Record<string, string | readonly string[]> {
  const entries = Object.entries(query);
  if (entries.length === 0) return NOTHING;
  const folded = entries.map(([name, values]): [string, string | readonly string[]] => {
    const [first = "", ...others] = values;
    return [name, others.length === 0 ? first : Object.freeze([...values])];
  });
  return Object.freeze(Object.fromEntries(folded));
}

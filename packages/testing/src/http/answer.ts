import type { OperationId } from "@connect-sdk/api/operations";
import { Problem } from "../errors/problem.ts";
import type { Fault } from "../faults/fault.ts";
import { runWithFault } from "../faults/run-with-fault.ts";
import { InvalidBody } from "../handlers/check-input.ts";
import type { WireQuery } from "../handlers/read-query.ts";
import { addResponseHeaders, correlationIdOf } from "./response-headers.ts";
import type { Engine } from "./engine.ts";
import { shownPath } from "./paths.ts";
import { parseQuery } from "./query.ts";
import type { RequestRecord } from "./request-record.ts";
import { problemReply, type WireReply } from "./wire-reply.ts";
import { redact } from "../redact.ts";

/** Works out what the server has to say. */
export type Act = (record: RequestRecord) => WireReply | Promise<WireReply>;

/** Takes a request through everything that all requests have in common: faults, the error envelope, headers, the journal. */
export async function answer(
  engine: Engine,
  request: Request,
  operationId: OperationId | null,
  act: Act,
): Promise<Response> {
  const { method } = request;
  const path = shownPath(engine.state.options.prefix, request);
  const correlationId = correlationIdOf(engine.state, request.headers);
  const record: RequestRecord = { query: parseQuery(request.url), body: undefined, userGuid: null };
  const fault = engine.faults.take({ operationId, method, path });
  let problem: Problem | undefined;
  let status: number | null = null;
  try {
    const run = async (): Promise<WireReply> => {
      try {
        return await act(record);
      } catch (error) {
        problem = toProblem(engine, error);
        return problemReply(problem);
      }
    };
    const reply = fault === undefined ? await run() : await runFault(fault, run, request);
    addResponseHeaders(engine.state, reply, operationId, request.headers, correlationId);
    ({ status } = reply);
    return engine.respond(reply, method);
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
      time: engine.state.clock.timestamp,
      issues: problem instanceof InvalidBody ? problem.issues : [],
      fault: fault !== undefined,
    });
  }
}

function runFault(fault: Fault, run: () => Promise<WireReply>, request: Request): Promise<WireReply> {
  return runWithFault(fault, run, request.signal);
}

/** Whatever is not a refusal is a mistake of the fake's own: it is reported, and answered as Connect would a failure. */
function toProblem(engine: Engine, error: unknown): Problem {
  if (error instanceof Problem) return error;
  engine.state.options.onInternalError(error);
  return new Problem("InternalFailure");
}

function foldQuery(query: WireQuery): Record<string, string | readonly string[]> {
  const folded = Object.entries(query).map(([name, values]): [string, string | readonly string[]] => {
    const [first = "", ...others] = values;
    return [name, others.length === 0 ? first : Object.freeze([...values])];
  });
  return Object.freeze(Object.fromEntries(folded));
}

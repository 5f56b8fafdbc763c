import { operations, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import { checkRole, executeOperation } from "../operations/execute.ts";
import type { RawBody } from "../operations/input.ts";
import type { Caller, OperationResult } from "../operations/operation.ts";
import type { ServerVersion } from "../state/server-version.ts";
import { identifyCaller, isBootstrapToken } from "./authenticate.ts";
import { isBinary, readBody } from "./body.ts";
import {
  ConnectionReset,
  contentResponse,
  emptyResponse,
  jsonResponse,
  problemResponse,
  type Exchange,
  type HttpRequest,
  type HttpResponse,
} from "./exchange.ts";

/**
 * Runs the route of a request. Errors become responses with Connect's error envelope.
 *
 * @throws {@link ConnectionReset} if the client disconnects while it sends the body.
 */
export function handle(exchange: Exchange): HttpResponse | Promise<HttpResponse> {
  try {
    const response = exchange.route.handle(exchange);
    return response instanceof Promise ? response.catch((error: unknown) => handleError(error, exchange)) : response;
  } catch (error) {
    return handleError(error, exchange);
  }
}

/** Any other error than an `ApiProblem` is a bug of the fake: it is reported, and the response is Connect's for a failure. */
function handleError(error: unknown, exchange: Exchange): HttpResponse {
  if (error instanceof ConnectionReset) throw error;
  if (!(error instanceof ApiProblem)) exchange.state.options.onInternalError(error);
  exchange.problem = error instanceof ApiProblem ? error : new ApiProblem("InternalFailure");
  return problemResponse(exchange.problem);
}

/**
 * Authenticates a request, reads its body and executes its operation. A body is read only when the caller may use the operation:
 * nobody else can make the server keep one.
 */
export function handleOperation(id: OperationId, exchange: Exchange): HttpResponse | Promise<HttpResponse> {
  const { authentication, requestMediaType } = operations[id];
  const caller = identifyCaller(exchange, authentication);
  checkRole(id, caller);
  if (authentication === "bootstrap") {
    return isBootstrapToken(exchange).then((bootstrapping) => execute(id, exchange, { caller, bootstrapping }));
  }
  if (requestMediaType === null) return execute(id, exchange, { caller });
  return readBody(exchange, requestMediaType).then((body) => {
    // Of an archive, the journal has the size.
    if (!isBinary(requestMediaType)) exchange.body = body.value;
    // Again: while the body arrived, the key may have been deleted, or the first user created.
    return execute(id, exchange, { caller: identifyCaller(exchange, authentication), body });
  });
}

interface Execution {
  readonly caller: Caller | undefined;
  readonly body?: RawBody;
  readonly bootstrapping?: boolean;
}

function execute(
  id: OperationId,
  exchange: Exchange,
  { caller, body = {}, bootstrapping = false }: Execution,
): HttpResponse | Promise<HttpResponse> {
  const { state, request, parameters: path, query } = exchange;
  const result: OperationResult | Promise<OperationResult> = executeOperation(
    state,
    id,
    { path, query, body },
    {
      caller,
      // Over a port, the client knows the server by another address than the one in the options.
      baseUrl: `${request.origin}${state.options.prefix}`,
      wantsCsv: request.header("accept")?.includes("text/csv") ?? false,
      bootstrapping,
    },
  );
  return result instanceof Promise ? result.then(toResponse) : toResponse(result);
}

function toResponse({ status, body, json, mediaType, content }: OperationResult): HttpResponse {
  if (mediaType !== undefined && content !== undefined) return contentResponse(status, mediaType, content);
  return body === undefined ? emptyResponse(status) : jsonResponse(status, body, json);
}

/** Adds the headers that every response has, whatever produced it. */
export function addResponseHeaders({ state, request, route, correlationId }: Exchange, response: HttpResponse): void {
  const { headers } = response;
  if (state.version.has("correlationId")) headers["x-correlation-id"] = correlationId;
  if (route.operationId !== null && operations[route.operationId].deprecated) {
    const replacement = replacementOf(state.version, route.operationId);
    if (replacement !== undefined) headers["x-deprecated-endpoint"] = replacement;
  }
  // Real server: unknown whether the authorization server has CORS, too (`/oauth`, its description); assumed yes, by the same option.
  if (state.options.cors) addCorsHeaders(request, response);
}

/** Returns the path that replaces a deprecated operation; undefined if the server's version does not have it yet. */
function replacementOf(version: ServerVersion, id: OperationId): string | undefined {
  const { replacedBy } = operations[id];
  if (replacedBy === null) return "n/a";
  return isSupported(version, replacedBy) ? operations[replacedBy].path : undefined;
}

/** Returns whether the server's version has an operation. */
export function isSupported(version: ServerVersion, id: OperationId): boolean {
  return version.covers(operations[id]);
}

/** Allows the page that sent a request to read the response. */
function addCorsHeaders(request: HttpRequest, { headers }: HttpResponse): void {
  const origin = request.header("origin");
  if (origin === null) return;
  headers["access-control-allow-origin"] = origin;
  headers["access-control-allow-credentials"] = "true";
  headers["vary"] = "Origin";
}

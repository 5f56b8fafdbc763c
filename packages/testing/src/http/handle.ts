import { operations, type OperationId } from "@connect-sdk/api/operations";
import { ApiProblem } from "../errors.ts";
import { executeOperation } from "../operations/execute.ts";
import type { RawBody } from "../operations/input.ts";
import type { OperationResult } from "../operations/operation.ts";
import type { ServerVersion } from "../state/server-version.ts";
import { identifyCaller, readBootstrapToken } from "./authenticate.ts";
import {
  ConnectionReset,
  contentResponse,
  emptyResponse,
  jsonResponse,
  problemResponse,
  textResponse,
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

/** Authenticates a request and executes its operation. */
export function handleOperation(id: OperationId, exchange: Exchange): HttpResponse | Promise<HttpResponse> {
  if (exchange.request.method === "GET") return handleWithBody(id, exchange, {});
  // The body is read first, so that the journal has it even if the request is refused.
  return isBinary(id)
    ? readBytes(exchange.request).then((bytes) => {
        // The journal shows a size in place of an archive.
        exchange.body = `[${bytes.length} bytes]`;
        return handleWithBody(id, exchange, { value: bytes });
      })
    : readBody(exchange.request).then((body) => {
        exchange.body = body.value;
        return handleWithBody(id, exchange, body);
      });
}

function isBinary(id: OperationId): boolean {
  const { requestMediaType } = operations[id];
  return requestMediaType !== null && requestMediaType !== "application/json";
}

function handleWithBody(id: OperationId, exchange: Exchange, body: RawBody): HttpResponse | Promise<HttpResponse> {
  const { state, request, parameters: path, query } = exchange;
  const { authentication } = operations[id];
  const result: OperationResult | Promise<OperationResult> = executeOperation(
    state,
    id,
    { path, query, body },
    {
      caller: identifyCaller(exchange, authentication),
      // Over a port, the client knows the server by another address than the one in the options.
      baseUrl: `${request.origin}${state.options.prefix}`,
      wantsCsv: request.header("accept")?.includes("text/csv") ?? false,
      bootstrapToken: authentication === "bootstrap" ? readBootstrapToken(request) : undefined,
    },
  );
  return result instanceof Promise ? result.then(toResponse) : toResponse(result);
}

function toResponse({ status, body, json, mediaType, content }: OperationResult): HttpResponse {
  if (mediaType !== undefined && content !== undefined) return contentResponse(status, mediaType, content);
  return body === undefined ? emptyResponse(status) : jsonResponse(status, body, json);
}

/** Reads a request's body as JSON, whatever its content type: real servers accept JSON that is sent as a form. */
export async function readBody(request: HttpRequest): Promise<RawBody> {
  const text = await readText(request);
  if (text.trim() === "") return {};
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: new ApiProblem("InvalidJson", "The body is not valid JSON.") };
  }
}

function readText(request: HttpRequest): Promise<string> {
  return request.text().catch(disconnect);
}

function readBytes(request: HttpRequest): Promise<Uint8Array<ArrayBuffer>> {
  return request.bytes().catch(disconnect);
}

/** A client that disconnects while it sends does not wait for a response. */
function disconnect(cause: unknown): never {
  throw new ConnectionReset({ cause });
}

/** Handles a path or method that the server does not have. */
export function handleUnknown({ state }: Exchange): HttpResponse {
  if (state.version.has("jsonNotFound")) return problemResponse(new ApiProblem("BadRequest"));
  return textResponse(404, "text/plain", "404 page not found");
}

/** Handles a preflight request of a browser. Servers without CORS have no such route. */
export function handlePreflight(exchange: Exchange): HttpResponse {
  if (!exchange.state.options.cors) return handleUnknown(exchange);
  const response = emptyResponse(204);
  response.headers["access-control-allow-methods"] = "GET, POST, PUT, PATCH, DELETE, HEAD";
  // Real servers do not allow Authorization either: pages are meant to use the browser's session.
  response.headers["access-control-allow-headers"] = "Origin, Content-Length, Content-Type";
  response.headers["access-control-max-age"] = String(12 * 60 * 60);
  return response;
}

/** Adds the headers that every response has, whatever produced it. */
export function addResponseHeaders({ state, request, route, correlationId }: Exchange, response: HttpResponse): void {
  const { headers } = response;
  if (state.version.has("correlationId")) headers["x-correlation-id"] = correlationId;
  if (route.operationId !== null && operations[route.operationId].deprecated) {
    const replacement = replacementOf(state.version, route.operationId);
    if (replacement !== undefined) headers["x-deprecated-endpoint"] = replacement;
  }
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

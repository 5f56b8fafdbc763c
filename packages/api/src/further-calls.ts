/**
 * Calls beyond the operations that `@connect-sdk/users` makes: of all other operations, of undocumented endpoints (`request()`), and
 * with bodies of any kind (`fetch()`). Loaded when the first of them is made, see `on-demand.ts`.
 */
import { CALL, checkCall } from "./call-input.ts";
import { type ClientCore, uncached, unsendable } from "./client.ts";
import type { CallOptions, ConnectResult, RawRequestOptions } from "./client-types.ts";
import { invalidArgument, type InvalidArgumentError, printable } from "./errors.ts";
import { type Endpoint, type Endpoints, endpoints } from "./generated/endpoints.ts";
import { furtherEndpoints } from "./generated/further-endpoints.ts";
import { checkInput, checkValue, isArray, isObject, suggest } from "./input.ts";
import { explain } from "./on-demand.ts";
import type { HttpMethod } from "./operations.ts";
import { type CallContext, type Handler, METHODS } from "./plugin.ts";
import { redactSent } from "./plugins/credentials.ts";
import { canBeCreated, readLimited, withBody } from "./response.ts";
import { unlessAborted } from "./signals.ts";
import { isSafeSegment, serializeQuery, UNSAFE_FIX } from "./url.ts";

/**
 * Returns an operation of the document by the path of a typed call.
 *
 * @throws {@link InvalidArgumentError} if there is none.
 */
export function findOperation(method: HttpMethod, path: string): Endpoint {
  const { schemaPath, endpoint } = findEndpoint(method, path);
  if (endpoint === undefined || schemaPath !== path) throw undocumented(method, path);
  return endpoint;
}

function undocumented(method: HttpMethod, path: string): InvalidArgumentError {
  const similar = suggest(findSchemaPath(path), listPaths(method));
  return invalidArgument(
    "path",
    `${method} ${printable(path)} is not an operation of the document.`,
    `${similar === undefined ? "" : `Did you mean "${similar}"? `}Call other endpoints with api.request().`,
  );
}

/** An endpoint and its path as the document spells it; of an undocumented one, the path of the call. */
interface FoundEndpoint {
  readonly schemaPath: string;
  readonly endpoint: Endpoint | undefined;
}

const tables: readonly Endpoints[] = [endpoints, furtherEndpoints];

/** Returns the endpoint of a path with or without placeholders. */
function findEndpoint(method: HttpMethod, path: string): FoundEndpoint {
  const schemaPath = findSchemaPath(path);
  let endpoint: Endpoint | undefined;
  for (const table of tables) endpoint ??= table[schemaPath]?.[method];
  return { schemaPath, endpoint };
}

function listPaths(method?: HttpMethod): string[] {
  return tables.flatMap((table) =>
    Object.keys(table).filter((path) => method === undefined || table[path]?.[method] !== undefined),
  );
}

/** Returns the path of the document that a path without placeholders belongs to, or the path itself. */
function findSchemaPath(path: string): string {
  if (tables.some((table) => Object.hasOwn(table, path))) return path;
  const given = path.split("/");
  const isMatch = (pattern: string) => {
    const segments = pattern.split("/");
    return (
      segments.length === given.length &&
      segments.every((each, index) => (each.startsWith("{") ? given[index] !== "" : each === given[index]))
    );
  };
  return listPaths().find(isMatch) ?? path;
}

/** Calls any endpoint with JSON: `client.request()`. */
export async function request<Data>(
  { send, createContext, redact }: ClientCore,
  method: HttpMethod,
  path: string,
  given: RawRequestOptions,
): Promise<ConnectResult<Data>> {
  const { query = {}, body, headers = {}, ...init } = checkRawCall(method, path, given);
  const [pathname, search] = splitPath(path);
  const found = findEndpoint(method, pathname);
  const context = createContext(method, found.schemaPath, found.endpoint, init, (text) =>
    redactSent(redact, body, headers)(text),
  );
  const querySerializer = () => [search, serializeQuery(query, (_, values) => values)].filter(Boolean).join("&");
  return send({ ...context, endpoint: undefined, operationId: undefined, schemaPath: pathname }, pathname, {
    // Each value of a list repeats the parameter.
    querySerializer,
    body,
    headers,
  });
}

/** Checks the options of a call of an undocumented endpoint. */
function checkRawCall(method: HttpMethod, path: string, call: RawRequestOptions): RawRequestOptions {
  checkValue("method", method, METHODS.map((each) => `=${each}`).join("|"));
  checkValue("path", path, "string");
  const checked = checkInput("options", call, `query:object body:any ${CALL}`, (name) =>
    name === "params" ? "Pass query directly." : undefined,
  );
  const query = checked.query && checkInput("query", checked.query, "anything:any");
  for (const [name, value] of Object.entries<unknown>(query ?? {})) {
    checkValue(name, value, `${isArray(value) === true ? "[]" : ""}string|decimal|boolean`);
  }
  return checkCall({ ...checked, query });
}

/**
 * Splits the path of `client.request()`. The path starts with a slash; the query string has no question mark.
 *
 * @throws {@link InvalidArgumentError} for a path that could leave `/__api__`.
 */
function splitPath(path: string): [pathname: string, search: string] {
  const [, pathname = "", search = ""] = /^\/?([^?]*)\??(.*)$/s.exec(path) ?? [];
  if (pathname.includes("#") || !pathname.split("/").every(isSafeSegment)) {
    throw invalidArgument("path", "The path is not safe to send.", UNSAFE_FIX);
  }
  return [`/${pathname}`, search];
}

/** The request of a signal, which must live as long: in Node, the signal of a request that nobody holds never fires. */
const held = new WeakMap<AbortSignal, Request>();

/** Sends a request as `fetch` does: `client.fetch()`. */
export async function fetchAny(
  { url, createContext, redact }: ClientCore,
  handle: Handler,
  given: string | URL | Request,
  givenInit: RequestInit | undefined,
): Promise<Response> {
  const checked = checkInput("init", givenInit ?? {}, FETCH_INIT, adviseOnInit);
  const input = isObject(given) && given instanceof Request ? given : readUrl(given);
  const foreign = isForeignRequest(given) ? given : undefined;
  const isRequest = typeof input !== "string";
  const { href, path } = resolveUrl(url, isRequest ? input.url : input);
  const { method: name = "GET", signal } = { ...pick(foreign), ...(isRequest && pick(input)), ...checked };
  const method = METHODS.find((each) => each === name.toUpperCase());
  if (method === undefined) throw unsendable("method");
  const { schemaPath, endpoint } = findEndpoint(method, path);
  if (isRequest) held.set(input.signal, input);
  const own: CallOptions = { signal: signal ?? undefined };
  const init = foreign === undefined ? checked : { ...(await describeForeign(foreign, own.signal)), ...checked };
  const sent = init.body instanceof ArrayBuffer ? new TextDecoder().decode(init.body) : init.body;
  let request: Request | undefined;
  const redactAll = (text: string) => redactSent(redact, sent, Object.fromEntries(request?.headers ?? []))(text);
  const context: CallContext = {
    ...createContext(method, schemaPath, endpoint, own, redactAll),
    streaming: true,
    streamBody,
  };
  const changes = {
    ...uncached(),
    ...init,
    method,
    signal: context.controller?.().signal ?? null,
    redirect: "manual",
  } as const;
  try {
    request = new Request(isRequest ? input : href, changes);
  } catch {
    throw unsendable("body");
  }
  return handle(request, context);
}

/** What `fetch` understands, and the extensions of the platforms. The platform checks the values. */
export const FETCH_INIT =
  "method:string headers:any body:any signal:signal|null cache:any credentials:any integrity:any keepalive:any mode:any " +
  "redirect:any referrer:any referrerPolicy:any priority:any window:any duplex:any dispatcher:any next:any cf:any";

/** Says where else to pass what `fetch` would ignore. */
function adviseOnInit(name: string): string | undefined {
  if (/^(query|params|search(Params)?)$/.test(name)) return "Put the query into the URL.";
  if (/^(json|data|form)$/.test(name)) return "Pass body and a content-type header.";
  return /^(timeout|deadline|retry)$/.test(name)
    ? "Pass it to createConnectClient(), or use api.request()."
    : undefined;
}

/** Returns the URL of what can be passed to `fetch`. Anything else, such as null, would become part of a path. */
function readUrl(input: unknown): string {
  const url = isForeignRequest(input) ? input.url : isObject(input) ? input["href"] : input;
  if (typeof url === "string") return url;
  throw invalidArgument("input", "The input is no URL.", 'Pass a path such as "/v1/users", a URL or a Request.');
}

/** A request of another implementation, such as the one of undici or node-fetch. */
interface ForeignRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Iterable<[string, string]>;
  readonly signal?: AbortSignal;
  arrayBuffer(): Promise<ArrayBuffer>;
}

function isForeignRequest(input: unknown): input is ForeignRequest {
  return (
    isObject(input) &&
    !(input instanceof Request) &&
    typeof input["url"] === "string" &&
    typeof input["method"] === "string" &&
    isObject(input["headers"]) &&
    typeof input["arrayBuffer"] === "function"
  );
}

/** Returns the parts of a request that the caller's options replace. */
function pick(request: Pick<ForeignRequest, "method" | "signal"> | undefined): Pick<RequestInit, "method" | "signal"> {
  if (request === undefined) return {};
  const { method, signal } = request;
  return { method, ...(signal !== undefined && { signal }) };
}

/** Describes a request of another implementation, which `Request` would take for a URL. */
async function describeForeign(request: ForeignRequest, signal: AbortSignal | undefined): Promise<RequestInit> {
  const body = await unlessAborted(request.arrayBuffer(), signal);
  return { headers: [...request.headers], ...(body.byteLength > 0 && { body }) };
}

/**
 * Returns the absolute URL and the path below `/__api__` that `client.fetch()` was called with.
 *
 * @param server - root of the server, as {@link normalizeServerUrl} returns it.
 * @param url - absolute, or a path with or without the server's own `/__api__`.
 * @throws {@link InvalidArgumentError} for a URL that is not below the server's `/__api__`.
 */
function resolveUrl(server: string, url: string): { href: string; path: string } {
  const root = `${server}/__api__/`;
  const isApiPath = url.startsWith("/") && !`${new URL(server).origin}${url}`.startsWith(root);
  const target = isApiPath ? `${server}/__api__${url}` : url;
  const href = URL.canParse(target, root) ? new URL(target, root).href : "";
  const path = href.slice(root.length - 1).replace(/[?#].*$/s, "");
  // A path may end with a slash.
  const isSafe = path.slice(1).replace(/\/$/, "").split("/").every(isSafeSegment);
  if (href.startsWith(root) && isSafe) return { href, path };
  throw invalidArgument(
    "input",
    "The URL does not belong to the server\'s API.",
    `Pass a path such as "/v1/users", or a URL that starts with ${root}.`,
  );
}

/**
 * Returns a response that passes on the body of another one while the caller reads it.
 *
 * @param signal - makes the body fail with its reason.
 * @param onEnd - called once the body has ended, failed or been canceled.
 */
function streamBody(
  url: string,
  response: Response,
  context: CallContext,
  signal: AbortSignal,
  onEnd: () => void,
): Response {
  if (response.body === null || !canBeCreated(response)) {
    onEnd();
    return response;
  }
  const reader = readLimited(url, response, response.body, context);
  const cancel = async (reason: unknown): Promise<void> => {
    onEnd();
    await reader.cancel(reason);
  };
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await unlessAborted(reader.read(), signal);
          if (!done) {
            controller.enqueue(value);
            return;
          }
          controller.close();
          onEnd();
        } catch (error) {
          controller.error(signal.aborted ? error : await explain(url, error, context));
          await cancel(error);
        }
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return withBody(response, body);
}

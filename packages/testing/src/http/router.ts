import { operations, type OperationId } from "@connect-sdk/api/operations";
import { RegExpRouter } from "hono/router/reg-exp-router";
import type { FakeState } from "../state/fake-state.ts";
import { handleContentPage, undocumentedRoutes } from "./undocumented-routes.ts";
import type { AuthorizationEndpoint } from "./authorization-routes.ts";
import {
  jsonResponse,
  textResponse,
  type Exchange,
  type Handler,
  type HttpRequest,
  type HttpResponse,
  type Route,
} from "./exchange.ts";
import { handleOperation, isSupported } from "./handle.ts";
import { handlePreflight, handleUnknown, handleUnsupported } from "./unknown-routes.ts";
import type { RawQuery } from "../operations/input.ts";
import { contentAt } from "../operations/organizing.ts";

/** Finds the route of a request. */
export function openExchange(state: FakeState, request: HttpRequest): Exchange {
  const { prefix } = state.options;
  const path = decodePath(request.path);
  // HEAD is GET without the body of the response, which the transport leaves out.
  const method = request.method === "HEAD" ? "GET" : request.method;
  const { route, parameters } = findRoute(state, method, path);
  return {
    state,
    request,
    method,
    route,
    parameters,
    path: shownPath(prefix, path),
    query: parseQuery(request.query),
    correlationId: correlationIdOf(state, request),
    body: undefined,
    bodyBytes: 0,
    userGuid: null,
    problem: undefined,
    note: undefined,
    faulted: false,
  };
}

/** The base path of the API, below the server's own path prefix. */
const API_PATH = "/__api__";

interface Match {
  readonly route: Route;
  readonly parameters: Exchange["parameters"];
}

const NO_PARAMETERS: Exchange["parameters"] = Object.freeze({});
const unknown: Match = { route: { operationId: null, handle: handleUnknown }, parameters: NO_PARAMETERS };
const preflight: Match = { route: { operationId: null, handle: handlePreflight }, parameters: NO_PARAMETERS };

let router: Router | undefined;

function findRoute(state: FakeState, method: string, path: string): Match {
  const { version, options } = state;
  if (method === "OPTIONS") return preflight;
  // Created on first use: one serves all fakes.
  router ??= createRouter();
  const below = pathBelow(options.prefix, path);
  // RFC 8414 puts the path prefix behind the path of the metadata, so it is not below the prefix.
  if (below === undefined && path === `${METADATA_PATH}${options.prefix}`)
    return router.find("GET", METADATA_PATH) ?? unknown;
  if (below === undefined) return unknown;
  const match = router.find(method, below) ?? findVanity(state, method, below);
  if (match === undefined) return unknown;
  const { operationId } = match.route;
  if (operationId === null || isSupported(version, operationId)) return match;
  const handle: Handler = (exchange) => handleUnsupported(operationId, exchange);
  return { route: { operationId: null, handle }, parameters: NO_PARAMETERS };
}

/** Returns the page of the content item that a path of its own leads to. Paths of the server itself are never one. */
function findVanity(state: FakeState, method: string, path: string): Match | undefined {
  const item = method === "GET" ? contentAt(state, path) : undefined;
  return item && { route: { operationId: null, handle: handleContentPage }, parameters: { guid: item.guid } };
}

function createRouter(): Router {
  const created = new Router();
  for (const operationId of operationIds()) {
    const { method, path } = operations[operationId];
    created.add(method, `${API_PATH}${path.replaceAll(/\{(\w+)\}/g, ":$1")}`, {
      operationId,
      handle: (exchange) => handleOperation(operationId, exchange),
    });
  }
  for (const { methods, path, handle } of undocumentedRoutes) {
    for (const method of methods) created.add(method, `${API_PATH}${path}`, { operationId: null, handle });
  }
  for (const [method, path, endpoint] of AUTHORIZATION_PATHS) {
    created.add(method, path, {
      operationId: null,
      envelope: "oauth",
      handle: (exchange) => authorize(endpoint, exchange),
    });
  }
  created.add("GET", "/__ping__", { operationId: null, handle: ping });
  created.add("GET", "/content/:guid/*", { operationId: null, handle: handleContentPage });
  created.add("GET", "/", { operationId: null, handle: home });
  return created;
}

const METADATA_PATH = "/.well-known/oauth-authorization-server";

/** The paths of the authorization server. */
const AUTHORIZATION_PATHS: readonly (readonly [string, string, AuthorizationEndpoint])[] = [
  ["GET", METADATA_PATH, "metadata"],
  ["POST", "/oauth/v1/register", "register"],
  ["GET", "/oauth/v1/authorize", "authorize"],
  ["POST", "/oauth/v1/authorize", "consent"],
  // Real server: the paths of the device flow and of revocation are unknown. Clients take them from the metadata.
  ["POST", "/oauth/v1/device_authorization", "deviceAuthorization"],
  ["GET", "/oauth/v1/device", "devicePage"],
  ["POST", "/oauth/v1/device", "deviceConsent"],
  ["POST", "/oauth/v1/token", "token"],
  ["POST", "/oauth/v1/revoke", "revoke"],
];

async function authorize(endpoint: AuthorizationEndpoint, exchange: Exchange): Promise<HttpResponse> {
  // Loaded on demand: few tests sign in.
  const { handleAuthorization } = await import("./authorization-routes.ts");
  return handleAuthorization(endpoint, exchange);
}

/** Handles the health check at the server's root, which needs no key. */
const ping: Handler = () => jsonResponse(200, {});

/** Handles the server's root, which tools poll to see whether it is up. Real server: redirects to its dashboard. */
const home: Handler = () =>
  textResponse(
    200,
    "text/html",
    "<!doctype html><html><head><title>Posit Connect</title></head><body><h1>Posit Connect</h1></body></html>",
  );

function operationIds(): OperationId[] {
  const isOperationId = (id: string): id is OperationId => id in operations;
  return Object.keys(operations).filter(isOperationId);
}

/** Routes by method and path. Paths without parameters take precedence: `/users/remote` over `/users/:guid`. */
class Router {
  /** Hono's router refuses ambiguous paths, so fixed ones are kept apart. */
  readonly #fixed = new Map<string, Map<string, Match>>();
  readonly #withParameters = new RegExpRouter<{ readonly route: Route; readonly names: readonly string[] }>();

  /** @param path - with parameters as `:name`. */
  add(method: string, path: string, route: Route): void {
    const names = Array.from(path.matchAll(/:(\w+)/g), ([, name = ""]) => name);
    if (names.length > 0) this.#withParameters.add(method, path, { route, names });
    else this.#fixedOf(method).set(path, { route, parameters: NO_PARAMETERS });
  }

  /** By method and path apart: joining them for each request would take longer than finding them. */
  #fixedOf(method: string): Map<string, Match> {
    const known = this.#fixed.get(method);
    if (known !== undefined) return known;
    const created = new Map<string, Match>();
    this.#fixed.set(method, created);
    return created;
  }

  find(method: string, path: string): Match | undefined {
    const fixed = this.#fixed.get(method)?.get(path);
    if (fixed !== undefined) return fixed;
    // Hono returns the position of each parameter within a separate array of values.
    const [[first] = [], values = []] = this.#withParameters.match(method, path);
    if (first === undefined) return undefined;
    const [{ route, names }, positions] = first;
    const parameters: Record<string, string> = {};
    for (const name of names) {
      const position = positions[name];
      const value = typeof position === "number" ? values[position] : position;
      parameters[name] = decodeParameter(value ?? "");
    }
    return { route, parameters };
  }
}

/** Undoes percent-encoding, except of characters that would then look like separators. */
function decodePath(path: string): string {
  // `decodeURI` keeps encoded separators, but not an encoded percent sign.
  return path.includes("%") ? path.replaceAll(/(?:%[\da-f]{2})+/gi, decodeRun) : path;
}

function decodeRun(encoded: string): string {
  try {
    return decodeURI(encoded.replaceAll("%25", "%2525"));
  } catch {
    return encoded;
  }
}

function decodeParameter(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The path to find a route by; undefined if it is not below the prefix. */
function pathBelow(prefix: string, path: string): string | undefined {
  if (path === prefix) return "/";
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length) : undefined;
}

function shownPath(prefix: string, path: string): string {
  const root = `${prefix}${API_PATH}`;
  return path.startsWith(`${root}/`) ? path.slice(root.length) : path;
}

const NO_QUERY: RawQuery = Object.freeze({});

/** Parses a query string; every parameter keeps all of its values. */
function parseQuery(text: string): RawQuery {
  if (text === "") return NO_QUERY;
  const query = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const values = query.get(name);
    if (values === undefined) query.set(name, [value]);
    else values.push(value);
  }
  return Object.fromEntries(query);
}

/** The correlation id that the client sent, or a new one. */
function correlationIdOf({ ids }: FakeState, request: HttpRequest): string {
  const sent = request.header("x-correlation-id") ?? "";
  return sent === "" ? ids.guid("request", ids.next("request")) : sent;
}
